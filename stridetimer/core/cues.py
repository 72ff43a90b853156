"""Which cues fall where in a step.

The rules, in order: every work step opens with ``go``, every rest with ``rest``, every switch with
``switch``; the last three seconds of a timed step are counted; a hold or timed work says where it
is halfway and how much remains; paced repetitions have a beat each; open work says how long it
has gone on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from stridetimer.core.lengths import DAY
from stridetimer.core.routine import Open, Reps, Side
from stridetimer.core.step import Kind, Step

COUNT_FROM = 3
"""The last seconds of a step that are counted."""
SHORTEST_COUNTED = 5.0
"""Steps shorter than this are over before a count would help, in seconds."""
SHORTEST_HALVED = 20.0
"""Timed work of at least this many seconds has a ``halfway``."""
LAST_CALLS = (30.0, 10.0)
"""Seconds left that are called in long work, after the whole minutes."""
SHORTEST_CALLED_REST = 30.0
"""Rests of at least this many seconds call the last ten."""
APART = 5.0
"""No two calls are closer than this, in seconds: the less important gives way."""
HEARD_COMING = 3
"""The last repetitions of a set that are told apart from the others."""


class CueKind(StrEnum):
    """What a cue says."""

    COUNT = "count"
    GO = "go"
    REST = "rest"
    SWITCH = "switch"
    HALFWAY = "halfway"
    REMAINING = "remaining"
    ELAPSED = "elapsed"
    AIM = "aim"
    BEAT = "beat"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound due at ``offset`` seconds into a step; the other fields say what it is about."""

    kind: CueKind
    offset: float
    n: int | None = None
    """For ``count``: 3, 2 or 1."""
    seconds: float | None = None
    """For ``remaining`` and ``elapsed``: how many seconds are left, or have gone by."""
    rep: int | None = None
    """For ``beat``: which repetition, from 1."""
    beat: int | None = None
    """For ``beat``: which beat of the repetition, from 1."""
    reps_left: int | None = None
    """For ``beat``: how many repetitions are left, this one among them."""
    side: Side | None = None
    """For ``go`` and ``switch``: the side that begins, where one does."""
    name: str = ""
    """For ``beat``: what the beat is called, where it has a name."""


_OPENINGS = {
    Kind.WORK: CueKind.GO,
    Kind.REST: CueKind.REST,
    Kind.BETWEEN: CueKind.REST,
    Kind.SWITCH: CueKind.SWITCH,
}
_SIDED = (CueKind.GO, CueKind.SWITCH)


def cues_of(step: Step, seconds: float | None = None) -> tuple[Cue, ...]:
    """The cues of ``step``, by offset.

    ``seconds`` is its length where that is no longer the planned one.
    """
    length = step.seconds if seconds is None else seconds
    return (*_opening(step), *_following(step, length))


def _opening(step: Step) -> Iterator[Cue]:
    if kind := _OPENINGS.get(step.kind):
        sided = kind in _SIDED and step.side is not Side.ALTERNATING
        yield Cue(kind, 0.0, side=step.side if sided else None)


def _following(step: Step, length: float) -> Iterable[Cue]:
    if step.paced:
        return _beats(step, length)
    if step.estimated:
        return _open_calls(step.work) if isinstance(step.work, Open) else ()
    return sorted([*_calls(step, length), *_count(length)], key=lambda cue: cue.offset)


def _count(length: float) -> Iterator[Cue]:
    if length >= SHORTEST_COUNTED:
        for n in range(COUNT_FROM, 0, -1):
            yield Cue(CueKind.COUNT, length - n, n=n)


def _calls(step: Step, length: float) -> list[Cue]:
    """Halfway and the time left, the more important first choosing their places."""
    kept: list[Cue] = []
    taken = [0.0]
    for cue in _wished_calls(step, length):
        if all(abs(cue.offset - other) >= APART for other in taken):
            kept.append(cue)
            taken.append(cue.offset)
    return kept


def _wished_calls(step: Step, length: float) -> Iterator[Cue]:
    """Every call that has a reason, the most important first."""
    if step.is_work:
        if length >= SHORTEST_HALVED:
            yield Cue(CueKind.HALFWAY, length / 2)
        if length > 60:
            minutes = range(int(length // 60) * 60, 0, -60)
            for left in (*minutes, *LAST_CALLS):
                if left < length:
                    yield Cue(CueKind.REMAINING, length - left, seconds=float(left))
    elif step.kind in (Kind.REST, Kind.BETWEEN) and length >= SHORTEST_CALLED_REST:
        yield Cue(CueKind.REMAINING, length - LAST_CALLS[-1], seconds=LAST_CALLS[-1])


def _open_calls(work: Open) -> Iterator[Cue]:
    """A call a minute, for as long as anybody could go on, and one at the aim."""
    aim = work.aim_seconds
    calls = [Cue(CueKind.ELAPSED, at, seconds=at) for at in map(float, range(60, int(DAY) + 1, 60))]
    if aim is not None:
        calls = [cue for cue in calls if abs(cue.offset - aim) >= APART]
        calls.append(Cue(CueKind.AIM, aim, seconds=aim))
        calls.sort(key=lambda cue: cue.offset)
    return iter(calls)


def _beats(step: Step, length: float) -> Iterator[Cue]:
    assert isinstance(step.work, Reps)
    one = step.work.rep_seconds
    reps = round(length / one)
    for rep in range(1, reps + 1):
        offset = (rep - 1) * one
        for number, beat in enumerate(step.work.tempo, 1):
            left = reps + 1 - rep
            at = round(offset, 3)
            yield Cue(CueKind.BEAT, at, rep=rep, beat=number, reps_left=left, name=beat.name)
            offset += beat.seconds
