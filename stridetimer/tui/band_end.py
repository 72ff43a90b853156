"""What stands at an end of the band: a side, and what tells that it is still to come.

The left end is built from the edge of the screen inward; the right one is its mirror image.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from stridetimer.core.routine import Side
from stridetimer.tui.glyphs import Pixels, cells
from stridetimer.tui.letters import HEIGHT, SPACE, word

MARGIN = 2
"""What stays free between the edge of the screen and a large side."""
NEXT = "next"
"""What stands beside a side that is still to come."""
WIDEST_SIDE = "RIGHT"


class Ink(Enum):
    """What something is drawn in, and on."""

    BAND = auto()
    """Words on the colour of the phase."""
    PAGE = auto()
    """Words on the ground of the screen."""
    EDGE = auto()
    """The colour of the phase on the ground of the screen."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words drawn on the band or beside it, or a tip of the band."""

    rows: Pixels
    left: int
    top: int
    ink: Ink = Ink.BAND

    @property
    def right(self) -> int:
        """The first cell behind it."""
        return self.left + len(self.rows[0])

    @property
    def span(self) -> range:
        """The rows it takes."""
        return range(self.top, self.top + len(self.rows))

    def on(self, y: int) -> str:
        """What it has in row ``y``, one of those it takes."""
        return self.rows[y - self.top]


def letters(text: str, scale: int, height: int, left: int, ink: Ink = Ink.BAND) -> Piece:
    """``text`` in large letters in the middle of the height; of an odd pixel, below it."""
    above = (2 * height - HEIGHT * scale + 1) // 2
    pixels = word(text, scale)
    if above % 2:
        pixels = (" " * len(pixels[0]), *pixels)
    return Piece(cells(pixels), left, above // 2, ink)


def large_end(
    side: Side, scale: int, width: int, height: int, *, coming: bool, said: bool
) -> tuple[Piece, ...]:
    """``side`` in large letters at its end of a band of ``width`` cells and ``height`` rows.

    One that is ``coming`` stands on the ground of the screen, and the band ends in a tip that
    points to it; between them stands NEXT, half as large, if it is ``said``.
    """
    ink = Ink.PAGE if coming else Ink.BAND
    pieces = [letters(side.name, scale, height, 0, ink)]
    if coming and said:
        pieces.append(_smaller(NEXT, scale - 1, height))
    if coming:
        pieces.append(tip(height, height))
    return tuple(_placed(pieces, side, MARGIN, width, max(1, SPACE * (scale - 1))))


def written_end(
    side: Side, room: int, width: int, height: int, *, coming: bool
) -> tuple[Piece, ...]:
    """``side`` in writing, in an end of ``room`` cells that a large phase leaves free."""
    row, widest = height // 2, len(WIDEST_SIDE)
    margin = max(0, min(MARGIN, room - widest - 1))
    if not coming:
        return tuple(_placed([Piece((side.name,), 0, row)], side, margin, width))
    flush = str.ljust if side is Side.LEFT else str.rjust
    lines = tuple(flush(text, widest) for text in (NEXT, side.name))
    pieces = [Piece(lines, 0, row - 1, Ink.PAGE)]
    if (depth := room - margin - widest - 1) > 0:
        pieces.append(tip(height, depth))
    return tuple(_placed(pieces, side, margin, width))


def tip(height: int, depth: int) -> Piece:
    """The end of a band of ``height`` rows that points to the left, ``depth`` cells at the most."""
    depth = min(height, depth)
    # A pixel is as high as a cell is wide, so that a cell more or less a pixel is a right angle.
    cut = [min(depth, int(abs(y - height + 0.5))) for y in range(2 * height)]
    return Piece(cells(tuple(" " * x + "#" * (depth - x) for x in cut)), 0, 0, Ink.EDGE)


def _smaller(text: str, scale: int, height: int) -> Piece:
    """``text`` in large letters, or with no scale for them in writing."""
    if scale:
        return letters(text, scale, height, 0, Ink.PAGE)
    return Piece((text,), 0, height // 2, Ink.PAGE)


def _placed(
    pieces: Iterable[Piece], side: Side, margin: int, width: int, apart: int = 1
) -> Iterator[Piece]:
    """``pieces`` from the edge of the screen inward; at the right the mirror image of that."""
    at = margin
    for piece in pieces:
        cells_wide = len(piece.rows[0])
        if side is Side.LEFT:
            yield replace(piece, left=at)
        else:
            # Letters are read the same way at both ends; a tip points the other way.
            rows = tuple(row[::-1] for row in piece.rows) if piece.ink is Ink.EDGE else piece.rows
            yield replace(piece, rows=rows, left=width - at - cells_wide)
        at += cells_wide + apart
