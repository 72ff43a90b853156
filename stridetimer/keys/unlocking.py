"""Two keys, one soon after the other: what no cat does, and no foot."""

from collections.abc import Callable

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.session import UNLOCK, UNLOCK_SURELY

WITHIN = 2.0
"""How soon the second key must follow the first, in real seconds."""


class Unlocking:
    """Follows the commands that are given while the keys are locked."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until = float("-inf")

    @property
    def begun(self) -> bool:
        """Whether the first of the two keys came a moment ago."""
        return self._clock() < self._until

    def press(self, command: KeyCommand | None) -> bool:
        """Whether ``command`` unlocks; None is any other key, after which one begins anew."""
        unlocks = command is UNLOCK_SURELY and self.begun
        self._until = self._clock() + WITHIN if command is UNLOCK else float("-inf")
        return unlocks
