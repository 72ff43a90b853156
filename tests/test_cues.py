"""Which cues fall where."""

from itertools import pairwise

import pytest
from builders import each, hold, paced, plan_of, self_paced, timed
from hypothesis import given
from strategies import plans

from stridetimer.core.cues import APART, CueKind, cues_of
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Open
from stridetimer.core.step import Step


def calls(step: Step) -> list[tuple[float, str, float | None]]:
    """Offset, kind and number of each cue."""
    return [
        (cue.offset, cue.kind.value, cue.seconds if cue.n is None else cue.n)
        for cue in cues_of(step)
    ]


def work_step(work: object) -> Step:
    return plan_of(Exercise("A", work)).steps[0]  # type: ignore[arg-type]  # drawn by the test


def rest_step(seconds: float) -> Step:
    return plan_of(Exercise("A", timed(10), sets=2, rest=seconds)).steps[1]


def test_a_five_minute_hold_says_every_minute_left_then_thirty_and_ten() -> None:
    assert calls(work_step(hold(300))) == [
        (0, "go", None),
        (60, "remaining", 240),
        (120, "remaining", 180),
        (150, "halfway", None),
        (180, "remaining", 120),
        (240, "remaining", 60),
        (270, "remaining", 30),
        (290, "remaining", 10),
        (297, "count", 3),
        (298, "count", 2),
        (299, "count", 1),
    ]


def test_a_one_minute_block_has_halfway_and_the_count() -> None:
    assert calls(work_step(timed(60))) == [
        (0, "go", None),
        (30, "halfway", None),
        (57, "count", 3),
        (58, "count", 2),
        (59, "count", 1),
    ]


@pytest.mark.parametrize(
    ("seconds", "kinds"),
    [
        (4.9, ["go"]),
        (5, ["go", "count", "count", "count"]),
        (19, ["go", "count", "count", "count"]),
        (20, ["go", "halfway", "count", "count", "count"]),
    ],
)
def test_short_work_is_not_cluttered(seconds: float, kinds: list[str]) -> None:
    assert [kind for _, kind, _ in calls(work_step(timed(seconds)))] == kinds


@pytest.mark.parametrize(("seconds", "gone"), [(120, 60.0), (62, 30.0), (61, 60.0)])
def test_a_call_within_five_seconds_of_a_weightier_one_gives_way(
    seconds: float, gone: float
) -> None:
    found = calls(work_step(hold(seconds)))
    assert ("remaining", gone) not in [(kind, number) for _, kind, number in found]
    assert "halfway" in [kind for _, kind, _ in found]


def test_a_long_rest_calls_its_last_ten_seconds_and_a_short_one_only_counts() -> None:
    assert calls(rest_step(30)) == [
        (0, "rest", None),
        (20, "remaining", 10),
        (27, "count", 3),
        (28, "count", 2),
        (29, "count", 1),
    ]
    assert "remaining" not in [kind for _, kind, _ in calls(rest_step(29))]


def test_a_switch_says_so_and_counts() -> None:
    switch = plan_of(each("A", timed(10))).steps[1]
    assert calls(switch) == [
        (0, "switch", None),
        (2, "count", 3),
        (3, "count", 2),
        (4, "count", 1),
    ]


def test_getting_ready_is_counted_and_nothing_else() -> None:
    prepare = plan_of(Exercise("A", timed(10)), prepare=10).steps[0]
    assert calls(prepare) == [(7, "count", 3), (8, "count", 2), (9, "count", 1)]


def test_paced_repetitions_have_every_beat_and_no_count() -> None:
    step = work_step(paced(4, ("up", 2), ("down", 3)))
    beats = [(c.offset, c.rep, c.beat, c.reps_left) for c in cues_of(step)[1:]]
    assert beats == [
        (0, 1, 1, 4),
        (2, 1, 2, 4),
        (5, 2, 1, 3),
        (7, 2, 2, 3),
        (10, 3, 1, 2),
        (12, 3, 2, 2),
        (15, 4, 1, 1),
        (17, 4, 2, 1),
    ]
    assert {c.kind for c in cues_of(step)} == {CueKind.GO, CueKind.BEAT}


def test_self_paced_repetitions_only_begin() -> None:
    assert calls(work_step(self_paced(15))) == [(0, "go", None)]


def test_open_work_is_called_every_minute_and_at_its_aim() -> None:
    assert calls(work_step(Open(aim_seconds=150)))[:5] == [
        (0, "go", None),
        (60, "elapsed", 60),
        (120, "elapsed", 120),
        (150, "aim", 150),
        (180, "elapsed", 180),
    ]
    assert calls(work_step(Open(aim_seconds=120)))[1:3] == [
        (60, "elapsed", 60),
        (120, "aim", 120),
    ]


@given(plans)
def test_cues_are_in_order_within_their_step_and_calls_apart(plan: Plan) -> None:
    for step in plan.steps:
        cues = cues_of(step)
        offsets = [cue.offset for cue in cues]
        assert offsets == sorted(offsets)
        assert len(set(cues)) == len(cues)
        if not step.estimated:
            assert all(0 <= offset < step.seconds for offset in offsets)
        called = [c.offset for c in cues if c.kind in (CueKind.HALFWAY, CueKind.REMAINING)]
        assert all(b - a >= APART for a, b in pairwise(called))
