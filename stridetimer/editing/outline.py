"""How one gets from the top of a routine to a line in it, read off the indentation.

The text need not be YAML yet: it is being written. So nothing is parsed. What a line belongs to
are the nearest lines above it that are indented less.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stridetimer.editing.brackets import open_brackets
from stridetimer.editing.lines import Line, line

ITEM = ""
"""The step from a list to an item of it; all other steps are names of fields."""

FAR = 3_000
"""So many lines are looked at, at most, so that nobody waits in a huge file."""

_OPENS_TEXT = re.compile(r"(?:^|[:-])\s+[|>][-+0-9]*\s*(?:\s#.*)?$")


@dataclass(frozen=True, slots=True)
class Way:
    """How one gets to a line."""

    steps: tuple[str, ...]
    beside: frozenset[str]
    """The other fields of what the line is a part of."""
    opened: str = ""
    """All from the line in which a bracket was opened that is still open; mostly nothing."""


def way_to(lines: Sequence[str], row: int, at: Line) -> Way | None:
    """The way to ``at``, the line at index ``row`` or the part of it that counts.

    Returns:
        None where it is not a place for fields, but running text.
    """
    climb = _Climb(at)
    for index in range(row - 1, max(row - FAR, 0) - 1, -1):
        if climb.is_deeper(lines[index]):
            continue
        above = line(lines[index])
        if above.says_nothing:
            continue
        if climb.is_parent(above) and open_brackets(above.content):
            outer = way_to(lines, index, above)
            opened = "\n".join([above.content, *lines[index + 1 : row], ""])
            return Way(outer.steps, frozenset(), opened) if outer else None
        if not climb.past(above):
            return None
    if row >= FAR:
        return None
    beside = climb.beside | _names_below(lines, row, at)
    return Way(tuple(reversed(climb.steps)), frozenset(beside))


class _Climb:
    """Goes up from a line, and notes what it leaves: the steps come innermost first."""

    def __init__(self, at: Line) -> None:
        self.steps: list[str] = []
        self.beside: set[str] = set()
        self._column = at.column
        """Of the fields, or of the dashes, of what it is in."""
        self._in_list = False
        self._at_home = True
        """Whether it is still among the fields beside the line where it began."""
        self._leave_items(at)

    def _leave_items(self, at: Line) -> None:
        """Where a line begins items of lists, there is nothing above it in them."""
        self._in_list = bool(at.dashes)
        self._column = at.first
        self.steps += [ITEM] * len(at.dashes)
        self._at_home = self._at_home and not at.dashes

    def is_deeper(self, text: str) -> bool:
        """Whether a line, at a glance, belongs to something beside what it is in."""
        return text.startswith(" " * (self._column + 1))

    def is_parent(self, above: Line) -> bool:
        """Whether what it is in belongs to ``above``."""
        if self._in_list:
            return above.column <= self._column and self._column not in above.dashes
        return above.column < self._column

    def past(self, above: Line) -> bool:
        """Go on past the next line above; False where it shows that this is running text."""
        if self.is_parent(above):
            return self._go_up(above)
        if self._in_list:
            return self._past_item(above)
        if above.column == self._column:
            if self._at_home:
                self.beside.add(above.name)
            self._leave_items(above)
        return above.first >= self._column or above.column == self._column

    def _past_item(self, above: Line) -> bool:
        if self._column in above.dashes:
            # A list within a list may begin on the line of its item.
            outer = above.dashes.index(self._column)
            self.steps += [ITEM] * outer
            self._column = above.dashes[0]
            return True
        return above.first > self._column

    def _go_up(self, above: Line) -> bool:
        if above.value or not (above.name or above.dashes):  # running text, or what opens it
            return False
        if above.name:
            self.steps.append(above.name)
        self._at_home = False
        self._leave_items(above)
        return True


def opens_text(text: str) -> bool:
    """Whether the lines below and further in are one text, by ``|`` or ``>`` at the end."""
    return bool(_OPENS_TEXT.search(text))


def _names_below(lines: Sequence[str], row: int, at: Line) -> set[str]:
    """The fields beside a line that come after it."""
    names = set[str]()
    for text in lines[row + 1 : row + FAR]:
        below = line(text)
        if below.says_nothing or below.first > at.column:
            continue
        if below.first < at.column or below.dashes:
            break
        names.add(below.name)
    return names - {""}
