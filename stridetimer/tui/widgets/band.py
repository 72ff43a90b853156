"""The band across the top: what to do, and with which side."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.core.routine import Side
from stridetimer.tui.glyphs import cells
from stridetimer.tui.letters import HEIGHT, word
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign

_MARGIN = 2
_GAP = 4
"""What keeps two large words apart: more than what keeps their letters apart."""
_WIDEST_SIDE = "RIGHT"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some words drawn on the band."""

    rows: tuple[str, ...]
    left: int
    top: int
    faint: bool = False

    def on(self, y: int) -> str:
        """What it has in row ``y``."""
        inside = self.top <= y < self.top + len(self.rows)
        return self.rows[y - self.top] if inside else ""


class Band(Widget):
    """Phase in the middle, LEFT at the left end or RIGHT at the right, as large as they fit.

    Where there is no room for both in large letters, the side keeps them and the phase is
    written; in a single row both are.
    """

    DEFAULT_CSS = """
    Band {
        height: 3;
        text-style: bold;
        & > .band--coming { text-style: not bold; }
        & > .band--edge { text-style: not bold; }
        &:ansi > .band--coming { text-style: not bold dim; }
        &:nocolor { text-style: bold reverse; }
        &:nocolor > .band--edge { text-style: not bold not reverse; }
    }
    """

    COMPONENT_CLASSES = {"band--coming", "band--edge"}  # noqa: RUF012 - Textual's own declaration

    sign: reactive[Sign] = reactive(Sign(Phase.READY))
    """What it says."""

    def render_line(self, y: int) -> Strip:
        """One row of the band; the last of many is its edge, in the pattern of the phase."""
        width, height = self.size
        edge = height > 3
        if edge and y == height - 1:
            style = self.get_component_rich_style("band--edge")
            return Strip([Segment(self.sign.phase.pattern * width, style)])
        return self._row(y, _pieces(self.sign, width, height - edge))

    def _row(self, y: int, pieces: tuple[_Piece, ...]) -> Strip:
        style, faint = self.rich_style, self.get_component_rich_style("band--coming")
        segments, at = [], 0
        for piece in sorted(pieces, key=lambda piece: piece.left):
            if text := piece.on(y):
                segments.append(Segment(" " * (piece.left - at), style))
                segments.append(Segment(text, faint if piece.faint else style))
                at = piece.left + len(text)
        strip = Strip([*segments, Segment(" " * max(0, self.size.width - at), style)])
        return strip.crop(0, self.size.width)


@lru_cache(maxsize=64)
def _pieces(sign: Sign, width: int, height: int) -> tuple[_Piece, ...]:
    for scale in range((2 * height - 1) // HEIGHT, 0, -1):
        if pieces := _large(sign, width, height, scale):
            return pieces
    return _small(sign, width, height)


def _large(sign: Sign, width: int, height: int, scale: int) -> tuple[_Piece, ...]:
    """Both words large, or the side alone; nothing where not even that fits."""
    phase = len(word(sign.phase.word, scale)[0])
    widest_side = len(word(_WIDEST_SIDE, scale)[0])
    sides = _large_sides(sign, width, height, scale)
    left = _phase_left(sign, width, phase, widest_side)
    if left is not None:
        return (_letters(sign.phase.word, scale, height, left), *sides)
    if scale > 1 or len(sign.sides) != 1 or _MARGIN + widest_side >= width:
        return ()
    return _beside(sign, sides[0], width, height)


def _letters(text: str, scale: int, height: int, left: int, *, faint: bool = False) -> _Piece:
    """``text`` in large letters in the middle of the height; of an odd pixel, below it."""
    above = (2 * height - HEIGHT * scale + 1) // 2
    pixels = word(text, scale)
    if above % 2:
        pixels = (" " * len(pixels[0]), *pixels)
    return _Piece(cells(pixels), left, above // 2, faint)


def _phase_left(sign: Sign, width: int, phase: int, side: int) -> int | None:
    """Where a large phase begins: in the middle, or at the end that the side leaves free."""
    middle = (width - phase) // 2
    if not sign.sides:
        return middle if middle > 0 else None
    if middle >= _MARGIN + side + _GAP:
        return middle
    if len(sign.sides) > 1 or width < 2 * _MARGIN + side + _GAP + phase:
        return None
    return width - _MARGIN - phase if sign.side is Side.LEFT else _MARGIN


def _large_sides(sign: Sign, width: int, height: int, scale: int) -> tuple[_Piece, ...]:
    return tuple(
        _letters(side.name, scale, height, _at_end(side, width, scale), faint=sign.coming)
        for side in sign.sides
    )


def _at_end(side: Side, width: int, scale: int) -> int:
    """Where the large word of ``side`` begins: each at its own end of the band."""
    return _MARGIN if side is Side.LEFT else width - _MARGIN - len(word(side.name, scale)[0])


def _beside(sign: Sign, side: _Piece, width: int, height: int) -> tuple[_Piece, ...]:
    """The phase in writing, in the room that the large side leaves."""
    start = side.left + len(side.rows[0]) if sign.side is Side.LEFT else 0
    room = width - start if sign.side is Side.LEFT else side.left
    text = _written(sign, room - 2)
    if len(text) > room:
        return ()
    return (side, _Piece((text,), start + (room - len(text)) // 2, height // 2))


def _written(sign: Sign, room: int) -> str:
    text = f"{sign.phase.shape} {sign.phase.word}"
    return text if len(text) <= room else sign.phase.word


def _small(sign: Sign, width: int, height: int) -> tuple[_Piece, ...]:
    """Everything in writing, in one row: the side at its end, the phase in the middle or beside it.

    Where there is no room for both, the phase is told by its shape, then the side by its initial.
    """
    phase, row = sign.phase, height // 2
    texts = (f"{phase.shape} {phase.word}", phase.word)
    if len(sign.sides) != 1:
        return _small_middle(sign, texts, width, row)
    side, widest = sign.sides[0].name, len(_WIDEST_SIDE)
    text = next((text for text in texts if len(text) + widest + 1 <= width), phase.shape)
    if len(text) + widest + 1 > width:
        side, widest = side[0], 1
    margin = 1 if len(text) + widest + 3 <= width else 0
    at_left = sign.side is Side.LEFT
    left = _centred(text, width)
    if left < margin + widest + 1:
        left = width - margin - len(text) if at_left else margin
    side_left = margin if at_left else width - margin - len(side)
    return (
        _Piece((text,), max(0, left), row),
        _Piece((side,), max(0, side_left), row, sign.coming),
    )


def _small_middle(sign: Sign, texts: Sequence[str], width: int, row: int) -> tuple[_Piece, ...]:
    """The phase in the middle; both sides beside it only where there is room."""
    text = next((text for text in texts if len(text) <= width), sign.phase.shape)
    left = _centred(text, width)
    pieces = [_Piece((text,), left, row)]
    if left >= len(_WIDEST_SIDE) + 2:
        ends = {Side.LEFT: 1, Side.RIGHT: width - 1 - len(_WIDEST_SIDE)}
        pieces += [_Piece((side.name,), ends[side], row, sign.coming) for side in sign.sides]
    return tuple(pieces)


def _centred(text: str, width: int) -> int:
    return max(0, (width - len(text)) // 2)
