"""Carries out a command line, and turns whatever happens into an exit code and clear words."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from stridetimer.cli.commands import program
from stridetimer.cli.failure import CommandError, Exit


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line ``arguments``.

    Returns:
        The exit code.
    """
    _never_choke_on_a_letter()
    try:
        result = program.main(list(arguments), "stridetimer", standalone_mode=False)
    except click.UsageError as error:
        help_option = f"; see {error.ctx.command_path} --help" if error.ctx else ""
        return _impossible(f"stridetimer: {error.format_message().rstrip('.')}{help_option}")
    except click.ClickException as error:
        return _impossible(f"stridetimer: {error.format_message()}")
    except CommandError as error:
        return _impossible(str(error))
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except Exception as error:
        return _impossible(_unexpected(error))
    return result if isinstance(result, int) else Exit.DONE


def _never_choke_on_a_letter() -> None:
    """Where the locale cannot write a letter, a question mark will do."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _impossible(message: str) -> int:
    print(message, file=sys.stderr)
    return Exit.IMPOSSIBLE


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
