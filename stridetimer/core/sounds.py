"""Which sound a cue asks for, and whether a person wants to hear it."""

from dataclasses import dataclass

from stridetimer.core.cues import HEARD_COMING, Cue, CueKind
from stridetimer.core.routine import Side
from stridetimer.core.sound_names import SOUNDS, Level

_SIDED = (Side.LEFT, Side.RIGHT)


def sound_for(cue: Cue) -> str:
    """The name of the sound that stands for ``cue``."""
    if cue.kind is CueKind.BEAT:
        return _beat(cue)
    return f"{cue.kind.value}-{cue.side.value}" if cue.side in _SIDED else cue.kind.value


def _beat(cue: Cue) -> str:
    """A repetition is heard to begin, and the last ones are heard coming."""
    if cue.beat != 1:
        return "beat"
    last = cue.reps_left is not None and cue.reps_left <= HEARD_COMING
    return "last" if last else "first-beat"


def side_of(sound: str) -> Side | None:
    """The side that ``sound`` belongs to."""
    return next((side for side in _SIDED if sound.endswith(f"-{side.value}")), None)


def versions_of(sound: str) -> list[str]:
    """``sound``, and the sounds that are the same for one side."""
    return [name for name in SOUNDS if name in {sound, *(f"{sound}-{side}" for side in _SIDED)}]


_MINIMAL = {CueKind.COUNT, CueKind.GO, CueKind.REST, CueKind.SWITCH, CueKind.FINISH}
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cues a person wants to hear."""

    level: Level = Level.FULL
    beats: bool = True
    """Whether the tempo is heard."""

    def has(self, cue: Cue) -> bool:
        """Whether ``cue`` is one of them."""
        if cue.kind is CueKind.BEAT:
            return self.beats and (cue.beat == 1 or self.level is not Level.MINIMAL)
        match self.level:
            case Level.FULL:
                return True
            case Level.NORMAL:
                return cue.kind is not CueKind.ELAPSED and not _is_last_call(cue)
            case _:
                return cue.kind in _MINIMAL


def _is_last_call(cue: Cue) -> bool:
    return cue.kind is CueKind.REMAINING and (cue.seconds or 0.0) < _MINUTE
