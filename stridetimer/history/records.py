"""What the history holds, as values. Lengths are seconds; times of day are ISO 8601 with offset."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from stridetimer.core.events import StepFinished
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Side
from stridetimer.core.standing import Standing

UNFINISHED = "unfinished"
"""The outcome of a session that has not ended, or was left to go on with another time."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a session when it begins."""

    uid: str
    """Tells it from every other session on any machine."""
    routine: str
    """The name by which its routine is found."""
    path: str
    """Where the file of the routine lay."""
    speed: float
    started_at: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class StepRecord:
    """How one step ended."""

    index: int
    kind: str
    exercise_id: str
    """What the exercise is known as."""
    exercise: str
    set: int
    side: str | None
    leads: str
    planned_reps: int | None
    planned_seconds: float
    reps: int | None
    left_reps: int | None
    """Of the repetitions, those of the left leg, where that is known."""
    right_reps: int | None
    seconds: float
    outcome: str
    ended_at: str


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session that was performed, or begun."""

    id: int
    uid: str
    routine: str
    name: str
    path: str
    speed: float
    started_at: str
    ended_at: str | None
    outcome: str
    seconds: float
    """Session time, without pauses."""
    steps: tuple[StepRecord, ...] = field(repr=False)

    @property
    def work(self) -> tuple[StepRecord, ...]:
        """The steps in which the person worked, or would have."""
        return tuple(step for step in self.steps if step.kind == "work")

    @property
    def sets(self) -> tuple[tuple[StepRecord, ...], ...]:
        """The work set by set: left and right make one, and each round has its own."""
        sets: dict[tuple[str, int, int], list[StepRecord]] = {}
        rounds = Counter[tuple[str, int, str | None]]()
        for step in self.work:
            rounds[bout := (step.exercise_id, step.set, step.side)] += 1
            sets.setdefault((step.exercise_id, step.set, rounds[bout]), []).append(step)
        return tuple(map(tuple, sets.values()))

    @property
    def sets_done(self) -> int:
        """How many sets were done, on both sides where they have two."""
        return sum(
            all(step.outcome == "done" for step in one)
            and (len(one) == 2 or one[0].side not in ("left", "right"))
            for one in self.sets
        )


@dataclass(frozen=True, slots=True)
class Brief:
    """One session, in as little as a list of many needs."""

    id: int
    routine: str
    name: str
    started_at: str
    outcome: str
    seconds: float
    """Session time, without pauses."""
    speed: float

    @property
    def began(self) -> datetime:
        """When it began, by the clock on the wall there and then."""
        return datetime.fromisoformat(self.started_at)

    @property
    def rehearsal(self) -> bool:
        """Whether it ran at another speed than that of the clock."""
        return self.speed != 1.0


@dataclass(frozen=True, slots=True)
class PastSession:
    """One session with what was planned and how each step ended."""

    brief: Brief
    plan: Plan | None
    """None where another version of the program wrote it in a way that this one does not know."""
    finished: tuple[StepFinished, ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """What was done of one exercise in one session: repetitions, or seconds."""

    began: datetime
    left: float | None = None
    right: float | None = None
    both: float | None = None
    """What was done with both legs at once."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One exercise over time."""

    exercise: str
    counted: bool
    """Whether efforts are repetitions, rather than seconds."""
    efforts: tuple[Effort, ...]
    """The oldest first; rehearsals are left out."""


@dataclass(frozen=True, slots=True)
class LeftOff:
    """An unfinished session, with all that is needed to go on."""

    id: int
    uid: str
    routine: str
    path: str
    started_at: str
    declined: bool
    """Whether the person was asked to go on and did not want to."""
    last: bool
    """Whether no other session was begun after it."""
    plan: Plan
    standing: Standing
    finished: tuple[StepFinished, ...]


def record_of(event: StepFinished, ended_at: str) -> StepRecord:
    """What is written down of a step that ended."""
    step, work = event.step, event.step.exercise
    left, right = _legs(event)
    return StepRecord(
        index=step.index,
        kind=step.kind.value,
        exercise_id=work.known_as,
        exercise=work.name,
        set=step.set_number,
        side=step.side.value if step.side else None,
        leads=step.leads.value,
        planned_reps=step.reps if step.is_work else None,
        planned_seconds=step.seconds,
        reps=event.reps,
        left_reps=left,
        right_reps=right,
        seconds=round(event.seconds, 3),
        outcome=event.outcome.value,
        ended_at=ended_at,
    )


def _legs(event: StepFinished) -> tuple[int | None, int | None]:
    """The repetitions of each leg; alternating work begins with the leg that leads."""
    step, reps = event.step, event.reps
    if reps is None or step.side is None or not step.is_work:
        return None, None
    leading = reps - reps // 2 if step.side is Side.ALTERNATING else reps
    left_leads = (step.leads if step.side is Side.ALTERNATING else step.side) is Side.LEFT
    return (leading, reps - leading) if left_leads else (reps - leading, leading)
