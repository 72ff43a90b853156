"""Keeping a routine that was made, for every command that makes one."""

from pathlib import Path

from stridetimer.cli.failure import CommandError
from stridetimer.editing.making import TakenError, keep_routine
from stridetimer.editing.names import BadNameError, file_stem


def keep(name: str, text: str) -> Path:
    """Write ``text`` as the person's own routine ``name``; never over another.

    Returns:
        Its file.

    Raises:
        CommandError: it cannot be kept.
    """
    try:
        return keep_routine(name, text)
    except (BadNameError, TakenError) as error:
        raise CommandError(f"stridetimer: {error}") from error
    except OSError as error:
        raise unwritable(error) from error


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
    reason = (error.strerror or str(error)).lower()
    where = f" {error.filename}" if error.filename else ""
    return CommandError(f"stridetimer: can't write{where}: {reason}")
