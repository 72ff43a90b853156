"""A word and a time, large enough to be read from the floor."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stridetimer.tui.glyphs import cells
from stridetimer.tui.letters import word


class Headline(Widget):
    """The word at the left, the time at the right; written where there is no room for them."""

    DEFAULT_CSS = """
    Headline {
        height: 5;
        padding: 1 2;
        text-style: bold;
        text-wrap: nowrap;
    }
    """

    words: reactive[tuple[str, str]] = reactive(("", ""))
    """The word, and a time as a clock shows it."""

    def render(self) -> Content:
        """Both, as large as they fit."""
        width, height = self.content_size
        name, time = (cells(word(words, 1)) if words else ("",) for words in self.words)
        if height < len(name) or width <= len(name[0]):
            return Content(" ".join(self.words))
        if len(name[0]) + len(time[0]) >= width:
            # The time is written where only the word has room.
            time = (*[""] * (len(name) - 1), self.words[1])
        pairs = zip(name, time, strict=True)
        lines = (left + right.rjust(width - len(left)) for left, right in pairs)
        return Content("\n").join(map(Content, lines))
