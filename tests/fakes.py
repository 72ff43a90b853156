"""Stand-ins for the parts of the program that meet the world."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Event as Flag

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import Event
from stridetimer.core.plan import Plan
from stridetimer.sound.status import SILENT, Status
from stridetimer.tui.arrangement import Arrangement
from stridetimer.tui.entry import Entry

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


class MemoryShelf:
    """Routines that are already there; they change when told."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = {entry.name: entry for entry in entries}
        self.last_done: dict[str, datetime] = {}
        self.how = Arrangement()
        self.watched = 0
        """How many look for changes at this moment."""
        self._changed = Flag()

    def found(self) -> list[Entry]:
        return [replace(one, plan=None, problem="") for one in self.entries.values()]

    def read(self, entry: Entry) -> Entry:
        return self.entries[entry.name]

    def keep(self) -> None:
        pass

    def arrangement(self) -> Arrangement:
        return self.how

    def arrange(self, how: Arrangement) -> None:
        self.how = how

    def done(self) -> Mapping[str, datetime]:
        return self.last_done

    def put(self, entry: Entry) -> None:
        """Add a routine, or change the one of this name, as another program would."""
        self.entries[entry.name] = entry
        self._changed.set()

    def changes(self, stop: Flag) -> Iterator[None]:
        self.watched += 1
        while not stop.is_set():
            if self._changed.wait(0.02):
                self._changed.clear()
                yield
        self.watched -= 1
