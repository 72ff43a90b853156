"""What ends when the person says so, or lasts as long as they want: told as stories."""

import pytest
from builders import (
    cues,
    finished,
    hold,
    open_work,
    paced,
    plan_of,
    refusals,
    self_paced,
    timed,
)
from session_support import T0, begun, one_leg_squats

from stridetimer.core.events import Adjusted
from stridetimer.core.routine import Exercise


def test_self_paced_work_waits_for_done_and_takes_the_repetitions_said() -> None:
    session, events = begun(plan_of(Exercise("A", self_paced(15), sets=2)))
    assert session.next_due() is None
    assert session.advance(T0 + 500) == []
    view = session.view(T0 + 500)
    assert (view.remaining, view.elapsed, view.counts_up) == (None, 500, True)
    events = session.done(T0 + 500, 12)
    assert finished(events) == [(0, "done", 500, 12)]
    session.advance(T0 + 560)
    assert finished(session.done(T0 + 600)) == [(2, "done", 40, 15)]


def test_open_work_has_no_planned_number() -> None:
    session, _ = begun(plan_of(Exercise("Balance", open_work(aim_seconds=90.0))))
    assert cues(session.advance(T0 + 130)) == ["60 elapsed 60.0", "90 aim", "120 elapsed 120.0"]
    assert finished(session.done(T0 + 130)) == [(0, "done", 130, None)]


def test_a_hold_ended_as_done_is_done() -> None:
    session, _ = begun(plan_of(Exercise("A", hold(60))))
    assert finished(session.done(T0 + 40)) == [(0, "done", 40, None)]


def test_paced_work_ended_as_done_has_the_planned_repetitions() -> None:
    session, _ = begun(plan_of(Exercise("A", paced(15))))
    assert finished(session.done(T0 + 4)) == [(0, "done", 4, 15)]


def test_done_in_a_rest_is_refused_in_a_sentence_and_changes_nothing() -> None:
    session, _ = begun(one_leg_squats())
    events = session.done(T0 + 80)
    assert refusals(events) == ["done ends work, and this is a rest: next begins the work"]
    assert session.view(T0 + 80).remaining == 55


@pytest.mark.parametrize("reps", [-1, 10_001])
def test_repetitions_nobody_can_have_done_are_refused(reps: int) -> None:
    session, _ = begun(plan_of(Exercise("A", self_paced(15))))
    assert refusals(session.done(T0 + 4, reps)) == ["a set has 0 to 10,000 repetitions"]


def test_a_rest_that_waits_is_cued_to_its_end_and_then_counts_on() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10), sets=2, rest=20, wait=True)))
    events = session.advance(T0 + 100)
    assert cues(events)[-3:] == ["27 count 3", "28 count 2", "29 count 1"]
    view = session.view(T0 + 100)
    assert (view.remaining, view.overtime, view.counts_up) == (0, 70, True)
    events = session.done(T0 + 100)
    assert finished(events) == [(1, "done", 90, None)]
    assert cues(events) == ["100 go"]


def test_done_before_a_waiting_rest_is_over_begins_the_work_too() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10), sets=2, rest=20, wait=True)))
    session.advance(T0 + 15)
    assert finished(session.done(T0 + 15)) == [(1, "cut", 5, None)]


def test_left_alone_nothing_waits_any_more() -> None:
    plan = plan_of(
        Exercise("A", self_paced(10), sets=2, rest=20, wait=True), Exercise("B", open_work())
    )
    session, events = begun(plan)
    session.leave_alone(T0 + 1)
    events = session.advance(T0 + 1000)
    assert [(i, s) for i, _, s, _ in finished(events)] == [
        (0, 30),
        (1, 20),
        (2, 30),
        (3, 20),
        (4, 60),
    ]


def test_left_alone_beyond_what_was_reckoned_a_step_ends_at_once() -> None:
    session, _ = begun(plan_of(Exercise("A", self_paced(10)), Exercise("B", timed(5))))
    session.advance(T0 + 50)
    assert finished(session.leave_alone(T0 + 50)) == [(0, "done", 50, 10)]


def test_add_lengthens_the_step_and_its_count_comes_later() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(15))))
    events = session.add(T0 + 5, 10)
    assert events == [Adjusted(5, T0 + 5, 10)]
    assert cues(session.advance(T0 + 24.5)) == [
        "12.5 halfway",
        "22 count 3",
        "23 count 2",
        "24 count 1",
    ]


def test_add_never_makes_a_step_shorter_than_it_has_been() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(15)), Exercise("B", timed(15))))
    events = session.add(T0 + 8, -10)
    assert Adjusted(8, T0 + 8, -7) in events
    assert finished(events) == [(0, "done", 8, None)]


def test_halfway_is_said_once_even_if_the_step_grows() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(30))))
    session.advance(T0 + 16)
    session.add(T0 + 16, 10)
    session.add(T0 + 17, 10)
    assert cues(session.advance(T0 + 46)) == []


def test_add_in_overtime_gives_that_much_from_now() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10), sets=2, rest=20, wait=True)))
    session.advance(T0 + 45)
    assert session.add(T0 + 45, 10) == [Adjusted(45, T0 + 45, 10)]
    assert session.view(T0 + 45).remaining == 10
    assert refusals(session.add(T0 + 60, -10)) == ["the rest is over already: next begins the work"]


@pytest.mark.parametrize(
    ("work", "seconds", "sentence"),
    [
        (self_paced(10), 10, "only timed steps can change; this one ends when you say done"),
        (paced(10), 10, "only timed steps can change; this one ends with its last repetition"),
        (timed(10), 0, "add takes seconds, more or less than 0 and at most a day"),
        (timed(10), float("nan"), "add takes seconds, more or less than 0 and at most a day"),
        (timed(10), 86_399, "a step lasts at most a day"),
    ],
)
def test_what_cannot_be_added_is_refused(work: object, seconds: float, sentence: str) -> None:
    session, _ = begun(plan_of(Exercise("A", work)))  # type: ignore[arg-type]  # drawn above
    assert refusals(session.add(T0 + 1, seconds)) == [sentence]


def test_a_paced_range_can_go_on_to_its_upper_number_one_by_one() -> None:
    session, _ = begun(plan_of(Exercise("A", paced(3, ("", 2.0), upper=4))))
    assert session.view(T0 + 1).reps == 3
    assert session.add(T0 + 1, 10) == [Adjusted(1, T0 + 1, 2)]
    assert refusals(session.add(T0 + 1, 10)) == ["this set has 3 to 4 repetitions"]
    assert finished(session.advance(T0 + 8)) == [(0, "done", 8, 4)]
