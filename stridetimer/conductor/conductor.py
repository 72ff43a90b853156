"""Drives one session in real time.

The screens and the plain output each own a conductor. They call :meth:`Conductor.tick` when
:meth:`Conductor.wake_at` says so, never more often, and do with the returned events what they are
for.
"""

import time
from collections.abc import Callable, Mapping

from stridetimer.conductor.ahead import Ahead
from stridetimer.conductor.pace import Pace, seconds_shown
from stridetimer.conductor.record import Record
from stridetimer.conductor.roles import Clock, CuePlayer, Recorder, Waker
from stridetimer.core.events import Event, Paused, Reason
from stridetimer.core.law import Command, State
from stridetimer.core.leadin import TAKING_UP
from stridetimer.core.session import Session
from stridetimer.core.view import SessionView
from stridetimer.gaps import GapWatch
from stridetimer.sound.status import Status

VOLUME_STEP = 10
"""What one key press makes louder or quieter, in percent."""
LONG_PAUSE = 5.0
"""After a pause of more real seconds than this a person needs a moment to get ready."""


class Conductor:
    """One session, a clock, a player, who records it, and who keeps the screen awake.

    ``speed`` makes session time run that many times faster than the clock. ``lead_in`` is the
    countdown before a session that was left goes on, ``pause_lead_in`` the one that ends a long
    pause, in seconds of session time; 0 is none.
    """

    def __init__(
        self,
        session: Session,
        player: CuePlayer,
        clock: Clock = time.monotonic,
        speed: float = 1.0,
        watch: GapWatch | None = None,
        recorder: Recorder | None = None,
        waker: Waker | None = None,
        lead_in: float = TAKING_UP,
        pause_lead_in: float = 0.0,
    ) -> None:
        self.session = session
        self.away = 0.0
        """How long the program was stopped or the machine asleep at the last gap, in seconds."""
        self.left = False
        """Whether it ended by being left; it is unfinished then and not stopped."""
        self._player = player
        self._clock = clock
        self._pace = Pace(clock(), speed)
        self._ahead = Ahead(session, player, clock, self._pace)
        self._record = Record(session, recorder, clock, speed)
        self._watch = watch
        self._waker = waker
        self._lead_in = lead_in
        self._pause_lead_in = pause_lead_in
        self._paused_at = float("-inf")

    # -- what happens ----------------------------------------------------------------------

    def start(self) -> list[Event]:
        """Begin the session now; one that is taken up goes on after a countdown."""
        now = self._now()
        events = self.session.start(now)
        if self.session.state is State.PAUSED:
            events += self._led_in(now, self._lead_in)
        return self._acted(now, events)

    def tick(self) -> list[Event]:
        """Everything that was due; after a gap, a pause where the session was."""
        if events := self._after_gap():
            return events
        events = self.session.advance(self._now_or_due())
        self._ahead.keep()
        return self._taken(events)

    def do(self, command: Command, value: float | None = None) -> list[Event]:
        """Carry out ``command``.

        ``value`` is the step of JUMP, the repetitions of DONE, or the seconds of ADD.

        Raises:
            ValueError: it is no command that a person gives.
        """
        if command not in _ORDERS:
            raise ValueError(f"{command} is not a person's to give")
        events = self._after_gap()
        if events and command is Command.PAUSE:
            return events  # that is what the gap has done already
        now = self._now()
        return events + self._acted(now, _ORDERS[command](self, now, value))

    def leave(self) -> list[Event]:
        """End the session here, to go on another time."""
        self.left = True
        self._record.leave()
        return self.do(Command.STOP)

    def close(self) -> None:
        """Let go of everything; the end of a whole session is heard out."""
        self._record.close()
        self._player.close(ring_out=self.session.state is State.COMPLETED)
        for other in (self._watch, self._waker):
            if other:
                other.close()

    def _go_on(self, now: float) -> list[Event]:
        """Let time go on; after a long pause, with a moment to get ready in."""
        if self.session.state is not State.PAUSED:
            return self.session.resume(now)
        long = self._clock() - self._paused_at > LONG_PAUSE
        return self._led_in(now, self._pause_lead_in if long else 0.0)

    def _led_in(self, now: float, seconds: float) -> list[Event]:
        return self.session.lead_in(now, seconds) if seconds else self.session.resume(now)

    def _after_gap(self) -> list[Event]:
        """Nobody performed what a gap passed: pause at the last instant that was lived."""
        gap = self._watch.take(self._clock()) if self._watch else None
        if gap is None or self.session.state not in _GOING:
            return []
        self.away = gap.seconds
        now = self._pace.at(gap.since)
        events = self.session.advance(now)
        if self.session.state in _GOING:
            events += self.session.pause(now, Reason.SUSPEND)
        return self._acted(now, events)

    def _acted(self, now: float, events: list[Event]) -> list[Event]:
        """The person acted: what will sound is another."""
        self._ahead.anew(events, now)
        return self._taken(events)

    def _taken(self, events: list[Event]) -> list[Event]:
        if any(isinstance(event, Paused) for event in events):
            self._paused_at = self._clock()
        self._record.take(events)
        if self._waker:
            self._waker.want(self.session.state in _GOING)
        return events

    # -- when, and what it looks like --------------------------------------------------------

    def wake_at(self) -> float | None:
        """The instant of the clock at which :meth:`tick` has something to do."""
        due, record = self.session.next_due(), self._record.next_at
        instants = [] if due is None else [self._pace.instant(due), self._ahead.next_at]
        instants += [] if record is None else [record]
        return min(instants, default=None)

    def view(self) -> SessionView:
        """The session at this instant."""
        return self.session.view(self._now())

    def next_second_at(self) -> float | None:
        """The instant of the clock at which the shown number changes; None while it stands."""
        view = self.view()
        if view.state not in _GOING:
            return None
        return self._clock() + self.real(seconds_shown(view))

    def real(self, seconds: float) -> float:
        """How many real seconds ``seconds`` of session time take."""
        return self._pace.real(seconds)

    def _now(self) -> float:
        return self._pace.at(self._clock())

    def _now_or_due(self) -> float:
        """Now; where that falls short of what is due by float noise alone, what is due."""
        instant, due = self._clock(), self.session.next_due()
        now = self._pace.at(instant)
        return now if due is None or self._pace.instant(due) > instant else max(now, due)

    # -- the record, and sound ---------------------------------------------------------------

    @property
    def recorded(self) -> bool:
        """Whether what happens is being recorded."""
        return self._record.kept

    @property
    def recorded_as(self) -> str:
        """Tells the session from every other that is recorded; empty where none is."""
        return self._record.uid

    @property
    def unrecorded(self) -> str:
        """What there is to say of the record, in one sentence; empty while all is well."""
        return self._record.trouble

    @property
    def muted(self) -> bool:
        """Whether nothing is to be heard."""
        return self._player.mute

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._player.mute = muted

    @property
    def volume(self) -> int:
        """How loud cues are, in percent of full volume."""
        return self._player.volume

    @volume.setter
    def volume(self, percent: int) -> None:
        self._player.volume = percent

    @property
    def sound(self) -> Status:
        """What makes cues heard now."""
        return self._player.status

    def wants_bell(self, event: Event) -> bool:
        """Whether the terminal's bell is to stand in for the sound of ``event``."""
        return self._ahead.wants_bell(event)


_GOING = (State.RUNNING, State.LEADING_IN)
"""The states that something comes out of by itself."""

_Order = Callable[[Conductor, float, float | None], list[Event]]

_ORDERS: Mapping[Command, _Order] = {
    Command.PAUSE: lambda by, now, value: by.session.pause(now),
    Command.RESUME: lambda by, now, value: by._go_on(now),
    Command.NEXT: lambda by, now, value: by.session.next(now),
    Command.BACK: lambda by, now, value: by.session.back(now),
    Command.SKIP_SET: lambda by, now, value: by.session.skip_set(now),
    Command.SKIP_EXERCISE: lambda by, now, value: by.session.skip_exercise(now),
    Command.JUMP: lambda by, now, value: by.session.jump(now, int(value or 0)),
    Command.DONE: lambda by, now, value: by.session.done(
        now, None if value is None else int(value)
    ),
    Command.ADD: lambda by, now, value: by.session.add(now, value or 0.0),
    Command.LEAVE_ALONE: lambda by, now, value: by.session.leave_alone(now),
    Command.STOP: lambda by, now, value: by.session.stop(now),
}
"""What each command that a person gives does at ``now``, with the number that came with it."""
