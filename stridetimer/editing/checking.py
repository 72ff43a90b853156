"""What a text comes to while it is being written: its problems, or its plan and warnings."""

from dataclasses import dataclass

from stridetimer.core.plan import Plan, make_plan
from stridetimer.routines.problems import Problem
from stridetimer.routines.reader import read


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was looked through."""

    text: str
    problems: tuple[Problem, ...] = ()
    plan: Plan | None = None
    """None where there are problems."""
    warnings: tuple[Problem, ...] = ()
    """Likely slips; a file that has some is a good one all the same."""

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """All there is to say of places in it, in the order of the file."""
        return self.problems + self.warnings


def check(text: str, name: str) -> Checked:
    """Look through ``text``, the routine ``name``."""
    reading = read(text, name, warn=True)
    plan = make_plan(reading.routine) if reading.routine else None
    return Checked(text, reading.problems, plan, reading.warnings)
