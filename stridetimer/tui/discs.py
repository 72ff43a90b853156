"""Set dots drawn large: a cell holds four points, which makes them round."""

from collections.abc import Callable
from functools import lru_cache
from math import hypot

from stridetimer.tui.glyphs import QUADRANTS, Pixels
from stridetimer.tui.marks import AHEAD, DONE, NOW, SKIPPED


def _is_full(x: float, y: float) -> bool:
    return hypot(x, y) <= 1


def _is_ring(x: float, y: float) -> bool:
    return _is_full(x, y) and hypot(x, y) > 2 / 3


def _is_half(x: float, y: float) -> bool:
    return _is_full(x, y) if x < 0 else _is_ring(x, y)


def _is_cross(x: float, y: float) -> bool:
    return max(abs(x), abs(y)) < 4 / 5 and abs(abs(x) - abs(y)) < 1 / 5


_SHAPES: dict[str, Callable[[float, float], bool]] = {
    DONE: _is_full,
    NOW: _is_half,
    AHEAD: _is_ring,
    SKIPPED: _is_cross,
}
"""Whether each mark has a point, by its distances from the middle; the radius is 1."""
MARKS = frozenset(_SHAPES)
"""What can be drawn so."""


@lru_cache
def disc(mark: str, rows: int) -> Pixels:
    """``mark`` as text of so many rows, and twice as many cells to each."""
    return tuple(
        "".join(_cell(_SHAPES[mark], column, row, rows) for column in range(2 * rows))
        for row in range(rows)
    )


def _cell(shape: Callable[[float, float], bool], column: int, row: int, rows: int) -> str:
    """The block of a cell; its points are half as wide as high."""
    points = (
        1 << (2 * lower + right)
        for lower in (0, 1)
        for right in (0, 1)
        if shape(
            (column + (right + 0.5) / 2) / rows - 1,
            (2 * row + lower + 0.5) / rows - 1,
        )
    )
    return QUADRANTS[sum(points)]
