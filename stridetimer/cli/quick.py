"""``quick``: a session from what was said on the command line."""

import sys
from dataclasses import replace
from pathlib import Path

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.way import Way
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Routine
from stridetimer.routines.quick import intervals, quick
from stridetimer.routines.spoken import QuickError
from stridetimer.routines.writer import written

NAME = "quick"
"""What the history calls a session that is no routine."""
REST, ROUNDS = 10.0, 8
"""Intervals, where nothing else is said: those of Tabata."""


def said(text: str, *, work: float | None, rest: float | None, rounds: int | None) -> Routine:
    """The routine that ``text`` says; with ``work``, intervals of that length by these names.

    Raises:
        CommandError: it says none.
    """
    try:
        if work is None:
            return quick(text)
        if not work:
            raise CommandError("stridetimer: --work has to be longer than nothing")
        pause = REST if rest is None else rest
        return intervals(work, pause, rounds or ROUNDS, text)
    except QuickError as error:
        raise CommandError(error.problem.render(NAME)) from error


def quick_session(
    routine: Routine,
    text: str,
    way: Way,
    *,
    save: str | None,
    only_print: bool,
    first: int,
) -> int:
    """Keep ``routine``, which ``text`` said, as ``save``; then print it, or go through it."""
    plan = _plan(routine)
    comment = _comment(routine, text)
    name, path = NAME, ""
    if save is not None:
        routine, kept = _kept(save, routine, comment)
        plan, name, path = _plan(routine), kept.stem, str(kept)
    if only_print:
        print(written(routine, [comment]), end="")
        return Exit.DONE
    from stridetimer.cli.records import Performed, begin
    from stridetimer.cli.sessions import check_first, perform

    def find() -> Performed:
        check_first(first, len(plan.steps))
        return begin(plan, name, path, speed=way.speed, first=first)

    return perform(find, way)


def _plan(routine: Routine) -> Plan:
    try:
        return make_plan(routine)
    except ValueError as error:
        raise CommandError(f"stridetimer: {error}") from error


def _comment(routine: Routine, text: str) -> str:
    """How the file came about."""
    how = " ".join(text.split())
    return f"Said to stridetimer quick: {how}" if how else "Made by stridetimer quick."


def _kept(name: str, routine: Routine, comment: str) -> tuple[Routine, Path]:
    """The routine with the name it is kept by, and its file."""
    from stridetimer.cli.keeping import keep, stem_of
    from stridetimer.editing.names import title_of

    routine = replace(routine, name=title_of(stem_of(name)))
    kept = keep(name, written(routine, [comment]))
    print(f"stridetimer: kept as {kept.path}", file=sys.stderr)
    if kept.note:
        print(kept.note, file=sys.stderr)
    return routine, kept.path
