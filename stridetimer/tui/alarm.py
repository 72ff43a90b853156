"""The one timer of the session screen."""

import asyncio
from collections.abc import Callable

SHORTEST_SLEEP = 1 / 30
"""At high speeds everything is always due; nobody sees more pictures a second than this."""


class Alarm:
    """Rings once, at the instant of ``clock`` it was last set to."""

    def __init__(self, clock: Callable[[], float], ring: Callable[[], None]) -> None:
        self.set_to: float | None = None
        """When it will ring."""
        self._clock = clock
        self._ring = ring
        self._handle: asyncio.TimerHandle | None = None
        self._rang = float("-inf")

    def set(self, *instants: float | None) -> None:
        """Ring at the earliest of ``instants``, and no more at what was set before."""
        self.stop()
        known = [instant for instant in instants if instant is not None]
        if not known:
            return
        self.set_to = max(min(known), self._rang + SHORTEST_SLEEP)
        loop = asyncio.get_running_loop()
        self._handle = loop.call_at(loop.time() + self.set_to - self._clock(), self._go_off)

    def stop(self) -> None:
        """Do not ring."""
        if self._handle:
            self._handle.cancel()
        self._handle = self.set_to = None

    def _go_off(self) -> None:
        self._rang = self._clock()
        self._handle = self.set_to = None
        self._ring()
