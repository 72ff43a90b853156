"""Set dots, and pips that fill or empty."""

import pytest
from builders import each, hold, open_work, paced, plan_of, self_paced, timed

from stridetimer.core.plan import Plan
from stridetimer.core.routine import Circuit, Exercise
from stridetimer.core.session import Session
from stridetimer.tui.marks import Dots, Pips, dots_of, pips_of, skipped_in
from stridetimer.tui.widgets.pips import row_of

THREE = Exercise("Squat", hold(30), sets=3, rest=30)


def session_at(plan: Plan, seconds: float) -> Session:
    session = Session(plan)
    session.start(0.0)
    session.advance(seconds)
    return session


def dots_at(plan: Plan, seconds: float) -> Dots:
    return dots_of(session_at(plan, seconds).view(seconds))


def pips_at(plan: Plan, seconds: float) -> Pips:
    return pips_of(session_at(plan, seconds).view(seconds))


def test_each_set_has_a_dot_that_is_full_once_it_is_done() -> None:
    plan = plan_of(THREE)
    assert dots_at(plan, 1.0) == Dots(both="◐○○")
    assert dots_at(plan, 40.0) == Dots(both="●○○")
    assert dots_at(plan, 65.0) == Dots(both="●◐○")


def test_each_side_has_its_own_dots() -> None:
    plan = plan_of(each("Squat", hold(30), sets=2, rest=30))
    assert dots_at(plan, 40.0) == Dots(left="●○", right="◐○")


def test_a_set_that_was_left_out_is_crossed() -> None:
    session = session_at(plan_of(each("Squat", hold(30), sets=2, rest=30)), 5.0)
    session.skip_set(5.0)
    assert dots_of(session.view(5.0)) == Dots(left="●○", right="\N{MULTIPLICATION SIGN}○")
    assert skipped_in(session.results) == {1, 2}


def test_one_set_in_each_round_shows_the_rounds() -> None:
    plan = plan_of(
        Circuit("Round", 3, 10.0, 5.0, (Exercise("A", timed(20)), Exercise("B", timed(20))))
    )
    assert dots_at(plan, 5.0) == Dots(both="◐○○")
    assert dots_at(plan, 60.0) == Dots(both="●◐○")


def test_one_set_alone_and_sets_beyond_counting_have_no_dots() -> None:
    assert dots_at(plan_of(Exercise("Squat", hold(30))), 1.0) == Dots()
    assert dots_at(plan_of(Exercise("Squat", hold(30), sets=13)), 1.0) == Dots()


def test_paced_repetitions_fill_a_pip_each_beat_by_beat() -> None:
    plan = plan_of(Exercise("Squat", paced(5, ("down", 2.0), ("up", 1.0))))
    assert [pips_at(plan, at) for at in (0.0, 2.0, 3.0, 14.5)] == [
        Pips(5, 0.5),
        Pips(5, 1.0),
        Pips(5, 1.5),
        Pips(5, 5.0),
    ]


def test_a_hold_and_an_aim_in_time_fill_one_long_pip_and_what_is_counted_none() -> None:
    assert pips_at(plan_of(Exercise("Plank", hold(30))), 15.0) == Pips(1, 0.5)
    assert pips_at(plan_of(Exercise("Hang", open_work(aim_seconds=60.0))), 90.0) == Pips(1, 1.0)
    assert pips_at(plan_of(Exercise("Push-up", self_paced(12))), 9.0) == Pips()


def test_the_last_ten_seconds_before_work_empty_a_bar_each() -> None:
    plan = plan_of(THREE)
    assert [pips_at(plan, at) for at in (35.0, 50.0, 50.5, 59.5)] == [
        Pips(),
        Pips(10, 10),
        Pips(10, 10),
        Pips(10, 1),
    ]
    assert pips_at(plan_of(each("Squat", hold(30), switch=5.0)), 32.0) == Pips(5, 3)


@pytest.mark.parametrize(
    ("pips", "width", "row"),
    [
        (Pips(), 4, "    "),
        (Pips(3, 1.5), 11, "███ ██▁ ▁▁▁"),
        (Pips(3, 1.5), 5, "█ ▁ ▁"),
        (Pips(9, 3.0), 6, "██▁▁▁▁"),
        (Pips(1, 0.5), 6, "███▁▁▁"),
        (Pips(1, 0.5), 0, ""),
    ],
)
def test_pips_share_the_room_there_is(pips: Pips, width: int, row: str) -> None:
    assert row_of(pips, width) == row
