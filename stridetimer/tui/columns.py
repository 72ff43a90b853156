"""Columns of text that stand under each other, in whatever width there is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

GAP = 2
NARROWEST = 12
"""A first column with fewer cells than this is no column: the rest then goes below it."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A row: what it is about, and what there is to say of that."""

    first: Content
    rest: tuple[Content, ...] = ()
    indent: int = 0


def fits(rows: Sequence[Cells], width: int, narrowest: int = NARROWEST) -> bool:
    """Whether ``rows`` stand side by side in ``width`` cells, the first column wrapped or not.

    ``narrowest`` is how many of them a long first column has at least.
    """
    longest = _longest(rows)
    return width - _taken(rows) >= min(longest, narrowest)


def laid_out(rows: Sequence[Cells], width: int) -> list[Content]:
    """``rows`` as lines of ``width`` cells; where they do not fit, the rest goes below."""
    if not fits(rows, width):
        return [line for row in rows for line in _below(row, width)]
    room = min(_longest(rows), width - _taken(rows))
    return [line for row in rows for line in _beside(row, room, _widths(rows))]


def _longest(rows: Sequence[Cells]) -> int:
    return max((row.indent + row.first.cell_length for row in rows), default=0)


def _widths(rows: Sequence[Cells]) -> list[int]:
    columns = max((len(row.rest) for row in rows), default=0)
    return [
        max((row.rest[column].cell_length for row in rows if column < len(row.rest)), default=0)
        for column in range(columns)
    ]


def _taken(rows: Sequence[Cells]) -> int:
    return sum(GAP + width for width in _widths(rows) if width)


def _beside(row: Cells, room: int, widths: Sequence[int]) -> Iterator[Content]:
    lines = row.first.wrap(max(1, room - row.indent))
    head = lines[0].pad_left(row.indent)
    for cell, width in zip(row.rest, widths, strict=False):
        if width:
            head = head.pad_right(room + GAP - head.cell_length) + cell
            room += GAP + width
    yield head
    yield from (line.pad_left(row.indent) for line in lines[1:])


def _below(row: Cells, width: int) -> Iterator[Content]:
    for line in row.first.wrap(max(1, width - row.indent)):
        yield line.pad_left(row.indent)
    said = [cell for cell in row.rest if cell]
    if said:
        for line in Content(" · ").join(said).wrap(max(1, width - row.indent - GAP)):
            yield line.pad_left(row.indent + GAP)
