"""Which keys a footer names, in whatever width there is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

APART = 1
"""Cells between two of them."""
_SHORTER = {"enter": "↵"}
"""What stands for a key where there is little room."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, and what it does in a word or two."""

    shown: str
    """The key as a person reads it."""
    name: str
    """What it does; empty where there is no room for it."""
    stays: bool = False
    """Whether it is named however narrow the footer is."""
    key: str = ""
    """The key, as the program calls it."""
    tooltip: str = ""
    """What it does, in a sentence."""

    @property
    def words(self) -> str:
        """What is read."""
        return f"{self.shown} {self.name}".rstrip()


def fitted(hints: Sequence[Hint], width: int) -> list[Hint]:
    """``hints`` in ``width`` cells: those that stay, and then the first of the others.

    Where there is no room for those that stay, first their keys are written shorter, and then
    some do without a name; in next to no room only the first of them are left.
    """
    others = sum(not hint.stays for hint in hints)
    for room in range(others, -1, -1):
        kept = _with_others(hints, room)
        if taken(kept) <= width:
            return kept
    short = [replace(hint, shown=_SHORTER.get(hint.shown, hint.shown)) for hint in kept]
    return short if taken(short) <= width else _some_named(short, width)


def taken(hints: Sequence[Hint]) -> int:
    """How many cells ``hints`` take."""
    return sum(cell_len(hint.words) for hint in hints) + APART * (len(hints) - 1)


def _with_others(hints: Sequence[Hint], room: int) -> list[Hint]:
    """Those of ``hints`` that stay, and the first ``room`` of the others, in their order."""
    others = [hint for hint in hints if not hint.stays][:room]
    return [hint for hint in hints if hint.stays or hint in others]


def _some_named(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The keys, as many as there is room for; and of their names the first for which there is."""
    fitting = [replace(hint, name="") for hint in hints]
    while len(fitting) > 1 and taken(fitting) > width:
        del fitting[-1]
    for place, hint in enumerate(hints[: len(fitting)]):
        named = [*fitting[:place], hint, *fitting[place + 1 :]]
        if taken(named) <= width:
            fitting = named
    return fitting
