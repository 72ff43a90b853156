"""What a conductor asks of those who play and who record."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from stridetimer.core.cues import Cue
from stridetimer.core.events import Event
from stridetimer.core.plan import Plan
from stridetimer.core.standing import Standing
from stridetimer.sound.status import Status

Clock = Callable[[], float]
"""Tells the instant, in seconds."""


class CuePlayer(Protocol):
    """Who makes cues heard."""

    mute: bool
    """Whether nothing is to be heard."""
    volume: int
    """In percent of full volume; what is set lies within 0 and 100."""

    def prepare(self, plan: Plan) -> None:
        """Get ready for the session of ``plan``."""

    def wants(self, cue: Cue) -> bool:
        """Whether ``cue`` is to be heard at all."""

    def announce(self, events: Iterable[tuple[float, Event]]) -> None:
        """Let be said what there is to say of each event, which is due at its instant."""

    def schedule(self, cues: Iterable[tuple[float, Cue]]) -> None:
        """Let each cue be heard at its instant of ``time.monotonic``."""

    def cancel(self) -> None:
        """Take back every cue that is not sounding yet."""

    def close(self, *, ring_out: bool = False) -> None:
        """Let go of everything; with ``ring_out`` what sounds is heard to its end."""

    @property
    def status(self) -> Status:
        """What makes cues heard now."""


class Waker(Protocol):
    """Who keeps the screen awake."""

    def want(self, wanted: bool) -> None:
        """Let it stay awake from now on, or let it sleep as it likes."""

    def close(self) -> None:
        """Let it sleep as it likes, for good."""


class Recorder(Protocol):
    """Who writes down what happens. Nothing that becomes of it keeps a session from going on."""

    uid: str
    """Tells the session from every other that is recorded."""

    @property
    def trouble(self) -> str:
        """Why nothing is being recorded, in one sentence; empty while it is."""

    @property
    def notice(self) -> str:
        """What else there is to say, in one sentence; empty where there is nothing."""

    def take(self, events: Sequence[Event], standing: Standing) -> None:
        """Write down what happened, and where the session stands after it."""

    def leave(self) -> None:
        """The session is left, to go on another time."""

    def close(self) -> None:
        """Write what is still to be written, and end."""
