"""From what a person typed to a routine, or to a failure in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from stridetimer.cli.failure import CommandError
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import First, Routine, Side
from stridetimer.files import why
from stridetimer.places import located
from stridetimer.routines import known
from stridetimer.routines.characters import printable
from stridetimer.routines.digests import Digest, digest_of
from stridetimer.routines.locate import Found, NoSuchRoutineError, find
from stridetimer.routines.reading import Reading

if TYPE_CHECKING:
    # Who runs a routine that has none does not wait for it.
    from stridetimer.routines.problems import Problem


def plan_of(routine: str) -> tuple[str, Plan]:
    """The name of ``routine``, which is a name or a path, and its plan.

    Raises:
        CommandError: there is none, or its file has problems.
    """
    found, plan = found_plan(routine)
    return found.name, plan


def found_plan(routine: str) -> tuple[Found, Plan]:
    """Where ``routine`` lies, which is a name or a path, and its plan.

    Raises:
        CommandError: there is none, or its file has problems.
    """
    found = found_by(routine)
    reading = read_found(found)
    if reading.routine is None:
        raise CommandError(reading.report())
    return found, plan_in(found.path, reading.routine)


def plan_in(path: Path, routine: Routine) -> Plan:
    """The plan of ``routine``, which was read from the file at ``path``."""
    sounds = tuple(located(dict(routine.sounds), path.absolute().parent).items())
    return make_plan(replace(routine, sounds=sounds), _led(routine))


def _led(routine: Routine) -> Mapping[str, Side]:
    """The sides that led last time, where ``routine`` wants to know."""
    if not any(exercise.first is First.OTHER for exercise in routine.exercises()):
        return {}
    from stridetimer.cli.records import led  # here, because few routines need the history

    return led()


def found_by(routine: str) -> Found:
    """The routine of this name, or at this path.

    Raises:
        CommandError: there is none.
    """
    try:
        return find(routine)
    except NoSuchRoutineError as error:
        raise CommandError(f"stridetimer: {error}") from error


def read_found(found: Found, *, warn: bool = False) -> Reading:
    """The file of a routine, read; with ``warn`` likely slips are looked for too.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        if not warn:
            return known.read_file(found.path)
        from stridetimer.routines.reader import read_file  # here, because it takes longest

        return read_file(found.path, warn=True)
    except (OSError, ValueError) as error:
        where = printable(str(found.path))
        raise CommandError(f"stridetimer: can't read {where}: {why(error)}") from error


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds: a plan or problems, and what lists show of it."""

    digest: Digest
    plan: Plan | None = None
    problems: "tuple[Problem, ...]" = ()
    """All that is wrong in it; empty where it cannot even be read."""


def held_in(found: Found) -> Held:
    """What the file of a routine holds as it is now, whatever that is."""
    try:
        reading = read_found(found)
    except CommandError as error:
        return Held(Digest(problem=str(error).removeprefix("stridetimer: ")))
    if reading.routine is None:
        first = reading.problems[0]
        digest = Digest(problem=first.message, line=first.line, column=first.column)
        return Held(digest, problems=reading.problems)
    plan = plan_in(found.path, reading.routine)
    return Held(digest_of(plan), plan)
