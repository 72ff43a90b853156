"""Drives one session in real time: the only place where a session meets a clock and sound.

The screens and the plain output each own a conductor. They call :meth:`Conductor.tick` when
:meth:`Conductor.wake_at` says so, never more often, and do with the returned events what they are
for. Cues go to the player ahead of time, so that a busy screen or a terminal that stopped reading
never delays one.
"""

import time
from collections.abc import Callable, Iterable
from typing import Protocol

from stridetimer.core.cues import Cue
from stridetimer.core.events import CueDue, Event, Reason
from stridetimer.core.law import Command, State
from stridetimer.core.lengths import countdown
from stridetimer.core.session import Session
from stridetimer.core.view import SessionView
from stridetimer.gaps import GapWatch
from stridetimer.sound.status import Status

Clock = Callable[[], float]

AHEAD = 600.0
"""How far ahead cues are given to the player, in real seconds."""
STALE = 0.25
"""A cue this late, in real seconds, tells nothing any more."""
FASTEST_HEARD = 4.0
"""Beyond this speed cues would only be noise, and stay silent."""


class CuePlayer(Protocol):
    """Who makes cues heard."""

    mute: bool
    """Whether nothing is to be heard."""

    def schedule(self, cues: Iterable[tuple[float, Cue]]) -> None:
        """Let each cue be heard at its instant of ``time.monotonic``."""

    def cancel(self) -> None:
        """Take back every cue that is not sounding yet."""

    def close(self, *, ring_out: bool = False) -> None:
        """Let go of everything; with ``ring_out`` what sounds is heard to its end."""

    @property
    def status(self) -> Status:
        """What makes cues heard now."""


class Conductor:
    """One session, a clock and a player.

    ``speed`` makes session time run that many times faster than the clock.
    """

    def __init__(
        self,
        session: Session,
        player: CuePlayer,
        clock: Clock = time.monotonic,
        speed: float = 1.0,
        watch: GapWatch | None = None,
    ) -> None:
        self.session = session
        self.away = 0.0
        """How long the program was stopped or the machine asleep at the last gap, in seconds."""
        self._player = player
        self._clock = clock
        self._speed = speed
        self._watch = watch
        self._base = clock()
        self._scheduled_to = float("-inf")

    # -- what happens ----------------------------------------------------------------------

    def start(self) -> list[Event]:
        """Begin the session now."""
        now = self._now()
        return self._acted(now, self.session.start(now))

    def tick(self) -> list[Event]:
        """Everything that was due; after a gap, a pause where the session was."""
        if events := self._after_gap():
            return events
        events = self.session.advance(self._now_or_due())
        self._keep_ahead()
        return events

    def do(self, command: Command, value: float | None = None) -> list[Event]:
        """Carry out ``command``; ``value`` is the repetitions of DONE or the seconds of ADD."""
        events = self._after_gap()
        now = self._now()
        return events + self._acted(now, self._carry_out(command, now, value))

    def close(self) -> None:
        """Let go of the player and the watch; the end of a whole session is heard out."""
        self._player.close(ring_out=self.session.state is State.COMPLETED)
        if self._watch:
            self._watch.close()

    def _carry_out(self, command: Command, now: float, value: float | None) -> list[Event]:
        session = self.session
        match command:
            case Command.DONE:
                return session.done(now, None if value is None else int(value))
            case Command.ADD:
                return session.add(now, value or 0.0)
            case Command.PAUSE:
                return session.pause(now)
            case Command.RESUME:
                return session.resume(now)
            case Command.NEXT:
                return session.next(now)
            case Command.BACK:
                return session.back(now)
            case Command.SKIP_SET:
                return session.skip_set(now)
            case Command.SKIP_EXERCISE:
                return session.skip_exercise(now)
            case Command.LEAVE_ALONE:
                return session.leave_alone(now)
            case Command.STOP:
                return session.stop(now)
            case Command.START | Command.END:
                raise ValueError(f"{command} is not a person's to give")

    def _after_gap(self) -> list[Event]:
        """Nobody performed what a gap passed: pause at the last instant that was lived."""
        gap = self._watch.take(self._clock()) if self._watch else None
        if gap is None or self.session.state is not State.RUNNING:
            return []
        self.away = gap.seconds
        now = self._at(gap.since)
        events = self.session.advance(now)
        if self.session.state is State.RUNNING:
            events += self.session.pause(now, Reason.SUSPEND)
        return self._acted(now, events)

    # -- when, and what it looks like --------------------------------------------------------

    def wake_at(self) -> float | None:
        """The instant of the clock at which :meth:`tick` has something to do."""
        due = self.session.next_due()
        return None if due is None else min(self._instant(due), self._scheduled_to - AHEAD / 2)

    def view(self) -> SessionView:
        """The session at this instant."""
        return self.session.view(self._now())

    def next_second_at(self) -> float | None:
        """The instant of the clock at which the shown number changes; None while it stands."""
        view = self.view()
        if view.state is not State.RUNNING:
            return None
        return self._clock() + seconds_shown(view) / self._speed

    def real(self, seconds: float) -> float:
        """How many real seconds ``seconds`` of session time take."""
        return seconds / self._speed

    # -- sound -----------------------------------------------------------------------------

    @property
    def muted(self) -> bool:
        """Whether nothing is to be heard."""
        return self._player.mute

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._player.mute = muted

    @property
    def sound(self) -> Status:
        """What makes cues heard now."""
        return self._player.status

    def _acted(self, now: float, events: list[Event]) -> list[Event]:
        """The person acted: what was to sound is void, and what is now to sound is sent."""
        self._player.cancel()
        self._send(event for event in events if event.due >= now)
        self._scheduled_to = float("-inf")
        self._keep_ahead()
        return events

    def _keep_ahead(self) -> None:
        """Give the player what it does not have yet, when half of what it has is used up."""
        now = self._clock()
        if now < self._scheduled_to - AHEAD / 2:
            return
        future = self.session.foresee(self._at(now + AHEAD))
        known_to = self._at(self._scheduled_to)
        self._send(event for event in future if event.due > known_to)
        self._scheduled_to = now + AHEAD

    def _send(self, events: Iterable[Event]) -> None:
        if self._speed > FASTEST_HEARD:
            return
        cues = [(self._instant(e.due), e.cue) for e in events if isinstance(e, CueDue)]
        if cues:
            self._player.schedule(cues)

    def wants_bell(self, event: Event) -> bool:
        """Whether the terminal's bell is to stand in for the sound of ``event``.

        It rings where nothing else plays; of a repetition only the first beat, and nothing late.
        """
        if not isinstance(event, CueDue) or not self._player.status.rings_bell:
            return False
        late = self._clock() - self._instant(event.due)
        return event.cue.beat in (None, 1) and late <= STALE and self._speed <= FASTEST_HEARD

    # -- instants ----------------------------------------------------------------------------

    def _now(self) -> float:
        return self._at(self._clock())

    def _now_or_due(self) -> float:
        """Now; where that falls short of what is due by float noise alone, what is due."""
        now, due = self._clock(), self.session.next_due()
        if due is None or self._instant(due) > now:
            return self._at(now)
        return max(self._at(now), due)

    def _at(self, instant: float) -> float:
        """The session's ``now`` at an instant of the clock."""
        return self._base + (instant - self._base) * self._speed

    def _instant(self, now: float) -> float:
        """The instant of the clock at the session's ``now``."""
        return self._base + (now - self._base) / self._speed


def seconds_shown(view: SessionView) -> float:
    """How long the number on the screen stays as it is, in seconds of session time."""
    if view.counts_up:
        shown = view.overtime or view.elapsed
        return 1.0 - (shown + 1e-6) % 1.0
    assert view.remaining is not None
    return view.remaining - (countdown(view.remaining) - 1)
