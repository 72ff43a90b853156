"""The list of the library: as quick with thousands of routines as with five.

Only the lines that are to be seen are ever made.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from stridetimer.tui.arrangement import Row, place_among
from stridetimer.tui.entry import Entry
from stridetimer.tui.widgets.moving import MovingList, drawn

LOW = 10
"""A list that is lower than this has a line a routine."""

Describe = Callable[[Entry, int, int], list[Content]]
"""From a routine, how many cells there are and how many lines, to these lines."""


class RoutineList(MovingList):
    """Routines under headings, one of them looked at.

    ``describe`` says what is to be read of one.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--heading",
        "list--routine",
        "list--looked-at",
    }

    looked_at: reactive[int] = reactive(-1, init=False)
    """The index of the row that is looked at; -1 where there is none."""

    class LookedAt(Message):
        """Another routine is looked at, or none."""

        def __init__(self, entry: Entry | None) -> None:
            super().__init__()
            self.entry = entry

    class Picked(Message):
        """A routine was picked with the mouse, as enter would."""

    def __init__(self, describe: Describe, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._describe = describe
        self._tops = [0]
        self.lines_each = 2
        """How many lines a routine has."""
        self.rows: list[Row] = []
        """What it shows."""
        self._clicked = ""

    # -- what there is -----------------------------------------------------------------------

    @property
    def entry(self) -> Entry | None:
        """The routine that is looked at."""
        return self.rows[self.looked_at].entry if 0 <= self.looked_at < len(self.rows) else None

    def show(self, rows: Sequence[Row], *, looking_at: tuple[str, str] | None = None) -> None:
        """Show ``rows``; where it can, go on looking at the same one, or at ``looking_at``."""
        place = place_among(rows, self.rows, self.looked_at, looking_at)
        self.rows = list(rows)
        self._measure()
        self.set_reactive(RoutineList.looked_at, place)
        self._look()

    def _measure(self) -> None:
        tops = [0]
        for row in self.rows:
            tops.append(tops[-1] + (self.lines_each if row.entry else 1))
        self._tops = tops
        self.virtual_size = Size(self.scrollable_content_region.width, tops[-1])
        self.refresh()

    def on_resize(self) -> None:
        """The lines are as wide as there is room, and where few fit a routine has one."""
        self.lines_each = 1 if self.size.height < LOW else 2
        self._measure()
        self._scroll_there()

    # -- looking -----------------------------------------------------------------------------

    def watch_looked_at(self) -> None:
        """Say so, and have it on the screen."""
        self._look()

    def _look(self) -> None:
        self.refresh()
        self._scroll_there()
        self.post_message(self.LookedAt(self.entry))

    def _scroll_there(self) -> None:
        if self.entry is None:
            return
        first = self.looked_at
        # The heading above the first of its routines belongs to it.
        if first and self.rows[first - 1].entry is None and self.size.height > self.lines_each:
            first -= 1
        top, bottom = self._tops[first], self._tops[self.looked_at + 1]
        self.scroll_to_region(Region(0, top, 1, bottom - top), animate=False, force=True)

    def move(self, rows: int) -> None:
        """Look so many routines further down, as far as there are any."""
        routines = [index for index, row in enumerate(self.rows) if row.entry]
        if routines:
            place = bisect_right(routines, self.looked_at) - 1
            self.looked_at = routines[max(0, min(len(routines) - 1, place + rows))]

    @property
    def page(self) -> int:
        """How many routines a screenful further is."""
        return max(1, self.size.height // self.lines_each - 1)

    def on_click(self, event: events.Click) -> None:
        """A click looks at a routine, a second one picks it, wherever the list moved meanwhile."""
        if event.chain == 2 and self.entry and self.entry.name == self._clicked:
            event.stop()
            self.post_message(self.Picked())
            return
        place = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        entry = self.rows[place].entry if 0 <= place < len(self.rows) else None
        self._clicked = entry.name if entry else ""
        if entry:
            event.stop()
            self.looked_at = place

    # -- drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        place = bisect_right(self._tops, line) - 1
        if not 0 <= place < len(self.rows):
            return Strip.blank(width, self.rich_style)
        row = self.rows[place]
        component = "heading" if row.entry is None else "routine"
        if place == self.looked_at:
            component = "looked-at"
        content = self._line(row, line - self._tops[place], width - 2)
        return drawn(self, content, f"list--{component}", width, looked_at=component == "looked-at")

    def _line(self, row: Row, number: int, width: int) -> Content:
        if row.entry is None:
            return Content(row.heading).truncate(max(0, width), ellipsis=True)
        return self._describe(row.entry, max(0, width), self.lines_each)[number]
