"""From what a person typed to a routine, or to a failure in words."""

from dataclasses import replace
from pathlib import Path

from stridetimer.cli.failure import CommandError
from stridetimer.cli.records import led_for
from stridetimer.core.plan import Plan, make_plan
from stridetimer.places import located
from stridetimer.routines.characters import printable
from stridetimer.routines.locate import Found, NoSuchRoutineError, find
from stridetimer.routines.reader import Reading, read_file


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
    folder = Path(found.path).absolute().parent
    sounds = tuple(located(dict(reading.routine.sounds), folder).items())
    led = led_for(reading.routine)
    return found, make_plan(replace(reading.routine, sounds=sounds), led)


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
        return read_file(found.path, warn=warn)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        where = printable(str(found.path))
        raise CommandError(
            f"stridetimer: can't read {where}: {reason[:1].lower()}{reason[1:]}"
        ) from error
