"""A word and a time, large enough to be read from the floor."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stridetimer.tui.glyphs import cells
from stridetimer.tui.letters import word


class Headline(Widget):
    """The word at the left, the time at the right; in a single line where there is no room."""

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
        room = width - len(name[0]) - len(time[0])
        if height < len(name) or room < 2:
            return Content(" ".join(self.words))
        pairs = zip(name, time, strict=True)
        return Content("\n").join(Content(f"{left}{' ' * room}{right}") for left, right in pairs)
