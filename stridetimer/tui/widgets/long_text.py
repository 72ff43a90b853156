"""A long text as a text area wants it, without what takes too long in a long one.

A text area asks for the whole text and for its height once for each row it draws. In a file of
1 MiB each of these took 2 to 5 ms, and to break its lines into rows a second.
"""

from collections.abc import Sequence
from itertools import pairwise

from textual.document._document import Document, EditResult, Location
from textual.document._wrapped_document import WrappedDocument
from textual.expand_tabs import get_tab_widths

from stridetimer.tui.widgets.breaking import Rows, breaks


class LongText(Document):
    """A text whose lines are joined once after each change."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._joined: str | None = None
        self.changes = 0
        """How often it was changed."""

    @property
    def text(self) -> str:
        """All of it."""
        if self._joined is None:
            self._joined = super().text
        return self._joined

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Put ``text`` in place of what stands between two places."""
        self._joined = None
        self.changes += 1
        return super().replace_range(start, end, text)


class WrappedText(WrappedDocument):
    """The rows of a text: lines are broken again only where they are others than before."""

    def __init__(self, text: LongText, tab_width: int) -> None:
        self._text = text
        self._done: tuple[int, int, int] | None = None
        """After how many changes, for which width and for which tabs lines were broken last."""
        super().__init__(text, tab_width=tab_width)

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break all lines, unless they are as they would be."""
        doing = self._text.changes, width, tab_width or self._tab_width
        if self._done != doing:
            self._done = doing
            _, self._width, self._tab_width = doing
            self._break(slice(0, len(self._wrap_offsets)), self._text.lines)
            self._count_rows()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Break the lines that were changed; the rows below are counted anew if they moved."""
        first = min(start[0], old_end[0])
        was = slice(first, max(start[0], old_end[0]) + 1)
        new = slice(first, max(start[0], new_end[0]) + 1)
        counts = self._counts(was)
        self._break(was, self._text.lines[new])
        if self._done:
            self._done = self._text.changes, *self._done[1:]
        if counts != self._counts(new):
            self._count_rows()

    def get_tab_widths(self, line_index: int) -> list[int]:
        """How wide the tabs of a line are, in their order."""
        line = self._text[line_index]
        if "\t" not in line:
            return []
        return [width for _, width in get_tab_widths(line, self._tab_width)]

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of a line."""
        line = self._text[line_index]
        ends = [0, *self._wrap_offsets[line_index], len(line)]
        return [line[first:end] for first, end in pairwise(ends)]

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self._offset_to_line_info)

    def _break(self, was: slice, lines: Sequence[str]) -> None:
        """Break ``lines``, which stand where those of ``was`` stood."""
        width, tab_width = self._width, self._tab_width
        self._wrap_offsets[was] = [breaks(line, width, tab_width) for line in lines]

    def _counts(self, lines: slice) -> list[int]:
        """How many rows each of ``lines`` has."""
        return [len(further) + 1 for further in self._wrap_offsets[lines]]

    def _count_rows(self) -> None:
        """Say which rows are whose."""
        rows = Rows(self._counts(slice(None)))
        # Lists with an item for each row take longer than to break the lines into them.
        self._offset_to_line_info = rows  # type: ignore[assignment]  # is asked in the same way
        self._line_index_to_offsets = rows.of_lines()  # type: ignore[assignment]  # likewise
