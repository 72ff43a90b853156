"""A line that says as much as it has room for."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stridetimer.tui.wordings import Wordings


class Fitted(Widget):
    """One line of words: the fullest wording that fits, and the last one cut where none does."""

    DEFAULT_CSS = """
    Fitted {
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    words: reactive[Wordings] = reactive(("",), repaint=False)
    """What it says, the fullest wording first, never taken for markup."""

    def watch_words(self) -> None:
        """Show them where it is seen: to repaint costs as much where it is not."""
        if self.display:
            self.refresh()

    def render(self) -> Content:
        """The words."""
        return Content(fitting(self.words, self.content_size.width))


def fitting(words: Wordings, width: int) -> str:
    """The fullest of ``words`` that fits in ``width`` cells; the last where none does."""
    return next((text for text in words if cell_len(text) <= width), words[-1])
