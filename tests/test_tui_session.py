"""The session screen: keys, refusals, leaving, waking."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from builders import hold, open_work, paced, plan_of, self_paced, timed
from tui_support import NARROW, SQUATS, Stage, performing, says, until

from stridetimer.core.events import Reason
from stridetimer.core.law import State
from stridetimer.core.routine import Exercise
from stridetimer.keys.everywhere import EVERYWHERE
from stridetimer.keys.session import SESSION
from stridetimer.phrases import TIMES
from stridetimer.routines.locate import find
from stridetimer.routines.published import SCHEMA, SCHEMA_LINE
from stridetimer.sound.status import BELL, Status
from stridetimer.tui.farewell import Farewell
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.screens.leave import LeaveScreen
from stridetimer.tui.screens.summary import SummaryScreen
from stridetimer.tui.widgets.words import Words


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with performing(SQUATS, first=1) as stage:
        yield stage


def step(stage: Stage) -> int:
    return stage.conductor.view().step.index


async def test_it_starts_by_itself_and_shows_all_that_matters() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(10.5)
        text = stage.text()
    for words in (
        "Sit to stand",
        "set 1 of 3 · 15 reps",
        "of 15 reps",
        "Pelvis level",
        "then switch sides 5 s, then RIGHT",
        "9 min left",
        "ends 18:08",
        "exercise 1 of 2",
        "space pause",
    ):
        assert words in text


# -- every key ------------------------------------------------------------------------------


async def test_space_pauses_and_goes_on(stage: Stage) -> None:
    await stage.press("space")
    assert stage.conductor.session.state is State.PAUSED
    assert says(stage.text(), "space resumes")
    await stage.press("space")
    assert stage.conductor.session.state is State.RUNNING


async def test_enter_ends_the_set_as_done(stage: Stage) -> None:
    await stage.press("enter")
    assert step(stage) == 2
    assert stage.conductor.session.results[-1].reps == 15


async def test_n_ends_the_step(stage: Stage) -> None:
    await stage.press("n", "n")
    assert step(stage) == 3


async def test_b_starts_the_step_again_and_then_goes_to_the_one_before(stage: Stage) -> None:
    await stage.press("n")
    await stage.pass_time(3)
    await stage.press("b")
    assert (step(stage), stage.conductor.view().elapsed) == (2, 0.0)
    await stage.press("b")
    assert step(stage) == 1


async def test_s_leaves_out_the_set_and_x_the_exercise(stage: Stage) -> None:
    await stage.press("s")
    assert stage.conductor.view().step.set_number == 2
    await stage.press("x")
    assert stage.conductor.view().step.exercise.name == "Squat"


async def test_plus_and_minus_change_a_rest_by_ten_seconds() -> None:
    async with performing(SQUATS, first=4) as stage:
        for key, seconds in (("minus", 50.0), ("plus", 60.0), ("equals_sign", 70.0)):
            await stage.press(key)
            assert stage.conductor.view().length == seconds, key


async def test_m_mutes_says_so_and_unmutes(stage: Stage) -> None:
    await stage.press("m")
    assert stage.player.mute
    assert "muted" in stage.text()
    await stage.press("m")
    assert not stage.player.mute
    assert "muted" not in stage.text()


async def test_help_shows_every_key_while_the_session_goes_on(stage: Stage) -> None:
    await stage.press("f1")
    assert isinstance(stage.app.screen, HelpScreen)
    await stage.press("escape", "question_mark")
    assert isinstance(stage.app.screen, HelpScreen)
    said = [str(row.render()) for row in stage.app.screen.query(".does")]
    assert said == [one.tooltip for one in (*SESSION, *EVERYWHERE)]
    await stage.pass_time(45)
    assert step(stage) == 2
    await stage.press("escape")
    assert stage.app.screen is stage.screen


async def test_what_has_no_file_cannot_be_edited_and_goes_on() -> None:
    async with performing(plan_of(Exercise("Hop", timed(10))), routine="") as stage:
        for key in ("e", "E"):
            await stage.press(key)
            assert "There is no file to edit" in stage.text()
            assert stage.conductor.session.state is State.RUNNING


async def test_a_shipped_routine_is_copied_also_where_it_is_known_by_its_path(home: Path) -> None:
    shipped = find("tabata").path
    before = shipped.read_bytes()
    async with performing(plan_of(Exercise("Hop", timed(10))), routine=str(shipped)) as stage:
        await stage.press("E")
        await until(stage.pilot, lambda: "a copy of your own" in stage.text())
        copy = home / "routines" / "tabata.yaml"
        assert not copy.exists(), "who only looks leaves nothing"
        await stage.press("#")
        stage.app.screen.action_save()
        await stage.app.workers.wait_for_complete()
        assert "Saved as your own copy" in stage.text()
        await stage.press("escape")
        await until(stage.pilot, lambda: "this is your copy" in stage.text())
    assert copy.read_bytes().startswith(f"#{SCHEMA_LINE}\n".encode())
    assert copy.read_bytes().endswith(before)
    assert (home / "routines" / SCHEMA).exists()


async def test_i_shows_how_the_exercise_is_done_while_the_session_goes_on() -> None:
    hop = Exercise("Hop", timed(10), how="Up and down on [one] leg.", form=("Soft knee",))
    bend = Exercise("Bend", timed(10), how="Down and up.", easier=("Less deep",))
    async with performing(plan_of(hop, bend, between=0.0)) as stage:
        await stage.press("i")
        assert "Up and down on [one] leg." in stage.text()
        assert "Soft knee" in stage.text()
        await stage.pass_time(10)
        await stage.press("escape")
        await stage.press("i")
        assert "Less deep" in stage.text()


async def test_a_session_that_ends_behind_the_instructions_comes_to_its_summary() -> None:
    async with performing(plan_of(Exercise("Hop", timed(10)))) as stage:
        await stage.press("i")
        await stage.pass_time(12)
        assert isinstance(stage.app.screen, SummaryScreen)


async def test_leaving_asks_first_and_the_session_goes_on(stage: Stage) -> None:
    for key in ("q", "escape", "ctrl+q"):
        await stage.press(key)
        assert isinstance(stage.app.screen, LeaveScreen), key
        assert stage.conductor.session.state is State.RUNNING
        assert "stridetimer run a-routine --from 1" in stage.text()
        await stage.press("n")
        assert stage.app.screen is stage.screen, key


async def test_everything_but_yes_stays(stage: Stage) -> None:
    for key in ("n", "q", "escape", "enter"):
        await stage.press("q")
        assert isinstance(stage.app.screen, LeaveScreen), key
        await stage.press(key)
        assert stage.app.screen is stage.screen, key
        assert stage.conductor.session.state is State.RUNNING
        assert step(stage) == 1


async def test_yes_leaves_and_hands_back_how_to_go_on(stage: Stage) -> None:
    await stage.press("q")
    await stage.pass_time(46)
    assert "--from 2" in stage.text()
    await stage.press("y")
    assert stage.conductor.session.state is State.STOPPED
    farewell = stage.app.return_value
    assert farewell is not None
    assert (farewell.code, farewell.go_on_command) == (1, "stridetimer run a-routine --from 2")
    assert farewell.told[0].endswith("0 of 4 sets done · 1 in part.")
    left, right = f"LEFT 15, 2 {TIMES} not reached", f"RIGHT 3 {TIMES} not reached"
    assert farewell.told[1] == f"Sit to stand: {left}; {right}."


async def test_ctrl_c_ends_at_once_with_130(stage: Stage) -> None:
    await stage.press("ctrl+c")
    assert stage.conductor.session.state is State.STOPPED
    assert stage.app.return_value == Farewell(130, "stridetimer run a-routine --from 1")


async def test_a_suspended_program_is_paused_first(stage: Stage) -> None:
    stage.app.app_suspend_signal.publish(stage.app)
    await stage.settle()
    assert stage.conductor.session.state is State.PAUSED


# -- keys that repeat themselves ---------------------------------------------------------------


@pytest.mark.parametrize("key", ["n", "b", "s", "x", "enter", "space"])
async def test_a_key_held_down_does_its_work_once(stage: Stage, key: str) -> None:
    await stage.press(key)
    view = stage.conductor.view()
    await stage.press(*[key] * 40, apart=0.03)
    assert stage.conductor.view().step == view.step
    assert stage.conductor.view().state == view.state


async def test_a_key_pressed_again_deliberately_counts_again(stage: Stage) -> None:
    await stage.press("n", "n", "n", apart=0.5)
    assert step(stage) == 4


# -- what is refused, and what is said --------------------------------------------------------


async def test_a_refused_command_is_one_calm_line_that_goes_away() -> None:
    async with performing(SQUATS, first=4) as stage:
        await stage.press("enter")
        assert "done ends work, and this is a rest: next begins the work" in stage.text()
        assert step(stage) == 4
        await stage.pass_time(5.0)
        assert "done ends work" not in stage.text()


async def test_a_refusal_while_paused_goes_away_too(stage: Stage) -> None:
    await stage.press("space", "plus")
    assert "only timed steps can change" in stage.text()
    assert stage.wakes_at == stage.clock.now + 5.0
    await stage.pass_time(5.0)
    assert says(stage.text(), "space resumes")
    assert stage.wakes_at is None


async def test_a_gap_says_how_long_one_was_away(stage: Stage) -> None:
    stage.conductor.away = 185.0
    stage.conductor.session.pause(stage.clock.now, Reason.SUSPEND)
    await stage.pass_time(0)
    assert "Away for 3 min 5 s, nothing was counted: space resumes" in stage.text()


async def test_the_bell_rings_for_cues_where_nothing_else_plays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sound = Status(BELL, "No sound here: the bell rings.")
    rung: list[float] = []
    async with performing(SQUATS, first=1, sound=sound) as stage:
        monkeypatch.setattr(stage.app, "bell", lambda: rung.append(stage.clock.now))
        assert "No sound here: the bell rings." in stage.text()
        await stage.pass_time(1.0)
        await stage.pass_time(2.0)
        await stage.pass_time(3.5)
        await stage.press("m")
        await stage.pass_time(1.5)
    # The second beat of a repetition, a stale cue and a muted one stay silent.
    assert rung == [103.0]


# -- waking -----------------------------------------------------------------------------------


async def test_it_wakes_when_the_digit_changes_or_a_cue_is_due_and_at_no_other_time() -> None:
    async with performing(plan_of(Exercise("Plank", hold(30)))) as stage:
        assert stage.wakes_at == 101.0
        await stage.pass_time(1.25)
        assert stage.wakes_at == pytest.approx(102.0)


@pytest.mark.parametrize("exercise", [Exercise("A", self_paced(9)), Exercise("B", open_work())])
async def test_it_wakes_once_a_second_where_time_counts_up(exercise: Exercise) -> None:
    async with performing(plan_of(exercise)) as stage:
        await stage.pass_time(3.5)
        assert stage.wakes_at == pytest.approx(104.0)


async def test_a_beat_repaints_what_it_changed_and_arranges_nothing_anew() -> None:
    squats = plan_of(Exercise("Squats", paced(10, ("down", 1.0), ("hold", 1.0), ("up", 1.0))))
    async with performing(squats) as stage:
        await stage.pass_time(10.5)
        move = stage.screen.query_one("#move", Words)
        said, arranged = move.words, []
        stage.screen.screen_layout_refresh_signal.subscribe(move, arranged.append)
        for _ in range(3):
            await stage.pass_time(1.0)
            assert move.words != said
            said = move.words
        assert arranged == []
        move.words = ("a movement that is said in many more words than there is room for",)
        await stage.settle()
        assert arranged != []


async def test_paused_it_does_not_wake_at_all(stage: Stage) -> None:
    await stage.press("space")
    assert stage.wakes_at is None


# -- the end ----------------------------------------------------------------------------------


async def test_the_summary_follows_the_last_step() -> None:
    async with performing(SQUATS) as stage:
        await stage.pass_time(10_000)
        assert isinstance(stage.app.screen, SummaryScreen)
        await stage.press("enter")
        assert stage.app.return_value == Farewell(0)
        assert stage.player.closed


@pytest.mark.parametrize("key", ["q", "question_mark"])
async def test_the_end_comes_even_while_another_screen_is_open(key: str) -> None:
    async with performing(SQUATS) as stage:
        await stage.press(key)
        await stage.pass_time(10_000)
        assert isinstance(stage.app.screen, SummaryScreen)
        await stage.press("q")
        assert stage.app.return_value == Farewell(0)


async def test_a_key_that_stays_down_does_not_close_the_summary_it_led_to() -> None:
    async with performing(plan_of(Exercise("Knee bend", self_paced(5)))) as stage:
        await stage.press("enter")
        assert isinstance(stage.app.screen, SummaryScreen)
        await stage.press(*["enter"] * 40, apart=0.03)
        assert isinstance(stage.app.screen, SummaryScreen)
        await stage.press("enter")
        assert stage.app.return_value == Farewell(0)


async def test_skipping_to_the_end_ends_in_the_summary() -> None:
    async with performing(SQUATS, first=1, size=NARROW) as stage:
        await stage.press("x")
        await stage.press("x")
        await stage.press("n")
        assert isinstance(stage.app.screen, SummaryScreen)


# -- repetitions that are typed ---------------------------------------------------------------


async def test_digits_before_enter_say_how_many_repetitions_were_done() -> None:
    async with performing(plan_of(Exercise("Squat", self_paced(8), sets=2))) as stage:
        await stage.press("1", "2")
        assert "12 reps: enter ends the set" in stage.text()
        await stage.press("3", "4", "5")
        assert "12345 reps" in stage.text()
        await stage.press("enter")
        assert "a set has 0 to 10,000 repetitions" in stage.text()
        assert not stage.conductor.session.results
        await stage.press("1", "2", "enter")
        (finished,) = stage.conductor.session.results
        assert (finished.outcome, finished.reps) == ("done", 12)


async def test_digits_that_nobody_followed_up_are_forgotten() -> None:
    async with performing(plan_of(Exercise("Squat", self_paced(8), sets=2))) as stage:
        await stage.press("3")
        await stage.pass_time(6)
        assert "3 reps" not in stage.text()
        await stage.press("enter")
        (finished,) = stage.conductor.session.results
        assert finished.reps == 8


async def test_what_was_said_of_a_step_is_gone_with_the_step() -> None:
    async with performing(plan_of(Exercise("Squat", self_paced(8), sets=2))) as stage:
        await stage.press("plus")
        assert "only timed steps can change" in stage.text()
        await stage.press("enter")
        assert "only timed steps can change" not in stage.text()


async def test_the_question_may_hear_of_a_new_step_before_it_is_drawn() -> None:
    async with performing(SQUATS) as stage:
        question = LeaveScreen("stridetimer run squats --from 1")
        stage.app.push_screen(question)
        question.go_on_command = "stridetimer run squats --from 2"
        await stage.settle()
        assert "--from 2" in stage.text()
