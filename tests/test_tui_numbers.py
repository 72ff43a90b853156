"""The numbers of the session screen."""

from textual.app import App, ComposeResult

from stridetimer.tui.face import Count
from stridetimer.tui.widgets.big_time import BigTime
from stridetimer.tui.widgets.numbers import Numbers


class OneWidget(App[None]):
    def compose(self) -> ComposeResult:
        numbers = Numbers()
        yield numbers
        numbers.time, numbers.time_label, numbers.count = "0:42", "to go", Count("4", "of 15 reps")


async def test_what_they_are_told_before_they_are_drawn_is_shown() -> None:
    app = OneWidget()
    async with app.run_test():
        assert app.query_one("#clock-number", BigTime).time == "0:42"
        assert app.query_one("#count-number", BigTime).time == "4"


async def test_a_single_digit_stands_above_the_middle_of_its_label_and_is_no_larger() -> None:
    app = OneWidget()
    async with app.run_test(size=(80, 12)) as pilot:
        heights = set()
        for number in (" 4", "12"):
            app.query_one(Numbers).count = Count(number, "of 15 reps")
            await pilot.pause()
            glyphs = [glyph.region for glyph in app.query("#count-number Glyph") if glyph.display]
            label = app.query_one("#count-label").region
            assert abs((glyphs[0].x + glyphs[-1].right) - (label.x + label.right)) <= 2
            assert len(glyphs) == len(number.strip())
            heights.add(glyphs[0].height)
        assert len(heights) == 1
