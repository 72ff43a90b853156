"""Where a session stands: what is needed to go on with it another time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """One instant of a session. Lengths are seconds."""

    step: int
    """The index of its step."""
    elapsed: float
    """How long the step has gone on."""
    length: float
    """How long the step lasts, known or reckoned, with what was added to it."""
    at: float
    """Session time."""
    halved: bool = False
    """Whether the step has said that it is halfway."""
    dropped: tuple[int, ...] = ()
    """The steps ahead that will be passed over, by index."""
