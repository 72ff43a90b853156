"""The commands of ``stridetimer`` and what each is given."""

from typing import TYPE_CHECKING

import click

from stridetimer import __version__
from stridetimer.cli.failure import Exit
from stridetimer.cli.import_command import import_routines
from stridetimer.cli.options import RoutineName, first_step, session_options
from stridetimer.cli.quick_command import quick
from stridetimer.cli.status import status_option
from stridetimer.editing.template import TEMPLATES
from stridetimer.sound.names import CHOICES

if TYPE_CHECKING:
    from stridetimer.cli.way import Way


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name="stridetimer")
@status_option
@click.pass_context
def program(ctx: click.Context) -> int:
    """Guide yourself through a timed workout, by ear and at a glance.

    Without a command it opens the library of routines.
    """
    if ctx.invoked_subcommand is not None:
        return Exit.DONE
    from stridetimer.cli.sessions import library

    return library()


@program.command()
@click.argument("routine", type=RoutineName())
@session_options
@first_step
def run(routine: str, *, first: int, way: "Way") -> int:
    """Go through ROUTINE, a name or the path of a file."""
    from stridetimer.cli.sessions import run_session

    return run_session(routine, way, first=first)


@program.command()
@session_options
def resume(*, way: "Way") -> int:
    """Resume the newest unfinished session, where it ended."""
    from stridetimer.cli.sessions import resume_session

    return resume_session(way)


@program.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="As CSV, one row per step of work.")
@click.option("--screen", is_flag=True, help="On the screen, to move in.")
@click.pass_context
def history(ctx: click.Context, *, as_json: bool, as_csv: bool, screen: bool) -> int:
    """Show what was done, newest first."""
    if ctx.invoked_subcommand is not None:
        return Exit.DONE
    if as_json + as_csv + screen > 1:
        raise click.UsageError("--json, --csv and --screen are ways of showing it: give one")
    if screen:
        from stridetimer.cli.sessions import show_history_screen

        return show_history_screen()
    from stridetimer.cli.history import show_history

    return show_history(as_json=as_json, as_csv=as_csv)


@history.command()
@click.argument("session", type=int, metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(session: int, *, as_json: bool) -> int:
    """Show one session, set by set."""
    from stridetimer.cli.history import show_session

    return show_session(session, as_json=as_json)


@history.command()
@click.argument("session", type=int, metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(session: int, *, yes: bool) -> int:
    """Delete one session for good; asks first."""
    from stridetimer.cli.history import delete_session

    return delete_session(session, sure=yes)


@history.command()
@click.argument("file", metavar="FILE")
def export(file: str) -> int:
    """Write the whole history into one new FILE; - writes it out."""
    from stridetimer.cli.history import export_history

    return export_history(file)


@history.command("import")
@click.argument("file", metavar="FILE")
def import_(file: str) -> int:
    """Take what was exported to FILE into the history; what is there already stays.

    - reads it from standard input.
    """
    from stridetimer.cli.history import import_history

    return import_history(file)


@program.command()
@click.argument("name")
@click.option("--from", "source", type=RoutineName(), help="Begin as a copy of this routine.")
@click.option("--template", "kind", type=click.Choice(TEMPLATES), help="Begin as one of these.")
def new(name: str, *, source: str | None, kind: str | None) -> int:
    """Write a new routine of your own, commented, to be edited."""
    if source and kind:
        raise click.UsageError("--from and --template are two beginnings: give one")
    from stridetimer.cli.writing import new_routine

    return new_routine(name, kind=kind or TEMPLATES[0], source=source)


@program.command()
@click.argument("routine", type=RoutineName())
def edit(routine: str) -> int:
    """Edit ROUTINE in $VISUAL, $EDITOR or the editor of our own, and check it.

    One that came with the program is copied to your own folder first.
    """
    from stridetimer.cli.writing import edit_routine

    return edit_routine(routine)


@program.command()
@click.argument("routine", type=RoutineName())
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def plan(routine: str, *, as_json: bool) -> int:
    """Show every step of ROUTINE with its start and length, and the totals."""
    from stridetimer.cli.reports import show_plan

    return show_plan(routine, as_json=as_json)


@program.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="As JSON, for editors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github")),
    help="github: as annotations of a GitHub workflow.",
)
def check(files: tuple[str, ...], *, as_json: bool, form: str | None) -> int:
    """Say what is wrong in routine files, and warn of likely slips."""
    from stridetimer.cli.checking import check_files

    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} are two ways of saying it: give one")
    return check_files(files, "json" if as_json else form or "text")


@program.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_(*, as_json: bool) -> int:
    """List the routines there are, how long each takes, and where it comes from."""
    from stridetimer.cli.reports import list_routines

    return list_routines(as_json=as_json)


@program.command()
@click.option("--audio", type=click.Choice(CHOICES), help="Play by this, as run --audio would.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, and without playing anything.")
def sounds(*, audio: str | None, as_json: bool) -> int:
    """Say what can play sound here and what is used, and play every cue once."""
    from stridetimer.cli.sounds import sounds

    return sounds(audio, as_json=as_json)


@program.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def keys(*, as_json: bool) -> int:
    """Show the keys that hold, and by which name your settings can change each."""
    from stridetimer.cli.keys import show_keys

    return show_keys(as_json=as_json)


@program.command()
def schema() -> int:
    """Print the JSON Schema of the routine file, for editors."""
    from stridetimer.cli.reports import show_schema

    return show_schema()


program.add_command(import_routines)
program.add_command(quick)
