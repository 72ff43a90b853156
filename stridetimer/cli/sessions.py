"""``run`` and ``resume``: a session on the screen, as text, or as events."""

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.way import Way

if TYPE_CHECKING:
    # The library is on the screen before these are loaded.
    from stridetimer.cli.records import Performed

_DRAWN_WITH = "█▄▀"
"""Without these a digit would be a heap of question marks."""

CHANGED = "the routine has been changed since; the session goes on as it was begun"


Find = Callable[[], "Performed"]
"""What is to be performed; raises CommandError where it cannot be."""


def run_session(routine: str, way: Way, *, first: int) -> int:
    """Go through ``routine`` from its step ``first`` on; without a terminal to draw on, as text.

    Returns:
        The exit code.
    """

    def find() -> "Performed":
        from stridetimer.cli.finding import found_plan
        from stridetimer.cli.records import advice, begin

        found, plan = found_plan(routine)
        check_first(first, len(plan.steps))
        if said := advice(plan, found.name):
            print(f"stridetimer: {said}", file=sys.stderr)
        path = str(found.path.absolute())
        return begin(plan, found.name, path, typed=routine, speed=way.speed, first=first)

    return perform(find, way)


def resume_session(way: Way) -> int:
    """Resume the newest unfinished session; without a terminal to draw on, as text.

    Returns:
        The exit code.
    """

    def find() -> "Performed":
        from stridetimer.cli.records import left_off, say, take_up

        left = left_off(say)
        performed = take_up(left, speed=way.speed) if left else None
        if performed is None:
            raise CommandError("stridetimer: there is no unfinished session to resume")
        if performed.changed:
            print(f"stridetimer: {CHANGED}", file=sys.stderr)
        return performed

    return perform(find, way)


def perform(find: Find, way: Way) -> int:
    """Go through what ``find`` gives; without a terminal to draw on, as text.

    Returns:
        The exit code.
    """
    if way.plain or way.events:
        return _headless(find, way)
    if not has_screen():
        return _headless(_told_first(find), way)
    from stridetimer.cli.screens import session

    performed = find()
    settle()
    return session(performed, way)


def _told_first(find: Find) -> Find:
    """``find``, and then say why there is no screen: not where there will be no session either."""

    def found() -> "Performed":
        performed = find()
        print("stridetimer: there is no screen here, so the session comes as text", file=sys.stderr)
        return performed

    return found


def library() -> int:
    """Open the library of routines; without a terminal to draw on, list them.

    Returns:
        The exit code.
    """
    if has_screen():
        from stridetimer.cli import screens

        settle()
        return screens.library()
    from stridetimer.cli.reports import list_routines

    list_routines(as_json=False)
    print("\nstridetimer run ROUTINE --plain goes through one as text.", file=sys.stderr)
    return Exit.DONE


def show_history_screen() -> int:
    """Show what was done on the screen.

    Returns:
        The exit code.

    Raises:
        CommandError: there is no terminal to draw on.
    """
    if not has_screen():
        raise CommandError("stridetimer: there is no screen here; history shows it as text")
    from stridetimer.cli import screens

    return screens.history()


def has_screen() -> bool:
    """Whether there is a terminal to draw on and to take keys from."""
    # The screen is drawn on standard error; a dumb terminal cannot have one drawn on it.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    terminal = all(stream is not None and stream.isatty() for stream in streams)
    return terminal and os.environ.get("TERM") != "dumb" and _can_write(_DRAWN_WITH)


def _can_write(text: str) -> bool:
    """Whether the terminal's encoding has ``text``, as that of a locale without UTF-8 has not."""
    try:
        text.encode(sys.stderr.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _headless(find: Find, way: Way) -> int:
    from stridetimer.cli.inputs import listening

    # Listening begins before anything is read: what was piped in is there at the start.
    with listening(sys.stdin) as inputs:
        from stridetimer.cli.follow import follow

        performed = find()
        settle()
        return follow(performed, way, inputs)


def settle() -> None:
    """Everything is loaded: from now on collect garbage, and never look through what stays.

    A full collection would stop a running session for some twenty milliseconds.
    """
    gc.freeze()
    gc.enable()


def check_first(first: int, steps: int) -> None:
    """Raise CommandError where a plan of so many ``steps`` has no step ``first``."""
    if first >= steps:
        raise CommandError(f"stridetimer: there is no step {first}; the last is {steps - 1}")
