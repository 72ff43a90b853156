"""One frozen value with all that a screen needs to show a session."""

from dataclasses import dataclass

from stridetimer.core.events import Reason
from stridetimer.core.law import State
from stridetimer.core.passage import Passage
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Beat, Reps, Side
from stridetimer.core.step import Step


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session at one instant. Lengths are seconds."""

    state: State
    pause_reason: Reason | None
    """Why time stands still; None while it does not."""
    plan: Plan
    step: Step
    following: Step | None
    """The step that comes after this one; it carries the work that comes next."""
    side: Side | None
    """The side of this moment: alternating work changes it with every repetition."""
    elapsed: float
    length: float
    """Of this step, known or reckoned, with what was added to it."""
    remaining: float | None
    """What is left of this step; None where it counts up until the person ends it."""
    overtime: float
    """By how much a rest that waits for the person is over."""
    rep: int | None
    """The repetition of this moment, from 1, where they are paced."""
    reps: int | None
    """How many there are in this set."""
    beat_number: int | None
    """Which beat of the repetition it is, from 1, where they are paced."""
    session_elapsed: float
    session_remaining: float
    estimated: bool
    """Whether what remains of the session is reckoned rather than known."""
    dropped: frozenset[int]
    """The skipped steps, by index."""
    lead_in: float | None = None
    """How soon time goes on; None while nothing is counted down to that."""

    @property
    def counts_up(self) -> bool:
        """Whether it waits for the person, and time counts up until then."""
        return self.remaining is None or self.overtime > 0

    @property
    def beat(self) -> Beat | None:
        """The beat of this moment, where repetitions are paced."""
        if self.beat_number is None or not isinstance(self.step.work, Reps):
            return None
        return self.step.work.tempo[self.beat_number - 1]


def view_of(
    *,
    plan: Plan,
    state: State,
    pause_reason: Reason | None,
    passage: Passage,
    session_elapsed: float,
    dropped: frozenset[int],
    lead_in: float | None = None,
) -> SessionView:
    """What a session with these parts looks like."""
    step = passage.step
    elapsed = max(0.0, session_elapsed - passage.began)
    left = max(0.0, passage.length - elapsed)
    rep, beat_number = _rep_and_beat(passage, elapsed)
    return SessionView(
        state=state,
        pause_reason=pause_reason,
        plan=plan,
        step=step,
        following=_following(plan, step, dropped),
        side=_side_at(step, rep),
        elapsed=elapsed,
        length=passage.length,
        remaining=None if step.estimated else left,
        overtime=max(0.0, elapsed - passage.length) if step.waits else 0.0,
        rep=rep,
        reps=passage.planned_reps,
        beat_number=beat_number,
        session_elapsed=session_elapsed,
        session_remaining=0.0 if state.over else left + _later(plan, step, dropped),
        estimated=step.index <= plan.last_estimated,
        dropped=dropped,
        lead_in=lead_in,
    )


def _following(plan: Plan, step: Step, dropped: frozenset[int]) -> Step | None:
    later = range(step.index + 1, len(plan.steps))
    return next((plan.steps[index] for index in later if index not in dropped), None)


def _later(plan: Plan, step: Step, dropped: frozenset[int]) -> float:
    """The planned seconds of the steps after ``step`` that are not skipped."""
    ends_at = step.starts_at + step.seconds
    left_out = sum(plan.steps[index].seconds for index in dropped if index > step.index)
    return plan.total_seconds - ends_at - left_out


def _rep_and_beat(passage: Passage, elapsed: float) -> tuple[int | None, int | None]:
    """The repetition and the beat after ``elapsed`` seconds of paced work, both from 1."""
    work = passage.step.work
    if not passage.step.paced or not isinstance(work, Reps):
        return None, None
    reps = round(passage.length / work.rep_seconds)
    rep = min(reps, int((elapsed + 1e-6) / work.rep_seconds) + 1)
    into_rep = elapsed - (rep - 1) * work.rep_seconds
    number = 1
    for beat in work.tempo[:-1]:
        into_rep -= beat.seconds
        if into_rep < -1e-6:
            break
        number += 1
    return rep, number


def _side_at(step: Step, rep: int | None) -> Side | None:
    if step.side is Side.ALTERNATING and step.is_work and rep is not None:
        return step.leads if rep % 2 else step.leads.other
    return step.side
