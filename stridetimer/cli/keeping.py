"""Keeping a routine that was made, for every command that makes one."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from stridetimer.cli.failure import CommandError
from stridetimer.editing.making import TakenError, keep_routine
from stridetimer.editing.names import BadNameError, file_stem
from stridetimer.files import why
from stridetimer.routines.locate import Origin, available


class NameTakenError(CommandError):
    """There is a routine of that name, which stays as it is."""


class Kept(NamedTuple):
    """A routine that was kept."""

    path: Path
    typed: str
    """What to type for it, fit for a shell."""
    note: str
    """What becomes of another routine of that name; empty where there is none."""


def keep(name: str, text: str, write: Callable[[str, str], Path] = keep_routine) -> Kept:
    """Let ``write`` make ``text`` the person's own routine ``name``; never over another.

    Raises:
        NameTakenError: they have one of that name.
        CommandError: it cannot be kept.
    """
    before = {found.name: found.origin for found in available()}
    try:
        path = write(name, text)
    except TakenError as error:
        raise NameTakenError(f"stridetimer: {error}") from error
    except BadNameError as error:
        raise CommandError(f"stridetimer: {error}") from error
    except OSError as error:
        raise unwritable(error) from error
    other = before.get(path.stem)
    typed = shlex.quote(str(path if other is Origin.ENVIRONMENT else path.stem))
    return Kept(path, typed, _note(path.stem, other))


def _note(name: str, other: Origin | None) -> str:
    """``other`` is where another routine of that name comes from."""
    match other:
        case Origin.SHIPPED:
            typed = shlex.quote(name)
            return f"From now on {typed} is this one, and not the one that came with the program."
        case Origin.ENVIRONMENT:
            return f"{name} is still the one in $STRIDETIMER_ROUTINES; this one goes by its path."
        case _:
            return ""


def stem_of(name: str) -> str:
    """What the file of a routine called ``name`` is called.

    Raises:
        CommandError: nothing can be called that.
    """
    try:
        return file_stem(name)
    except BadNameError as error:
        raise CommandError(f"stridetimer: {error}") from error


def unwritable(error: OSError) -> CommandError:
    """What to say where a file could not be written."""
    where = f" {error.filename}" if error.filename else ""
    return CommandError(f"stridetimer: can't write{where}: {why(error)}")
