"""What is sent to the terminal of a session, and that it shows what there is to be seen."""

from itertools import islice

import pytest
from builders import each, hold, plan_of
from textual._compositor import CompositorUpdate
from textual.app import RenderableType
from textual.screen import Screen
from textual.widgets import Static
from tui_support import NORMAL, SQUATS, Stage, performing

pyte = pytest.importorskip("pyte")

from stridetimer.tui.manner import Manner  # noqa: E402 - where there is no pyte there is no test
from stridetimer.tui.sparing import Patches  # noqa: E402
from stridetimer.tui.widgets.big_time import Glyph  # noqa: E402

HOLD = plan_of(each("Plank", hold(300)), prepare=0.0)


class Picture:
    """A terminal that is sent every update of a stage."""

    def __init__(self, stage: Stage) -> None:
        self.sent: list[tuple[CompositorUpdate, str]] = []
        """Every update, with its text."""
        self._stage = stage
        self._shown = self._terminal()
        self._feed(self._shown, self.anew())

    def take(self, screen: Screen[object], update: RenderableType | None) -> None:
        """Show ``update``, in the place of :meth:`textual.app.App._display`."""
        if isinstance(update, CompositorUpdate):
            text = update.render_segments(self._stage.app.console)
            self.sent.append((update, text))
            self._feed(self._shown, text)

    def anew(self) -> str:
        """Everything there is to be seen, as it would be sent at once."""
        app = self._stage.app
        # The list of screens behind it, as Textual hands it over.
        update = app.screen._compositor.render_update(True, app._background_screens)
        assert isinstance(update, CompositorUpdate)
        return update.render_segments(app.console)

    def differences(self) -> list[str]:
        """The cells that are not as they would be if everything were drawn anew."""
        fresh = self._terminal()
        self._feed(fresh, self.anew())
        columns, lines = NORMAL
        cells = ((x, y) for y in range(lines) for x in range(columns))
        pairs = ((x, y, self._shown.buffer[y][x], fresh.buffer[y][x]) for x, y in cells)
        return [f"{x}, {y}: {one} {two}" for x, y, one, two in pairs if _seen(one) != _seen(two)]

    def _terminal(self) -> "pyte.Screen":
        screen = pyte.Screen(*NORMAL)
        screen.set_mode(pyte.modes.LNM)
        return screen

    def _feed(self, screen: "pyte.Screen", text: str) -> None:
        pyte.Stream(screen).feed(text)


def _seen(cell: "pyte.screens.Char") -> tuple[object, ...]:
    """What is seen of a cell: a blank has no colour but that of its ground."""
    if cell.data == " " and not cell.reverse:
        return cell.data, cell.bg
    return cell.data, cell.fg, cell.bg, cell.bold, cell.reverse


def pictured(stage: Stage) -> Picture:
    picture = Picture(stage)
    stage.app._display = picture.take  # type: ignore[method-assign]  # nothing else tells what is sent
    return picture


async def test_what_was_sent_piece_by_piece_is_what_would_be_sent_at_once() -> None:
    keys = iter("  +-nn mq")
    async with performing(SQUATS, manner=Manner(flash=True)) as stage:
        picture = pictured(stage)
        for moment in range(18):
            await stage.pass_time(0.25 if moment % 3 else 1.0)
            for key in islice(keys, moment % 2):
                await stage.press(key)
            assert picture.differences() == [], stage.text()
    assert {type(update).__name__ for update, _ in picture.sent} >= {"Patches", "ChopsUpdate"}


async def test_a_second_sends_the_numerals_that_change_and_names_their_colour_once() -> None:
    async with performing(HOLD) as stage:
        await stage.pass_time(6.5)
        picture = pictured(stage)
        await stage.pass_time(1.0)
    [(update, text)] = picture.sent
    assert isinstance(update, Patches)
    assert text.count("m") == 2, "a colour, and its end"


async def test_numerals_of_which_a_part_is_covered_are_left_to_textual() -> None:
    async with performing(HOLD) as stage:
        await stage.pass_time(6.5)
        last = [glyph for glyph in stage.screen.query(Glyph) if glyph.display][-1]
        assert last.region.width > 4, "it has its place"
        over = Static("over")
        over.styles.overlay = "screen"
        over.styles.width, over.styles.height = last.region.x + 4, last.region.bottom
        over.styles.offset = 0, -stage.screen.size.height
        await stage.screen.mount(over)
        await stage.settle()
        picture = pictured(stage)
        await stage.pass_time(1.0)
        assert picture.differences() == [], stage.text()
    [(update, _)] = picture.sent
    assert not isinstance(update, Patches)
