"""Where the words of the band stand: what to do, and with which side.

The phase stands in the middle, LEFT at the left end and RIGHT at the right, as large as they fit.
Where there is no room for both in large letters, a side that works keeps them, or else the phase
does, and the other is written. In a single row both are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from stridetimer.core.routine import Side
from stridetimer.tui.glyphs import cells
from stridetimer.tui.letters import HEIGHT, rows_of, word
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign

_MARGIN = 2
_GAP = 4
"""What keeps two large words apart: more than what keeps their letters apart."""
_FREE = 8
"""What stays free at the end that has no side: more than the gap, so that a large phase beside
the side does not seem to be one at the other end."""
_WIDEST_SIDE = "RIGHT"
_OF_A_SIDE = (Phase.WORK, Phase.SWITCH)
"""The phases in which the side matters more than the phase; in all others it is still to come."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words drawn on the band."""

    rows: tuple[str, ...]
    left: int
    top: int
    faint: bool = False

    def on(self, y: int) -> str:
        """What it has in row ``y``."""
        inside = self.top <= y < self.top + len(self.rows)
        return self.rows[y - self.top] if inside else ""


@lru_cache(maxsize=64)
def pieces(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
    """The words of ``sign`` on a band of ``width`` cells and ``height`` rows."""
    for scale in range((2 * height - 1) // HEIGHT, 0, -1):
        if found := _large(sign, width, height, scale):
            return found
    for fallback in (_large_side, _large_phase):
        if found := fallback(sign, width, height):
            return found
    return _small(sign, width, height)


def _large(sign: Sign, width: int, height: int, scale: int) -> tuple[Piece, ...]:
    """Both words large; nothing where they do not fit."""
    sides = _large_sides(sign, width, height, scale)
    start = _phase_start(sign, width, sides, len(word(sign.phase.word, scale)[0]))
    if start is None:
        return ()
    return (_letters(sign.phase.word, scale, height, start), *sides)


def _large_side(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
    """The side large and the phase in writing, where the side is what works now."""
    fits = rows_of(1) <= height and _MARGIN + len(word(_WIDEST_SIDE, 1)[0]) < width
    if len(sign.sides) != 1 or sign.phase not in _OF_A_SIDE or not fits:
        return ()
    return _beside(sign, _large_sides(sign, width, height, 1)[0], width, height)


def _large_phase(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
    """The phase large in the middle, and each side in writing at its end."""
    phase = len(word(sign.phase.word, 1)[0])
    left = (width - phase) // 2
    if rows_of(1) > height or left < len(_WIDEST_SIDE):
        return ()
    margin = max(0, min(_MARGIN, left - len(_WIDEST_SIDE) - 1))
    ends = {side: margin if side is Side.LEFT else width - margin - len(side.name) for side in Side}
    sides = (Piece((side.name,), ends[side], height // 2, sign.coming) for side in sign.sides)
    return (_letters(sign.phase.word, 1, height, left), *sides)


def _letters(text: str, scale: int, height: int, left: int, *, faint: bool = False) -> Piece:
    """``text`` in large letters in the middle of the height; of an odd pixel, below it."""
    above = (2 * height - HEIGHT * scale + 1) // 2
    pixels = word(text, scale)
    if above % 2:
        pixels = (" " * len(pixels[0]), *pixels)
    return Piece(cells(pixels), left, above // 2, faint)


def _phase_start(sign: Sign, width: int, sides: tuple[Piece, ...], phase: int) -> int | None:
    """Where a large phase begins: in the middle, or as near to it as the side lets it.

    The end without a side stays free, so that no phase is taken for a side; None where that
    leaves no room.
    """
    free = _FREE if sign.sides else _MARGIN
    first, last = free, width - free - phase
    for side, piece in zip(sign.sides, sides, strict=True):
        if side is Side.LEFT:
            first = piece.left + len(piece.rows[0]) + _GAP
        else:
            last = piece.left - _GAP - phase
    if first > last:
        return None
    return min(max(first, (width - phase) // 2), last)


def _large_sides(sign: Sign, width: int, height: int, scale: int) -> tuple[Piece, ...]:
    return tuple(
        _letters(side.name, scale, height, _at_end(side, width, scale), faint=sign.coming)
        for side in sign.sides
    )


def _at_end(side: Side, width: int, scale: int) -> int:
    """Where the large word of ``side`` begins: each at its own end of the band."""
    return _MARGIN if side is Side.LEFT else width - _MARGIN - len(word(side.name, scale)[0])


def _beside(sign: Sign, side: Piece, width: int, height: int) -> tuple[Piece, ...]:
    """The phase in writing, in the room that the large side leaves."""
    start = side.left + len(side.rows[0]) if sign.side is Side.LEFT else 0
    room = width - start if sign.side is Side.LEFT else side.left
    text = _written(sign, room - 2)
    if len(text) > room:
        return ()
    return (side, Piece((text,), start + (room - len(text)) // 2, height // 2))


def _written(sign: Sign, room: int) -> str:
    text = f"{sign.phase.shape} {sign.phase.word}"
    return text if len(text) <= room else sign.phase.word


def _small(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
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
        Piece((text,), max(0, left), row),
        Piece((side,), max(0, side_left), row, sign.coming),
    )


def _small_middle(sign: Sign, texts: Sequence[str], width: int, row: int) -> tuple[Piece, ...]:
    """The phase in the middle; both sides beside it only where there is room."""
    text = next((text for text in texts if len(text) <= width), sign.phase.shape)
    left = _centred(text, width)
    pieces = [Piece((text,), left, row)]
    if left >= len(_WIDEST_SIDE) + 2:
        ends = {Side.LEFT: 1, Side.RIGHT: width - 1 - len(_WIDEST_SIDE)}
        pieces += [Piece((side.name,), ends[side], row, sign.coming) for side in sign.sides]
    return tuple(pieces)


def _centred(text: str, width: int) -> int:
    return max(0, (width - len(text)) // 2)
