"""Players that start anew for every cue.

What they cannot do is hit a sample, or take back what they have begun; what they can is heal by
themselves when a sound server was away.
"""

from math import inf
from typing import Protocol

from stridetimer.sound.backends import Sound, Stage


class Launcher(Protocol):
    """Starts one sound at a time, each on its own."""

    name: str
    latency: float
    """From the start to the sound, in seconds."""

    def launch(self, sound: Sound, now: float) -> None:
        """Start ``sound`` and do not wait for it.

        Raises:
            LostError: it does not play any more.
        """
        ...

    def close(self) -> None:
        """End what is still playing."""
        ...


class PerCueBackend:
    """Launches every cue ahead of its instant by the launcher's latency."""

    def __init__(self, stage: Stage, launcher: Launcher) -> None:
        self._stage = stage
        self._launcher = launcher
        self.name = launcher.name

    def tend(self, now: float) -> float | None:
        """Launch what is due."""
        for due in self._stage.agenda.take(now, now + self._launcher.latency + 0.0005):
            if sound := self._stage.sounds.get(due.name):
                self._launcher.launch(sound, now)
        nearest = self._stage.agenda.next_instant
        return None if nearest == inf else nearest - self._launcher.latency

    def close(self) -> None:
        """End what is still playing."""
        self._launcher.close()
