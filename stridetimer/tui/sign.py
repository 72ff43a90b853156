"""What the band across the session screen says."""

from dataclasses import dataclass

from stridetimer.core.routine import Side
from stridetimer.tui.phase import Phase


@dataclass(frozen=True, slots=True)
class Sign:
    """The phase, and the side where there is one."""

    phase: Phase
    side: Side | None = None
    """Alternating only where both sides are meant, and not one after the other."""
    coming: bool = False
    """Whether the side is one that is going to work, rather than the one that works."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that are shown, from left to right."""
        if self.side is Side.ALTERNATING:
            return (Side.LEFT, Side.RIGHT)
        return () if self.side is None else (self.side,)
