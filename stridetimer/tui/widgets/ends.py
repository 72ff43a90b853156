"""A line with something at its left end and something at its right."""

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

_APART = 2


class Ends(Widget):
    """Words at both ends of one line; where there is no room, the last give way.

    The time that counts down stands first, so that a second repaints little more than that.
    """

    DEFAULT_CSS = """
    Ends { height: 1; }
    """

    words: reactive[tuple[str, ...]] = reactive((), repaint=False)
    """The most important first; the last that has room stands at the right end."""

    def watch_words(self, old: tuple[str, ...], new: tuple[str, ...]) -> None:
        """Repaint where the line differs."""
        was, line = arrange(old, self.size.width), arrange(new, self.size.width)
        if len(was) != len(line):
            self.refresh()
        elif differing := [x for x, cell in enumerate(line) if cell != was[x]]:
            self.refresh(Region(differing[0], 0, 1 + differing[-1] - differing[0], 1))

    def render_line(self, y: int) -> Strip:
        """The line."""
        line = arrange(self.words, self.size.width)
        return Strip([Segment(line, self.rich_style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )


def arrange(words: tuple[str, ...], width: int) -> str:
    """As many of ``words`` as fit on a line of ``width`` cells; all of them are narrow letters."""
    fitting = [text for text in words if text]
    while len(fitting) > 1 and sum(map(len, fitting)) + _APART * (len(fitting) - 1) > width:
        del fitting[-1]
    if len(fitting) < 2:
        return "".join(fitting)
    *left, right = fitting
    return (" " * _APART).join(left).ljust(width - len(right)) + right
