"""The child's list of what is still to sound.

It is filled by the thread that reads the parent's lines and emptied by whoever sounds, which may
be the audio thread: every method holds its lock for a few operations only.
"""

from collections import deque
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import inf
from threading import Lock

STALE = 0.25
"""A cue that could not begin within this long is dropped: late, it would say something false."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A sound, by name, and the instant of the child's clock at which it should be heard."""

    instant: float
    name: str
    generation: int = field(default=0, compare=False)


class Agenda:
    """Cues ahead, the earliest first."""

    def __init__(self) -> None:
        self.next_instant = inf
        """The instant of the earliest cue. Readable without the lock."""
        self._lock = Lock()
        self._ahead: list[Due] = []
        self._begun: deque[Due] = deque()
        self._generation = 0
        self._vouched_until = inf

    def add(self, due: Due) -> None:
        """Let ``due`` sound, unless it has been taken back or has already begun."""
        with self._lock:
            if due.generation >= self._generation and due not in self._begun:
                heappush(self._ahead, due)
                self._note_next()

    def take_back(self, generation: int) -> None:
        """Forget every cue of an earlier generation."""
        with self._lock:
            self._generation = max(self._generation, generation)
            self._ahead = sorted(due for due in self._ahead if due.generation >= generation)
            self._note_next()

    def vouch(self, until: float) -> None:
        """The parent is well; cues after ``until`` need it to say so again."""
        self._vouched_until = until

    def take(self, now: float, until: float) -> list[Due]:
        """The cues before ``until`` that may begin; the stale ones among them are dropped."""
        if self.next_instant >= until:
            return []
        with self._lock:
            passed = []
            while self._ahead and self._ahead[0].instant < until:
                passed.append(heappop(self._ahead))
            self._note_next()
            begun = [due for due in passed if self._may_begin(due, now)]
            self._remember(begun, now)
            return begun

    def _may_begin(self, due: Due, now: float) -> bool:
        return due.instant > now - STALE and now <= self._vouched_until

    def _remember(self, begun: list[Due], now: float) -> None:
        """A cue taken back in the instant it began, and asked for again, must not sound twice."""
        self._begun.extend(begun)
        while self._begun and self._begun[0].instant < now - 2 * STALE:
            self._begun.popleft()

    def _note_next(self) -> None:
        self.next_instant = self._ahead[0].instant if self._ahead else inf
