"""What the keys ask of a session, on its screen and as text."""

from collections.abc import Mapping

from stridetimer.core.law import Command

ADD_SECONDS = 10.0
"""What one key press adds to a step or takes from it, in seconds of session time."""

ASKED: Mapping[str, tuple[Command, float | None]] = {
    "next": (Command.NEXT, None),
    "back": (Command.BACK, None),
    "skip_set": (Command.SKIP_SET, None),
    "skip_exercise": (Command.SKIP_EXERCISE, None),
    "longer": (Command.ADD, ADD_SECONDS),
    "shorter": (Command.ADD, -ADD_SECONDS),
}
"""Command and number, by the action of each key that always asks for the same."""
