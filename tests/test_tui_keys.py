"""Keys that a person has changed, on the screens."""

from pathlib import Path

import pytest
from tui_support import SQUATS, performing, says, until

from stridetimer.core.law import State
from stridetimer.keys.keymap import Keymap
from stridetimer.tui.manner import Manner
from stridetimer.tui.screens.summary import SummaryScreen


def with_keys(**changed: tuple[str, ...]) -> Manner:
    names = {name.replace("__", ".").replace("_", "-"): keys for name, keys in changed.items()}
    return Manner(Keymap(names))


SWAPPED = with_keys(session__next=("b",), session__back=("n",), session__pause=("p", "f9"))


async def test_a_changed_key_does_what_the_person_wants_and_the_old_one_no_more() -> None:
    async with performing(SQUATS, first=1, manner=SWAPPED) as stage:
        await stage.press("space")
        assert stage.conductor.session.state is State.RUNNING
        await stage.press("b")
        assert stage.conductor.view().step.index == 2
        await stage.press("n")
        assert stage.conductor.view().step.index == 1
        await stage.press("f9")
        assert stage.conductor.session.state is State.PAUSED


async def test_footer_prompt_and_help_show_the_keys_that_hold() -> None:
    async with performing(SQUATS, first=1, manner=SWAPPED) as stage:
        assert "p pause" in stage.text()
        await stage.press("p")
        assert says(stage.text(), "p resumes")
        assert "p resume" in stage.text()
        await stage.press("question_mark")
        assert "p f9" in stage.text()
        assert "space" not in stage.text()


async def test_the_footer_keeps_its_order_whatever_keys_hold() -> None:
    async with performing(SQUATS, first=1, manner=SWAPPED) as stage:
        footer = (stage.text()).splitlines()[-1]
        places = [footer.index(name) for name in ("p pause", "enter done", "b next", "n back")]
        assert places == sorted(places)


async def test_a_command_without_a_key_is_still_in_the_footer_for_the_mouse() -> None:
    manner = with_keys(session__skip_set=())
    async with performing(SQUATS, first=1, manner=manner) as stage:
        assert "- skip" in stage.text()
        await stage.press("s")
        assert stage.conductor.view().step.index == 1
        await stage.pilot.click("Footer", offset=(1, 0))
        await stage.settle()
        assert stage.conductor.session.state is State.PAUSED


@pytest.mark.parametrize(("keys", "instead"), [(("f4",), "; f4 edits it here"), ((), "")])
async def test_where_no_editor_can_be_shown_the_key_of_ours_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], instead: str
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    routine = tmp_path / "squats.yaml"
    routine.write_text("name: Squats\n")
    manner = with_keys(session__edit_here=keys)
    async with performing(SQUATS, first=1, routine=str(routine), manner=manner) as stage:
        await stage.press("e")
        told = stage.text()
    assert f"another program can't be shown here{instead}" in told
    assert ("edits it here" in told) == bool(instead)


async def test_while_paused_the_footer_offers_to_resume() -> None:
    async with performing(SQUATS, first=1) as stage:
        assert "space pause" in stage.text()
        await stage.press("space")
        assert "space resume" in stage.text()
        assert "space pause" not in stage.text()
        await stage.press("space")
        assert "space pause" in stage.text()


async def test_the_arrows_lead_through_a_session() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("right")
        assert stage.conductor.view().step.index == 2
        await stage.press("left")
        assert stage.conductor.view().step.index == 1
        await stage.press("down")
        assert says(stage.text(), "volume 90 %")
        await stage.press("up")
        assert says(stage.text(), "volume 100 %")


async def test_the_summary_is_read_with_j_and_k_and_left_with_a_changed_key() -> None:
    manner = with_keys(summary__close=("z",))
    async with performing(SQUATS, manner=manner, size=(40, 8)) as stage:
        await stage.pass_time(10_000)
        assert isinstance(stage.app.screen, SummaryScreen)
        sheet = stage.app.screen.query_one("#sheet")
        await stage.press("G")
        await until(stage.pilot, lambda: sheet.scroll_y > 0)
        await stage.press("q")
        assert isinstance(stage.app.screen, SummaryScreen)
        await stage.press("z")
        assert stage.app.return_value is not None
