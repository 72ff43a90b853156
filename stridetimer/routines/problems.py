"""What is wrong with a routine file, and how that is shown to a person.

Everything shown came out of a file that may be hostile: whatever could steer a terminal appears
as a visible escape.
"""

from dataclasses import dataclass
from enum import StrEnum

from stridetimer.routines.characters import cells, printable

_BEFORE, _WINDOW = 60, 100
"""Of a long line, the characters shown before the place, and altogether."""

_TAB = "    "


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    """The routine cannot be used."""
    WARNING = "warning"
    """It can, and is likely not what was meant."""
    NOTE = "note"
    """Nothing of itself; says that there are more."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file, or likely so."""

    line: int
    """The line of the place, from 1."""
    column: int
    """The column of the place, in characters, from 1."""
    message: str
    """What is wrong there: one sentence, safe to show."""
    source: str = ""
    """The line of the file as it stands there."""
    severity: Severity = Severity.ERROR

    def render(self, name: str) -> str:
        """The problem in the file ``name``: place and message, the line, and a caret under it."""
        shown, caret = _excerpt(self.source, self.column - 1)
        kind = "warning: " if self.severity is Severity.WARNING else ""
        head = f"{printable(name)}:{self.line}:{self.column}: {kind}{self.message}"
        return f"{head}\n{shown}\n{' ' * caret}^"

    def as_dict(self, name: str) -> dict[str, str | int]:
        """The problem in the file ``name``, for other programs."""
        return {
            "file": printable(name),
            "line": self.line,
            "column": self.column,
            "message": self.message,
            "severity": self.severity.value,
        }


def _excerpt(line: str, place: int) -> tuple[str, int]:
    """The part of ``line`` around index ``place``, and in which cell of it the place falls."""
    start = max(0, place - _BEFORE) if len(line) > _WINDOW else 0
    end = start + _WINDOW
    before = ("…" if start else "") + _shown(line[start:place])
    after = _shown(line[place:end]) + ("…" if end < len(line) else "")
    return before + after, cells(before)


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))
