"""The few seconds in which a person gets ready before time goes on: no part of session time."""

from dataclasses import dataclass, replace

TAKING_UP = 5.0
"""The countdown before a session that was left goes on, where nobody wants another, in seconds."""
AFTER_PAUSE = 3.0
"""The same before a session goes on that was paused for long."""
LONGEST_LEAD_IN = 60.0
"""Nobody needs more seconds than this."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A countdown to the instant ``ends`` of the clock that the session is given as ``now``."""

    ends: float
    counts: tuple[int, ...]
    """The seconds that are still to be counted: 3, 2, 1."""

    @classmethod
    def of(cls, began: float, seconds: float) -> "LeadIn":
        """One that began at ``began`` and lasts ``seconds``."""
        # Here, because settings need no more than the lengths above.
        from stridetimer.core.cues import COUNT_FROM

        counts = range(COUNT_FROM, 0, -1)
        return cls(began + seconds, tuple(count for count in counts if count <= seconds))

    @property
    def next_due(self) -> float:
        """The instant of its next count, or of its end."""
        return self.ends - self.counts[0] if self.counts else self.ends

    def counted(self) -> "LeadIn":
        """The same after its next count."""
        return replace(self, counts=self.counts[1:])
