"""``stridetimer import``: what it is given."""

import click


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--name", metavar="NAME", help="What the routine's file is called.")
@click.option("--print", "only_print", is_flag=True, help="Show the routine, and write nothing.")
def import_routines(file: str, *, name: str | None, only_print: bool) -> int:
    """Make routines of your own from a FILE of another program.

    Of Just Another Workout Timer, OpenHIIT and hiitimer; which it is shows in the file.
    - reads it from standard input.
    """
    from stridetimer.cli.importing import import_file

    return import_file(file, name=name, only_print=only_print)
