"""The list of steps, and going to one of them."""

from dataclasses import replace

from builders import each, hold, plan_of, timed
from textual.geometry import Offset
from tui_support import SQUATS, Stage, performing

from stridetimer.core.law import State
from stridetimer.core.routine import Circuit, Exercise
from stridetimer.tui.screens.jump import JumpScreen
from stridetimer.tui.screens.summary import SummaryScreen
from stridetimer.tui.widgets.step_list import StepList


def step(stage: Stage) -> int:
    return stage.conductor.view().step.index


def row(stage: Stage, words: str) -> str:
    """The first line of the screen with ``words`` in it."""
    return next(line for line in stage.text().splitlines() if words in line)


async def test_j_lists_the_steps_under_their_exercises_and_marks_how_each_ended() -> None:
    async with performing(SQUATS, first=1, size=(80, 40)) as stage:
        await stage.press("enter", "n", "s", "j")
        assert isinstance(stage.app.screen, JumpScreen)
        assert "Go to a step" in stage.text()
        assert "enter go there esc stay" in stage.text()
        assert "Sit to stand" in stage.text()
        assert "✓ LEFT · set 1 of 3 · 15 reps" in row(stage, "LEFT · set 1")
        assert row(stage, "LEFT · set 1").rstrip(" ┃▁▂▃▄▅▆▇█").endswith("0:45")
        assert "· switch sides, then RIGHT" in row(stage, "switch")
        assert "– RIGHT · set 1 of 3" in row(stage, "RIGHT · set 1")  # noqa: RUF001 - a dash
        assert "▌▶ rest" in row(stage, "▶")


async def test_the_list_opens_where_the_session_is() -> None:
    async with performing(SQUATS, first=11) as stage:
        await stage.press("j")
        assert "▌▶ RIGHT · set 3 of 3" in row(stage, "▶")


async def test_enter_goes_to_the_step_that_is_looked_at_ahead_or_back() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("j", "j", "down", "enter")
        assert stage.app.screen is stage.screen
        assert step(stage) == 3
        await stage.press("j", "g", "enter")
        assert step(stage) == 0
        assert stage.conductor.session.state is State.RUNNING


async def test_stray_keys_in_the_list_cost_nothing() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(20)
        await stage.press("j", "enter")
        await stage.press("j", "G", "s", "x", "n", "space", "escape")
        assert stage.app.screen is stage.screen
        assert step(stage) == 1
        assert stage.conductor.view().elapsed > 20
        assert stage.conductor.session.results == ()


async def test_the_session_goes_on_behind_the_list_and_the_mark_goes_with_it() -> None:
    async with performing(SQUATS, first=1, size=(80, 40)) as stage:
        await stage.press("j")
        await stage.pass_time(45)
        assert "▶ switch sides" in row(stage, "▶")
        await stage.pass_time(10_000)
        assert isinstance(stage.app.screen, SummaryScreen)


async def test_while_paused_one_goes_there_and_stays_paused() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("space", "j", "down", "enter")
        assert step(stage) == 2
        assert stage.conductor.session.state is State.PAUSED


async def test_a_click_looks_at_a_step_and_only_a_second_one_goes_there() -> None:
    async with performing(SQUATS, first=1, size=(80, 40)) as stage:
        await stage.press("j")
        steps = stage.app.screen.query_one(StepList)
        await stage.pilot.click(steps, offset=Offset(10, 5))
        await stage.settle()
        assert (steps.looked_at_step, step(stage)) == (4, 1)
        await stage.pilot.click(steps, offset=Offset(10, 0))
        await stage.settle()
        assert steps.looked_at_step == 4
        await stage.pilot.click(steps, offset=Offset(10, 5), times=2)
        await stage.settle()
        assert step(stage) == 4


async def test_thousands_of_steps_are_listed_as_quickly_as_six() -> None:
    rounds = Circuit("C", 1000, 5, None, (Exercise("Hop", timed(5)), each("Plank", hold(9))))
    async with performing(plan_of(rounds), size=(60, 20)) as stage:
        await stage.press("j", "G")
        last = len(stage.conductor.session.plan.steps) - 1
        assert last > 4000
        assert "Plank · round 1000 of 1000" in stage.text()
        await stage.press("pageup", "pagedown", "enter")
        assert step(stage) == last


async def test_any_size_and_any_name_can_be_chosen_from() -> None:
    long = replace(SQUATS.steps[1].exercise, name="深蹲 [bold] " * 12)
    plan = plan_of(long)
    for size in ((20, 5), (30, 9), (40, 15), (200, 60)):
        async with performing(plan, size=size) as stage:
            await stage.press("j", "down", "enter")
            assert step(stage) == 1
            assert "[bold]" in stage.text() or size[1] < 9


async def test_a_click_on_the_picture_shows_its_step_in_the_list_and_goes_nowhere() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.pilot.click("SessionStrip", offset=Offset(55, 0))
        await stage.settle()
        assert isinstance(stage.app.screen, JumpScreen)
        wanted = stage.app.screen.query_one(StepList).looked_at_step
        assert wanted == 11
        assert step(stage) == 1
        await stage.press("escape")
        assert step(stage) == 1


async def test_two_clicks_on_the_picture_pick_nothing_from_the_list_that_opens_between() -> None:
    async with performing(SQUATS, first=1, size=(80, 40)) as stage:
        strip = stage.screen.query_one("SessionStrip").region
        await stage.pilot.click(offset=Offset(55, strip.y), times=2)
        await stage.settle()
        assert step(stage) == 1


async def test_the_exercise_of_the_first_step_to_be_seen_is_named_and_cannot_be_picked() -> None:
    plan = plan_of(Exercise("Hop", hold(5), sets=50), Exercise("Plank", hold(5), sets=50))
    async with performing(plan, first=1) as stage:
        await stage.press("j", "G")
        steps = stage.app.screen.query_one(StepList)
        assert row(stage, "Plank").strip(" ┃") == "Plank"
        assert steps.scroll_offset.y > 150
        await stage.pilot.click(StepList, offset=Offset(3, 0))
        assert steps.looked_at_step == len(plan.steps) - 1
