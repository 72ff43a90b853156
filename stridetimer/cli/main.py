"""Carries out a command line, and turns whatever happens into an exit code and clear words."""

import errno
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from stridetimer.cli.commands import program
from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.output import give_up_output, mind_output


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line ``arguments``.

    Returns:
        The exit code.
    """
    mind_output()
    try:
        result = program.main(list(arguments), "stridetimer", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        give_up_output()
        return Exit.CUT_SHORT
    except Exception as error:
        print(_shown(_words(error)), file=sys.stderr)
        return Exit.IMPOSSIBLE
    return result if isinstance(result, int) else Exit.DONE


def _shown(words: str) -> str:
    """``words`` without what a terminal might obey: they may name any file."""
    from stridetimer.routines.characters import printable

    return "\n".join(map(printable, words.split("\n")))


def _words(error: Exception) -> str:
    """What the person reads: one line, or one block per problem of a file."""
    match error:
        case CommandError():
            return str(error)
        case click.UsageError():
            see = f"; see {error.ctx.command_path} --help" if error.ctx else ""
            return f"stridetimer: {error.format_message().rstrip('.')}{see}"
        case click.ClickException():
            return f"stridetimer: {error.format_message()}"
        case OSError(errno=errno.ENOSPC):
            give_up_output()
            return "stridetimer: can't write: there is no space left"
    return _unexpected(error)


def _unexpected(error: Exception) -> str:
    """One line for an error that nobody foresaw; its details go to a file."""
    what = f"stridetimer: something went wrong: {type(error).__name__}: {error}".replace("\n", " ")
    path = _write_details(error)
    return f"{what}; the details are in {path}" if path else what


def _write_details(error: Exception) -> Path | None:
    import traceback

    from stridetimer.places import crash_log

    path = crash_log()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return None
    return path
