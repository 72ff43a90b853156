"""What the child should know and does not know yet.

Cues wait here, on the parent's side, and are told only shortly ahead: so a session of any length
needs a bounded child and a bounded pipe, and a new child is told everything that still matters.
Nothing here reads a clock or a pipe, and every method is done at once.
"""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import inf
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from stridetimer.sound import wire
from stridetimer.sound.agenda import STALE
from stridetimer.sound.waves import wave_seconds

HORIZON = 10.0
"""How long before their instant cues are told, in seconds."""
FULL_VOLUME = 100
"""What a new child plays at, in percent."""
SAID_AHEAD = 0.3
"""How long before its instant it is settled whether something is said, in seconds."""
ROOM = 0.2
"""As much silence is left between words and a cue, in seconds."""
MOST_TOLD = 256
"""Cues that may be told and ahead at the same time."""


class ScheduledCue(NamedTuple):
    """``sound``, by name, to be heard at ``instant`` of ``time.monotonic``."""

    instant: float
    sound: str


class Outbox:
    """Cues ahead: some waiting to be told, some told already."""

    def __init__(self, sounds: Mapping[str, Path]) -> None:
        self._sounds = list(sounds.items())
        self._files = dict(sounds)
        self._introduced = 0
        self._volume = self._volume_told = FULL_VOLUME
        self._lock = Lock()
        self._waiting: list[ScheduledCue] = []
        self._told: list[ScheduledCue] = []
        self._spoken: list[ScheduledCue] = []
        self._generation = self._generation_told = 0
        self._muted = False

    def learn(self, sounds: Iterable[tuple[str, Path]]) -> None:
        """Let further ``sounds`` be known; one that has a name already takes its place."""
        with self._lock:
            for name, path in sounds:
                self._sounds.append((name, path))
                self._files[name] = path

    def set_volume(self, percent: int) -> None:
        """Let everything sound at ``percent`` of full volume."""
        with self._lock:
            self._volume = percent

    def file_of(self, name: str) -> Path | None:
        """The file that was last said to be the sound ``name``."""
        return self._files.get(name)

    def add(self, cues: Iterable[ScheduledCue]) -> None:
        """Let ``cues`` be told in time."""
        with self._lock:
            for cue in cues:
                heappush(self._waiting, cue)

    def say(self, lines: Iterable[ScheduledCue]) -> None:
        """Let ``lines`` be spoken where they are ready in time and no cue is in their way."""
        with self._lock:
            self._spoken.extend(lines)
            self._spoken.sort()

    def speaks_in(self, now: float) -> float:
        """Seconds until there is something to be said."""
        with self._lock:
            return max(0.0, self._spoken[0].instant - SAID_AHEAD - now) if self._spoken else inf

    def take_back(self) -> None:
        """Forget every cue, here and in the child."""
        with self._lock:
            self._waiting.clear()
            self._spoken.clear()
            self._told.clear()
            self._generation += 1

    def mute(self, muted: bool) -> None:
        """Keep the cues, but leave the child without any for as long as it is ``muted``."""
        with self._lock:
            if muted != self._muted:
                self._muted = muted
                self._generation += 1
                self._tell_again(self._told)

    def meet_new_child(self, now: float) -> None:
        """The next lines go to a child that knows nothing; what the last one has begun is over."""
        with self._lock:
            self._introduced = 0
            self._volume_told = FULL_VOLUME
            self._generation_told = 0
            self._tell_again(cue for cue in self._told if cue.instant > now)

    def lines(self, now: float) -> list[str]:
        """What to tell the child now; from here on it counts as told."""
        with self._lock:
            self._drop_past(now)
            return [
                *self._introduction(),
                *self._voiding(),
                *self._telling(now),
                *self._saying(now),
            ]

    def _tell_again(self, cues: Iterable[ScheduledCue]) -> None:
        self._waiting.extend(cues)
        heapify(self._waiting)
        self._told = []

    def _drop_past(self, now: float) -> None:
        while self._waiting and self._waiting[0].instant < now - STALE:
            heappop(self._waiting)
        self._told = [cue for cue in self._told if cue.instant > now - STALE]

    def _introduction(self) -> list[str]:
        unknown = self._sounds[self._introduced :]
        self._introduced = len(self._sounds)
        lines = [wire.sound_line(name, path) for name, path in unknown]
        if self._volume_told != self._volume:
            self._volume_told = self._volume
            lines.append(wire.volume_line(self._volume))
        return lines

    def _voiding(self) -> list[str]:
        if self._generation_told == self._generation:
            return []
        self._generation_told = self._generation
        return [wire.take_back_line(self._generation)]

    def _telling(self, now: float) -> list[str]:
        told = len(self._told)
        while self._is_next_due(now):
            self._told.append(heappop(self._waiting))
        return [wire.cue_line(self._generation, *cue) for cue in self._told[told:]]

    def _saying(self, now: float) -> list[str]:
        told = len(self._told)
        while self._spoken and self._spoken[0].instant <= now + SAID_AHEAD:
            line = self._spoken.pop(0)
            if not self._muted and line.instant > now and self._has_room(line):
                self._told.append(line)
        return [wire.cue_line(self._generation, *cue) for cue in self._told[told:]]

    def _has_room(self, line: ScheduledCue) -> bool:
        """Whether it is ready, and over before the next cue."""
        path = self._files.get(line.sound)
        length = wave_seconds(path) if path else 0.0
        end = line.instant + length + ROOM
        cues = (*self._told, *self._waiting)
        return length > 0 and not any(line.instant - ROOM < cue.instant < end for cue in cues)

    def _is_next_due(self, now: float) -> bool:
        if self._muted or not self._waiting or len(self._told) >= MOST_TOLD:
            return False
        return self._waiting[0].instant <= now + HORIZON
