"""A session as a picture, with the place where one is."""

from collections.abc import Iterator, Mapping

from rich.segment import Segment
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.core.plan import Plan
from stridetimer.tui.strip import NOTHING, Picture, draw

_HERE, _ABOVE = "┃", "▼"
"""The place in a single row, and above more rows than one."""


class SessionStrip(Widget):
    """Draws a plan in as many rows as it has room for; the first of several points at the place.

    Without a place the whole session is still to come; behind it work is lower and paler. The
    picture is made anew only when plan, what is left out or width change, and as the place moves
    only its cells are repainted.
    """

    DEFAULT_CSS = """
    SessionStrip {
        height: 1;
        & > .strip--work { color: $phase-work; }
        & > .strip--rest { color: $phase-rest; }
        & > .strip--switch { color: $phase-switch; }
        & > .strip--ready { color: $phase-ready; }
        & > .strip--work-gone { color: $phase-work $faint-gone; }
        & > .strip--rest-gone { color: $phase-rest $faint-gone; }
        & > .strip--switch-gone { color: $phase-switch $faint-gone; }
        & > .strip--ready-gone { color: $phase-ready $faint-gone; }
        & > .strip--left-out { color: $foreground $faint-left-out; }
        & > .strip--here { color: $foreground; text-style: bold; }
    }
    """

    COMPONENT_CLASSES = {
        f"strip--{name}{when}"
        for name in ("work", "rest", "switch", "ready")
        for when in ("", "-gone")
    } | {"strip--left-out", "strip--here"}

    plan: reactive[Plan | None] = reactive(None)
    """What it shows; nothing without one."""
    left_out: reactive[Mapping[int, float]] = reactive(NOTHING)
    """From which fraction of it on a step was left out, by its index."""
    place: reactive[tuple[int, float] | None] = reactive(None, repaint=False)
    """The step where one is, by index, and how much of it has gone by, from 0 to 1."""

    class Picked(Message):
        """The step ``step``, by index, was clicked on."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, plan: Plan | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.set_reactive(SessionStrip.plan, plan)
        self._picture: Picture | None = None
        self._width = 0
        """For how many cells the picture was made."""
        self._here: int | None = None
        """The cell of the place when it was last looked at."""

    def watch_plan(self) -> None:
        """Make another picture."""
        self._picture = None

    def watch_left_out(self) -> None:
        """Make another picture."""
        self._picture = None

    def watch_place(self) -> None:
        """Repaint from the cell where it was to the one where it is."""
        was, here = self._here, self._cell_of_place()
        if was is None or here is None:
            self.refresh()
        elif was != here:
            start, end = sorted((was, here))
            self.refresh(Region(start, 0, end - start + 1, self.size.height))

    def on_click(self, event: Click) -> None:
        """Say which step was meant."""
        if picture := self._made():
            event.stop()
            self.post_message(self.Picked(picture.step_at(event.x)))

    def render_line(self, y: int) -> Strip:
        """One row of it."""
        picture = self._made()
        self._here = here = self._cell_of_place()
        if picture is None:
            return Strip.blank(self.size.width, self.rich_style)
        above = here is not None and self.size.height > 1
        if here is not None and above and y == 0:
            segments = [Segment(" " * here, self.rich_style), self._mark(_ABOVE)]
        else:
            row, rows = y - above, self.size.height - above
            segments = list(self._painted(picture, row, rows, here))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _painted(
        self, picture: Picture, row: int, rows: int, here: int | None
    ) -> Iterator[Segment]:
        """A row of the picture, another one up to the place."""
        ahead = 0
        if here is not None:
            yield from self._coloured(picture, row, rows, 0, here, "-gone")
            ahead = here
            if self.size.height == 1:
                yield self._mark(_HERE)
                ahead += 1
        yield from self._coloured(picture, row, rows, ahead, None, "")

    def _coloured(
        self, picture: Picture, row: int, rows: int, start: int, end: int | None, when: str
    ) -> Iterator[Segment]:
        for run in picture.runs(row, rows, start, end, gone=bool(when)):
            if run.phase is None:
                yield Segment(run.text, self.rich_style)
                continue
            name = "left-out" if run.left_out else f"{run.phase.word.lower()}{when}"
            yield Segment(run.text, self.get_component_rich_style(f"strip--{name}"))

    def _mark(self, sign: str) -> Segment:
        return Segment(sign, self.get_component_rich_style("strip--here"))

    def _cell_of_place(self) -> int | None:
        picture = self._made()
        return None if picture is None or self.place is None else picture.cell_at(*self.place)

    def _made(self) -> Picture | None:
        """The picture for the room there is."""
        width = self.size.width
        if self.plan and width and (self._picture is None or self._width != width):
            self._picture, self._width = draw(self.plan, width, self.left_out), width
        return self._picture
