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

from collections.abc import Callable, Iterable
from copy import copy

from stridetimer.core.course import Course
from stridetimer.core.events import (
    Event,
    Reason,
    Refused,
    SessionStarted,
    StepFinished,
    StepStarted,
)
from stridetimer.core.law import TRANSITIONS, Command, State, refusal
from stridetimer.core.passage import Passage
from stridetimer.core.plan import Plan
from stridetimer.core.standing import Standing
from stridetimer.core.standstill import Standstill
from stridetimer.core.stopwatch import Stopwatch
from stridetimer.core.view import SessionView, view_of


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
        self._taken_up = False
        self._watch = Stopwatch()
        self._standstill = Standstill(self._watch)
        self._course = Course(plan, Passage(plan.steps[first], 0.0), self._watch)

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
        session._watch.stand(standing.at)
        session._course = Course.taken_up(plan, standing, finished, session._watch)
        return session

    # -- time ------------------------------------------------------------------------------

    def advance(self, now: float) -> list[Event]:
        """Everything that was due up to ``now`` and has not been reported."""
        self._watch.tell(now)
        events: list[Event] = []
        while (due := self.next_due()) is not None and due <= self._watch.now:
            events += self._count_in() if self._standstill.counting else self._occur()
        return events

    def next_due(self) -> float | None:
        """The instant of the next event that comes by itself; None while there is none."""
        if self._standstill.counting:
            return self._standstill.next_due
        if self._state is not State.RUNNING:
            return None
        at = self._course.next_at
        return None if at is None else self._watch.due(at)

    def foresee(self, until: float) -> list[Event]:
        """What will be reported up to ``until``, unless the person acts.

        It ends where the person must act for the session to go on.
        """
        future = copy(self)
        future._course = self._course.ahead()
        future._watch = future._course.watch
        future._standstill = self._standstill.ahead(future._watch)
        return future.advance(until)

    def view(self, now: float) -> SessionView:
        """All that a screen needs to show at ``now``, up to which the session was advanced."""
        return view_of(
            plan=self.plan,
            state=self._state,
            pause_reason=self._standstill.reason if self._state.stands else None,
            passage=self._course.passage,
            session_elapsed=self._watch.at_instant(now),
            dropped=self._course.dropped,
            lead_in=self._standstill.left(now),
        )

    @property
    def standing(self) -> Standing:
        """Where it stands, as far as it was advanced."""
        at, passage = self._watch.at, self._course.passage
        elapsed = max(0.0, at - passage.began)
        dropped = tuple(sorted(i for i in self._course.dropped if i > passage.step.index))
        return Standing(passage.step.index, elapsed, passage.length, at, passage.halved, dropped)

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def results(self) -> tuple[StepFinished, ...]:
        """How each step that has ended did so last, in the order of the plan."""
        return self._course.results

    def result_of(self, index: int) -> StepFinished | None:
        """How the step ``index`` ended last; None where it has not."""
        return self._course.result_of(index)

    def why_not(self, command: Command, value: float | None = None) -> str | None:
        """Why ``command`` would be refused where the session stands; None where it would not."""
        return refusal(command, self._state) or self._unfit(command, value)

    def _unfit(self, command: Command, value: float | None) -> str | None:
        """Why ``command`` would be refused at the step it stands at, or with ``value``."""
        course, passage = self._course, self._course.passage
        match command:
            case Command.JUMP if value is not None:
                return course.why_not_jump(int(value))
            case Command.DONE:
                return passage.why_not_done(None if value is None else int(value))
            case Command.ADD:
                return passage.why_not_add(value or 0.0, course.elapsed(self._watch.at))
        return None

    # -- commands --------------------------------------------------------------------------

    def start(self, now: float) -> list[Event]:
        """Begin; a session that is taken up stands still where it stood."""
        if self._taken_up:
            return self._command(Command.TAKE_UP, now, self._take_up)
        return self._command(Command.START, now, self._start)

    def pause(self, now: float, reason: Reason = Reason.USER) -> list[Event]:
        """Let time stand still."""
        return self._command(Command.PAUSE, now, lambda at: self._standstill.begin(at, reason))

    def resume(self, now: float) -> list[Event]:
        """Let time go on."""
        return self._command(Command.RESUME, now, self._standstill.end)

    def lead_in(self, now: float, seconds: float) -> list[Event]:
        """Let time go on after ``seconds`` to get ready in."""
        return self._command(Command.LEAD_IN, now, lambda at: self._standstill.end_in(at, seconds))

    def next(self, now: float) -> list[Event]:
        """End the current step and nothing more."""
        return self._command(Command.NEXT, now, self._course.next)

    def back(self, now: float) -> list[Event]:
        """Start the current step again; within its first two seconds, the one before."""
        return self._command(Command.BACK, now, self._course.back)

    def skip_set(self, now: float) -> list[Event]:
        """Drop what is left of the set that is done or coming, both sides."""
        return self._command(Command.SKIP_SET, now, self._course.skip_set)

    def skip_exercise(self, now: float) -> list[Event]:
        """Drop what is left of the exercise that is done or coming."""
        return self._command(Command.SKIP_EXERCISE, now, self._course.skip_exercise)

    def jump(self, now: float, index: int) -> list[Event]:
        """Go to the step ``index``, and begin it; one that is leapt over is skipped.

        Going back takes up again what was left out on the way.
        """
        return self._command(
            Command.JUMP, now, lambda at: self._course.jump(at, index), value=index
        )

    def done(self, now: float, reps: int | None = None) -> list[Event]:
        """End the work as done, with ``reps`` or those planned; in a rest that waits, begin it."""
        return self._command(Command.DONE, now, lambda at: self._course.done(at, reps), value=reps)

    def add(self, now: float, seconds: float) -> list[Event]:
        """Make the current timed step longer, or shorter, but never shorter than it has been.

        Paced repetitions that were written as a range get one repetition more or fewer within it.
        """
        return self._command(
            Command.ADD, now, lambda at: self._course.add(at, seconds), value=seconds
        )

    def leave_alone(self, now: float) -> list[Event]:
        """Go on without a person: what would wait for one ends as reckoned."""
        return self._command(Command.LEAVE_ALONE, now, self._course.leave_alone)

    def stop(self, now: float) -> list[Event]:
        """End the session here."""
        return self._command(Command.STOP, now, self._course.stop)

    def _command(
        self,
        command: Command,
        now: float,
        act: Callable[[float], list[Event]],
        value: float | None = None,
    ) -> list[Event]:
        """What was due, then the command, then what it made due at once."""
        events = self.advance(now)
        at = self._watch.at
        if why := self.why_not(command, value):
            return [*events, Refused(at, self._watch.now, command, why)]
        events += act(at)
        self._enter(Command.END if self._course.completed else command)
        return [*events, *self.advance(now)]

    def _enter(self, command: Command) -> None:
        """Where ``command`` leads."""
        self._state = TRANSITIONS[self._state][command]
        if self._state is not State.LEADING_IN:
            self._standstill.count_no_more()

    # -- how time begins, stands and goes on, at session time ``at`` --------------------------

    def _start(self, at: float) -> list[Event]:
        started = SessionStarted(at, self._watch.now, self.plan)
        self._watch.run(at, self._watch.now)
        return [started, *self._course.begin(self._course.passage.step.index, at)]

    def _take_up(self, at: float) -> list[Event]:
        now, step = self._watch.now, self._course.passage.step
        return [
            SessionStarted(at, now, self.plan, resumed=True),
            StepStarted(at, now, step, self._course.elapsed(at)),
            *self._standstill.begin(at, Reason.USER),
        ]

    # -- what comes by itself ----------------------------------------------------------------

    def _occur(self) -> list[Event]:
        events = self._course.occur()
        if self._course.completed:
            self._enter(Command.END)
        return events

    def _count_in(self) -> list[Event]:
        """The next count, or the instant from which time goes on."""
        passage = self._course.passage
        events = self._standstill.count_in(passage.step.index, passage.began)
        if not self._standstill.counting:
            self._enter(Command.RESUME)
        return events
