"""When the session will be over, by the clock on the wall."""

from collections.abc import Callable
from datetime import datetime, timedelta

_STEADY = timedelta(seconds=5)
"""The finish is reckoned anew at every look; less than this is no news."""


class FinishTime:
    """Tells it as a time of day; ``wall`` says what time it is now."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self._wall = wall
        self._told: datetime | None = None

    def after(self, seconds: float) -> str:
        """The time of day in so many real seconds; small doubts do not move what was told."""
        finish = self._wall() + timedelta(seconds=seconds)
        if self._told is None or abs(finish - self._told) > _STEADY:
            self._told = finish
        return f"{self._told:%H:%M}"
