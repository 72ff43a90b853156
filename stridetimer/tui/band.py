"""Where the words of the band stand: what to do, and with which side.

The phase stands in the middle, LEFT at the left end and RIGHT at the right, as large as they fit.
Where there is no room for both in large letters, a side that works keeps them, or else the phase
does, and the other is written. In a single row both are.

On the colour of the band stands what is now. A side that is still to come stands beside it, on the
ground of the screen, and the band points there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from stridetimer.core.routine import Side
from stridetimer.tui.band_end import (
    MARGIN,
    NEXT,
    WIDEST_SIDE,
    Ink,
    Piece,
    large_end,
    letters,
    written_end,
)
from stridetimer.tui.letters import HEIGHT, rows_of, word
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign

_GAP = 4
"""What keeps two large words apart: more than what keeps their letters apart."""
_FREE = 8
"""What stays free at the end that has no side: more than the gap, so that a large phase beside
the side does not seem to be one at the other end."""
_OF_A_SIDE = (Phase.WORK, Phase.SWITCH)
"""The phases in which the side matters more than the phase."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, from left to right, and from where to where the band has its colour."""

    pieces: tuple[Piece, ...]
    start: int
    stop: int


@lru_cache(maxsize=64)
def drawing(sign: Sign, width: int, height: int) -> Drawing:
    """``sign`` on a band of ``width`` cells and ``height`` rows."""
    pieces = sorted(_pieces(sign, width, height), key=lambda piece: piece.left)
    first = next(n for n, piece in enumerate(pieces) if piece.ink is Ink.BAND)
    start = pieces[first - 1].right if first else 0
    beside = (piece.left for piece in pieces[first:] if piece.ink is not Ink.BAND)
    return Drawing(tuple(pieces), start, min(beside, default=width))


def _pieces(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
    # LEFT takes no room that RIGHT, which is longer, would not have: they mirror each other.
    widest = replace(sign, side=Side.RIGHT) if sign.side is Side.LEFT else sign
    for scale in range((2 * height - 1) // HEIGHT, 0, -1):
        for said in (True, False) if sign.coming else (False,):
            if _large(widest, width, height, scale, said=said):
                return _large(sign, width, height, scale, said=said)
    for written in (_large_side, _large_phase):
        if written(widest, width, height):
            return written(sign, width, height)
    return _small(sign, width, height)


def _large(sign: Sign, width: int, height: int, scale: int, *, said: bool) -> tuple[Piece, ...]:
    """Both words large, and NEXT if it is ``said``; nothing where they do not fit."""
    ends = {
        side: large_end(side, scale, width, height, coming=sign.coming, said=said)
        for side in sign.sides
    }
    start = _phase_start(sign, width, ends, len(word(sign.phase.word, scale)[0]))
    if start is None:
        return ()
    return (letters(sign.phase.word, scale, height, start), *chain(*ends.values()))


def _phase_start(
    sign: Sign, width: int, ends: Mapping[Side, tuple[Piece, ...]], phase: int
) -> int | None:
    """Where a large phase begins: in the middle, or as near to it as the side lets it.

    The end without a side stays free, so that no phase is taken for a side; None where that
    leaves no room.
    """
    free = _FREE if ends else MARGIN
    gap = 1 if sign.coming else _GAP
    first, last = free, width - free - phase
    if Side.LEFT in ends:
        first = ends[Side.LEFT][-1].right + gap
    if Side.RIGHT in ends:
        last = ends[Side.RIGHT][-1].left - gap - phase
    if first > last:
        return None
    return min(max(first, (width - phase) // 2), last)


def _large_side(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
    """The side large and the phase in writing, where it is the side that matters now."""
    if len(sign.sides) != 1 or sign.phase not in _OF_A_SIDE or rows_of(1) > height:
        return ()
    side = sign.sides[0]
    end = large_end(side, 1, width, height, coming=sign.coming, said=False)
    start, stop = (end[-1].right, width) if side is Side.LEFT else (0, end[-1].left)
    for text, around in zip(_texts(sign.phase), (2, 0), strict=True):
        if len(text) + around <= stop - start:
            left = start + (stop - start - len(text)) // 2
            return (Piece((text,), left, height // 2), *end)
    return ()


def _large_phase(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
    """The phase large in the middle, and each side in writing at its end."""
    phase = len(word(sign.phase.word, 1)[0])
    room = (width - phase) // 2
    if rows_of(1) > height or room < len(WIDEST_SIDE):
        return ()
    ends = [
        piece
        for side in sign.sides
        for piece in written_end(side, room, width, height, coming=sign.coming)
    ]
    left = room
    # Dark letters that begin with the band would melt into a dark ground beside it.
    if sign.coming and sign.sides == (Side.LEFT,):
        left = max(left, ends[-1].right + 1)
    elif sign.coming and sign.sides == (Side.RIGHT,):
        left = min(left, ends[-1].left - 1 - phase)
    return (letters(sign.phase.word, 1, height, left), *ends)


def _small(sign: Sign, width: int, height: int) -> tuple[Piece, ...]:
    """Everything in writing, in one row: the side at its end, the phase in the middle or beside it.

    Where there is no room for both, first NEXT is left out, then the phase is told by its shape,
    then the side by its initial.
    """
    row = height // 2
    if len(sign.sides) != 1:
        return _small_middle(sign, width, row)
    at_left = sign.side is Side.LEFT
    text, side, widest = _small_words(sign, width)
    margin = 1 if len(text) + widest + 3 <= width else 0
    side = _spaced(sign, side, at_left=at_left)
    # A blank of the band beside the phase, where there is room for one.
    taken = min(margin + widest + 2, width - len(text))
    left = max(taken, _centred(text, width))
    if not at_left:
        left = width - len(text) - left
    side_left = margin if at_left else width - margin - len(side)
    return (Piece((text,), left, row), Piece((side,), max(0, side_left), row, _ink(sign)))


def _small_words(sign: Sign, width: int) -> tuple[str, str, int]:
    """What is written of the phase and of the side, and how long the latter is at the most."""
    side, (shaped, plain) = sign.sides[0].name, _texts(sign.phase)
    widest = len(WIDEST_SIDE)
    with_next = len(NEXT) + 1 + widest
    if sign.coming and len(shaped) + with_next + 1 <= width:
        told = (side, NEXT) if sign.side is Side.LEFT else (NEXT, side)
        return shaped, " ".join(told), with_next
    for text in (shaped, plain, sign.phase.shape):
        if len(text) + widest + 1 <= width:
            return text, side, widest
    return sign.phase.shape, side[0], 1


def _small_middle(sign: Sign, width: int, row: int) -> tuple[Piece, ...]:
    """The phase in the middle; both sides beside it only where there is room."""
    texts = (*_texts(sign.phase), sign.phase.shape)
    text = next((text for text in texts if len(text) <= width), sign.phase.shape)
    left = _centred(text, width)
    pieces = [Piece((text,), left, row)]
    if left >= len(WIDEST_SIDE) + 2:
        for side in sign.sides:
            at_left = side is Side.LEFT
            written = _spaced(sign, side.name, at_left=at_left)
            start = 1 if at_left else width - 1 - len(written)
            pieces.append(Piece((written,), start, row, _ink(sign)))
    return tuple(pieces)


def _spaced(sign: Sign, side: str, *, at_left: bool) -> str:
    """``side`` with a blank that keeps it from the colour of the band, where it stands beside."""
    if not sign.coming:
        return side
    return f"{side} " if at_left else f" {side}"


def _texts(phase: Phase) -> tuple[str, str]:
    """What is written of a phase, the fuller first."""
    return f"{phase.shape} {phase.word}", phase.word


def _ink(sign: Sign) -> Ink:
    """What the side is written in."""
    return Ink.PAGE if sign.coming else Ink.BAND


def _centred(text: str, width: int) -> int:
    return max(0, (width - len(text)) // 2)
