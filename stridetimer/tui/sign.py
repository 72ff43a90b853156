"""What the band across the session screen says."""

from dataclasses import dataclass

from stridetimer.core.routine import Side
from stridetimer.tui.phase import Phase


@dataclass(frozen=True, slots=True)
class Sign:
    """The phase, and the side where there is one."""

    phase: Phase
    side: Side | None = None
    """Only left or right."""
    coming: bool = False
    """Whether the side is the one that comes next, rather than the one that works."""
