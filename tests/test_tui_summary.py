"""What was done, by exercise and side."""

from collections import Counter
from dataclasses import replace

import pytest
from builders import each, hold, open_work, paced, plan_of, routine, timed
from tui_support import NARROW, SQUATS, performing

from stridetimer.conductor import Conductor
from stridetimer.core.events import Outcome
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Circuit, Exercise, Side, Sides
from stridetimer.core.session import Session
from stridetimer.phrases import TIMES
from stridetimer.score import Part, count_sets, score
from stridetimer.tui.screens.summary import SummaryScreen
from stridetimer.tui.widgets.headline import Headline


def begun(plan: Plan) -> Session:
    session = Session(plan)
    session.start(0.0)
    return session


def test_each_side_has_its_own_line_and_both_make_one_set() -> None:
    session = begun(plan_of(each("Squat", paced(10), sets=2)))
    session.next(6.0)  # three repetitions of the left side, then cut
    session.advance(10_000.0)
    (row,) = score(session.plan, session.results)
    assert row.parts == (
        Part(Side.LEFT, "cut at 3, 10", whole=False),
        Part(Side.RIGHT, f"2 {TIMES} 10", whole=True),
    )
    assert count_sets(session.plan, session.results) == Counter({Outcome.DONE: 1, Outcome.CUT: 1})


def test_a_skipped_set_is_not_done() -> None:
    session = begun(plan_of(Exercise("Plank", hold(30), sets=3)))
    session.skip_set(0.0)
    session.advance(10_000.0)
    (row,) = score(session.plan, session.results)
    assert row.parts[0].went == f"skipped, 2 {TIMES} 0:30"
    assert count_sets(session.plan, session.results)[Outcome.SKIPPED] == 1


def test_open_work_shows_how_long_it_went_on() -> None:
    session = begun(plan_of(Exercise("Balance", open_work())))
    session.done(83.0)
    assert score(session.plan, session.results)[0].parts[0].went == "1:23"


def test_more_repetitions_than_planned_are_shown_as_they_were() -> None:
    session = begun(plan_of(Exercise("Squat", paced(10))))
    session.done(5.0, 12)
    assert score(session.plan, session.results)[0].parts[0].went == "12"


def test_the_rounds_of_a_circuit_are_one_row() -> None:
    session = begun(plan_of(Circuit("Tabata", 8, 10.0, None, (Exercise("Run", hold(20)),))))
    session.advance(10_000.0)
    (row,) = score(session.plan, session.results)
    assert (row.turns, row.parts[0].went) == (8, f"8 {TIMES} 0:20")


def test_what_was_not_reached_says_so() -> None:
    session = begun(plan_of(Exercise("Plank", hold(30), sets=2)))
    session.stop(40.0)
    assert score(session.plan, session.results)[0].parts[0].went == "0:30, not reached"


SUMMARY = f"""\
  A routine
  Session complete · 3 of 4 sets done · 1 skipped
  work 4 min 1 s · rest 3 min 25 s

                planned      LEFT               RIGHT
  Sit to stand  3 {TIMES} 15 reps  · skipped, 2 {TIMES} 15  · skipped, 2 {TIMES} 15
  Squat         10 reps      ✓ 10               ✓ 10"""


async def test_the_summary_looks_like_this() -> None:
    async with performing(SQUATS) as stage:
        await stage.pass_time(11.0)
        await stage.press("s", apart=0.0)
        await stage.pass_time(10_000)
        text = stage.text()
    assert SUMMARY in text
    assert "enter close" in text.splitlines()[-1]


async def test_where_the_columns_do_not_fit_the_sides_stand_below_the_exercise() -> None:
    async with performing(SQUATS, size=NARROW) as stage:
        await stage.pass_time(10_000)
        lines = [line.strip() for line in stage.text().splitlines()]
    assert "Session complete · 4 of 4 sets done" in lines
    place = lines.index(f"Sit to stand  3 {TIMES} 15 reps")
    assert lines[place + 1] == f"LEFT  ✓ 3 {TIMES} 15  RIGHT ✓ 3 {TIMES} 15"


async def test_work_of_both_sides_says_so_where_others_have_their_own() -> None:
    taps = Exercise("Toe taps", paced(20), sides=Sides.ALTERNATING)
    async with performing(plan_of(each("Squat", paced(10)), taps)) as stage:
        await stage.pass_time(10_000)
        assert "✓ in turn 20" in stage.text()


async def test_what_comes_next_is_to_recover_where_the_routine_says_so() -> None:
    plan = make_plan(replace(routine(Exercise("Plank", hold(30))), recovery=129_600.0))
    async with performing(plan) as stage:
        await stage.pass_time(10_000)
        assert "recover 36 h: next time from Tuesday 06:00 on" in stage.text()


async def test_what_was_not_recorded_is_said_again_where_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = "This session is not being recorded: the disk is full."
    monkeypatch.setattr(Conductor, "unrecorded", said)
    async with performing(SQUATS) as stage:
        await stage.pass_time(10_000)
        assert said in stage.text()


async def test_a_session_in_which_nothing_was_done_is_over_and_not_done() -> None:
    plan = make_plan(replace(routine(Exercise("Plank", hold(30))), recovery=129_600.0))
    async with performing(plan) as stage:
        await stage.press("s")
        words = stage.app.screen.query_one(Headline).words
        assert "recover" not in stage.text()
    assert words[0] == "OVER"


async def test_who_comes_back_to_a_summary_is_shown_nothing_of_the_session_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with performing(plan_of(Exercise("Squat", timed(5.0)))) as stage:
        stage.clock.jump(5.0)
        stage.screen.wake()
        await stage.settle()
        assert isinstance(stage.app.screen, SummaryScreen)
        shown: list[object] = []
        monkeypatch.setattr(stage.app.outward, "show", shown.append)
        stage.app.app_resume_signal.publish(stage.app)
        await stage.settle()
        assert not shown
