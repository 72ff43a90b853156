"""Set dots, and pips that fill or close in."""

from itertools import product

import pytest
from builders import each, hold, open_work, paced, plan_of, self_paced, timed

from stridetimer.core.plan import Plan
from stridetimer.core.routine import Circuit, Exercise
from stridetimer.core.session import Session
from stridetimer.tui.discs import MARKS, disc
from stridetimer.tui.marks import Dots, Pips, dots_of, left_out_of, pips_of
from stridetimer.tui.widgets.pips import differences, row_of

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


def test_what_was_left_out_is_told_from_where_it_was_and_taken_up_again_it_is_not() -> None:
    def left_out(at: float) -> dict[int, float]:
        view = session.view(at)
        return left_out_of(session.results, view.step.index, view.dropped)

    session = session_at(plan_of(each("Squat", hold(30), sets=2, rest=30)), 12.0)
    assert left_out(12.0) == {}
    session.next(12.0)
    session.next(14.5)
    assert left_out(14.5) == {0: 0.4, 1: 0.5}
    session.skip_set(14.5)
    assert left_out(14.5) == {0: 0.4, 1: 0.5, 2: 0.0}
    session.jump(15.0, 0)
    assert left_out(15.0) == {}


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
        Pips(5, 0.25),
        Pips(5, 0.75),
        Pips(5, 1.25),
        Pips(5, 4.75),
    ]


def test_a_pip_is_whole_once_its_repetition_is_done() -> None:
    plan = plan_of(Exercise("Squat", paced(5, ("down", 2.0), ("up", 1.0))))
    for width in (9, 14, 24, 80):
        for at in (0.0, 2.5, 6.0, 8.5, 14.9):
            row = row_of(pips_at(plan, at), width)
            assert sum("▁" not in pip for pip in row.split()) == at // 3


def test_a_hold_and_an_aim_in_time_fill_one_long_pip_and_what_is_counted_none() -> None:
    assert pips_at(plan_of(Exercise("Plank", hold(30))), 15.0) == Pips(1, 0.5)
    assert pips_at(plan_of(Exercise("Hang", open_work(aim_seconds=60.0))), 90.0) == Pips(1, 1.0)
    assert pips_at(plan_of(Exercise("Push-up", self_paced(12))), 9.0) == Pips()


def test_the_last_ten_seconds_before_work_close_in_one_by_one() -> None:
    plan = plan_of(THREE)
    assert [pips_at(plan, at) for at in (35.0, 50.0, 50.5, 59.5)] == [
        Pips(),
        Pips(10, 10, closing=True),
        Pips(10, 10, closing=True),
        Pips(10, 1, closing=True),
    ]
    assert pips_at(plan_of(each("Squat", hold(30), switch=5.0)), 32.0) == Pips(5, 3, closing=True)


@pytest.mark.parametrize(
    ("pips", "width", "row"),
    [
        (Pips(), 4, "    "),
        (Pips(3, 1.5), 11, "███ █▁▁ ▁▁▁"),
        (Pips(3, 1.5), 5, "█ ▁ ▁"),
        (Pips(9, 3.0), 6, "██▁▁▁▁"),
        (Pips(1, 0.5), 6, "███▁▁▁"),
        (Pips(1, 0.5), 0, ""),
        (Pips(3, 3, closing=True), 14, " ████████████ "),
        (Pips(3, 2, closing=True), 14, " · ████████ · "),
        (Pips(3, 1, closing=True), 14, " · · ████ · · "),
        (Pips(5, 2, closing=True), 6, "  ██  "),
    ],
)
def test_pips_share_the_room_there_is(pips: Pips, width: int, row: str) -> None:
    assert row_of(pips, width) == row


def test_what_closes_in_has_another_shape_than_what_fills_at_every_width_and_count() -> None:
    for width, number in product(range(20, 100), range(2, 11)):
        for left in range(1, number):
            closing = row_of(Pips(number, left, closing=True), width)
            assert "▁" not in closing
            middle = closing.strip(" ·")
            assert set(middle) == {"█"}
            assert abs(closing.index("█") + closing.rindex("█") + 1 - width) <= 1


def test_a_second_less_is_repainted_at_the_two_ends_only() -> None:
    was, now = (row_of(Pips(10, left, closing=True), 62) for left in (10, 9))
    assert list(differences(was, now)) == [(1, 3), (58, 3)]
    assert list(differences(now, now)) == []


@pytest.mark.parametrize(
    ("mark", "picture"),
    [
        ("●", ["▗▟██▙▖", "██████", "▝▜██▛▘"]),
        ("○", ["▗▞▀▀▚▖", "█    █", "▝▚▄▄▞▘"]),
    ],
)
def test_large_dots_are_round(mark: str, picture: list[str]) -> None:
    assert list(disc(mark, 3)) == picture


def test_large_dots_are_mirrored_but_for_the_one_that_is_half_done() -> None:
    turned = str.maketrans("▘▝▖▗▌▐▚▞▙▟▛▜", "▝▘▗▖▐▌▞▚▟▙▜▛")
    for mark, rows in product(MARKS, range(2, 9)):
        drawing = disc(mark, rows)
        assert {len(row) for row in drawing} == {2 * rows}
        mirrored = [row[::-1].translate(turned) == row for row in drawing]
        assert all(mirrored) == (mark != "◐")
    assert len({disc(mark, 3) for mark in MARKS}) == len(MARKS)
