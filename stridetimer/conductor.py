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
from stridetimer.core.events import CueDue, Event, Paused, Reason
from stridetimer.core.law import Command, State
from stridetimer.core.lengths import countdown
from stridetimer.core.plan import Plan
from stridetimer.core.session import Session
from stridetimer.core.standing import Standing
from stridetimer.core.view import SessionView
from stridetimer.gaps import GapWatch
from stridetimer.sound.status import Status

Clock = Callable[[], float]

AHEAD = 600.0
"""How far ahead cues are given to the player, in real seconds."""
VOLUME_STEP = 10
"""What one key press makes louder or quieter, in percent."""
STALE = 0.25
"""A cue this late, in real seconds, tells nothing any more."""
FASTEST_HEARD = 4.0
"""Beyond this speed cues would only be noise, and stay silent."""
CHECKPOINT = 4.0
"""Where a running session stands is recorded at least this often, in seconds of both clocks."""
OFTENEST = 0.1
"""And no more often than this, in real seconds, however fast it runs."""
TAKING_UP = 5.0
"""The countdown before a session that was left goes on, in seconds."""
LEAD_IN = 3.0
"""The countdown before a session goes on that was paused for long, in seconds."""
LONG_PAUSE = 5.0
"""After a pause of more real seconds than this a person needs a moment to get ready."""


class CuePlayer(Protocol):
    """Who makes cues heard."""

    mute: bool
    """Whether nothing is to be heard."""
    volume: int
    """In percent of full volume; what is set lies within 0 and 100."""

    def prepare(self, plan: Plan) -> None:
        """Get ready for the session of ``plan``."""

    def wants(self, cue: Cue) -> bool:
        """Whether ``cue`` is to be heard at all."""

    def announce(self, events: Iterable[tuple[float, Event]]) -> None:
        """Let be said what there is to say of each event, which is due at its instant."""

    def schedule(self, cues: Iterable[tuple[float, Cue]]) -> None:
        """Let each cue be heard at its instant of ``time.monotonic``."""

    def cancel(self) -> None:
        """Take back every cue that is not sounding yet."""

    def close(self, *, ring_out: bool = False) -> None:
        """Let go of everything; with ``ring_out`` what sounds is heard to its end."""

    @property
    def status(self) -> Status:
        """What makes cues heard now."""


class Recorder(Protocol):
    """Who writes down what happens. Nothing that becomes of it keeps a session from going on."""

    trouble: str
    """Why nothing is being recorded, in one sentence; empty while it is."""
    notice: str
    """What else there is to say, in one sentence."""

    def take(self, events: Iterable[Event], standing: Standing) -> None:
        """Write down what happened, and where the session stands after it."""

    def leave(self) -> None:
        """The session is left, to go on another time."""

    def close(self) -> None:
        """Write what is still to be written, and end."""


class Conductor:
    """One session, a clock, a player, and who records it.

    ``speed`` makes session time run that many times faster than the clock; ``lead_in`` is the
    countdown that ends a long pause, in seconds of session time.
    """

    def __init__(
        self,
        session: Session,
        player: CuePlayer,
        clock: Clock = time.monotonic,
        speed: float = 1.0,
        watch: GapWatch | None = None,
        recorder: Recorder | None = None,
        lead_in: float = 0.0,
    ) -> None:
        self.session = session
        self.away = 0.0
        """How long the program was stopped or the machine asleep at the last gap, in seconds."""
        self._player = player
        player.prepare(session.plan)
        self._clock = clock
        self._speed = speed
        self._watch = watch
        self._recorder = recorder
        self._lead_in = lead_in
        self._paused_at = float("-inf")
        self._recorded_at = float("-inf")
        self._base = clock()
        self._scheduled_to = float("-inf")

    # -- what happens ----------------------------------------------------------------------

    def start(self) -> list[Event]:
        """Begin the session now; one that is taken up goes on after a countdown."""
        now = self._now()
        events = self.session.start(now)
        if self.session.state is State.PAUSED:
            events += self.session.lead_in(now, TAKING_UP)
        return self._acted(now, events)

    def tick(self) -> list[Event]:
        """Everything that was due; after a gap, a pause where the session was."""
        if events := self._after_gap():
            return events
        events = self.session.advance(self._now_or_due())
        self._keep_ahead()
        return self._recorded(events)

    def do(self, command: Command, value: float | None = None) -> list[Event]:
        """Carry out ``command``; ``value`` is the repetitions of DONE or the seconds of ADD."""
        events = self._after_gap()
        if events and command is Command.PAUSE:
            return events  # that is what the gap has done already
        now = self._now()
        return events + self._acted(now, self._carry_out(command, now, value))

    def leave(self) -> list[Event]:
        """End the session here, to go on another time."""
        if self._recorder:
            self._recorder.leave()
        return self.do(Command.STOP)

    def close(self) -> None:
        """Let go of everything; the end of a whole session is heard out."""
        if self._recorder:
            if not self.session.state.over and self.session.state is not State.READY:
                self._recorder.take((), self.session.standing)
            self._recorder.close()
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
                return self._go_on(now)
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
            case Command.START | Command.TAKE_UP | Command.LEAD_IN | Command.END:
                raise ValueError(f"{command} is not a person's to give")

    def _go_on(self, now: float) -> list[Event]:
        """Let time go on; after a long pause, with a moment to get ready in."""
        long = self._clock() - self._paused_at > LONG_PAUSE
        if long and self._lead_in and self.session.state is State.PAUSED:
            return self.session.lead_in(now, self._lead_in)
        return self.session.resume(now)

    def _after_gap(self) -> list[Event]:
        """Nobody performed what a gap passed: pause at the last instant that was lived."""
        gap = self._watch.take(self._clock()) if self._watch else None
        if gap is None or self.session.state not in _GOING:
            return []
        self.away = gap.seconds
        now = self._at(gap.since)
        events = self.session.advance(now)
        if self.session.state in _GOING:
            events += self.session.pause(now, Reason.SUSPEND)
        return self._acted(now, events)

    # -- when, and what it looks like --------------------------------------------------------

    def wake_at(self) -> float | None:
        """The instant of the clock at which :meth:`tick` has something to do."""
        due = self.session.next_due()
        instants = [] if due is None else [self._instant(due), self._scheduled_to - AHEAD / 2]
        if self._recorder and self.session.state is State.RUNNING:
            instants.append(self._to_record_at)
        return min(instants, default=None)

    def view(self) -> SessionView:
        """The session at this instant."""
        return self.session.view(self._now())

    def next_second_at(self) -> float | None:
        """The instant of the clock at which the shown number changes; None while it stands."""
        view = self.view()
        if view.state not in _GOING:
            return None
        return self._clock() + seconds_shown(view) / self._speed

    def real(self, seconds: float) -> float:
        """How many real seconds ``seconds`` of session time take."""
        return seconds / self._speed

    # -- the record --------------------------------------------------------------------------

    @property
    def recorded(self) -> bool:
        """Whether what happens is being recorded."""
        return self._recorder is not None and not self._recorder.trouble

    @property
    def unrecorded(self) -> str:
        """What there is to say of the record, in one sentence; empty while all is well."""
        return (self._recorder.trouble or self._recorder.notice) if self._recorder else ""

    def _recorded(self, events: list[Event]) -> list[Event]:
        now = self._clock()
        if any(isinstance(event, Paused) for event in events):
            self._paused_at = now
        if self._recorder and (events or now >= self._to_record_at):
            self._recorded_at = now
            self._recorder.take(events, self.session.standing)
        return events

    @property
    def _to_record_at(self) -> float:
        """The instant of the clock at which it is to be recorded again where the session is."""
        return self._recorded_at + max(OFTENEST, CHECKPOINT / max(1.0, self._speed))

    # -- sound -----------------------------------------------------------------------------

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

    def _acted(self, now: float, events: list[Event]) -> list[Event]:
        """The person acted: what was to sound is void, and what is now to sound is sent."""
        self._player.cancel()
        self._send(event for event in events if event.due >= now)
        self._scheduled_to = float("-inf")
        self._keep_ahead()
        return self._recorded(events)

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
        coming = [(self._instant(event.due), event) for event in events]
        cues = [(at, event.cue) for at, event in coming if isinstance(event, CueDue)]
        if cues:
            self._player.schedule(cues)
        self._player.announce(coming)

    def wants_bell(self, event: Event) -> bool:
        """Whether the terminal's bell is to stand in for the sound of ``event``.

        It rings where nothing else plays; of a repetition only the first beat, and nothing late.
        """
        if not isinstance(event, CueDue) or not self._player.status.rings_bell:
            return False
        late = self._clock() - self._instant(event.due)
        if late > STALE or self._speed > FASTEST_HEARD:
            return False
        return event.cue.beat in (None, 1) and self._player.wants(event.cue)

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


_GOING = (State.RUNNING, State.LEADING_IN)
"""The states that something comes out of by itself."""


def seconds_shown(view: SessionView) -> float:
    """How long the number on the screen stays as it is, in seconds of session time."""
    if view.lead_in is not None:
        return view.lead_in - (countdown(view.lead_in) - 1)
    if view.counts_up:
        shown = view.overtime or view.elapsed
        return 1.0 - (shown + 1e-6) % 1.0
    assert view.remaining is not None
    return view.remaining - (countdown(view.remaining) - 1)
