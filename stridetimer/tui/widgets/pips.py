"""A row of pips that fill or empty."""

from collections.abc import Iterator

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.tui.marks import Pips

_FULL, _EMPTY = "█", "▁"
_TOP = str.maketrans({_FULL: "▆"})
_TOP_OF_MORE = str.maketrans({_FULL: "▄", _EMPTY: " "})
_WIDEST = 8
"""Cells of a pip among others, at the most."""


class PipRow(Widget):
    """Shows pips in the middle of a row, each as wide as there is room for.

    It repaints no more than what differs.
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
        differing = [x for x, cell in enumerate(now) if cell != was[x]]
        if differing:
            first, last = differing[0], differing[-1]
            self.refresh(Region(first, 0, last - first + 1, height))

    def render_line(self, y: int) -> Strip:
        """One row: the highest of them leaves a little room above."""
        row = row_of(self.pips, self.size.width)
        if y == 0:
            row = row.translate(_TOP_OF_MORE if self.size.height > 1 else _TOP)
        return Strip([Segment(row, self.rich_style)])


def row_of(pips: Pips, width: int) -> str:
    """``pips`` as a row of ``width`` cells."""
    if not pips.number or not width:
        return " " * width
    return " ".join(_drawn(pips, width)).center(width)


def _drawn(pips: Pips, width: int) -> Iterator[str]:
    """Each pip; where there is no room for that many, one for all of them."""
    if pips.number == 1 or 2 * pips.number - 1 > width:
        full = round(width * pips.filled / pips.number)
        yield _FULL * full + _EMPTY * (width - full)
        return
    size = min(_WIDEST, (width + 1) // pips.number - 1)
    for number in range(pips.number):
        full = round(size * min(1.0, max(0.0, pips.filled - number)))
        yield _FULL * full + _EMPTY * (size - full)
