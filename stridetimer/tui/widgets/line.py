"""Words on the screen, shown literally whatever they are."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Line(Widget):
    """One line of words, cut with an ellipsis where it is too long."""

    DEFAULT_CSS = """
    Line {
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    words: reactive[str] = reactive("")
    """What it says, never taken for markup."""

    def render(self) -> Content:
        """The words."""
        return Content(self.words)


class Paragraph(Widget):
    """A few lines of words; its height follows them."""

    DEFAULT_CSS = """
    Paragraph {
        height: auto;
    }
    """

    words: reactive[str] = reactive("", layout=True)
    """What it says, never taken for markup."""

    def __init__(self, words: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.set_reactive(Paragraph.words, words)

    def render(self) -> Content:
        """The words."""
        return Content(self.words)


class Remark(Paragraph):
    """What there is to say for now; it takes no room while that is nothing."""

    DEFAULT_CSS = """
    Remark {
        display: none;
    }
    """

    def watch_words(self, words: str) -> None:
        """Be there, or not."""
        self.display = bool(words)
