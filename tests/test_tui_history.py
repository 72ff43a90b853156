"""The screens of the history: the calendar, the list, one session, one exercise over time."""

import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import each, hold, paced, plan_of, record_session
from fakes import MemoryShelf
from terminal import Terminal
from textual.pilot import Pilot
from tui_support import all_read, press, text_of, until

from stridetimer.cli.diary import HistoryDiary
from stridetimer.cli.main import run
from stridetimer.cli.past import HistoryPast
from stridetimer.cli.records import last_done, led
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Exercise, Side, Sides
from stridetimer.history.records import Brief
from stridetimer.history.store import Store
from stridetimer.phrases import TIMES
from stridetimer.places import history
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.entry import Entry
from stridetimer.tui.farewell import Farewell
from stridetimer.tui.screens.history import HistoryScreen
from stridetimer.tui.screens.library import LibraryScreen
from stridetimer.tui.screens.past import ExerciseList, PastScreen
from stridetimer.tui.screens.progress import ProgressScreen
from stridetimer.tui.widgets.calendar import Calendar
from stridetimer.tui.widgets.legs import series
from stridetimer.tui.widgets.sessions import Sessions

SATURDAY = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def squats(name: str = "Squats [red] [/]") -> Plan:
    plan = plan_of(
        each("Sit to stand [left]", paced(15, ("", 2.0)), sets=3, rest=60),
        Exercise("Toe taps", paced(20, ("tap", 2.0)), sides=Sides.ALTERNATING),
        each("Wall press", hold(300)),
        Exercise("Plank", hold(45)),
    )
    return make_plan(replace(plan.routine, name=name))


def left_leg_tires(step: object) -> int:
    return 2 if getattr(step, "side", None) is Side.LEFT else 0


@pytest.fixture
def three_evenings() -> None:
    with closing(Store(history())) as store:
        for days in (9, 2, 1):
            began = SATURDAY - timedelta(days=days)
            record_session(store, squats(), began, shortfall=left_leg_tires)


@asynccontextmanager
async def looking(
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[StridetimerApp, Pilot[Farewell]]]:
    app = StridetimerApp(diary=HistoryDiary(), wall=lambda: SATURDAY)
    async with app.run_test(size=size) as pilot:
        await all_read(pilot)
        yield app, pilot


async def after(pilot: Pilot[Farewell], *keys: str) -> str:
    """What is on the screen once ``keys`` have been pressed."""
    await press(pilot, *keys)
    return text_of(pilot.app)


# -- calendar and list -------------------------------------------------------------------------


@pytest.mark.usefixtures("three_evenings")
async def test_the_weeks_and_the_sessions_are_there_the_newest_first() -> None:
    async with looking() as (app, _):
        lines = text_of(app).splitlines()
    assert lines[0] == " History: 3 sessions · this week 39 min"
    assert lines[2] == "               Mon   Tue   Wed   Thu   Fri   Sat   Sun"
    assert lines[3].rstrip() == (
        " 16 Nov 2026     ·     ·     ·    20    20   [·]         2 sessions, 39 min"
    )
    assert lines[4].rstrip() == (
        " 09 Nov 2026     ·     ·     ·    20     ·     ·     ·   1 session, 20 min"
    )
    assert lines[12].split() == (
        ["Fri", "20", "Nov", "2026", "18:00", "Squats", "[red]", "[/]", "20", "min", "completed"]
    )
    assert [line.split()[1] for line in lines[12:15]] == ["20", "19", "12"]


@pytest.mark.parametrize("width", [34, 40, 80])
def test_more_than_an_hour_has_its_room(width: int) -> None:
    sessions = Sessions()
    brief = Brief(1, "long", "Long", SATURDAY.isoformat(), "completed", 6840.0, 1.0)
    sessions.briefs = [brief]
    assert " 1 h 54 min " in "".join(text for text, _ in sessions.pieces(0, width))


@pytest.mark.usefixtures("three_evenings")
async def test_list_and_calendar_follow_one_another() -> None:
    async with looking() as (app, pilot):
        calendar, sessions = app.screen.query_one(Calendar), app.screen.query_one(Sessions)
        await press(pilot, "down", "down")
        assert calendar.day.isoformat() == "2026-11-12"
        await press(pilot, "tab", "up")
        assert calendar.day.isoformat() == "2026-11-19"
        assert sessions.cursor == 1
        await press(pilot, "right", "l", "right", "h", "l")
        assert calendar.day.isoformat() == "2026-11-21", "there is nothing after today"
        assert "No session on Saturday 21 November." in await after(pilot, "enter")


@pytest.mark.usefixtures("three_evenings")
async def test_the_names_of_the_days_go_with_their_columns_whatever_moves_those() -> None:
    async with looking() as (app, pilot):
        app.screen.query_one("#weeks").styles.width = 40
        await until(pilot, lambda: " 16 Nov   ·   ·" in text_of(app))
        assert "       Mon Tue Wed Thu Fri Sat Sun" in text_of(app)


@pytest.mark.usefixtures("three_evenings")
async def test_a_click_goes_to_a_day_a_session_or_an_exercise_and_a_second_one_opens_it() -> None:
    async with looking() as (app, pilot):
        sessions = app.screen.query_one(Sessions)
        await pilot.click(Calendar, offset=(35, 1))
        assert app.screen.query_one(Calendar).day.isoformat() == "2026-11-12"
        assert sessions.cursor == 2
        await pilot.click(Calendar, offset=(75, 0))
        assert app.screen.query_one(Calendar).day.isoformat() == "2026-11-21", "the last there is"
        await pilot.click(Sessions, offset=(10, 9))
        assert sessions.cursor == 0, "there is nothing so far down"
        await pilot.click(Sessions, offset=(10, 1))
        assert app.screen.query_one(Calendar).day.isoformat() == "2026-11-19"
        await pilot.click(Sessions, offset=(10, 1), times=2)
        await until(pilot, lambda: isinstance(app.screen, PastScreen) and "Plank" in text_of(app))
        await pilot.click(ExerciseList, offset=(5, 15), times=2)
        assert isinstance(app.screen, PastScreen), "there is nothing so far down"
        await pilot.click(ExerciseList, offset=(5, 4), times=2)
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen))
        assert "Toe taps" in text_of(app)


@pytest.mark.usefixtures("three_evenings")
async def test_where_there_is_no_room_for_both_tab_swaps_them() -> None:
    async with looking((40, 15)) as (app, pilot):
        assert "Squats" in text_of(app)
        assert "Mon Tue" not in text_of(app)
        text = await after(pilot, "tab")
        assert "Mon Tue Wed Thu Fri Sat Sun" in text
        assert "16 Nov   ·   ·   ·  20  20  ·*" in text
        assert "Squats" not in text


@pytest.mark.usefixtures("three_evenings")
async def test_in_a_tiny_terminal_the_list_remains() -> None:
    async with looking((20, 5)) as (_, pilot):
        lines = (await after(pilot, "tab")).splitlines()
    assert lines[1:4] == [" 20.11  Squa…  20m", " 19.11  Squa…  20m", " 12.11  Squa…  20m"]


async def test_rehearsals_are_listed_and_count_for_nothing() -> None:
    with closing(Store(history())) as store:
        record_session(store, squats(), SATURDAY, speed=60.0)
    async with looking() as (app, pilot):
        text = text_of(app)
        assert f"{TIMES} 60" in text
        assert "[·]" in text
        assert "Nothing has been done of it" in await after(pilot, "enter", "enter")


async def test_without_a_history_that_is_said() -> None:
    async with looking() as (app, pilot):
        assert "History: nothing has been recorded yet" in text_of(app)
        for key in ("enter", "d", "down", "tab", "down", "enter", "d", "left"):
            await press(pilot, key)
        assert isinstance(app.screen, HistoryScreen)


async def test_thousands_of_sessions_are_as_quick_as_ten() -> None:
    plan = plan_of(Exercise("Plank", hold(45)))
    with closing(Store(history())) as store, store.transaction():
        for day in reversed(range(3000)):
            record_session(store, plan, SATURDAY - timedelta(days=day))
    async with looking() as (app, pilot):
        assert "3,000 sessions" in text_of(app)
        assert "05 Sep 2018" not in text_of(app)
        began = time.process_time()
        await press(pilot, "end")
        assert "05 Sep 2018" in text_of(app)
        assert time.process_time() - began < 1.0


# -- one session -------------------------------------------------------------------------------


@pytest.mark.usefixtures("three_evenings")
async def test_a_session_tells_what_was_planned_and_done_leg_by_leg() -> None:
    async with looking() as (_, pilot):
        text = await after(pilot, "enter")
    assert "Squats [red] [/]" in text
    assert "Friday 20 November 2026, 18:00 · completed" in text
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if "Sit to stand [left]" in line)
    assert lines[at : at + 3] == [
        f" Sit to stand [left]  3 {TIMES} 15 reps, each side",
        f"   LEFT  · 3 {TIMES} cut at 13",
        f"   RIGHT ✓ 3 {TIMES} 15",
    ]


@pytest.mark.usefixtures("three_evenings")
async def test_deleting_asks_and_only_yes_deletes() -> None:
    async with looking() as (app, pilot):
        assert "Delete it for good?" in await after(pilot, "d")
        await press(pilot, "n")
        assert "3 sessions" in text_of(app)
        await press(pilot, "d", "y")
        assert "2 sessions" in text_of(app)
        await press(pilot, "enter", "d", "y")
        assert isinstance(app.screen, HistoryScreen)
        assert "1 session" in text_of(app)
        assert len(HistoryDiary().briefs()) == 1


@pytest.mark.usefixtures("three_evenings")
async def test_a_session_that_another_program_deleted_is_said_to_be_gone() -> None:
    async with looking() as (app, pilot):
        for brief in HistoryDiary().briefs():
            HistoryDiary().delete(brief.id)
        assert "It is not in the history any more." in await after(pilot, "enter")
        assert isinstance(app.screen, PastScreen)


# -- one exercise over time --------------------------------------------------------------------


@pytest.mark.usefixtures("three_evenings")
async def test_left_stands_against_right_in_letters_and_in_numbers() -> None:
    async with looking() as (app, pilot):
        text = await after(pilot, "enter", "enter")
        assert isinstance(app.screen, ProgressScreen)
    assert "Sit to stand [left]: reps in each session" in text
    assert "L left   R right   = both alike" in text
    assert "20 Nov 2026  left 39  right 45" in text
    plot = "\n".join(text.splitlines()[2:14])
    assert plot.count("R") == 3
    assert plot.count("L") == 3
    assert "20 Nov 26" in text


@pytest.mark.usefixtures("three_evenings")
async def test_holds_are_told_in_minutes_and_a_narrow_screen_has_the_numbers() -> None:
    async with looking((40, 15)) as (_, pilot):
        text = await after(pilot, "enter", "down", "down", "enter")
    assert "Wall press: time held or worked" in text
    assert "20 Nov 2026  left 4:58  right 5:00" in text
    assert "┌" not in text


@pytest.mark.usefixtures("three_evenings")
@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "ansi-light"])
async def test_the_plot_can_be_shown_in_any_theme(theme: str) -> None:
    async with looking() as (app, pilot):
        app.theme = theme
        assert "R" in "".join((await after(pilot, "enter", "enter")).splitlines()[3:10])


def test_what_was_done_is_added_up_for_each_leg_over_the_sets_of_a_session(
    three_evenings: None,
) -> None:
    diary = HistoryDiary()
    taps, press_, plank = map(diary.progress, ("Toe taps", "Wall press", "Plank"))
    assert taps.counted
    assert [(one.left, one.right, one.both) for one in taps.efforts] == [(10, 10, None)] * 3
    assert [(one.left, one.right, one.both) for one in press_.efforts] == [(298, 300, None)] * 3
    assert [(one.left, one.right, one.both) for one in plank.efforts] == [(None, None, 45)] * 3
    assert {mark: len(points) for mark, points in series(taps).items()} == {
        "L": 0,
        "R": 0,
        "=": 3,
        "o": 0,
    }


# -- trouble -----------------------------------------------------------------------------------


async def test_a_folder_in_its_place_is_said_in_words() -> None:
    history().mkdir(parents=True)
    async with looking() as (app, _):
        assert "Can't read the history: the disk fails." in text_of(app)


async def test_a_damaged_history_is_moved_aside_and_that_is_said() -> None:
    history().parent.mkdir(parents=True)
    history().write_bytes(b"no database" * 400)
    # The library asks these first, and has nowhere to say it.
    assert (last_done(), led(), HistoryPast().unfinished()) == ({}, {}, None)
    async with looking() as (app, _):
        said = " ".join(text_of(app).split())
    assert "The history was damaged: 0 sessions could be kept, and the damaged file is" in said
    assert f"{next(history().parent.glob('*.damaged-*')).name} beside it." in said


@pytest.mark.long
async def test_a_locked_history_is_said_in_words(three_evenings: None) -> None:
    with closing(Store(history())) as keeper:
        keeper.db.execute("PRAGMA locking_mode = EXCLUSIVE")
        keeper.db.execute("BEGIN EXCLUSIVE")
        async with looking() as (app, _):
            assert "another program keeps the history to itself" in text_of(app)


# -- ways in and out ---------------------------------------------------------------------------


@pytest.mark.usefixtures("three_evenings")
async def test_the_library_leads_to_it_and_it_leads_back(tmp_path: Path) -> None:
    shelf = MemoryShelf(Entry("planks", "user", plan_of(Exercise("Plank", hold(45)))))
    app = StridetimerApp(shelf=shelf, diary=HistoryDiary(), wall=lambda: SATURDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await all_read(pilot)
        assert "3 sessions" in await after(pilot, "h")
        await press(pilot, "enter", "q", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_by_itself_it_ends_the_program() -> None:
    async with looking() as (app, pilot):
        await press(pilot, "q")
    assert app.return_value == Farewell(0)


def test_without_a_terminal_there_is_no_screen_to_show_it_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["history", "--screen"]) == 2
    assert capsys.readouterr().err == (
        "stridetimer: there is no screen here; history shows it as text\n"
    )
    assert run(["history", "--screen", "--json"]) == 2


@pytest.mark.long
@pytest.mark.usefixtures("three_evenings")
def test_in_a_real_terminal_it_is_moved_in_by_keys_and_leaves_the_terminal_as_it_was() -> None:
    command = [sys.executable, "-m", "stridetimer", "history", "--screen"]
    with Terminal(command) as terminal:
        terminal.until("3 sessions")
        terminal.press("\r")
        terminal.until("Sit to stand [left]")
        terminal.press("\r")
        terminal.until("L left   R right")
        terminal.press("qqq")
        assert terminal.code() == 0
        assert terminal.is_restored()
