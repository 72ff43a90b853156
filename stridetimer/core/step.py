"""One step of a plan, and how long its work takes."""

from dataclasses import dataclass
from enum import StrEnum

from stridetimer.core.routine import Exercise, Reps, Side, Timed, Work

OPEN_SECONDS = 60.0
"""What an open step without an aim is reckoned at."""


class Kind(StrEnum):
    """The kind of a step."""

    PREPARE = "prepare"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Lap:
    """Where in a circuit a step lies: round ``number`` of ``rounds``."""

    circuit: str
    number: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the plan."""

    index: int
    kind: Kind
    starts_at: float
    """Seconds from the start of the session, if all goes as planned."""
    seconds: float
    """How long it lasts, known or reckoned."""
    exercise: Exercise
    """The exercise that is done, or comes next."""
    turn: int
    """Which turn at an exercise this is; the same exercise in another round is another turn."""
    set_number: int
    side: Side | None
    leads: Side
    """The side that begins: for alternating work, the side of the first repetition."""
    lap: Lap | None = None

    @property
    def is_work(self) -> bool:
        """Whether the person works in it."""
        return self.kind is Kind.WORK

    @property
    def work(self) -> Work:
        """The work that is done in it, or comes next."""
        return self.exercise.work

    @property
    def paced(self) -> bool:
        """Whether its repetitions are cued beat by beat."""
        return self.is_work and isinstance(self.work, Reps) and bool(self.work.tempo)

    @property
    def estimated(self) -> bool:
        """Whether its length is reckoned and only the person knows when it ends."""
        return self.is_work and not self.paced and not isinstance(self.work, Timed)

    @property
    def timed(self) -> bool:
        """Whether it ends at a length of time: not counted in repetitions, and not open."""
        return not self.paced and not self.estimated

    @property
    def waits(self) -> bool:
        """Whether, once over, it waits for the person and counts on."""
        return self.exercise.wait and self.kind in (Kind.REST, Kind.BETWEEN)

    @property
    def reps(self) -> int | None:
        """The planned repetitions of its work; None where the work is not counted in them."""
        return self.work.count if isinstance(self.work, Reps) else None


def work_seconds(work: Work) -> float:
    """How long one set of ``work`` takes for one side, known or reckoned."""
    if isinstance(work, Timed):
        return work.seconds
    if isinstance(work, Reps):
        return exact(work.count * work.rep_seconds)
    if work.aim_seconds is not None:
        return work.aim_seconds
    return OPEN_SECONDS if work.aim_reps is None else exact(work.aim_reps * work.pace)


def exact(seconds: float) -> float:
    """Sums of lengths, freed of float noise: lengths are whole milliseconds."""
    return round(seconds, 3)
