"""What comes of reading a routine file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stridetimer.core.routine import Routine

if TYPE_CHECKING:
    # Who reads a routine that has none does not wait for it.
    from stridetimer.routines.problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file: a routine, or problems; never both, never neither."""

    name: str
    """The file, as messages name it."""
    routine: Routine | None
    problems: "tuple[Problem, ...]" = ()
    """Everything that is wrong, in the order of the file."""
    warnings: "tuple[Problem, ...]" = ()
    """What is likely a slip, where that was asked for, as far as the file could be read."""

    @property
    def remarks(self) -> "tuple[Problem, ...]":
        """Problems and warnings, in the order of the file."""
        both = self.problems + self.warnings
        return tuple(sorted(both, key=lambda one: (one.line, one.column)))

    def report(self) -> str:
        """All of them as blocks of text, ready to be shown."""
        return "\n".join(one.render(self.name) for one in self.remarks)
