"""Which sound stands for which cue, and where its WAV lies."""

from pathlib import Path

from stridetimer.core.cues import HEARD_COMING, Cue, CueKind
from stridetimer.places import shipped

SOUNDS = {
    "count": "the last three seconds of a timed step",
    "go": "work begins",
    "rest": "rest begins",
    "switch": "change sides",
    "halfway": "half of the time is over",
    "remaining": "so much time is left",
    "elapsed": "another minute of open work has gone by",
    "aim": "the aim of open work is reached",
    "beat": "the next movement of the tempo",
    "first-beat": "a repetition begins",
    "last": "one of the last three repetitions begins",
    "finish": "the session is over",
}
"""Every sound by name, with what it tells the person, in the order in which they are shown."""


def sound_for(cue: Cue) -> str | None:
    """The name of the sound that stands for ``cue``; None where it has none."""
    name = _beat(cue) if cue.kind is CueKind.BEAT else cue.kind.value
    return name if name in SOUNDS else None


def sound_files() -> dict[str, Path]:
    """The shipped WAV of every sound, by name."""
    folder = shipped("sounds")
    return {name: folder / f"{name}.wav" for name in SOUNDS}


def _beat(cue: Cue) -> str:
    """A repetition is heard to begin, and the last ones are heard coming."""
    if cue.beat != 1:
        return "beat"
    last = cue.reps_left is not None and cue.reps_left <= HEARD_COMING
    return "last" if last else "first-beat"
