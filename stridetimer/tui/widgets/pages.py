"""A long text as a text area wants it, without what takes too long in a long one.

A text area asks for the whole text and for its height once for each row it draws. In a file of
1 MiB each of these took 2 to 5 ms.
"""

from textual.document._document import Document, EditResult, Location
from textual.document._wrapped_document import WrappedDocument


class Pages(Document):
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


class WrappedPages(WrappedDocument):
    """The rows of a text, which are counted once after each change."""

    def __init__(self, pages: Pages, tab_width: int) -> None:
        self._pages = pages
        self._height: int | None = None
        self._done: tuple[int, int, int | None] | None = None
        super().__init__(pages, tab_width=tab_width)

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break all lines, unless they are as they would be: it takes a second in a long text."""
        doing = self._pages.changes, width, tab_width
        if self._done != doing:
            self._height = None
            super().wrap(width, tab_width)
            self._done = doing

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Break the lines that were changed."""
        self._height = None
        super().wrap_range(start, old_end, new_end)
        if self._done:
            self._done = self._pages.changes, *self._done[1:]

    @property
    def height(self) -> int:
        """How many rows there are."""
        if self._height is None:
            self._height = super().height
        return self._height
