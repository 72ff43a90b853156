"""The form cues of an exercise."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

_BETWEEN = " · "


class Cues(Widget):
    """Form cues: one a line where there is room, else as many side by side as fit.

    A cue is never broken unless it is longer than a line; the last ones give way.
    """

    DEFAULT_CSS = """
    Cues {
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    cues: reactive[tuple[str, ...]] = reactive(())
    """The cues, the most important first."""

    def render(self) -> Content:
        """The cues."""
        return Content("\n").join(arrange(self.cues, *self.content_size))


def arrange(cues: tuple[str, ...], width: int, height: int) -> list[Content]:
    """``cues`` on at most ``height`` lines of ``width`` cells."""
    if len(cues) <= height:
        return [Content(cue) for cue in cues]
    lines: list[Content] = []
    for cue in map(Content, cues):
        joined = lines[-1] + _BETWEEN + cue if lines else cue
        if lines and joined.cell_length <= width:
            lines[-1] = joined
        elif len(lines) < height:
            lines.append(cue)
    return lines
