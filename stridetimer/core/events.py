"""What a session reports: frozen facts, each with the instant it was due.

``at`` is session time: seconds since the start in which the session ran, pauses left out.
``due`` is the same instant on the clock that the session is given as ``now``.
"""

from dataclasses import dataclass
from enum import StrEnum

from stridetimer.core.cues import Cue
from stridetimer.core.plan import Plan
from stridetimer.core.step import Step


class Outcome(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    """Left out, wholly or from here on, because the person skipped its set or exercise, or leapt
    over it."""
    CUT = "cut"
    """Ended early by the person, or begun anew."""


class Ending(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"


class Reason(StrEnum):
    """Why a session paused."""

    USER = "user"
    SUSPEND = "suspend"
    """The machine slept or the program was stopped: nobody performed what the clock passed."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the session."""

    at: float
    due: float


@dataclass(frozen=True, slots=True)
class SessionStarted(Event):
    """The session began."""

    plan: Plan
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class StepStarted(Event):
    """A step began; every one of these is followed by one :class:`StepFinished`."""

    step: Step
    elapsed: float = 0.0
    """How long it had gone on, where it is taken up from another time."""


@dataclass(frozen=True, slots=True)
class CueDue(Event):
    """A cue is to be heard; ``step`` is the index of its step."""

    cue: Cue
    step: int


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """Time stands still."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class LeadInStarted(Event):
    """Time will go on in ``seconds``, unless it is paused again."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """Time goes on; ``reason`` is that of the pause that ended."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Adjusted(Event):
    """The current step got ``seconds`` longer, or shorter where that is negative."""

    seconds: float


@dataclass(frozen=True, slots=True)
class StepFinished(Event):
    """A step ended, or was skipped without having begun (then ``seconds`` is 0)."""

    step: Step
    outcome: Outcome
    seconds: float
    """How long it went on."""
    reps: int | None
    """Repetitions done, where they are known."""


@dataclass(frozen=True, slots=True)
class SessionFinished(Event):
    """The session is over; the counts are of steps, by how each ended last."""

    outcome: Ending
    done: int
    skipped: int
    cut: int


@dataclass(frozen=True, slots=True)
class Refused(Event):
    """A command was refused and changed nothing; ``message`` says why in one sentence."""

    command: str
    message: str
