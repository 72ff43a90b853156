import pytest

from stridetimer.core.cues import Cue, CueKind, cues_of
from stridetimer.core.plan import make_plan
from stridetimer.core.routine import Exercise, Routine, Side, Sides, Timed
from stridetimer.core.sound_names import SOUNDS, Level
from stridetimer.core.sounds import Wanted, side_of, sound_for, versions_of
from stridetimer.core.step import Kind

EVERY = [
    *(Cue(kind, 0.0) for kind in CueKind if kind not in (CueKind.BEAT, CueKind.REMAINING)),
    *(Cue(CueKind.REMAINING, 0.0, seconds=left) for left in (120.0, 60.0, 30.0, 10.0)),
    *(Cue(CueKind.BEAT, 0.0, rep=1, beat=beat, reps_left=9) for beat in (1, 2)),
]


def heard(wanted: Wanted) -> set[str]:
    return {
        f"{sound_for(cue)} {cue.seconds:.0f}" if cue.seconds else sound_for(cue)
        for cue in EVERY
        if wanted.has(cue)
    }


MINIMAL = {"count", "go", "rest", "switch", "finish", "first-beat"}
NORMAL = MINIMAL | {"halfway", "aim", "beat", "remaining 120", "remaining 60"}
FULL = NORMAL | {"elapsed", "remaining 30", "remaining 10"}


@pytest.mark.parametrize(
    ("level", "sounds"), [(Level.MINIMAL, MINIMAL), (Level.NORMAL, NORMAL), (Level.FULL, FULL)]
)
def test_each_level_has_its_cues(level: Level, sounds: set[str]) -> None:
    assert heard(Wanted(level)) == sounds


@pytest.mark.parametrize("level", Level)
def test_beats_can_be_turned_off_by_themselves(level: Level) -> None:
    assert heard(Wanted(level)) - heard(Wanted(level, beats=False)) <= {"beat", "first-beat"}
    assert not heard(Wanted(level, beats=False)) & {"beat", "first-beat"}


def test_without_a_wish_everything_is_heard() -> None:
    assert all(map(Wanted().has, EVERY))


def test_left_and_right_have_sounds_of_their_own() -> None:
    plan = make_plan(Routine("R", (Exercise("Hop", Timed(5, hold=False), sides=Sides.EACH),)))
    opened = [sound_for(cues_of(step)[0]) for step in plan.steps if step.kind is not Kind.PREPARE]
    assert opened == ["go-left", "switch-right", "go-right"]


@pytest.mark.parametrize("sides", [Sides.BOTH, Sides.ALTERNATING])
def test_work_without_one_side_begins_with_the_plain_sound(sides: Sides) -> None:
    plan = make_plan(Routine("R", (Exercise("Hop", Timed(5, hold=False), sides=sides),)))
    assert sound_for(cues_of(plan.steps[-1])[0]) == "go"


def test_a_sound_knows_its_side() -> None:
    assert side_of("go-left") is Side.LEFT
    assert side_of("switch-right") is Side.RIGHT
    assert side_of("halfway") is None


def test_every_sound_is_among_those_that_can_be_replaced() -> None:
    assert {sound_for(cue) for cue in EVERY} <= set(SOUNDS)
    assert versions_of("go") == ["go", "go-left", "go-right"]
    assert versions_of("go-left") == ["go-left"]
