"""What a routine expands to."""

import json

import pytest
from builders import each, hold, line, lines, paced, plan_of, routine, self_paced, timed
from hypothesis import given
from hypothesis import strategies as st
from strategies import routines

from stridetimer.core.plan import make_plan
from stridetimer.core.routine import (
    Circuit,
    Exercise,
    First,
    Open,
    Order,
    Rest,
    Routine,
    Side,
    Sides,
)
from stridetimer.core.step import Kind
from stridetimer.core.tally import MOST_STEPS, count_steps


def test_each_side_gets_the_full_length_and_a_set_is_left_switch_right() -> None:
    plan = plan_of(each("Squat", hold(30), sets=2, rest=60.0), prepare=10)
    assert lines(plan) == [
        "0:00 prepare Squat 1/2 left 10",
        "0:10 work    Squat 1/2 left 30",
        "0:40 switch  Squat 1/2 right 5",
        "0:45 work    Squat 1/2 right 30",
        "1:15 rest    Squat 2/2 left 60",
        "2:15 work    Squat 2/2 left 30",
        "2:45 switch  Squat 2/2 right 5",
        "2:50 work    Squat 2/2 right 30",
    ]
    assert (plan.total_seconds, plan.work_seconds, plan.rest_seconds) == (200, 120, 80)


def test_by_side_does_every_set_of_one_side_before_the_other() -> None:
    plan = plan_of(each("Hop", timed(10), sets=2, order=Order.BY_SIDE, first=First.RIGHT))
    assert lines(plan) == [
        "0:00 work    Hop 1/2 right 10",
        "0:10 rest    Hop 2/2 right 60",
        "1:10 work    Hop 2/2 right 10",
        "1:20 switch  Hop 1/2 left 5",
        "1:25 work    Hop 1/2 left 10",
        "1:35 rest    Hop 2/2 left 60",
        "2:35 work    Hop 2/2 left 10",
    ]


def test_alternating_work_is_one_set_for_both_legs() -> None:
    plan = plan_of(Exercise("Toe taps", paced(20), sides=Sides.ALTERNATING, sets=2, rest=120))
    assert lines(plan) == [
        "0:00 work    Toe taps 1/2 alternating 40",
        "0:40 rest    Toe taps 2/2 alternating 120",
        "2:40 work    Toe taps 2/2 alternating 40",
    ]


def test_between_is_as_long_as_the_rest_of_the_exercise_that_ended() -> None:
    plan = plan_of(Exercise("A", timed(10), rest=90), Exercise("B", timed(10), rest=20))
    assert lines(plan)[1] == "0:10 between B 1/1 90"


def test_an_exercises_own_between_wins_over_that_of_the_routine() -> None:
    first = Exercise("A", timed(10), between=7)
    plan = plan_of(first, Exercise("B", timed(10)), Exercise("C", timed(10)), between=30)
    assert [line(s) for s in plan.steps if s.kind is Kind.BETWEEN] == [
        "0:10 between B 1/1 7",
        "0:27 between C 1/1 30",
    ]


def test_in_a_circuit_exercises_follow_at_once_and_rounds_have_a_rest() -> None:
    circuit = Circuit(
        "Finisher",
        2,
        60,
        None,
        (Exercise("Squat", timed(40)), Rest(20), Exercise("Plank", hold(40))),
    )
    after = Exercise("Bridge", hold(5))
    assert lines(plan_of(circuit, after)) == [
        "0:00 work    Squat 1/1 (Finisher 1/2) 40",
        "0:40 rest    Plank 1/1 (Finisher 1/2) 20",
        "1:00 work    Plank 1/1 (Finisher 1/2) 40",
        "1:40 rest    Squat 1/1 (Finisher 2/2) 60",
        "2:40 work    Squat 1/1 (Finisher 2/2) 40",
        "3:20 rest    Plank 1/1 (Finisher 2/2) 20",
        "3:40 work    Plank 1/1 (Finisher 2/2) 40",
        "4:20 between Bridge 1/1 60",
        "5:20 work    Bridge 1/1 5",
    ]


def test_a_between_given_in_a_circuit_holds_in_it() -> None:
    circuit = Circuit("C", 1, 60, 12, (Exercise("A", timed(10)), Exercise("B", timed(10))))
    assert lines(plan_of(circuit))[1] == "0:10 between B 1/1 (C 1/1) 12"


def test_a_rest_of_its_own_takes_the_place_of_between() -> None:
    plan = plan_of(Exercise("A", timed(10)), Rest(33), Exercise("B", timed(10)), between=99)
    assert [(s.kind, s.seconds) for s in plan.steps] == [("work", 10), ("rest", 33), ("work", 10)]


def test_nothing_comes_after_the_last_work() -> None:
    plan = plan_of(Exercise("A", timed(10)), Rest(33))
    assert lines(plan) == ["0:00 work    A 1/1 10"]


def test_steps_of_no_length_are_left_out() -> None:
    plan = plan_of(each("A", timed(10), sets=2, rest=0, switch=0))
    assert [s.kind for s in plan.steps] == ["work"] * 4


def test_circuits_hold_circuits() -> None:
    inner = Circuit("Inner", 2, 5, None, (Exercise("A", timed(10)),))
    outer = Circuit("Outer", 2, 30, None, (inner, Exercise("B", timed(20))))
    assert [line(s) for s in plan_of(outer).steps] == [
        "0:00 work    A 1/1 (Inner 1/2) 10",
        "0:10 rest    A 1/1 (Inner 2/2) 5",
        "0:15 work    A 1/1 (Inner 2/2) 10",
        "0:25 work    B 1/1 (Outer 1/2) 20",
        "0:45 rest    A 1/1 (Inner 1/2) 30",
        "1:15 work    A 1/1 (Inner 1/2) 10",
        "1:25 rest    A 1/1 (Inner 2/2) 5",
        "1:30 work    A 1/1 (Inner 2/2) 10",
        "1:40 work    B 1/1 (Outer 2/2) 20",
    ]


@pytest.mark.parametrize(
    ("work", "seconds", "estimated"),
    [
        (self_paced(15), 45, True),
        (self_paced(15, pace=4), 60, True),
        (paced(15, ("up", 2), ("down", 3)), 75, False),
        (Open(), 60, True),
        (Open(aim_seconds=300), 300, True),
        (Open(aim_reps=15), 45, True),
        (hold(300), 300, False),
    ],
)
def test_every_kind_of_work_is_reckoned(work: Open, seconds: float, estimated: bool) -> None:
    (step,) = plan_of(Exercise("A", work)).steps
    assert (step.seconds, step.estimated) == (seconds, estimated)


def test_the_other_leg_leads_when_it_did_not_lead_last_time() -> None:
    items = routine(each("A", timed(10), first=First.OTHER, id="a"), prepare=0)
    assert make_plan(items).steps[0].side is Side.LEFT
    assert make_plan(items, led={"a": Side.LEFT}).steps[0].side is Side.RIGHT


def test_a_plan_of_too_many_steps_is_refused_before_it_is_made() -> None:
    huge = Circuit("C", 10**9, 1, None, (Circuit("D", 10**9, 1, None, (Exercise("A", timed(1)),)),))
    with pytest.raises(ValueError, match="100,000 is the most"):
        make_plan(routine(huge))


def test_the_most_steps_are_still_a_plan() -> None:
    most = Circuit("C", MOST_STEPS // 2, 1, None, (Exercise("A", timed(1)),))
    assert len(make_plan(routine(most)).steps) == MOST_STEPS


@given(routines())
def test_steps_are_counted_as_they_are_laid_out(written: Routine) -> None:
    plan = make_plan(written)
    assert count_steps(plan.routine) == len(plan.steps)


@given(routines())
def test_every_step_starts_where_the_one_before_ends(written: Routine) -> None:
    plan = make_plan(written)
    at = 0.0
    for index, step in enumerate(plan.steps):
        assert (step.index, step.starts_at) == (index, round(at, 3))
        assert step.seconds > 0
        at += step.seconds
    assert plan.total_seconds == round(at, 3)
    assert plan.steps[-1].is_work


@given(routines())
def test_a_step_that_is_not_work_tells_of_the_work_that_comes_next(written: Routine) -> None:
    plan = make_plan(written)
    for step in plan.steps:
        coming = next(later for later in plan.steps[step.index :] if later.is_work)
        assert (step.exercise, step.set_number, step.side) == (
            coming.exercise,
            coming.set_number,
            coming.side,
        )


@given(st.integers(1, 400), st.integers(1, 86_399))
def test_sums_of_odd_lengths_are_exact_to_the_millisecond(sets: int, milliseconds: int) -> None:
    plan = plan_of(Exercise("A", timed(milliseconds / 1000), sets=sets, rest=0))
    assert json.dumps(plan.total_seconds) == json.dumps(sets * milliseconds / 1000)
