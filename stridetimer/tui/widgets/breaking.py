"""Where a long line of a text is broken into rows, and which rows are whose.

As a text area does it, and where a line says nothing unusual, many times as fast: a file of 1 MiB
is broken anew whenever the width changes, and before its first line is seen.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate

from textual._wrap import compute_wrap_offsets

_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482]*").fullmatch
"""Whether every character is one cell wide, and no blank is other than an ordinary one."""


def breaks(line: str, width: int, tab_width: int) -> list[int]:
    """The columns at which further rows of a line begin; none where ``width``, in cells, is 0.

    A row ends where a word begins. A word that is wider than a row is cut.
    """
    if not width or (len(line) <= width and line.isascii() and "\t" not in line):
        return []
    if not _PLAIN(line):
        return compute_wrap_offsets(line, width, tab_width)
    ends = [row.end() for row in _rows(width).finditer(line)]
    return ends[:-1]


@cache
def _rows(width: int) -> re.Pattern[str]:
    """A row of a line: as much as fits and ends before a word, or a part of a word."""
    return re.compile(rf".{{1,{width}}}(?:$|(?<= )(?! ))|.{{{width}}}")


class Rows:
    """The rows of a text whose lines have so many."""

    def __init__(self, counts: Iterable[int]) -> None:
        self._firsts = list(accumulate(counts, initial=0))

    def __len__(self) -> int:
        """How many there are."""
        return self._firsts[-1]

    def __getitem__(self, row: int) -> tuple[int, int]:
        """Its line, and which row of that it is; from the end where ``row`` is negative.

        Raises:
            IndexError: there is no such row.
        """
        row = range(len(self))[row]
        line = bisect_right(self._firsts, row) - 1
        return line, row - self._firsts[line]

    def of_lines(self) -> "RowsOfLines":
        """The same, line by line."""
        return RowsOfLines(self._firsts)


class RowsOfLines:
    """Which rows belong to each line of a text; ``firsts`` are the first of each, and the end."""

    def __init__(self, firsts: Sequence[int]) -> None:
        self._firsts = firsts

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._firsts) - 1

    def __getitem__(self, line: int) -> range:
        """Those of one."""
        return range(self._firsts[line], self._firsts[line + 1])
