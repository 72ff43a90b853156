"""Knows how long what has begun to sound still rings."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.waves import wave_seconds

LONGEST = 2.0
"""Nobody waits longer for a sound to end, in seconds."""


class Ringing:
    """The cues that may be sounding, and those ahead."""

    def __init__(self, sounds: Mapping[str, Path]) -> None:
        self._sounds = sounds
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
        ends = [
            cue.instant + wave_seconds(self._sounds[cue.sound])
            for cue in self._cues
            if cue.instant <= now
        ]
        return min(max(0.0, max(ends, default=now) - now), LONGEST)
