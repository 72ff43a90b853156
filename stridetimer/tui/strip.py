"""A whole session as a picture: a segment a step, as wide as it takes time.

A terminal cell holds two columns, and each row of it two dots, so a picture is twice as fine as
the cells it is drawn in. What a step is can be seen from its shape alone: work stands as high as
the picture, a rest lies low, a switch of sides hangs from the top, and getting ready is dotted. A
blank column keeps one exercise from the next. Behind the place where one is, work that was done is
half as high and nothing else is left. Work that is left out is hatched, from where it was.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import floor
from types import MappingProxyType

from stridetimer.core.plan import Plan
from stridetimer.core.step import Kind, Step
from stridetimer.tui.glyphs import QUADRANTS
from stridetimer.tui.phase import Phase, phase_of_kind

COLUMNS_A_CELL = 2
NOTHING: Mapping[int, float] = MappingProxyType({})
"""Of a session that is gone through as it was planned, nothing is left out."""
_GAP = 1
"""Columns between two exercises."""
_LEAST = 1
_LEAST_READY = 2
"""Columns that the least step has where there is room; dots need two to be seen as such."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column shows; blank without a phase."""

    phase: Phase | None = None
    left_out: bool = False

    def has_dot(self, number: int, dot: int, dots: int, *, gone: bool = False) -> bool:
        """Whether column ``number`` of the picture has this of its dots, counted from the top.

        ``gone`` is what lies behind the place where one is.
        """
        if self.phase is Phase.WORK and self.left_out:
            return (number + dot) % 2 == 0
        if self.left_out or (gone and self.phase is not Phase.WORK):
            return False
        match self.phase:
            case None:
                return False
            case Phase.WORK:
                return not gone or dot >= dots // 2
            case Phase.SWITCH:
                return dot < dots // 2
            case Phase.READY:
                return dot == dots - 1 and number % 2 == 0
            case _:
                return dot >= dots - max(1, dots // 4)


_BLANK = Column()


@dataclass(frozen=True, slots=True)
class Span:
    """From which column to which, both in parts of columns, something reaches."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring cells in one colour."""

    text: str
    phase: Phase | None
    """The phase whose colour it has; None where it is blank."""
    left_out: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A session drawn in a number of cells."""

    columns: tuple[Column, ...]
    spans: tuple[Span, ...]
    """Where each step lies."""

    def cell_at(self, step: int, fraction: float) -> int:
        """The cell in which a step lies that has gone by to ``fraction`` of its length."""
        span = self.spans[step]
        column = span.start + min(1.0, max(0.0, fraction)) * (span.end - span.start)
        return min(int(column + 1e-6), len(self.columns) - 1) // COLUMNS_A_CELL

    def step_at(self, cell: int) -> int:
        """The step that lies in a cell; of several the first that begins there."""
        starts = [span.start for span in self.spans]
        column = cell * COLUMNS_A_CELL
        first = bisect_left(starts, column)
        begins_here = first < len(starts) and starts[first] < column + COLUMNS_A_CELL
        return first if begins_here else max(0, first - 1)

    def runs(
        self,
        row: int = 0,
        rows: int = 1,
        start: int = 0,
        end: int | None = None,
        *,
        gone: bool = False,
    ) -> list[Run]:
        """The cells from ``start`` up to ``end`` in one of ``rows`` rows, in runs of one colour.

        ``gone`` is what lies behind the place where one is.
        """
        last = len(self.columns) // COLUMNS_A_CELL if end is None else end
        drawn = [self._cell(cell, row, rows, gone=gone) for cell in range(start, last)]
        return [
            Run("".join(glyph for glyph, _ in cells), column.phase, column.left_out)
            for column, cells in groupby(drawn, key=lambda cell: cell[1])
        ]

    def _cell(self, cell: int, row: int, rows: int, *, gone: bool) -> tuple[str, Column]:
        """The block of a cell, and the column that gives it its colour: work before all else."""
        first = cell * COLUMNS_A_CELL
        pair = self.columns[first : first + COLUMNS_A_CELL]
        dots = (
            (1 << (2 * lower + right))
            for lower in (0, 1)
            for right, column in enumerate(pair)
            if column.has_dot(first + right, 2 * row + lower, 2 * rows, gone=gone)
        )
        return QUADRANTS[sum(dots)], max(pair, key=_weight)


def _weight(column: Column) -> int:
    if column.phase is None:
        return 0
    return (2 if column.phase is Phase.WORK else 1) * (1 if column.left_out else 3)


def draw(plan: Plan, cells: int, left_out: Mapping[int, float] = NOTHING) -> Picture:
    """``plan`` in a row of ``cells`` cells; ``left_out`` says from which fraction of it on a step
    was left out, by its index.

    Where there is room, the shortest step has a column of its own. Where there is none, a column
    shows what takes up most of it, and a cell that has any work in it shows some.
    """
    width = cells * COLUMNS_A_CELL
    spans = tuple(_spans(plan.steps, width))
    return Picture(tuple(_columns(plan.steps, spans, width, left_out)), spans)


# -- how much room each step has ----------------------------------------------------------------


def _spans(steps: Sequence[Step], width: int) -> Iterator[Span]:
    """Where each step lies: turns at exercises first, a gap between them, then steps in each."""
    turns = [tuple(turn) for _, turn in groupby(steps, key=lambda step: step.turn)]
    gaps = _GAP * (len(turns) - 1)
    if gaps > width // 4:
        turns, gaps = [tuple(steps)], 0
    least = [sum(map(_least, turn)) for turn in turns]
    if sum(least) + gaps > width // 2:
        least = [_LEAST] * len(turns)
    seconds = [sum(step.seconds for step in turn) for turn in turns]
    start = 0
    for turn, room in zip(turns, _shares(seconds, least, width - gaps), strict=True):
        yield from _spans_in_turn(turn, start, room)
        start += room + _GAP


def _spans_in_turn(turn: Sequence[Step], start: int, room: int) -> Iterator[Span]:
    least = list(map(_least, turn))
    seconds = [step.seconds for step in turn]
    if sum(least) <= room:
        widths: Sequence[float] = _shares(seconds, least, room)
    else:
        scale = room / sum(seconds)
        widths = [one * scale for one in seconds]
    edges = list(accumulate(widths, initial=float(start)))
    yield from map(Span, edges, edges[1:])


def _least(step: Step) -> int:
    return _LEAST_READY if step.kind is Kind.PREPARE else _LEAST


def _shares(seconds: Sequence[float], least: Sequence[int], width: int) -> list[int]:
    """``width`` columns divided by time, in whole columns and none below its ``least``."""
    wide = set(range(len(seconds)))
    while True:
        room = width - sum(one for number, one in enumerate(least) if number not in wide)
        scale = room / (sum(seconds[number] for number in wide) or 1.0)
        narrow = {number for number in wide if seconds[number] * scale < least[number]}
        if not narrow:
            break
        wide -= narrow
    shares = (
        one * scale if number in wide else least[number] for number, one in enumerate(seconds)
    )
    edges = [floor(edge + 0.5) for edge in accumulate(shares, initial=0.0)]
    return [end - start for start, end in pairwise(edges)]


# -- what each column shows ---------------------------------------------------------------------


def _columns(
    steps: Sequence[Step], spans: Sequence[Span], width: int, left_out: Mapping[int, float]
) -> list[Column]:
    shares: list[defaultdict[Column, float]] = [defaultdict(float) for _ in range(width)]
    for step, span in zip(steps, spans, strict=True):
        for part, is_left_out in _parts(span, left_out.get(step.index)):
            column = Column(phase_of_kind(step.kind), is_left_out)
            for number, share in _reaches(part, width):
                shares[number][column] += share
    columns = [max(share, key=share.__getitem__) if share else _BLANK for share in shares]
    for first in range(0, width, COLUMNS_A_CELL):
        _show_work(columns, shares, range(first, first + COLUMNS_A_CELL))
    return columns


def _show_work(
    columns: list[Column], shares: Sequence[Mapping[Column, float]], cell: range
) -> None:
    """Let a cell that has any work in it show some."""
    if any(columns[number].phase is Phase.WORK for number in cell):
        return
    works = [
        (share, number, column)
        for number in cell
        for column, share in shares[number].items()
        if column.phase is Phase.WORK
    ]
    if works:
        _, number, column = max(works, key=lambda work: work[:2])
        columns[number] = column


def _parts(span: Span, left_out_from: float | None) -> Iterator[tuple[Span, bool]]:
    """What of a step was gone through, and what was left out: that is a cell at the least."""
    if left_out_from is None:
        yield span, False
        return
    end = span.start + left_out_from * (span.end - span.start)
    end = min(end, span.end - COLUMNS_A_CELL)
    if end > span.start:
        yield Span(span.start, end), False
    yield Span(max(span.start, end), span.end), True


def _reaches(span: Span, width: int) -> Iterator[tuple[int, float]]:
    """The columns that a span reaches, and how much of each."""
    number = min(int(span.start), width - 1)
    while number < width and (number < span.end or number == int(span.start)):
        yield number, min(span.end, number + 1) - max(span.start, number)
        number += 1
