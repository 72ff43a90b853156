"""When what happens in a session is written down, and what there is to say of that."""

from collections.abc import Sequence

from stridetimer.conductor.roles import Clock, Recorder
from stridetimer.core.events import Event
from stridetimer.core.law import State
from stridetimer.core.session import Session

CHECKPOINT = 4.0
"""Where a running session stands is recorded at least this often, in seconds of both clocks."""
EARLY = 0.125
"""What a checkpoint may come early, as a part of the time between two: it goes along with a second
that is shown anyway, rather than to wake the program for itself."""
OFTENEST = 0.1
"""And no more often than this, in real seconds, however fast it runs."""


class Record:
    """The record of ``session``, kept by ``recorder``; without one there is none."""

    def __init__(
        self, session: Session, recorder: Recorder | None, clock: Clock, speed: float
    ) -> None:
        self._session = session
        self._recorder = recorder
        self._clock = clock
        self._every = max(OFTENEST, CHECKPOINT / max(1.0, speed))
        self._soonest = max(OFTENEST, self._every * (1 - EARLY))
        self._last = float("-inf")

    @property
    def kept(self) -> bool:
        """Whether what happens is being recorded."""
        return self._recorder is not None and not self._recorder.trouble

    @property
    def uid(self) -> str:
        """Tells the session from every other that is recorded; empty where none is."""
        return self._recorder.uid if self._recorder else ""

    @property
    def trouble(self) -> str:
        """What there is to say of it, in one sentence; empty while all is well."""
        return (self._recorder.trouble or self._recorder.notice) if self._recorder else ""

    @property
    def next_at(self) -> float | None:
        """The instant of the clock at which it is to be recorded again where the session is."""
        running = self._session.state is State.RUNNING
        return self._last + self._every if self._recorder and running else None

    def take(self, events: Sequence[Event]) -> None:
        """Record what happened; without that, where the session is, when it is time to."""
        now = self._clock()
        if self._recorder and (events or now >= self._last + self._soonest):
            self._last = now
            self._recorder.take(events, self._session.standing)

    def leave(self) -> None:
        """The session is left, to go on another time."""
        if self._recorder:
            self._recorder.leave()

    def close(self) -> None:
        """Record where a session that is not over stands, and end."""
        if not self._recorder:
            return
        if not self._session.state.over and self._session.state is not State.READY:
            self._recorder.take((), self._session.standing)
        self._recorder.close()
