"""``run``: a session on the screen, as text, or as events."""

import gc
import sys

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.inputs import listening


def run_session(
    routine: str, *, plain: bool, events: bool, speed: float, first: int, mute: bool
) -> int:
    """Go through ``routine``; without a terminal to draw on, as text.

    Returns:
        The exit code.
    """
    if not events and not plain and not has_screen():
        print("stridetimer: this is no terminal, so the session comes as text", file=sys.stderr)
        plain = True
    if plain or events:
        return _headless(routine, events=events, speed=speed, first=first, mute=mute)
    return _on_screen(routine, speed=speed, first=first, mute=mute)


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


def has_screen() -> bool:
    """Whether there is a terminal to draw on and to take keys from."""
    # The screen is drawn on standard error.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def _headless(routine: str, *, events: bool, speed: float, first: int, mute: bool) -> int:
    # Listening begins before anything is read: what was piped in is there at the start.
    with listening(sys.stdin) as inputs:
        from stridetimer.cli.finding import plan_of
        from stridetimer.cli.follow import follow

        name, plan = plan_of(routine)
        _check_first(first, len(plan.steps))
        settle()
        return follow(plan, name, inputs=inputs, speed=speed, first=first, events=events, mute=mute)


def _on_screen(routine: str, *, speed: float, first: int, mute: bool) -> int:
    from stridetimer.cli.finding import plan_of
    from stridetimer.cli.screens import session

    _, plan = plan_of(routine)
    _check_first(first, len(plan.steps))
    settle()
    return session(plan, routine, speed=speed, first=first, mute=mute)


def settle() -> None:
    """Everything is loaded: from now on collect garbage, and never look through what stays.

    A full collection would stop a running session for some twenty milliseconds.
    """
    gc.freeze()
    gc.enable()


def _check_first(first: int, steps: int) -> None:
    if first >= steps:
        raise CommandError(f"stridetimer: there is no step {first}; the last is {steps - 1}")
