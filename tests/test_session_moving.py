"""On, back, past sets and exercises, and to any step: told as stories."""

import pytest
from builders import cues, each, finished, paced, plan_of, refusals, started, timed
from session_support import T0, begun, endings, one_leg_squats

from stridetimer.core.events import StepFinished
from stridetimer.core.law import State
from stridetimer.core.routine import Circuit, Exercise, Order


def test_next_ends_the_step_and_nothing_more() -> None:
    session, _ = begun(one_leg_squats())
    events = session.next(T0 + 4)
    assert finished(events) == [(0, "cut", 4, None)]
    assert started(events) == [1]
    assert cues(events) == ["4 go"]


def test_a_cut_set_tells_how_many_repetitions_were_done() -> None:
    session, _ = begun(plan_of(Exercise("Hop", paced(15, ("up", 1), ("down", 2)))))
    assert finished(session.next(T0 + 10)) == [(0, "cut", 10, 3)]


def test_after_the_last_step_there_is_nothing_to_do() -> None:
    session, events = begun(plan_of(Exercise("A", timed(10))))
    events = session.next(T0 + 4)
    assert endings(events) == [("completed", 0, 0, 1)]
    assert refusals(session.next(T0 + 5)) == ["can't next: the session is over"]


def test_back_starts_the_step_again() -> None:
    session, _ = begun(one_leg_squats())
    events = session.back(T0 + 14)
    assert finished(events)[-1] == (1, "cut", 4, None)
    assert started(events)[-1] == 1
    assert session.view(T0 + 14).remaining == 30


def test_back_within_two_seconds_goes_to_the_step_before() -> None:
    session, _ = begun(one_leg_squats())
    assert started(session.back(T0 + 11.5))[-1] == 0
    assert started(session.back(T0 + 13.5)) == [0]


def test_a_step_done_again_counts_as_it_ended_last() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10)), between=0))
    session.back(T0 + 5)
    assert endings(session.advance(T0 + 20)) == [("completed", 1, 0, 0)]


def test_skipping_a_set_drops_both_sides_and_goes_on_with_the_rest_after_it() -> None:
    session, _ = begun(one_leg_squats())
    events = session.skip_set(T0 + 20)
    assert finished(events)[1:] == [
        (1, "skipped", 10, None),
        (2, "skipped", 0, None),
        (3, "skipped", 0, None),
    ]
    assert started(events)[-1] == 4


def test_skipping_a_set_in_the_rest_before_it_skips_the_set_that_is_coming() -> None:
    session, _ = begun(one_leg_squats())
    session.advance(T0 + 80)
    events = session.skip_set(T0 + 80)
    assert [index for index, *_ in finished(events)] == [4, 5, 6, 7]
    assert endings(events) == [("completed", 4, 4, 0)]


def test_skipping_a_set_in_a_switch_skips_the_side_that_is_coming() -> None:
    session, _ = begun(one_leg_squats())
    session.advance(T0 + 42)
    events = session.skip_set(T0 + 42)
    assert [(i, o) for i, o, *_ in finished(events)] == [(2, "skipped"), (3, "skipped")]
    assert started(events) == [4]


def test_skipping_a_set_side_by_side_skips_its_other_side_when_that_comes() -> None:
    exercise = each("Hop", timed(10), sets=2, rest=20, order=Order.BY_SIDE)
    session, _ = begun(plan_of(exercise))
    events = session.skip_set(T0 + 5)
    skipped = [(e.step.set_number, e.step.side) for e in events if isinstance(e, StepFinished)]
    assert skipped == [(1, "left"), (1, "right"), (1, "right")]
    events = session.advance(T0 + 500)
    worked = [(e.step.set_number, e.step.side) for e in events if isinstance(e, StepFinished)]
    assert worked == [(2, "left"), (2, "left"), (2, "right"), (2, "right")]


def test_skipping_an_exercise_goes_on_with_the_rest_before_the_next() -> None:
    plan = plan_of(each("A", timed(10), sets=3), Exercise("B", timed(10)))
    session, _ = begun(plan)
    events = session.skip_exercise(T0 + 5)
    view = session.view(T0 + 5)
    assert (view.step.kind, view.step.exercise.name) == ("between", "B")
    assert {outcome for _, outcome, *_ in finished(events)} == {"skipped"}


def test_skipping_an_exercise_in_a_circuit_skips_only_this_round_of_it() -> None:
    circuit = Circuit("C", 2, 30, None, (Exercise("A", timed(10)), Exercise("B", timed(10))))
    session, _ = begun(plan_of(circuit))
    session.skip_exercise(T0 + 5)
    assert session.view(T0 + 5).step.exercise.name == "B"
    session.advance(T0 + 15)
    assert session.view(T0 + 15).step.exercise.name == "A"


def test_going_back_into_a_skipped_step_takes_it_up_again() -> None:
    session, _ = begun(one_leg_squats())
    session.skip_set(T0 + 20)
    assert started(session.back(T0 + 21)) == [3]
    session.advance(T0 + 400)
    outcomes = {r.step.index: r.outcome.value for r in session.results}
    assert (outcomes[2], outcomes[3]) == ("skipped", "done")


# -- going to any step --------------------------------------------------------------------------


def test_a_jump_ahead_cuts_the_step_and_skips_those_it_leaps_over() -> None:
    session, _ = begun(one_leg_squats())
    events = session.jump(T0 + 20, 5)
    assert finished(events)[1:] == [
        (1, "cut", 10, None),
        (2, "skipped", 0, None),
        (3, "skipped", 0, None),
        (4, "skipped", 0, None),
    ]
    assert started(events)[-1] == 5
    assert (session.view(T0 + 20).elapsed, session.view(T0 + 20).session_elapsed) == (0, 20)


def test_a_jump_back_begins_there_and_goes_through_all_that_follows_again() -> None:
    session, _ = begun(one_leg_squats())
    session.jump(T0 + 20, 7)
    events = session.jump(T0 + 21, 2)
    assert finished(events) == [(7, "cut", 1, None)]
    assert started(events) == [2]
    session.advance(T0 + 1000)
    outcomes = [result.outcome.value for result in session.results]
    assert outcomes == ["done", "cut", *["done"] * 6]


def test_a_jump_to_where_one_is_begins_the_step_anew() -> None:
    session, _ = begun(one_leg_squats())
    events = session.jump(T0 + 20, 1)
    assert (finished(events)[1:], started(events)[-1]) == ([(1, "cut", 10, None)], 1)


def test_a_jump_while_paused_leaves_the_session_paused() -> None:
    session, _ = begun(one_leg_squats())
    session.pause(T0 + 20)
    assert started(session.jump(T0 + 90, 6)) == [6]
    assert session.state is State.PAUSED
    assert session.view(T0 + 95).elapsed == 0


def test_a_jump_out_of_a_rest_that_only_waits_leaves_it_as_done() -> None:
    exercise = Exercise("Squat", timed(10), sets=3, rest=20, wait=True)
    session, _ = begun(plan_of(exercise))
    events = session.jump(T0 + 45, 4)
    outcomes = [(index, outcome) for index, outcome, *_ in finished(events)]
    assert outcomes[1:] == [(1, "done"), (2, "skipped"), (3, "skipped")]


def test_what_a_skipped_set_left_out_beyond_a_jump_back_stays_left_out() -> None:
    exercise = each("Hop", timed(10), sets=2, rest=20, order=Order.BY_SIDE)
    session, _ = begun(plan_of(exercise))
    session.skip_set(T0 + 5)
    session.jump(T0 + 6, 0)
    events = session.advance(T0 + 500)
    assert 4 not in started(events)


@pytest.mark.parametrize("index", [-1, 8, 1000])
def test_a_jump_to_a_step_that_is_not_there_is_refused(index: int) -> None:
    session, _ = begun(one_leg_squats())
    assert refusals(session.jump(T0 + 20, index)) == [f"there is no step {index}; the last is 7"]
    assert session.view(T0 + 20).step.index == 1
