"""What a text comes to while it is being written: its problems, or its plan and warnings."""

from dataclasses import dataclass
from pathlib import Path

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
    remarks: tuple[Problem, ...] = ()
    """Problems, and warnings of likely slips, in the order of the file."""


def check(text: str, path: Path) -> Checked:
    """Look through ``text``, which is to be the routine file at ``path``."""
    reading = read(text, str(path), warn=True, folder=path.absolute().parent)
    plan = make_plan(reading.routine) if reading.routine else None
    return Checked(text, reading.problems, plan, reading.remarks)
