"""The library: the list, the detail, starting."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import pytest
from builders import ManualClock, each, hold, paced, routine, timed
from fakes import MemoryShelf, RecordingPlayer
from textual.events import Click, Key, MouseScrollDown, MouseScrollUp
from tui_support import NARROW, all_read, browsing, press, resized, still, text_of, until

from stridetimer.conductor import Conductor
from stridetimer.core.plan import make_plan
from stridetimer.core.routine import Circuit, Exercise, Rest
from stridetimer.core.session import Session
from stridetimer.phrases import TIMES
from stridetimer.routines.problems import Problem
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.arrangement import Arrangement, Grouping, Sorting
from stridetimer.tui.caretaker import TELL_EVERY, Caretaker
from stridetimer.tui.entry import Entry
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.screens.library import LibraryScreen
from stridetimer.tui.screens.session import SessionScreen
from stridetimer.tui.screens.summary import SummaryScreen
from stridetimer.tui.widgets.routine_list import RoutineList
from stridetimer.tui.widgets.search_line import SearchLine

STRENGTH = replace(
    routine(
        each("Sit to stand [left]", paced(15), sets=3),
        Circuit("Finisher", 2, 60.0, None, (Exercise("Plank", hold(40)), Rest(20.0))),
    ),
    name="Strength [red]",
    summary="Legs and core.",
    equipment=("a chair", "a mat"),
    cautions=("Stop when your form goes.",),
    recovery=129600.0,
    after="stage-one",
    source="An article",
)


PROBLEM = Problem(3, 9, "'twelve' is not a number [/]", "  sets: twelve [/]")
BROKEN = Entry("broken", "user", problem=f"line 3: {PROBLEM.message}", problems=(PROBLEM,))
ENTRIES = (
    Entry("strength", "shipped", make_plan(STRENGTH)),
    BROKEN,
    Entry(
        "short", "user", make_plan(replace(routine(Exercise("Squat", timed(30))), name="Squats"))
    ),
)


@pytest.fixture
def shelf() -> MemoryShelf:
    """One for each test, as a shelf remembers what was done with it."""
    return MemoryShelf(*ENTRIES)


def conducting(clock: ManualClock) -> Callable[[Entry], Conductor]:
    def conduct(entry: Entry) -> Conductor:
        assert entry.plan is not None
        return Conductor(Session(entry.plan), RecordingPlayer(clock), clock)

    return conduct


async def test_every_routine_is_listed_with_its_length_and_the_broken_one_is_marked(
    shelf: MemoryShelf,
) -> None:
    async with browsing(shelf) as (app, _):
        text = text_of(app)
    assert "Strength [red]" in text
    assert "9 min · 2 exercises" in text
    assert "! broken" in text
    assert "line 3: 'twelve' is not a num" in text
    assert "40 s · 1 exercise" in text


def test_what_is_read_of_many_routines_is_told_a_few_times_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, told = [100.0], list[bool]()

    class SlowShelf(MemoryShelf):
        def read(self, entry: Entry) -> Entry:
            now[0] += TELL_EVERY / 4
            return super().read(entry)

    class Told:
        def post_message(self, message: Caretaker.Shelved) -> None:
            told.append(message.finished)

    never_cancelled = SimpleNamespace(is_cancelled=False)
    monkeypatch.setattr("stridetimer.tui.caretaker.monotonic", lambda: now[0])
    monkeypatch.setattr("stridetimer.tui.caretaker.get_current_worker", lambda: never_cancelled)
    plan = make_plan(STRENGTH)
    shelf = SlowShelf(*(Entry(f"routine {number}", "user", plan) for number in range(40)))
    Caretaker(shelf, cast("Any", Told()))._catch_up()
    assert told[-1]
    assert 6 <= told.count(False) <= 10


async def test_the_page_tells_all_there_is_to_know(shelf: MemoryShelf) -> None:
    async with browsing(shelf, size=(100, 50)) as (app, _):
        text = text_of(app)
    for words in (
        "9 min · work 4 min · rest 5 min",
        "Legs and core.",
        f"Sit to stand [left]  3 {TIMES} 15 reps  each side",
        "Finisher             2 rounds",
        "  Plank              hold 40 s",
        "  rest               20 s",
        "you need a chair, a mat",
        "first master stage-one",
        "then recover 36 h",
        "! Stop when your form goes.",
        "An article",
    ):
        assert words in text


async def test_a_broken_routine_shows_its_first_problem_and_does_not_start(
    shelf: MemoryShelf,
) -> None:
    async with browsing(shelf) as (app, pilot):
        await press(pilot, "down")
        assert "It can't be started until this is" in text_of(app)
        assert "[/]" in text_of(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert "can't start broken: line 3: 'twelve' is not a number [/]" in text_of(app)
    async with browsing(shelf, size=(40, 15)) as (app, pilot):
        await press(pilot, "down", "enter")
        assert "can't start broken: line 3: 'twelve'\n is not a number [/]" in text_of(app)


async def test_names_are_listed_before_anything_is_read() -> None:
    class Slow(MemoryShelf):
        def read(self, entry: Entry) -> Entry:
            listed.append(app.call_from_thread(text_of, app))
            return super().read(entry)

    listed: list[str] = []
    app = StridetimerApp(shelf=Slow(*ENTRIES))
    async with app.run_test(size=(80, 24)):
        await app.workers.wait_for_complete()
    assert "strength" in listed[0]


async def test_enter_starts_and_the_end_leads_back_to_the_library(shelf: MemoryShelf) -> None:
    clock = ManualClock()
    async with browsing(shelf, conduct=conducting(clock), clock=clock) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, SessionScreen)
        clock.jump(10_000)
        app.screen.wake()
        await still(pilot)
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "q")
    assert app.return_code == 0


async def test_a_session_that_was_left_has_its_summary_and_leads_back_to_the_library(
    shelf: MemoryShelf,
) -> None:
    clock = ManualClock()
    async with browsing(shelf, conduct=conducting(clock), clock=clock) as (app, pilot):
        await press(pilot, "enter", "q", "y")
        text = text_of(app)
        assert "Session left" in text
        assert "resume another time with: stridetimer run strength --from 0" in text
        clock.jump(1)
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
    assert app.return_value is None


async def test_a_narrow_screen_has_the_detail_below_where_there_is_room_and_a_line_is_enough(
    shelf: MemoryShelf,
) -> None:
    async with browsing(shelf, size=NARROW) as (app, pilot):
        assert "Strength [red]" in text_of(app)
        assert "Legs and core." not in text_of(app)
        await resized(pilot, 40, 40)
        assert "Legs and core." in text_of(app)
        await resized(pilot, 20, 1)
        assert "Strength" in text_of(app)


async def test_an_empty_library_says_so() -> None:
    async with browsing(MemoryShelf()) as (app, pilot):
        assert "There is no routine yet." in text_of(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)


async def test_help_lists_the_keys_of_the_library(shelf: MemoryShelf) -> None:
    async with browsing(shelf) as (app, pilot):
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "Start the routine." in text_of(app)


async def test_a_thousand_routines_are_no_burden() -> None:
    entries = [Entry(f"routine {number}", "user", problem="?") for number in range(1000)]
    async with browsing(MemoryShelf(*entries)) as (app, pilot):
        await press(pilot, "end")
        assert "routine 999" in text_of(app)
        assert "routine 0" not in text_of(app)


async def test_whoever_leaves_while_a_routine_waits_to_be_read_just_leaves(
    shelf: MemoryShelf,
) -> None:
    others_are_done = Event()
    async with browsing(shelf) as (app, pilot):
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        loop.run_in_executor(None, others_are_done.wait)
        app.simulate_key("down")
        await still(pilot)
        routines = app.screen.query_one(RoutineList)
        routines.rows = []
        await routines.remove()
        others_are_done.set()
        await all_read(pilot)


async def test_what_is_typed_at_once_after_the_slash_is_looked_for(shelf: MemoryShelf) -> None:
    async with browsing(shelf) as (app, pilot):
        for key in ("slash", "s", "q", "u"):
            app.post_message(Key(key, key if key != "slash" else "/"))
        await all_read(pilot)
        assert "▌Squats" in text_of(app)
        search = app.screen.query_one(SearchLine)
        search.value = "s"
        search.value = "sxx"
        await all_read(pilot)
        assert "nothing is called sxx" in text_of(app)


async def test_search_finds_by_title_exercise_and_letters_left_out_as_one_types(
    shelf: MemoryShelf,
) -> None:
    async with browsing(shelf) as (app, pilot):
        for typed, found in (
            ("squ", "▌Squats"),
            ("plank", "▌Strength [red]"),
            ("sgh", "▌Strength"),
        ):
            await press(pilot, "slash", *typed)
            assert found in text_of(app)
            assert "broken" not in text_of(app)
            await press(pilot, "escape")
            assert "! broken" in text_of(app)
        assert isinstance(app.screen, LibraryScreen), "esc ended the search and nothing more"


async def test_what_the_headings_are_and_what_comes_first_is_kept(shelf: MemoryShelf) -> None:
    async with browsing(shelf) as (app, pilot):
        await press(pilot, "t", "o", "o")
        assert "ordered by length" in text_of(app)
        assert "Without a tag" not in text_of(app), "one heading for all would say nothing"
    assert shelf.how == Arrangement(Grouping.TAG, Sorting.LENGTH)


async def test_after_a_session_that_was_searched_for_the_keys_are_the_librarys_again(
    shelf: MemoryShelf,
) -> None:
    clock = ManualClock()
    async with browsing(shelf, conduct=conducting(clock), clock=clock) as (app, pilot):
        await press(pilot, "slash", *"squ", "enter")
        assert isinstance(app.screen, SessionScreen)
        clock.jump(10_000)
        app.screen.wake()
        await still(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.focused is app.screen.query_one(RoutineList)


async def test_what_was_started_last_is_what_is_looked_at_the_next_time(shelf: MemoryShelf) -> None:
    clock = ManualClock()
    async with browsing(shelf, conduct=conducting(clock), clock=clock) as (app, pilot):
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, SessionScreen)
    async with browsing(shelf) as (app, _):
        assert "▌Squats" in text_of(app)


async def test_a_click_looks_at_a_routine_and_a_second_one_starts_it(shelf: MemoryShelf) -> None:
    clock = ManualClock()
    async with browsing(shelf, conduct=conducting(clock), clock=clock) as (app, pilot):
        place = next(y for y, line in enumerate(text_of(app).splitlines()) if " Squats" in line)
        await pilot.click("#list", offset=(5, place))
        assert "▌Squats" in text_of(app)
        await pilot.click("#list", offset=(5, place), times=2)
        await all_read(pilot)
        assert isinstance(app.screen, SessionScreen)


async def test_a_second_click_starts_what_the_first_looked_at_wherever_the_list_has_moved(
    shelf: MemoryShelf,
) -> None:
    clock = ManualClock()
    async with browsing(shelf, conduct=conducting(clock), clock=clock) as (app, pilot):
        place = next(y for y, line in enumerate(text_of(app).splitlines()) if " Squats" in line)
        await pilot.click("#list", offset=(5, place))
        for name in ("a", "b", "c"):
            shelf.put(Entry(name, "user", make_plan(replace(STRENGTH, name=f"A new {name}"))))
        await until(pilot, lambda: "A new c" in text_of(app))
        assert "Squats" not in text_of(app).splitlines()[place], "another lies under the mouse"
        routines = app.screen.query_one(RoutineList)
        routines.post_message(Click(routines, 5, place, 0, 0, 1, False, False, False, chain=2))
        await all_read(pilot)
        assert isinstance(app.screen, SessionScreen)
        assert shelf.how.chosen == "short"


async def test_the_wheel_takes_along_what_is_looked_at() -> None:
    shelf = MemoryShelf(*(Entry(f"routine {number:02}", "user") for number in range(40)))
    async with browsing(shelf) as (app, pilot):
        routines = app.screen.query_one(RoutineList)
        for kind in (MouseScrollDown, MouseScrollDown, MouseScrollUp):
            await pilot._post_mouse_events([kind], RoutineList, (5, 5))
        assert "▌routine 03" in text_of(app)
        for _ in range(5):
            await pilot._post_mouse_events([MouseScrollDown], RoutineList, (5, 5))
        assert "▌routine 18" in text_of(app)
        assert routines.scroll_offset.y > 0


async def test_a_file_that_changes_shows_at_once_and_nobody_loses_their_place(
    shelf: MemoryShelf,
) -> None:
    async with browsing(shelf) as (app, pilot):
        await press(pilot, "end")
        lunges = replace(routine(Exercise("Lunge", timed(90))), name="A first one")
        shelf.put(Entry("a-first-one", "shipped", make_plan(lunges)))
        await until(pilot, lambda: "A first one" in text_of(app))
        assert "▌Squats" in text_of(app)
        anew = replace(routine(Exercise("Squat", timed(45))), name="Squats anew")
        shelf.put(Entry("short", "user", make_plan(anew)))
        # The page, which is read on its own, may have it before the list.
        await until(
            pilot,
            lambda: "▌Squats anew" in text_of(app) and "55 s · work 45 s" in text_of(app),
        )


async def test_files_are_watched_only_while_the_library_is_on_the_screen(
    shelf: MemoryShelf,
) -> None:
    clock = ManualClock()
    async with browsing(shelf, conduct=conducting(clock), clock=clock) as (app, pilot):
        await until(pilot, lambda: shelf.watched == 1)
        await press(pilot, "enter")
        await until(pilot, lambda: shelf.watched == 0)
        await press(pilot, "q", "y")
        clock.jump(1)
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        await until(pilot, lambda: shelf.watched == 1)
