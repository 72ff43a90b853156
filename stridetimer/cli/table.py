"""Columns of text that stand under each other, whatever script the words are in."""

from collections.abc import Collection, Iterator, Sequence

from stridetimer.routines.characters import cells, printable

GAP = "  "


def table(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> Iterator[str]:
    """``rows`` as lines; the columns ``right`` are set to the right, empty columns left out.

    What a terminal might obey, which may stand in the name of a file, is shown as visible escapes.
    """
    columns = [tuple(map(printable, column)) for column in zip(*rows, strict=True)]
    widths = [max(map(_cells, column)) for column in columns]
    shown = [index for index, column in enumerate(columns) if any(column[1:])]
    for row in zip(*columns, strict=True):
        cells = (_set(row[index], widths[index], index in right) for index in shown)
        yield GAP.join(cells).rstrip()


def _set(text: str, width: int, to_the_right: bool) -> str:
    room = " " * (width - _cells(text))
    return room + text if to_the_right else text + room


def _cells(text: str) -> int:
    return len(text) if text.isascii() else cells(text)
