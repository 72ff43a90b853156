"""A row of pips that fill, or of seconds that close in."""

from collections.abc import Iterator
from itertools import groupby
from operator import ne

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.tui.marks import Pips

_FULL, _EMPTY, _GONE = "█", "▁", "·"
_TOP = str.maketrans({_FULL: "▆"})
_TOP_OF_MORE = str.maketrans({_FULL: "▄", _EMPTY: " ", _GONE: " "})
_BELOW = str.maketrans({_GONE: "▀"})
"""Below another row: a dot as large as a pixel of the numerals, in the middle of both."""
_WIDEST = 8
"""Cells of a pip among others, at the most."""
_WIDEST_SECOND = 6
"""Cells that close in at either end in one second, at the most."""


class PipRow(Widget):
    """Shows pips in the middle of a row, each as wide as there is room for.

    Seconds that run out are no pips but one bar, which closes in on the middle from both ends: it
    is never taken for repetitions. It repaints no more than what differs.
    """

    DEFAULT_CSS = """
    PipRow { height: 1; }
    """

    pips: reactive[Pips] = reactive(Pips(), repaint=False)
    """What it shows."""

    def watch_pips(self, old: Pips, new: Pips) -> None:
        """Repaint the cells that differ."""
        width, height = self.size
        was, now = row_of(old, width), row_of(new, width)
        if regions := [Region(x, 0, cells, height) for x, cells in differences(was, now)]:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """One row: the highest of them leaves a little room above."""
        row = row_of(self.pips, self.size.width)
        if y == 0:
            row = row.translate(_TOP_OF_MORE if self.size.height > 1 else _TOP)
        else:
            row = row.translate(_BELOW)
        return Strip([Segment(row, self.rich_style)])


def row_of(pips: Pips, width: int) -> str:
    """``pips`` as a row of ``width`` cells."""
    if not pips.number or not width:
        return " " * width
    if pips.closing:
        return _closing_in(pips, width).center(width)
    return " ".join(_drawn(pips, width)).center(width)


def _drawn(pips: Pips, width: int) -> Iterator[str]:
    """Each pip; where there is no room for that many, one for all of them."""
    if pips.number == 1 or 2 * pips.number - 1 > width:
        full = round(width * pips.filled / pips.number)
        yield _FULL * full + _EMPTY * (width - full)
        return
    size = min(_WIDEST, (width + 1) // pips.number - 1)
    for number in range(pips.number):
        # Rounded down, so that only one that is done is seen whole.
        full = int(size * min(1.0, max(0.0, pips.filled - number)))
        yield _FULL * full + _EMPTY * (size - full)


def _closing_in(pips: Pips, width: int) -> str:
    """A bar in the middle, and a dot at either end for every second that has gone."""
    step = min(_WIDEST_SECOND, width // (2 * pips.number))
    if not step:
        return _FULL * round(width * pips.filled / pips.number)
    left = _GONE.ljust(step) * (pips.number - round(pips.filled))
    return left + _FULL * 2 * step * round(pips.filled) + left[::-1]


def differences(was: str, now: str) -> Iterator[tuple[int, int]]:
    """Where ``now`` differs from ``was``: the first cell of each run, and how many it has."""
    x = 0
    for differs, run in groupby(map(ne, was, now)):
        cells = len(list(run))
        if differs:
            yield x, cells
        x += cells
