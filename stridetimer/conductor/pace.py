"""The time of a session on the clock. Lengths and instants are seconds."""

from stridetimer.core.lengths import countdown
from stridetimer.core.view import SessionView


class Pace:
    """Session time that runs ``speed`` times as fast as the clock, from the instant ``base`` on."""

    def __init__(self, base: float, speed: float) -> None:
        self.speed = speed
        self._base = base

    def at(self, instant: float) -> float:
        """The session's ``now`` at an instant of the clock."""
        return self._base + (instant - self._base) * self.speed

    def instant(self, now: float) -> float:
        """The instant of the clock at the session's ``now``."""
        return self._base + (now - self._base) / self.speed

    def real(self, seconds: float) -> float:
        """How many real seconds ``seconds`` of session time take."""
        return seconds / self.speed


def seconds_shown(view: SessionView) -> float:
    """How long the number on the screen stays as it is, in seconds of session time."""
    if view.lead_in is not None:
        return view.lead_in - (countdown(view.lead_in) - 1)
    if view.counts_up:
        shown = view.overtime or view.elapsed
        return 1.0 - (shown + 1e-6) % 1.0
    assert view.remaining is not None
    return view.remaining - (countdown(view.remaining) - 1)
