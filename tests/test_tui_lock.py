"""Locked keys: no cat ends a session, and no cat unlocks it."""

import pytest
from tui_support import SQUATS, Stage, performing

from stridetimer.core.law import State
from stridetimer.keys.keymap import Keymap
from stridetimer.tui.farewell import Farewell
from stridetimer.tui.manner import Manner
from stridetimer.tui.screens.lock import LockScreen
from stridetimer.tui.screens.summary import SummaryScreen

CAT = ("space", "n", "x", "s", "q", "y", "escape", "enter", "l", "l", "ctrl+q", "ctrl+z", "j", "m")


def locked(stage: Stage) -> bool:
    return isinstance(stage.app.screen, LockScreen)


async def test_while_locked_no_key_does_anything_and_the_session_goes_on() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l", *CAT, *CAT, apart=0.1)
        assert locked(stage)
        assert stage.conductor.session.state is State.RUNNING
        assert not stage.player.mute
        assert stage.conductor.view().step.index == 1
        await stage.pass_time(45)
        assert stage.conductor.view().step.index == 2


async def test_the_sign_takes_the_place_of_the_footer_and_says_how_to_unlock() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l")
        assert "LOCKED · l, then enter, unlocks" in stage.text().splitlines()[-1]
        assert "pause" not in stage.text()
        assert "Sit to stand" in stage.text()
        await stage.press("l")
        assert "LOCKED · enter unlocks" in stage.text()


async def test_two_keys_in_their_order_unlock() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l")
        await stage.press("l", "enter")
        assert stage.app.screen is stage.screen
        await stage.press("space")
        assert stage.conductor.session.state is State.PAUSED


@pytest.mark.parametrize("keys", [("enter", "l"), ("l", "n", "enter"), ("l", "l")])
async def test_anything_else_does_not(keys: tuple[str, ...]) -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l")
        await stage.press(*keys, apart=0.2)
        assert locked(stage)


async def test_two_keys_far_apart_do_not() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l")
        await stage.press("l", "enter", apart=2.5)
        assert locked(stage)


async def test_ctrl_c_ends_a_locked_session_too() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l", "ctrl+c")
        assert stage.app.return_value == Farewell(130, "stridetimer run a-routine --from 1")


async def test_a_locked_session_comes_to_its_summary() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l")
        await stage.pass_time(10_000)
        assert isinstance(stage.app.screen, SummaryScreen)


async def test_a_footer_key_that_is_clicked_under_the_lock_does_nothing() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.press("l")
        await stage.pilot.click(offset=(2, 23))
        await stage.settle()
        assert stage.conductor.session.state is State.RUNNING


async def test_it_is_unlocked_by_the_keys_that_a_person_has_chosen() -> None:
    manner = Manner(Keymap({"locked.unlock": ("u",), "session.lock": ("L",)}))
    async with performing(SQUATS, first=1, manner=manner) as stage:
        await stage.press("L")
        assert "LOCKED · u, then enter, unlocks" in stage.text()
        await stage.press("u", "enter")
        assert not locked(stage)


@pytest.mark.parametrize("size", [(20, 5), (40, 1), (40, 15), (200, 60)])
async def test_it_is_seen_in_every_size(size: tuple[int, int]) -> None:
    async with performing(SQUATS, first=1, size=size) as stage:
        await stage.press("l")
        assert "LOCKED" in stage.text()
