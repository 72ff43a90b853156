"""Session time: the seconds since the start in which the session ran, pauses left out."""


class Stopwatch:
    """Keeps session time; it stands until it is told to run.

    Instants are seconds on any clock. One that is earlier than the last counts as the last.
    """

    def __init__(self) -> None:
        self.now = float("-inf")
        """The last instant that it was told."""
        self._running = False
        self._zero = 0.0
        """The instant at which session time would be 0, had it never stood."""
        self._since = 0.0
        """The instant from which it runs."""
        self._stood_at = 0.0
        """Session time while it stands, or stood at last."""

    def tell(self, now: float) -> None:
        """It is ``now``."""
        self.now = max(self.now, now)

    def run(self, at: float, since: float) -> None:
        """Go on: session time was ``at`` at the instant ``since``."""
        self._running, self._zero = True, since - at
        self._since, self._stood_at = since, at

    def stand(self, at: float) -> None:
        """Stand at session time ``at``."""
        self._running, self._stood_at = False, at

    @property
    def at(self) -> float:
        """Session time now."""
        return self.at_instant(self.now)

    def at_instant(self, instant: float) -> float:
        """Session time at ``instant``, if nobody acts until then; not before what it is now."""
        if not self._running:
            return self._stood_at
        # By the noise of floats it would at times be earlier than it was while it stood.
        return max(self._stood_at, max(self.now, instant) - self._zero)

    def due(self, at: float) -> float:
        """The instant of session time ``at``; while it stands, the present one."""
        if not self._running:
            return self.now
        return self._since if at == self._stood_at else self._zero + at
