"""The ways to make a sound, behind one protocol.

Everything in here runs in the child process only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from stridetimer.sound.agenda import Agenda

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound as backends get it: the file, and its samples as the mixer wants them."""

    path: Path
    samples: bytes
    spoken: bool = False


@dataclass(slots=True)
class Loudness:
    """The volume, from 0 to 1, which may change at any time."""

    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class Stage:
    """What every backend works with."""

    agenda: Agenda
    sounds: Mapping[str, Sound]
    clock: Clock
    loudness: Loudness = field(default_factory=Loudness)


class UnavailableError(Exception):
    """This backend cannot play here; the message says why."""


class LostError(Exception):
    """What played has gone; the message says how."""


class Backend(Protocol):
    """Makes the cues of the stage's agenda heard."""

    name: str
    """What the person is told."""

    def tend(self, now: float) -> float | None:
        """Do what is due, and say when to be called next at the latest; None: when cues come.

        Raises:
            LostError: nothing is heard any more.
        """
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...
