"""This time beside the last, in the summary."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import ManualClock, each, hold, paced, plan_of, record_session
from fakes import RecordingPlayer
from test_tui_history import left_leg_tires
from tui_support import SIX_O_CLOCK, text_of, until

from stridetimer.cli.diary import HistoryDiary
from stridetimer.cli.records import begin
from stridetimer.conductor import Conductor
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Side
from stridetimer.core.session import Session
from stridetimer.history.reading import time_before
from stridetimer.history.records import Brief, PastSession
from stridetimer.history.store import Store
from stridetimer.phrases import TIMES
from stridetimer.places import history
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.diary import DiaryError
from stridetimer.tui.last_time import Before, compared
from stridetimer.tui.outcome import table
from stridetimer.tui.screens.session import SessionScreen
from stridetimer.tui.stage import Performance

DAY = datetime(2026, 2, 1, 18, 0, tzinfo=UTC)
PLAN = plan_of(each("Squat", paced(10), sets=2), Exercise("Plank", hold(40)))


def went(plan: Plan, skipped: int = 0) -> Session:
    session = Session(plan)
    session.start(0.0)
    for _ in range(skipped):
        session.skip_set(0.0)
    session.advance(10_000.0)
    return session


def past(skipped: int = 0, seconds: float = 1990.0) -> PastSession:
    brief = Brief(1, "legs", "Legs", "2026-02-28T18:00:00+00:00", "completed", seconds, 1.0)
    return PastSession(brief, PLAN, tuple(went(PLAN, skipped).results))


@pytest.mark.parametrize(
    ("skipped", "words"), [(0, ""), (1, " · 1 set more"), (2, " · 2 sets more")]
)
def test_both_times_are_told_in_a_line(skipped: int, words: str) -> None:
    results = went(PLAN).results
    line = compared(past(skipped), PLAN, results, 2080.0, SIX_O_CLOCK)
    assert line == f"last time (yesterday) 33:10, this time 34:40{words}"
    if skipped:
        fewer = compared(past(), PLAN, went(PLAN, skipped).results, 2080.0, SIX_O_CLOCK)
        assert fewer == line.replace("more", "fewer")


def test_what_went_otherwise_is_told_by_exercise_and_leg_and_what_went_alike_is_not() -> None:
    before = Before(past(skipped=1))
    (squat, plank) = PLAN.routine.items
    assert isinstance(squat, Exercise)
    assert isinstance(plank, Exercise)
    assert before.other_than(f"2 {TIMES} 10", squat, Side.LEFT) == "was skipped, 10"
    assert before.other_than("skipped, 10", squat, Side.RIGHT) == ""
    assert before.other_than("0:40", plank, None) == ""
    assert before.other_than("0:40", Exercise("New", hold(40)), None) == ""


@pytest.mark.parametrize(("width", "told"), [(100, True), (60, False), (36, True), (28, False)])
def test_it_is_told_where_there_is_room(width: int, told: bool) -> None:
    lines = table(PLAN, went(PLAN).results, width, Before(past(skipped=1)))
    assert any("was skipped, 10" in line.plain for line in lines) is told
    assert all(line.cell_length <= width for line in lines)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with closing(Store(history())) as store:
        yield store


def test_the_time_before_is_of_the_same_routine_and_no_rehearsal_and_something_was_done(
    store: Store,
) -> None:
    for days, options in enumerate(
        ({}, {"outcome": "stopped", "steps": 3}, {"steps": 1, "outcome": "stopped"}, {"speed": 60})
    ):
        record_session(store, PLAN, DAY + timedelta(days=days), **options)  # type: ignore[arg-type]  # as each says
    uids = [row["uid"] for row in store.db.execute("SELECT uid FROM sessions ORDER BY id")]
    assert [found and found.brief.id for uid in uids if [found := time_before(store.db, uid)]] == [
        None,
        1,
        2,
        None,
    ]
    assert time_before(store.db, "another") is None


class Unreadable(HistoryDiary):
    def time_before(self, uid: str) -> PastSession | None:
        raise DiaryError("Can't read the history: it is damaged.")


@pytest.mark.parametrize("diary", [HistoryDiary(), Unreadable()])
async def test_the_summary_has_last_time_beside_this_one_where_it_is_known(
    store: Store, diary: HistoryDiary
) -> None:
    record_session(store, PLAN, DAY, shortfall=left_leg_tires)
    performed = begin(PLAN, "a-routine", "")
    clock = ManualClock(100.0)
    conductor = Conductor(
        performed.session, RecordingPlayer(clock), clock, recorder=performed.recorder
    )
    app = StridetimerApp(
        performance=Performance(conductor, "a-routine"),
        diary=diary,
        clock=clock,
        wall=lambda: SIX_O_CLOCK,
    )
    async with app.run_test(size=(80, 24)) as pilot:
        clock.jump(10_000.0)
        assert isinstance(app.screen, SessionScreen)
        app.screen.wake()
        await until(pilot, lambda: "Session complete" in text_of(app))
        await app.workers.wait_for_complete()
        if not isinstance(diary, Unreadable):
            await until(pilot, lambda: "last time (4 weeks ago)" in text_of(app))
        assert (f"✓ 2 {TIMES} 10  was" in text_of(app)) is not isinstance(diary, Unreadable)
