"""Text that is laid out anew for every width."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

LayOut = Callable[[int], list[Content]]
"""From a width in cells to lines that are at most so long."""


def _blank(width: int) -> list[Content]:
    return []


class Paper(Widget):
    """As high as what is on it, at the width that it has."""

    DEFAULT_CSS = """
    Paper {
        height: auto;
    }
    """

    text: reactive[LayOut] = reactive(lambda: _blank, layout=True)
    """What is on it."""

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self.text(max(1, self.content_size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines there are."""
        return len(self.text(max(1, width)))
