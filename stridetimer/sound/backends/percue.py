"""Players that start anew for every cue.

What they cannot do is hit a sample, or take back what they have begun; what they can is heal by
themselves when a sound server was away.
"""

from math import inf
from typing import Protocol

from stridetimer.sound.backends import Sound, Stage
from stridetimer.sound.waking import LEAD_IN, SLEEPS_AFTER, WARM_UP
from stridetimer.sound.waves import FRAME, RATE

SILENCE = 1.5
"""How long the silence is that wakes a sink, in seconds."""


class Launcher(Protocol):
    """Starts one sound at a time, each on its own."""

    name: str
    latency: float
    """From the start to the sound, in seconds."""

    def launch(self, sound: Sound, now: float, gain: float) -> None:
        """Start ``sound`` and do not wait for it.

        Raises:
            LostError: it does not play any more.
        """
        ...

    def wake(self, seconds: float, now: float) -> None:
        """Play silence, so that a sink that sleeps is awake when a sound comes."""
        ...

    def close(self) -> None:
        """End what is still playing."""
        ...


class PerCueBackend:
    """Launches every cue ahead of its instant by the launcher's latency."""

    def __init__(self, stage: Stage, launcher: Launcher) -> None:
        self._stage = stage
        self._launcher = launcher
        self._awake_from = self._awake_until = -inf
        self.name = launcher.name

    def tend(self, now: float) -> float | None:
        """Wake the sink, and launch what is due."""
        nearest = self._stage.agenda.next_instant
        if self._awake_until < nearest <= now + WARM_UP:
            self._wake(now)
        if now < self._awake_from and nearest < self._awake_from:
            return self._awake_from
        for due in self._stage.agenda.take(now, now + self._launcher.latency + 0.0005):
            if sound := self._stage.sounds.get(due.name):
                self._launch(sound, now)
        return self._wake_at(now)

    def close(self) -> None:
        """End what is still playing."""
        self._launcher.close()

    def _wake(self, now: float) -> None:
        self._launcher.wake(SILENCE, now)
        if now >= self._awake_until:
            self._awake_from = now + LEAD_IN
        self._awake_until = now + SILENCE + SLEEPS_AFTER

    def _launch(self, sound: Sound, now: float) -> None:
        self._launcher.launch(sound, now, self._stage.loudness.gain)
        self._awake_until = now + len(sound.samples) / FRAME / RATE + SLEEPS_AFTER

    def _wake_at(self, now: float) -> float | None:
        nearest = self._stage.agenda.next_instant
        if nearest == inf:
            return None
        due = nearest - self._launcher.latency
        return due if nearest <= self._awake_until else min(due, nearest - WARM_UP)
