"""The way through a plan: the step that is gone through, how those before it ended, what is next.

Everything here happens at a session time ``at``; whether it may happen is the session's to say.
"""

from collections.abc import Iterable, Iterator
from copy import copy

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import (
    Adjusted,
    CueDue,
    Ending,
    Event,
    Outcome,
    SessionFinished,
    StepFinished,
    StepStarted,
)
from stridetimer.core.passage import Passage
from stridetimer.core.plan import Plan
from stridetimer.core.standing import Standing
from stridetimer.core.step import Step
from stridetimer.core.stopwatch import Stopwatch

BACK_WITHIN = 2.0
"""In the first seconds of a step, ``back`` means the step before."""


class Course:
    """The way through ``plan`` in the time of ``watch``, with ``passage`` as its first step."""

    def __init__(self, plan: Plan, passage: Passage, watch: Stopwatch) -> None:
        self.plan = plan
        self.passage = passage
        """The step that is gone through, or will be first."""
        self.watch = watch
        self.dropped: frozenset[int] = frozenset()
        """Skipped steps, by index; going back into one takes it up again."""
        self.completed = False
        """Whether the last step has ended."""
        self._attended = True
        self._finished: dict[int, StepFinished] = {}

    @classmethod
    def taken_up(
        cls, plan: Plan, standing: Standing, finished: Iterable[StepFinished], watch: Stopwatch
    ) -> "Course":
        """The way on from ``standing``, where other steps had ``finished`` so."""
        step = standing.step
        course = cls(plan, Passage.taken_up(plan.steps[step], standing), watch)
        course._finished = {one.step.index: one for one in finished if one.step.index != step}
        behind = (one.step.index for one in course._skipped() if one.step.index < step)
        course.dropped = frozenset((*behind, *standing.dropped))
        return course

    def ahead(self) -> "Course":
        """Another like this, to look ahead with; how steps ended is not looked for there."""
        future = copy(self)
        future.watch = copy(self.watch)
        future.passage = self.passage.copy()
        future._finished = {}
        return future

    @property
    def results(self) -> tuple[StepFinished, ...]:
        """How each step that has ended did so last, in the order of the plan."""
        return tuple(self._finished[index] for index in sorted(self._finished))

    def result_of(self, index: int) -> StepFinished | None:
        """How the step ``index`` ended last; None where it has not."""
        return self._finished.get(index)

    def _skipped(self) -> Iterator[StepFinished]:
        return (one for one in self._finished.values() if one.outcome is Outcome.SKIPPED)

    def elapsed(self, at: float) -> float:
        """How long the step has gone on."""
        return at - self.passage.began

    # -- what comes by itself ----------------------------------------------------------------

    @property
    def next_at(self) -> float | None:
        """The session time of what comes next by itself; None while nothing does."""
        cue, end = self.passage.next_cue, self._ends_after()
        offsets = [cue.offset] if cue else []
        offsets += [end] if end is not None else []
        return self.passage.began + min(offsets) if offsets else None

    def occur(self) -> list[Event]:
        """The next cue, or the end of the step, whichever is first."""
        cue, end = self.passage.next_cue, self._ends_after()
        if cue is not None and (end is None or cue.offset < end):
            self.passage.hear()
            return [self._cue_due(cue)]
        assert end is not None
        return self._end(self.passage.began + end, Outcome.DONE, self.passage.planned_reps)

    def _ends_after(self) -> float | None:
        return self.passage.ends_after(attended=self._attended)

    def _cue_due(self, cue: Cue) -> CueDue:
        at = self.passage.began + cue.offset
        return CueDue(at, self.watch.due(at), cue, self.passage.step.index)

    # -- what a person may do on the way -----------------------------------------------------

    def next(self, at: float) -> list[Event]:
        """End the step and nothing more."""
        return self._end(at, self._left_as(at))

    def _left_as(self, at: float) -> Outcome:
        """How the step ends that the person goes on from before its end."""
        # A rest that has run its length and only waits was had in full.
        rested = not self.passage.step.is_work and self.elapsed(at) >= self.passage.length
        return Outcome.DONE if rested else Outcome.CUT

    def back(self, at: float) -> list[Event]:
        """Begin the step anew; within its first two seconds, the one before."""
        index = self.passage.step.index
        if self.elapsed(at) < BACK_WITHIN:
            index = max(0, index - 1)
        return [self._finish(at, Outcome.CUT), *self.begin(index, at)]

    def skip_set(self, at: float) -> list[Event]:
        """Leave out what is left of the set, both sides."""
        number = self.passage.step.set_number
        return self._skip(at, [step for step in self._rest_of_turn() if step.set_number == number])

    def skip_exercise(self, at: float) -> list[Event]:
        """Leave out what is left of the turn at the exercise."""
        return self._skip(at, list(self._rest_of_turn()))

    def why_not_jump(self, index: int) -> str | None:
        """Why one cannot go to the step ``index``; None where one can."""
        last = len(self.plan.steps) - 1
        return None if 0 <= index <= last else f"there is no step {index}; the last is {last}"

    def jump(self, at: float, index: int) -> list[Event]:
        """Go to any step: leave out those that are leapt over, take up again those ahead of it."""
        here = self.passage.step.index
        ended = self._finish(at, self._left_as(at) if index > here else Outcome.CUT)
        between = self.plan.steps[here + 1 : index]
        left_out = self._leave_out(at, [one for one in between if one.index not in self.dropped])
        self.dropped -= frozenset(range(index, here))
        return [ended, *left_out, *self.begin(index, at)]

    def done(self, at: float, reps: int | None) -> list[Event]:
        """End the work as done; in a rest that waits, begin it."""
        if not self.passage.step.is_work:
            return self.next(at)
        return self._end(at, Outcome.DONE, self.passage.planned_reps if reps is None else reps)

    def add(self, at: float, seconds: float) -> list[Event]:
        """Make the step longer or shorter."""
        added = self.passage.add(seconds, self.elapsed(at))
        return [Adjusted(at, self.watch.now, added)]

    def leave_alone(self, at: float) -> list[Event]:
        """Go on without a person."""
        self._attended = False
        self.passage.leave_alone(self.elapsed(at))
        return []

    def stop(self, at: float) -> list[Event]:
        """End it here."""
        return [self._finish(at, Outcome.CUT), self._over(at, Ending.STOPPED)]

    # -- from step to step -------------------------------------------------------------------

    def begin(self, index: int, at: float) -> list[Event]:
        """Begin the step ``index``, whether or not it was gone through before."""
        self.passage = Passage(self.plan.steps[index], at)
        self.dropped -= {index}
        self._finished.pop(index, None)
        return [StepStarted(at, self.watch.due(at), self.passage.step)]

    def _end(self, at: float, outcome: Outcome, reps: int | None = None) -> list[Event]:
        return [self._finish(at, outcome, reps), *self._go_on(at)]

    def _finish(self, at: float, outcome: Outcome, reps: int | None = None) -> StepFinished:
        seconds, step = self.elapsed(at), self.passage.step
        reps = self.passage.reps_after(seconds) if reps is None else reps
        return self._keep(StepFinished(at, self.watch.due(at), step, outcome, seconds, reps))

    def _keep(self, finished: StepFinished) -> StepFinished:
        self._finished[finished.step.index] = finished
        return finished

    def _skip(self, at: float, left_out: list[Step]) -> list[Event]:
        ended = self._finish(at, Outcome.SKIPPED)
        return [ended, *self._leave_out(at, left_out), *self._go_on(at)]

    def _leave_out(self, at: float, steps: list[Step]) -> list[Event]:
        due = self.watch.due(at)
        self.dropped |= {step.index for step in steps}
        return [
            self._keep(StepFinished(at, due, step, Outcome.SKIPPED, 0.0, None)) for step in steps
        ]

    def _go_on(self, at: float) -> list[Event]:
        """The next step that is not skipped, or the end of the session."""
        for index in range(self.passage.step.index + 1, len(self.plan.steps)):
            if index not in self.dropped:
                return self.begin(index, at)
        self.completed = True
        finish = self._cue_due(Cue(CueKind.FINISH, self.elapsed(at)))
        return [finish, self._over(at, Ending.COMPLETED)]

    def _over(self, at: float, ending: Ending) -> SessionFinished:
        due = self.watch.due(at)
        self.watch.stand(at)
        outcomes = [finished.outcome for finished in self._finished.values()]
        done, skipped, cut = map(outcomes.count, (Outcome.DONE, Outcome.SKIPPED, Outcome.CUT))
        return SessionFinished(at, due, ending, done, skipped, cut)

    def _rest_of_turn(self) -> Iterator[Step]:
        """The steps ahead that belong to the same turn at the same exercise."""
        current = self.passage.step
        for index in range(current.index + 1, len(self.plan.steps)):
            step = self.plan.steps[index]
            if step.turn != current.turn:
                return
            if index not in self.dropped:
                yield step
