"""The history: what is written, and what is read again."""

import json
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from builders import each, paced, plan_of, self_paced
from history_support import (
    HALF_PAST_SIX,
    Evening,
    history_file,  # noqa: F401 - a fixture, known by another name
    left_off,
    recorded,
    squats,
)
from hypothesis import given
from strategies import plans

from stridetimer.core.law import Command
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Sides
from stridetimer.core.session import Session
from stridetimer.history import reading
from stridetimer.history.archive import UnknownPlanError, plan_from, plan_text
from stridetimer.history.exchange import as_text, bring_in
from stridetimer.history.open import opened
from stridetimer.history.records import Heading
from stridetimer.history.store import Store


def test_every_step_of_work_is_recorded_with_what_was_planned_and_done(path: Path) -> None:
    evening = Evening(path)
    evening.pass_time(40)
    evening.conductor.do(Command.NEXT)
    evening.pass_time(300)
    evening.close()
    (session,) = recorded(path)
    assert (session.routine, session.name, session.outcome) == ("squats", "A routine", "completed")
    assert session.started_at == "2026-03-01T18:30:00+01:00"
    assert session.ended_at == "2026-03-01T18:30:40+01:00"
    work = [(s.exercise, s.side, s.outcome, s.seconds, s.reps) for s in session.work]
    assert work == [
        ("Squat", "left", "done", 30.0, None),
        ("Squat", "right", "done", 30.0, None),
        ("Toe taps", "alternating", "done", 10.0, 5),
    ]
    assert session.seconds == 140.0


def test_alternating_repetitions_are_recorded_leg_by_leg(path: Path) -> None:
    taps = Exercise("Toe taps", paced(5, ("tap", 2.0)), sides=Sides.ALTERNATING)
    evening = Evening(path, plan_of(taps, each("Hop", self_paced(8))))
    evening.pass_time(10 + 60)
    evening.conductor.do(Command.DONE, 7)
    evening.conductor.do(Command.NEXT)
    evening.conductor.do(Command.DONE, 6)
    evening.close()
    (session,) = recorded(path)
    legs = [(s.reps, s.left_reps, s.right_reps) for s in session.work]
    assert legs == [(5, 3, 2), (7, 7, 0), (6, 0, 6)]


def test_where_it_stands_is_recorded_every_few_seconds(path: Path) -> None:
    evening = Evening(path)
    for _ in range(8):
        evening.pass_time(4.5)
        evening.recorder.take((), evening.conductor.session.standing)
    deadline = time.monotonic() + 5
    while left_off(path).standing.at < 31 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert left_off(path).standing.at == pytest.approx(36, abs=5)
    evening.close()


def test_a_session_that_was_left_goes_on_where_it_was(path: Path) -> None:
    evening = Evening(path)
    evening.pass_time(52)
    evening.conductor.leave()
    evening.close()
    (session,) = recorded(path)
    assert session.outcome == "unfinished"
    left = left_off(path)
    assert (left.standing.step, left.standing.elapsed, left.last) == (3, 7.0, True)
    again = Evening(path, left.plan, Session.take_up(left.plan, left.standing, left.finished))
    again.pass_time(5 + 23)
    again.pass_time(1)
    steps = [(s.index, s.outcome, s.seconds) for s in recorded(path)[0].steps]
    assert steps == [(0, "done", 10), (1, "done", 30), (2, "done", 5), (3, "done", 30)]
    again.pass_time(200)
    again.close()
    (session,) = recorded(path)
    assert (session.outcome, session.seconds) == ("completed", 145)


def test_a_session_that_jumped_ahead_and_back_goes_on_through_what_it_had_leapt_over(
    path: Path,
) -> None:
    evening = Evening(path)
    evening.pass_time(12)
    evening.conductor.do(Command.JUMP, 5)
    evening.conductor.do(Command.JUMP, 2)
    evening.close()
    left = left_off(path)
    assert [one.outcome.value for one in left.finished] == [
        "done",
        "cut",
        "skipped",
        "skipped",
        "skipped",
        "cut",
    ]
    session = Session.take_up(left.plan, left.standing, left.finished)
    second = Evening(path, session=session)
    second.pass_time(400)
    assert [one.outcome.value for one in session.results] == ["done", "cut", *["done"] * 4]
    second.close()


def test_a_history_from_before_one_could_jump_is_read_and_gone_on_with(path: Path) -> None:
    evening = Evening(path)
    evening.pass_time(12)
    evening.close()
    with opened(path) as db:
        exported = as_text(db)
        db.execute("ALTER TABLE sessions DROP COLUMN step_dropped")
        db.execute("PRAGMA user_version = 1")
        assert next(reading.left_off(db)).standing.dropped == ()
    assert left_off(path).standing.step == 1
    older = json.loads(exported)
    del older["sessions"][0]["step_dropped"]
    other = path.with_name("other.db")
    assert bring_in(Store(other), json.dumps(older)) == (1, 0)
    assert left_off(other).standing.step == 1


def test_a_stopped_session_is_not_gone_on_with(path: Path) -> None:
    evening = Evening(path)
    evening.conductor.do(Command.STOP)
    evening.close()
    assert recorded(path)[0].outcome == "stopped"
    with opened(path) as db:
        assert list(reading.left_off(db)) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        "UPDATE steps SET position = position + 900",
        "UPDATE sessions SET step = 'three'",
        "UPDATE sessions SET step_dropped = '['",
    ],
)
def test_an_unfinished_session_that_fits_no_plan_is_none_to_go_on_with(
    path: Path, spoilt: str
) -> None:
    evening = Evening(path)
    evening.pass_time(50)
    evening.close()
    assert left_off(path).standing.step
    with closing(sqlite3.connect(path)) as db:
        db.execute(spoilt)
        db.commit()
    with opened(path) as db:
        assert list(reading.left_off(db)) == []


@pytest.mark.parametrize(
    "jump", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=366)], ids=str
)
def test_a_clock_that_is_set_changes_labels_alone(path: Path, jump: timedelta) -> None:
    evening = Evening(path)
    evening.pass_time(30)
    evening.wall += jump
    evening.pass_time(300)
    evening.close()
    (session,) = recorded(path)
    assert session.seconds == 145
    assert [s.seconds for s in session.work] == [30, 30, 10]
    assert session.started_at == "2026-03-01T18:30:00+01:00"


def test_sessions_are_in_order_though_the_clock_was_set_back(path: Path) -> None:
    with closing(Store(path)) as store:
        for uid, hours in (("first", 0), ("second", -1)):
            began = (HALF_PAST_SIX + timedelta(hours=hours)).isoformat()
            store.begin(Heading(uid, uid, "", 1.0, began, squats()))
    assert [session.routine for session in recorded(path)] == ["second", "first"]


@given(plans)
def test_a_plan_comes_back_from_its_text_as_it_was(plan: Plan) -> None:
    assert plan_from(plan_text(plan)) == plan


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"routine": {"type": "Rest"}, "led": {}}'])
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(UnknownPlanError):
        plan_from(text)
