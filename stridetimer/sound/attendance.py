"""Tells a child that is well from one that hangs, by what it answers and when."""

from dataclasses import dataclass
from math import inf

from stridetimer.sound.ladder import End

BEAT_EVERY = 1.0
"""How often the child is told that the parent is there, in seconds."""
HUNG = 2.0
"""A child that has not answered for this long hangs, in seconds."""
FIRST_ANSWER = 8.0
"""How long a new child may take to find out what plays here, in seconds."""


@dataclass(slots=True)
class Attendance:
    """One child since it was started at the instant ``heard_at``.

    Only a child that was asked can be late with its answer, and only one that the parent watched:
    where the whole machine stood still, nobody hangs.
    """

    heard_at: float
    begun: bool = False
    """It has found something that plays."""
    ended: bool = False
    farewell: str | None = None
    """What it said before it ended."""
    found_nothing: bool = False
    """It said that nothing can play."""
    backend: str = ""
    """What it plays with, or tried last."""
    next_beat: float = 0.0
    _asked_at: float | None = None

    def asked(self, now: float) -> None:
        """A beat was sent to it."""
        self.next_beat = now + BEAT_EVERY
        if self._asked_at is None:
            self._asked_at = now

    def heard(self, now: float) -> None:
        """It said something."""
        self.heard_at = now
        self._asked_at = None

    def excused(self, now: float) -> None:
        """The parent was not there to hear it."""
        self.heard_at = now

    def hangs(self, now: float) -> bool:
        """It was asked and has not answered for too long."""
        return now >= self._hangs_from()

    def end(self, why: str) -> End:
        """How it ended, as the parent saw it or as it said itself."""
        return End(
            self.farewell or why,
            self.backend,
            played=self.begun,
            nothing=self.found_nothing,
            crashed=self.ended and self.farewell is None,
        )

    def look_again_in(self, now: float) -> float:
        """Seconds until it is to be asked, or can be said to hang."""
        return max(0.0, min(self.next_beat, self._hangs_from()) - now)

    def _hangs_from(self) -> float:
        if self._asked_at is None:
            return inf
        return self.heard_at + (HUNG if self.begun else FIRST_ANSWER)
