"""The status file that a command line asks for."""

from pathlib import Path

import click

from stridetimer.statusfile import StatusFile

_GIVEN = "stridetimer.status_file"


def _remember(ctx: click.Context, _: click.Parameter, path: str | None) -> None:
    ctx.meta[_GIVEN] = path or ctx.meta.get(_GIVEN)


status_option = click.option(
    "--status-file",
    type=click.Path(dir_okay=False),
    metavar="PATH",
    callback=_remember,
    expose_value=False,
    help="Keep one line there that says where the session stands, for status bars.",
)
"""The option of every command that may come to a session."""


def status_file() -> StatusFile | None:
    """The file that was asked for, if one was."""
    context = click.get_current_context(silent=True)
    path = context.meta.get(_GIVEN) if context else None
    return StatusFile(Path(path)) if path else None
