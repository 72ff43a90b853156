"""Stand-ins for the parts of the program that meet the world."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import Event
from stridetimer.core.plan import Plan
from stridetimer.sound.status import SILENT, Status

NO_SOUND = Status(SILENT, "There is nothing to play on.")


@dataclass
class RecordingPlayer:
    """Remembers what is to sound when, and forgets what is taken back before it sounded."""

    clock: Callable[[], float]
    sound: Status = NO_SOUND
    mute: bool = False
    volume: int = 100
    closed: bool = False
    agenda: list[tuple[float, Cue]] = field(default_factory=list)
    announced: list[tuple[float, Event]] = field(default_factory=list)

    @property
    def status(self) -> Status:
        return Status(SILENT, "Sound is muted.") if self.mute else self.sound

    def prepare(self, plan: Plan) -> None:
        self.prepared_for = plan

    def wants(self, cue: Cue) -> bool:
        return True

    def announce(self, events: Iterable[tuple[float, Event]]) -> None:
        self.announced += events

    def schedule(self, cues: Iterable[tuple[float, Cue]]) -> None:
        self.agenda += cues

    def cancel(self) -> None:
        self.agenda = [(at, cue) for at, cue in self.agenda if at <= self.clock()]

    def close(self, *, ring_out: bool = False) -> None:
        self.closed = True

    @property
    def heard(self) -> list[tuple[float, CueKind]]:
        return [(at, cue.kind) for at, cue in self.agenda if at <= self.clock()]
