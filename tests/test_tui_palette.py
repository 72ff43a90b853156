"""The command palette: what can be had now, by name."""

from dataclasses import replace

from builders import ManualClock, plan_of, routine, self_paced, timed
from fakes import MemoryShelf, RecordingPlayer
from textual.command import CommandPalette
from textual.widgets import Input, OptionList
from tui_support import SQUATS, Stage, all_read, browsing, performing, press, text_of

from stridetimer.conductor import Conductor
from stridetimer.core.law import State
from stridetimer.core.plan import make_plan
from stridetimer.core.routine import Exercise
from stridetimer.core.session import Session
from stridetimer.tui.entry import Entry
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.screens.session import SessionScreen


async def asked(stage: Stage, words: str = "") -> list[str]:
    """What the palette offers for ``words``."""
    if not isinstance(stage.app.screen, CommandPalette):
        await stage.press("ctrl+p")
    stage.app.screen.query_one(Input).value = words
    await all_read(stage.pilot)
    options = stage.app.screen.query_one(OptionList)
    return [str(option.prompt) for option in options.options]


async def test_it_offers_what_can_be_had_now_with_its_keys() -> None:
    async with performing(SQUATS, first=4) as stage:
        offered = "\n".join(await asked(stage))
        assert "next  n →" in offered
        assert "pause  space" in offered
        assert "resume  space" not in offered
        assert "done  enter" not in offered
        assert "interrupt" not in offered
        assert "more" in offered
        assert "End this step, and nothing more" in offered


async def test_in_work_it_offers_to_be_done_and_while_paused_to_go_on() -> None:
    async with performing(plan_of(Exercise("Squat", self_paced(5)))) as stage:
        await stage.press("space")
        offered = "\n".join(await asked(stage))
        assert "resume  space" in offered
        assert "pause  space" not in offered
        assert "done  enter" in offered
        assert "Ten seconds more" not in offered


async def test_what_is_chosen_is_done() -> None:
    async with performing(SQUATS, first=1) as stage:
        await asked(stage, "pause")
        await stage.press("enter")
        assert stage.app.screen is stage.screen
        assert stage.conductor.session.state is State.PAUSED


async def test_opened_by_mistake_it_costs_nothing() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(10)
        await asked(stage)
        await stage.press("enter", "escape")
        assert stage.conductor.session.results == ()
        assert stage.conductor.session.state is State.RUNNING


async def test_what_it_does_is_searched_too() -> None:
    async with performing(SQUATS, first=1) as stage:
        assert any("mute" in one for one in await asked(stage, "sound off"))


async def test_themes_are_chosen_from_it() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("f2")
        offered = await asked(stage, "stride-contrast")
        assert offered[0].startswith("stride-contrast")
        await stage.press("enter")
        assert stage.app.theme == "stride-contrast"


async def test_the_session_ends_in_its_summary_behind_the_palette() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("question_mark")
        assert isinstance(stage.app.screen, HelpScreen)
        await asked(stage)
        await stage.pass_time(10_000)
        assert "Session complete" in stage.text()


async def test_in_the_library_routines_are_started_by_name_whatever_they_are_called() -> None:
    plan = make_plan(replace(routine(Exercise("Hop", timed(30))), name="Calves [/] [red]"))
    shelf = MemoryShelf(Entry("calves", "user", plan))
    clock = ManualClock()

    def conduct(entry: Entry) -> Conductor:
        return Conductor(Session(plan), RecordingPlayer(clock), clock)

    async with browsing(shelf, conduct=conduct, clock=clock) as (app, pilot):
        await press(pilot, "ctrl+p")
        app.screen.query_one(Input).value = "calves"
        await all_read(pilot)
        assert "Calves [/] [red]" in text_of(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SessionScreen)


async def test_on_the_smallest_screen_it_shows_what_is_typed_and_two_commands() -> None:
    async with performing(SQUATS, first=1, size=(20, 5)) as stage:
        await asked(stage)
        lines = [line.strip() for line in stage.text().splitlines()]
        assert "Search" in lines[0]
        assert lines[1] == "help  ? f1"
        assert lines[3].startswith("pause")
