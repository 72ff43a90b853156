"""Going on with what was left, on the screen."""

from collections.abc import Callable
from dataclasses import dataclass, field

from builders import ManualClock
from fakes import MemoryShelf, RecordingPlayer
from tui_support import SQUATS, performing, press, text_of, until

from stridetimer.conductor import Conductor
from stridetimer.core.law import State
from stridetimer.core.session import Session
from stridetimer.core.standing import Standing
from stridetimer.sound.status import BELL, Status
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.entry import Entry
from stridetimer.tui.screens.library import LibraryScreen
from stridetimer.tui.screens.offer import OfferScreen, Unfinished
from stridetimer.tui.screens.session import SessionScreen


@dataclass
class Yesterday:
    clock: ManualClock
    left: bool = True
    declined: int = field(default=0)

    def unfinished(self) -> Unfinished | None:
        there = Unfinished("Squats, begun yesterday", "0:12 into: work, Sit to stand", "squats")
        return there if self.left else None

    def take_up(self) -> Conductor | None:
        session = Session.take_up(SQUATS, Standing(1, 12.0, 45.0, 22.0))
        return Conductor(session, RecordingPlayer(self.clock), self.clock)

    def decline(self) -> None:
        self.declined += 1


async def offered(past: Yesterday, then: Callable[[StridetimerApp], None], *keys: str) -> None:
    app = StridetimerApp(
        shelf=MemoryShelf(Entry("squats", "user", SQUATS)), past=past, clock=past.clock
    )
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        if past.left:
            await until(pilot, lambda: "begun yesterday" in text_of(app))
            assert isinstance(app.screen, OfferScreen)
        await press(pilot, *keys)
        await until(pilot, lambda: not isinstance(app.screen, OfferScreen))
        then(app)


async def test_what_was_left_is_offered_and_goes_on_after_a_countdown() -> None:
    past = Yesterday(ManualClock(100.0))

    def it_counts_down(app: StridetimerApp) -> None:
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.conductor.session.state is State.LEADING_IN
        assert "You resume where you were" in text_of(app)
        past.clock.jump(5.0)
        app.screen.wake()
        assert app.screen.conductor.session.state is State.RUNNING
        assert app.screen.conductor.view().remaining == 33.0

    await offered(past, it_counts_down, "y")
    assert past.declined == 0


async def test_declined_it_stays_unfinished_and_the_library_is_there() -> None:
    past = Yesterday(ManualClock(100.0))
    await offered(past, lambda app: _is_library(app), "n")
    assert past.declined == 1


async def test_with_nothing_left_nothing_is_offered() -> None:
    await offered(Yesterday(ManualClock(), left=False), lambda app: _is_library(app))


def _is_library(app: StridetimerApp) -> None:
    assert isinstance(app.screen, LibraryScreen)


async def test_space_after_a_short_pause_goes_on_at_once() -> None:
    async with performing(SQUATS) as stage:
        stage.conductor._pause_lead_in = 3.0
        await stage.press("space", "space")
        assert stage.conductor.session.state is State.RUNNING


async def test_space_after_a_long_pause_counts_down_and_again_skips_it() -> None:
    async with performing(SQUATS) as stage:
        stage.conductor._pause_lead_in = 3.0
        await stage.press("space")
        await stage.press("space", apart=60.0)
        assert stage.conductor.session.state is State.LEADING_IN
        assert "space resumes now" in stage.text()
        await stage.press("space")
        assert stage.conductor.session.state is State.RUNNING
        assert stage.conductor.view().session_elapsed == 1.0


async def test_news_of_sound_waits_until_the_countdown_is_over() -> None:
    async with performing(SQUATS) as stage:
        stage.conductor._pause_lead_in = 3.0
        await stage.press("space")
        await stage.press("space", apart=60.0)
        stage.player.sound = Status(BELL, "No sound here: the bell rings.")
        await stage.pass_time(1.0)
        assert "space resumes now" in stage.text()
        await stage.pass_time(2.0)
        assert "No sound here: the bell rings." in stage.text()
