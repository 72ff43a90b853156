"""What the child should know and does not know yet.

Cues wait here, on the parent's side, and are told only shortly ahead: so a session of any length
needs a bounded child and a bounded pipe, and a new child is told everything that still matters.
Nothing here reads a clock or a pipe, and every method is done at once.
"""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from stridetimer.sound import wire
from stridetimer.sound.agenda import STALE

HORIZON = 10.0
"""How long before their instant cues are told, in seconds."""
MOST_TOLD = 256
"""Cues that may be told and ahead at the same time."""


class ScheduledCue(NamedTuple):
    """``sound``, by name, to be heard at ``instant`` of ``time.monotonic``."""

    instant: float
    sound: str


class Outbox:
    """Cues ahead: some waiting to be told, some told already."""

    def __init__(self, sounds: Mapping[str, Path]) -> None:
        self._sounds = sounds
        self._lock = Lock()
        self._waiting: list[ScheduledCue] = []
        self._told: list[ScheduledCue] = []
        self._generation = self._generation_told = 0
        self._introduced = False
        self._muted = False

    def add(self, cues: Iterable[ScheduledCue]) -> None:
        """Let ``cues`` be told in time."""
        with self._lock:
            for cue in cues:
                heappush(self._waiting, cue)

    def take_back(self) -> None:
        """Forget every cue, here and in the child."""
        with self._lock:
            self._waiting.clear()
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
            self._introduced = False
            self._generation_told = 0
            self._tell_again(cue for cue in self._told if cue.instant > now)

    def lines(self, now: float) -> list[str]:
        """What to tell the child now; from here on it counts as told."""
        with self._lock:
            self._drop_past(now)
            return [*self._introduction(), *self._voiding(), *self._telling(now)]

    def _tell_again(self, cues: Iterable[ScheduledCue]) -> None:
        self._waiting.extend(cues)
        heapify(self._waiting)
        self._told = []

    def _drop_past(self, now: float) -> None:
        while self._waiting and self._waiting[0].instant < now - STALE:
            heappop(self._waiting)
        self._told = [cue for cue in self._told if cue.instant > now - STALE]

    def _introduction(self) -> list[str]:
        if self._introduced:
            return []
        self._introduced = True
        return [wire.sound_line(name, path) for name, path in self._sounds.items()]

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

    def _is_next_due(self, now: float) -> bool:
        if self._muted or not self._waiting or len(self._told) >= MOST_TOLD:
            return False
        return self._waiting[0].instant <= now + HORIZON
