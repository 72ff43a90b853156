"""Tells a second wish from a finger that stayed on the key."""

from collections.abc import Callable

from stridetimer.keys.command import KeyCommand


class KeyGuard:
    """Lets a command through unless the same key came a moment ago.

    Every press counts, also one that was not let through: a key held down does its work once.
    """

    def __init__(self, commands: tuple[KeyCommand, ...], clock: Callable[[], float]) -> None:
        self._again_after = {command.action: command.again_after for command in commands}
        self._clock = clock
        self._last = ("", float("-inf"))

    def lets(self, action: str) -> bool:
        """Whether ``action`` is to be carried out now."""
        now = self._clock()
        allowed = now - self.pressed_at(action) >= self._again_after[action]
        self._last = (action, now)
        return allowed

    def pressed_at(self, action: str) -> float:
        """When ``action`` was asked for, if it was the last that was; else long ago."""
        last, at = self._last
        return at if last == action else float("-inf")

    def press(self, action: str, at: float) -> None:
        """``action`` was asked for at an instant of the clock: its key may still be down."""
        self._last = (action, at)
