"""Where the parts of the reader put what they find wrong."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from stridetimer.routines.nodes import Mark
from stridetimer.routines.problems import Problem, Severity

MOST_SHOWN = 100
"""At most so many problems of one file are listed; one more says how many there are besides."""


class Findings:
    """Collects what is wrong, each once, and hands it out in the order of the file."""

    def __init__(self) -> None:
        self._found: dict[tuple[Mark, str], str] = {}
        self._places: set[Mark] = set()

    def add(self, mark: Mark, message: str, about: str = "") -> None:
        """Note ``message`` at ``mark``.

        What several users of one anchor run into is one problem, even where the message names
        the user: ``about`` then says what makes it the same (the message itself otherwise).
        """
        self._found.setdefault((mark, about or message), message)
        self._places.add(mark)

    def at(self, mark: Mark) -> bool:
        """Whether anything is wrong at exactly this place."""
        return mark in self._places

    def take(self, other: "Findings", wanted: Callable[[Mark], bool]) -> None:
        """Take over what ``other`` has found at the places that are wanted."""
        taken = {key: text for key, text in other._found.items() if wanted(key[0])}
        self._found.update(taken)
        self._places.update(mark for mark, _ in taken)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def full(self) -> bool:
        """Whether there is more than anybody will read, so that looking on is in vain."""
        return len(self._found) > MOST_SHOWN

    def problems(
        self, lines: Sequence[str], severity: Severity = Severity.ERROR
    ) -> tuple[Problem, ...]:
        """All that was found in a file of these ``lines``, sorted by place."""
        if len(lines) > 1 and not lines[-1]:
            lines = lines[:-1]  # What comes after the last line break is no line.
        found = sorted((mark, message) for (mark, _), message in self._found.items())
        shown = [_at(mark, message, lines, severity) for mark, message in found[:MOST_SHOWN]]
        if len(found) > MOST_SHOWN:
            more = "and there is more; mend the problems above first"
            shown.append(replace(shown[-1], message=more, severity=Severity.NOTE))
        return tuple(shown)


def _at(mark: Mark, message: str, lines: Sequence[str], severity: Severity) -> Problem:
    """The problem, its place brought into the file: a parser may name the line after the last."""
    line = min(mark.line, len(lines))
    source = lines[line - 1]
    column = mark.column if line == mark.line else len(source) + 1
    return Problem(line, min(column, len(source) + 1), message, source, severity)
