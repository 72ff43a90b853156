"""Says which frame of a stream is heard at which instant.

A device asks for frames when it has room for them, more or less on time: never early, sometimes
late. The earliest requests therefore lie on the line that the device itself keeps; a late one
says nothing. The line is looked for anew all the time, because a device's second is not quite a
second, and because a stream that ran dry goes on later than it was.
"""

from collections import deque
from collections.abc import Callable
from math import inf

WINDOW = 0.25
"""The line is that of the earliest requests of one to two such windows, in seconds."""
SLIPPED = 0.05
"""A request this much after its turn means that the stream ran dry, in seconds."""
TURNS = 15
"""How often a device asks is the middle of so many turns."""
AT_ONCE = 0.001
"""Requests that follow each other within this are of one turn, in seconds."""


class FrameClock:
    """``latency``: how long after its request on the line a frame is heard, in seconds.

    It is asked with the time from one turn of the device to the next.
    """

    def __init__(self, rate: int, latency: Callable[[float], float]) -> None:
        self._rate = rate
        self._latency_of = latency
        self._latency = latency(0.0)
        self._turns = deque[float](maxlen=TURNS)
        self._asked_at = inf
        self._window_end = -inf
        self._zero = self._previous = inf

    def requested(self, now: float, frame: int) -> None:
        """The device asks at ``now`` for the frames from ``frame`` on."""
        self._note_turn(now)
        zero = now - frame / self._rate
        if zero > min(self._zero, self._previous) + SLIPPED:
            self._zero = self._previous = inf
        if now >= self._window_end:
            self._window_end = now + WINDOW
            self._previous, self._zero = self._zero, inf
        self._zero = min(self._zero, zero)

    def instant_of(self, frame: int) -> float:
        """When ``frame`` is heard."""
        return min(self._zero, self._previous) + self._latency + frame / self._rate

    def frame_at(self, instant: float) -> int:
        """The frame that is heard at ``instant``."""
        return round((instant - self.instant_of(0)) * self._rate)

    def _note_turn(self, now: float) -> None:
        turn, self._asked_at = now - self._asked_at, now
        if turn > AT_ONCE:
            self._turns.append(turn)
            self._latency = self._latency_of(sorted(self._turns)[len(self._turns) // 2])
