"""The form cues of an exercise."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stridetimer.tui.letters import can_be_drawn, drawn, rows_of

_BETWEEN = " \N{MIDDLE DOT} "
_APART = 1
"""Rows between two lines in large letters."""


class Cues(Widget):
    """Form cues: one a line where there is room, else as many side by side as fit.

    They are in large letters where the first of them fits so, and ``share`` is the part of the
    screen's height that a line of those may take: with 10, a tenth. A cue is never cut while it
    fits on the lines there are; the last ones give way.
    """

    DEFAULT_CSS = """
    Cues {
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    cues: reactive[tuple[str, ...]] = reactive(())
    """The cues, the most important first."""
    coming: reactive[bool] = reactive(False)
    """Whether they are of what comes after the work of this moment: large letters would be taken
    for what to do now."""

    def __init__(self, *, share: int) -> None:
        super().__init__()
        self._share = share

    def render(self) -> Content:
        """The cues."""
        width, height = self.content_size
        roomy = rows_of(1) <= self.screen.size.height // self._share
        if roomy and not self.coming and (large := arrange_large(self.cues, width, height)):
            apart = "\n" * (1 + _APART)
            return Content(apart.join("\n".join(drawn(line, 1, low=True)) for line in large))
        return Content("\n").join(arrange(self.cues, width, height))


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


def arrange_large(cues: tuple[str, ...], width: int, height: int) -> list[str]:
    """The lines of ``cues`` that large letters have room for; none where the first does not fit."""
    room = (height + _APART) // (rows_of(1) + _APART)
    if not room or not all(map(can_be_drawn, cues)):
        return []
    wrapped = [_wrapped(cue, width) for cue in cues]
    lines: list[str] = []
    one_a_line = sum(map(len, wrapped)) <= room
    for cue, parts in zip(cues, wrapped, strict=True):
        joined = f"{lines[-1]}{_BETWEEN}{cue}" if lines and not one_a_line else ""
        if joined and _fits(joined, width):
            lines[-1] = joined
        elif parts and len(lines) + len(parts) <= room:
            lines += parts
        elif not lines:
            return []
    return lines


def _wrapped(cue: str, width: int) -> list[str]:
    """``cue`` in lines of large letters, broken between words; none where a word is too long."""
    lines: list[str] = []
    for word in cue.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _fits(longer, width):
            lines[-1] = longer
        elif _fits(word, width):
            lines.append(word)
        else:
            return []
    return lines


def _fits(text: str, width: int) -> bool:
    return len(drawn(text, 1)[0]) <= width
