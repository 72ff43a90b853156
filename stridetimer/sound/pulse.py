"""Tells a stream that died from a machine that stood still."""

from dataclasses import dataclass
from math import nan

LOOK_EVERY = 0.25
"""How often an open stream is looked at, in seconds."""
DEAD_AFTER = 4
"""So many looks without a sign of life."""


@dataclass(slots=True)
class Pulse:
    """Counts looks rather than seconds: while nothing runs, nobody looks, either."""

    _sign_at: float = nan
    _next_look: float = 0.0
    _missed: int = 0

    def has_stopped(self, now: float, sign_at: float) -> bool:
        """Look at ``now``, when the last sign of life was at ``sign_at``."""
        if sign_at != self._sign_at:
            self._sign_at, self._missed = sign_at, 0
        elif now >= self._next_look:
            self._missed += 1
        else:
            return False
        self._next_look = now + 0.9 * LOOK_EVERY
        return self._missed >= DEAD_AFTER
