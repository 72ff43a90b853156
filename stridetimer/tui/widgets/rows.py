"""Rows of text, thousands of them as quick as ten: only those that are seen are made."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.routines.characters import printable
from stridetimer.tui.widgets.moving import MovingList

Piece = tuple[str, str]
"""Text, and the component class that it is drawn in; empty for none."""


class Rows(MovingList):
    """Rows with a cursor; what is in each, a subclass says."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--quiet", "rows--strong"}
    DEFAULT_CSS = """
    Rows {
        overflow-x: hidden;
        & > .rows--cursor { text-style: bold; }
        &:focus > .rows--cursor { text-style: bold reverse; }
        & > .rows--strong { text-style: bold; }
    }
    """

    cursor: reactive[int] = reactive(0, init=False)

    class Moved(Message):
        """The person moved the cursor of ``rows``."""

        def __init__(self, rows: "Rows") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> Widget:
            """The rows."""
            return self.rows

    class Picked(Message):
        """The row that the cursor is on was picked with the mouse."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return 0

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """What is in the row ``index``, ``width`` cells wide."""
        raise NotImplementedError

    def renew(self) -> None:
        """There are other rows now."""
        self.virtual_size = Size(0, self.count)
        self.cursor = self.validate_cursor(self.cursor)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row, as it is now."""
        index, width = y + self.scroll_offset.y, self.size.width
        if not 0 <= index < self.count:
            return Strip.blank(width, self.rich_style)
        return Strip(
            Segment(printable(text), self._style(name)) for text, name in self.pieces(index, width)
        ).adjust_cell_length(width, self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name) if name else self.rich_style

    # -- the cursor ------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        """Never beyond the rows."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self) -> None:
        """Keep it to be seen."""
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, immediate=True)
        self.refresh()

    def move(self, rows: int) -> None:
        """Move the cursor as the person wishes."""
        self.cursor += rows
        self.post_message(self.Moved(self))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there, a second one picks what is under it."""
        row = event.y + self.scroll_offset.y
        if not 0 <= row < self.count:
            return
        event.stop()
        self.point_at(row, event.x)
        if event.chain == 2:
            self.post_message(self.Picked())

    def point_at(self, row: int, x: int) -> None:
        """Put the cursor on a row, at the cell ``x`` of it."""
        self.move(row - self.cursor)


def cell(text: str, width: int, *, right: bool = False) -> str:
    """``text`` in a column of ``width`` cells, cut where it is longer."""
    text = printable(text)
    fitted = set_cell_size(text, width)
    if right and fitted.startswith(text):
        return " " * (len(fitted) - len(text)) + text
    if not fitted.startswith(text) and width > 1:
        return set_cell_size(text, width - 1) + "…"
    return fitted
