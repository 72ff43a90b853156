"""The session: one performance of a plan, as a pure state machine.

The law of this file:

1. Every change of state goes through :data:`~stridetimer.core.law.TRANSITIONS`; what it does not
   name is refused in one sentence and changes nothing.
2. Nothing here reads a clock. ``now`` comes in, in seconds on any clock; one that is earlier than
   the last counts as the last.
3. Step *k + 1* starts at the planned end of step *k*, so lateness never adds up, and however
   :meth:`Session.advance` is called, in one jump or a million, the events are the same.
4. Every started step finishes once, and the seconds of all finished steps add up to the time that
   the session ran.
5. A session taken up where another stood goes on as that one would have gone on.
"""

from collections.abc import Callable, Iterable, Iterator
from copy import copy

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import (
    Adjusted,
    CueDue,
    Ending,
    Event,
    LeadInStarted,
    Outcome,
    Paused,
    Reason,
    Refused,
    Resumed,
    SessionFinished,
    SessionStarted,
    StepFinished,
    StepStarted,
)
from stridetimer.core.law import TRANSITIONS, Command, State, refusal
from stridetimer.core.leadin import LeadIn
from stridetimer.core.passage import Passage
from stridetimer.core.plan import Plan
from stridetimer.core.standing import Standing
from stridetimer.core.step import Step
from stridetimer.core.view import SessionView, view_of

BACK_WITHIN = 2.0
"""In the first seconds of a step, ``back`` means the step before."""


class Session:
    """One performance of ``plan``, from step ``first`` on.

    Every method that takes ``now`` and returns events returns all since the last call, oldest
    first. A command that cannot be carried out is answered with a
    :class:`~stridetimer.core.events.Refused` among them.

    Raises:
        ValueError: the plan has no step ``first``.
    """

    def __init__(self, plan: Plan, first: int = 0) -> None:
        if not 0 <= first < len(plan.steps):
            raise ValueError(f"the plan has no step {first}; its last is {len(plan.steps) - 1}")
        self.plan = plan
        self._state = State.READY
        self._attended = True
        self._now = float("-inf")
        self._zero = 0.0
        """The instant at which session time would be 0, had there been no pause."""
        self._frozen = 0.0
        """Session time while it stands still."""
        self._pause_reason = Reason.USER
        self._leading_in: LeadIn | None = None
        self._taken_up = False
        self._passage = Passage(plan.steps[first], 0.0)
        self._dropped: frozenset[int] = frozenset()
        """Skipped steps, by index; going back into one takes it up again."""
        self._finished: dict[int, StepFinished] = {}

    @classmethod
    def take_up(
        cls, plan: Plan, standing: Standing, finished: Iterable[StepFinished] = ()
    ) -> "Session":
        """A session that goes on where another stood, whose steps had ``finished`` so.

        Once started it stands still there until it is resumed.

        Raises:
            ValueError: the plan has no such step.
        """
        session = cls(plan, standing.step)
        session._taken_up = True
        session._frozen = standing.at
        session._passage = Passage.taken_up(plan.steps[standing.step], standing)
        session._finished = {one.step.index: one for one in finished}
        session._finished.pop(standing.step, None)
        session._dropped = frozenset(
            index
            for index, one in session._finished.items()
            if index > standing.step and one.outcome is Outcome.SKIPPED
        )
        return session

    # -- time ------------------------------------------------------------------------------

    def advance(self, now: float) -> list[Event]:
        """Everything that was due up to ``now`` and has not been reported."""
        self._now = max(self._now, now)
        events: list[Event] = []
        while (due := self.next_due()) is not None and due <= self._now:
            events += self._occur()
        return events

    def next_due(self) -> float | None:
        """The instant of the next event that comes by itself; None while there is none."""
        if self._leading_in:
            return self._leading_in.next_due
        if self._state is not State.RUNNING:
            return None
        cue, end = self._passage.next_cue, self._ends_after()
        offsets = [cue.offset] if cue else []
        offsets += [end] if end is not None else []
        return self._due(self._passage.began + min(offsets)) if offsets else None

    def foresee(self, until: float) -> list[Event]:
        """What will be reported up to ``until``, unless the person acts.

        It ends where the person must act for the session to go on.
        """
        future = copy(self)
        future._passage = self._passage.copy()
        future._finished = {}
        return future.advance(until)

    def view(self, now: float) -> SessionView:
        """All that a screen needs to show at ``now``, up to which the session was advanced."""
        return view_of(
            plan=self.plan,
            state=self._state,
            pause_reason=self._pause_reason if self._state.stands else None,
            passage=self._passage,
            session_elapsed=self._time(max(self._now, now)),
            dropped=self._dropped,
            lead_in=max(0.0, self._leading_in.ends - now) if self._leading_in else None,
        )

    @property
    def standing(self) -> Standing:
        """Where it stands, as far as it was advanced."""
        at, passage = self._time(self._now), self._passage
        elapsed = max(0.0, at - passage.began)
        return Standing(passage.step.index, elapsed, passage.length, at, passage.halved)

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def results(self) -> tuple[StepFinished, ...]:
        """How each step that has ended did so last, in the order of the plan."""
        return tuple(self._finished[index] for index in sorted(self._finished))

    # -- commands --------------------------------------------------------------------------

    def start(self, now: float) -> list[Event]:
        """Begin; a session that is taken up stands still where it stood."""
        if self._taken_up:
            return self._command(Command.TAKE_UP, now, self._take_up)
        return self._command(Command.START, now, self._start)

    def pause(self, now: float, reason: Reason = Reason.USER) -> list[Event]:
        """Let time stand still."""
        return self._command(Command.PAUSE, now, lambda at: self._pause(at, reason))

    def resume(self, now: float) -> list[Event]:
        """Let time go on."""
        return self._command(Command.RESUME, now, self._resume)

    def lead_in(self, now: float, seconds: float) -> list[Event]:
        """Let time go on after ``seconds`` to get ready in."""
        return self._command(Command.LEAD_IN, now, lambda at: self._count_down(at, seconds))

    def next(self, now: float) -> list[Event]:
        """End the current step and nothing more."""
        return self._command(Command.NEXT, now, self._next)

    def back(self, now: float) -> list[Event]:
        """Start the current step again; within its first two seconds, the one before."""
        return self._command(Command.BACK, now, self._back)

    def skip_set(self, now: float) -> list[Event]:
        """Drop what is left of the set that is done or coming, both sides."""
        return self._command(Command.SKIP_SET, now, lambda at: self._skip(at, self._same_set()))

    def skip_exercise(self, now: float) -> list[Event]:
        """Drop what is left of the exercise that is done or coming."""
        return self._command(
            Command.SKIP_EXERCISE, now, lambda at: self._skip(at, self._same_turn())
        )

    def done(self, now: float, reps: int | None = None) -> list[Event]:
        """End the work as done, with ``reps`` or those planned; in a rest that waits, begin it."""
        return self._command(
            Command.DONE,
            now,
            lambda at: self._done(at, reps),
            lambda elapsed: self._passage.why_not_done(reps),
        )

    def add(self, now: float, seconds: float) -> list[Event]:
        """Make the current timed step longer, or shorter, but never shorter than it has been.

        Paced repetitions that were written as a range get one repetition more or fewer within it.
        """
        return self._command(
            Command.ADD,
            now,
            lambda at: self._add(at, seconds),
            lambda elapsed: self._passage.why_not_add(seconds, elapsed),
        )

    def leave_alone(self, now: float) -> list[Event]:
        """Go on without a person: what would wait for one ends as reckoned."""
        return self._command(Command.LEAVE_ALONE, now, self._leave_alone)

    def stop(self, now: float) -> list[Event]:
        """End the session here."""
        return self._command(Command.STOP, now, self._stop)

    def _command(
        self,
        command: Command,
        now: float,
        act: Callable[[float], list[Event]],
        why_not: Callable[[float], str | None] = lambda elapsed: None,
    ) -> list[Event]:
        """What was due, then the command, then what it made due at once."""
        events = self.advance(now)
        at = self._time(self._now)
        why = refusal(command, self._state) or why_not(at - self._passage.began)
        if why:
            return [*events, Refused(at, self._now, command, why)]
        events += act(at)
        self._enter(TRANSITIONS[self._state].get(command, self._state))
        return [*events, *self.advance(now)]

    def _enter(self, state: State) -> None:
        self._state = state
        if state is not State.LEADING_IN:
            self._leading_in = None

    # -- what each command does, at session time ``at`` ---------------------------------------

    def _start(self, at: float) -> list[Event]:
        self._zero = self._now
        started = SessionStarted(at, self._now, self.plan)
        return [started, *self._begin(self._passage.step.index, at)]

    def _take_up(self, at: float) -> list[Event]:
        step, elapsed = self._passage.step, at - self._passage.began
        return [
            SessionStarted(at, self._now, self.plan, resumed=True),
            StepStarted(at, self._now, step, elapsed),
            *self._pause(at, Reason.USER),
        ]

    def _pause(self, at: float, reason: Reason) -> list[Event]:
        self._frozen, self._pause_reason = at, reason
        return [Paused(at, self._now, reason)]

    def _count_down(self, at: float, seconds: float) -> list[Event]:
        self._leading_in = LeadIn.of(self._now, seconds)
        return [LeadInStarted(at, self._now, seconds)]

    def _resume(self, at: float) -> list[Event]:
        self._zero = self._now - at
        return [Resumed(at, self._now, self._pause_reason)]

    def _next(self, at: float) -> list[Event]:
        # A rest that has run its length and only waits was had in full.
        rested = not self._passage.step.is_work and at - self._passage.began >= self._passage.length
        return self._end(at, Outcome.DONE if rested else Outcome.CUT)

    def _back(self, at: float) -> list[Event]:
        index = self._passage.step.index
        if at - self._passage.began < BACK_WITHIN:
            index = max(0, index - 1)
        return [self._finish(at, Outcome.CUT), *self._begin(index, at)]

    def _skip(self, at: float, dropped: list[Step]) -> list[Event]:
        events: list[Event] = [self._finish(at, Outcome.SKIPPED)]
        events += (
            self._record(StepFinished(at, self._due(at), step, Outcome.SKIPPED, 0.0, None))
            for step in dropped
        )
        self._dropped |= {step.index for step in dropped}
        return [*events, *self._go_on(at)]

    def _done(self, at: float, reps: int | None) -> list[Event]:
        if not self._passage.step.is_work:
            return self._next(at)
        return self._end(at, Outcome.DONE, self._passage.planned_reps if reps is None else reps)

    def _add(self, at: float, seconds: float) -> list[Event]:
        return [Adjusted(at, self._now, self._passage.add(seconds, at - self._passage.began))]

    def _leave_alone(self, at: float) -> list[Event]:
        self._attended = False
        self._passage.leave_alone(at - self._passage.began)
        return []

    def _stop(self, at: float) -> list[Event]:
        return [self._finish(at, Outcome.CUT), self._finish_session(at, Ending.STOPPED)]

    # -- what comes by itself ----------------------------------------------------------------

    def _occur(self) -> list[Event]:
        """The next cue, or the end of the step, whichever is first."""
        if self._leading_in:
            return self._count_in(self._leading_in)
        cue, end = self._passage.next_cue, self._ends_after()
        if cue is not None and (end is None or cue.offset < end):
            self._passage.hear()
            return [self._cue_due(cue)]
        assert end is not None
        return self._end(self._passage.began + end, Outcome.DONE, self._passage.planned_reps)

    def _count_in(self, lead_in: LeadIn) -> list[Event]:
        """The next count, or the instant from which time goes on."""
        at, due = self._frozen, lead_in.next_due
        if lead_in.counts:
            self._leading_in = lead_in.counted()
            cue = Cue(CueKind.COUNT, at - self._passage.began, n=lead_in.counts[0])
            return [CueDue(at, due, cue, self._passage.step.index)]
        self._zero = due - at
        self._enter(TRANSITIONS[self._state][Command.RESUME])
        return [Resumed(at, due, self._pause_reason)]

    def _ends_after(self) -> float | None:
        return self._passage.ends_after(attended=self._attended)

    def _cue_due(self, cue: Cue) -> CueDue:
        at = self._passage.began + cue.offset
        return CueDue(at, self._due(at), cue, self._passage.step.index)

    # -- from step to step -------------------------------------------------------------------

    def _end(self, at: float, outcome: Outcome, reps: int | None = None) -> list[Event]:
        return [self._finish(at, outcome, reps), *self._go_on(at)]

    def _go_on(self, at: float) -> list[Event]:
        """The next step that is not skipped, or the end of the session."""
        for index in range(self._passage.step.index + 1, len(self.plan.steps)):
            if index not in self._dropped:
                return self._begin(index, at)
        finish = self._cue_due(Cue(CueKind.FINISH, at - self._passage.began))
        events = [finish, self._finish_session(at, Ending.COMPLETED)]
        self._enter(TRANSITIONS[self._state][Command.END])
        return events

    def _begin(self, index: int, at: float) -> list[Event]:
        self._passage = Passage(self.plan.steps[index], at)
        self._dropped -= {index}
        self._finished.pop(index, None)
        return [StepStarted(at, self._due(at), self._passage.step)]

    def _finish(self, at: float, outcome: Outcome, reps: int | None = None) -> StepFinished:
        passage = self._passage
        seconds = at - passage.began
        reps = passage.reps_after(seconds) if reps is None else reps
        return self._record(StepFinished(at, self._due(at), passage.step, outcome, seconds, reps))

    def _record(self, finished: StepFinished) -> StepFinished:
        self._finished[finished.step.index] = finished
        return finished

    def _finish_session(self, at: float, outcome: Ending) -> SessionFinished:
        due, self._frozen = self._due(at), at
        outcomes = [finished.outcome for finished in self._finished.values()]
        done, skipped, cut = map(outcomes.count, (Outcome.DONE, Outcome.SKIPPED, Outcome.CUT))
        return SessionFinished(at, due, outcome, done, skipped, cut)

    # -- small reckonings --------------------------------------------------------------------

    def _time(self, now: float) -> float:
        """Session time at ``now``."""
        return now - self._zero if self._state is State.RUNNING else self._frozen

    def _due(self, at: float) -> float:
        """The instant of session time ``at``; while time stands still, the present one."""
        return self._now if self._state.stands else self._zero + at

    def _same_turn(self) -> list[Step]:
        """The steps ahead that belong to the same turn at the same exercise."""
        return list(self._ahead_in_turn())

    def _same_set(self) -> list[Step]:
        """The steps ahead that belong to the same set."""
        number = self._passage.step.set_number
        return [step for step in self._ahead_in_turn() if step.set_number == number]

    def _ahead_in_turn(self) -> Iterator[Step]:
        current = self._passage.step
        for index in range(current.index + 1, len(self.plan.steps)):
            step = self.plan.steps[index]
            if step.turn != current.turn:
                return
            if index not in self._dropped:
                yield step
