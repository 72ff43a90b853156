"""Cues go to the player ahead of time: neither a busy screen nor a terminal that stopped reading
ever delays one.
"""

from collections.abc import Iterable

from stridetimer.conductor.pace import Pace
from stridetimer.conductor.roles import Clock, CuePlayer
from stridetimer.core.events import CueDue, Event, StepStarted
from stridetimer.core.law import State
from stridetimer.core.session import Session

AHEAD = 600.0
"""How far ahead cues are given to the player, in real seconds."""
STALE = 0.25
"""A cue this late, in real seconds, tells nothing any more."""
FASTEST_HEARD = 4.0
"""Beyond this speed cues would only be noise, and stay silent."""


class Ahead:
    """Gives ``player`` what will sound in ``session``."""

    def __init__(self, session: Session, player: CuePlayer, clock: Clock, pace: Pace) -> None:
        self._session = session
        self._player = player
        self._clock = clock
        self._pace = pace
        self._sent_to = float("-inf")
        player.prepare(session.plan)

    @property
    def next_at(self) -> float:
        """The instant of the clock from which there is more to give."""
        return self._sent_to - AHEAD / 2

    def anew(self, events: Iterable[Event], now: float) -> None:
        """What was to sound is void: give what ``events`` bring from ``now`` on, and all after."""
        self._player.cancel()
        coming = [event for event in events if event.due >= now]
        if not any(isinstance(event, StepStarted) for event in coming):
            coming += self._opening(now)
        self._send(coming)
        self._sent_to = float("-inf")
        self.keep()

    def keep(self) -> None:
        """Give the player what it does not have yet, when half of what it has is used up."""
        now = self._clock()
        if now < self.next_at:
            return
        future = self._session.foresee(self._pace.at(now + AHEAD))
        known_to = self._pace.at(self._sent_to)
        self._send(event for event in future if event.due > known_to)
        self._sent_to = now + AHEAD

    def _send(self, events: Iterable[Event]) -> None:
        if self._pace.speed > FASTEST_HEARD:
            return
        coming = [(self._pace.instant(event.due), event) for event in events]
        cues = [(at, event.cue) for at, event in coming if isinstance(event, CueDue)]
        if cues:
            self._player.schedule(cues)
        self._player.announce(coming)

    def _opening(self, now: float) -> list[Event]:
        """The begin of the step that goes on: what is said after it may still be to be said."""
        if self._session.state not in (State.RUNNING, State.LEADING_IN):
            return []
        view = self._session.view(now)
        begun = now + (view.lead_in or 0.0) - view.elapsed
        return [StepStarted(view.session_elapsed - view.elapsed, begun, view.step)]

    def wants_bell(self, event: Event) -> bool:
        """Whether the terminal's bell is to stand in for the sound of ``event``.

        It rings where nothing else plays; of a repetition only the first beat, and nothing late.
        """
        if not isinstance(event, CueDue) or not self._player.status.rings_bell:
            return False
        late = self._clock() - self._pace.instant(event.due)
        if late > STALE or self._pace.speed > FASTEST_HEARD:
            return False
        return event.cue.beat in (None, 1) and self._player.wants(event.cue)
