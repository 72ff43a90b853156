"""Knows how long what has begun to sound still rings."""

from collections.abc import Callable, Iterable
from pathlib import Path

from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.waves import wave_seconds

LONGEST = 2.0
"""Nobody waits longer for a sound to end, in seconds."""
BEHIND = 0.25
"""A sound asked for this very moment may begin, and so end, as much later, in seconds."""


class Ringing:
    """The cues that may be sounding, and those ahead; ``file_of`` finds the file of a sound."""

    def __init__(self, file_of: Callable[[str], Path | None]) -> None:
        self._file_of = file_of
        self._cues: list[ScheduledCue] = []

    def add(self, cues: Iterable[ScheduledCue], now: float) -> None:
        """``cues`` will sound, or sound already."""
        self._cues = [cue for cue in self._cues if cue.instant > now - LONGEST]
        self._cues.extend(cues)

    def take_back(self, now: float) -> None:
        """Only what has begun by ``now`` still sounds."""
        self._cues = [cue for cue in self._cues if now - LONGEST < cue.instant <= now]

    def left(self, now: float) -> float:
        """Seconds until the last sound that has begun by ``now`` has ended."""
        ends = [self._end(cue) for cue in self._cues if cue.instant <= now]
        left = max(ends, default=now) - now
        return min(left + BEHIND, LONGEST) if left > 0.0 else 0.0

    def _end(self, cue: ScheduledCue) -> float:
        path = self._file_of(cue.sound)
        return cue.instant + (wave_seconds(path) if path else 0.0)
