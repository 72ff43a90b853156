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
