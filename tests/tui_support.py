"""A session or a library on a screen of any size, and what is to be read on it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from builders import ManualClock, each, paced, plan_of
from fakes import NO_SOUND, RecordingPlayer
from textual.app import App
from textual.events import Key, Resize
from textual.geometry import Size
from textual.pilot import Pilot

from stridetimer.conductor import Conductor
from stridetimer.core.plan import Plan
from stridetimer.core.session import Session
from stridetimer.sound.status import Status
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.farewell import Farewell
from stridetimer.tui.letters import drawn
from stridetimer.tui.manner import USUAL, Manner
from stridetimer.tui.screens.session import SessionScreen
from stridetimer.tui.stage import Performance

SIX_O_CLOCK = datetime(2026, 3, 1, 18, 0)
NORMAL = (80, 24)
NARROW = (40, 15)
LARGE = (200, 60)


SIT = each(
    "Sit to stand",
    paced(15, ("stand up", 1.0), ("sit down", 2.0)),
    sets=3,
    form=("Pelvis level", "Knee over the foot"),
)
"""45 s a side, 5 s to switch, 60 s rest."""
SQUATS = plan_of(SIT, each("Squat", paced(10, ("down", 2.0), ("up", 1.0))), prepare=10.0)


@dataclass
class Stage:
    """A session on a screen; time moves when told."""

    app: StridetimerApp
    pilot: Pilot[Farewell]
    clock: ManualClock
    player: RecordingPlayer
    conductor: Conductor

    @property
    def screen(self) -> SessionScreen:
        """The session's, which may lie under another."""
        return next(one for one in self.app.screen_stack if isinstance(one, SessionScreen))

    @property
    def wakes_at(self) -> float | None:
        """When the session's screen looks again by itself."""
        return self.screen.alarm.set_to

    async def pass_time(self, seconds: float) -> None:
        """Let time go by, and the screen wake."""
        self.clock.jump(seconds)
        self.screen.wake()
        await self.settle()

    async def press(self, *keys: str, apart: float = 1.0) -> None:
        """Press keys, ``apart`` seconds from one another and from what was before."""
        for key in keys:
            self.clock.jump(apart)
            self.app.simulate_key(key)
            await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await resized(self.pilot, width, height)

    async def settle(self) -> None:
        """Let every message that is under way arrive."""
        await still(self.pilot)

    def text(self) -> str:
        return text_of(self.app)


@asynccontextmanager
async def performing(
    plan: Plan,
    *,
    size: tuple[int, int] = NORMAL,
    first: int = 0,
    routine: str = "a-routine",
    speed: float = 1.0,
    sound: Status = NO_SOUND,
    manner: Manner = USUAL,
) -> AsyncIterator[Stage]:
    """``plan`` performed on a screen of ``size``, its clock at 100."""
    clock = ManualClock(100.0)
    player = RecordingPlayer(clock, sound)
    conductor = Conductor(Session(plan, first), player, clock, speed)
    app = StridetimerApp(
        performance=Performance(conductor, routine),
        clock=clock,
        wall=lambda: SIX_O_CLOCK,
        manner=manner,
    )
    async with app.run_test(size=size) as pilot:
        yield Stage(app, pilot, clock, player, conductor)


@asynccontextmanager
async def browsing(
    shelf: Shelf,
    *,
    size: tuple[int, int] = NORMAL,
    conduct: Callable[[Entry], Conductor] | None = None,
    clock: ManualClock | None = None,
) -> AsyncIterator[tuple[StridetimerApp, Pilot[Farewell]]]:
    """The library of ``shelf``, with everything in it read."""
    app = StridetimerApp(
        shelf=shelf, conduct=conduct, clock=clock or ManualClock(), wall=lambda: SIX_O_CLOCK
    )
    async with app.run_test(size=size) as pilot:
        await all_read(pilot)
        yield app, pilot


async def all_read(pilot: Pilot[Farewell]) -> None:
    """Let everything be read or looked up that is to be shown, and shown."""
    await still(pilot)
    while pilot.app.workers:
        await pilot.app.workers.wait_for_complete()
        await still(pilot)


async def press(pilot: Pilot[Farewell], *keys: str) -> None:
    """Press keys, each when all that the one before it has brought about is shown.

    ``Pilot.press`` waits 100 ms for each.
    """
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await all_read(pilot)


async def still(pilot: Pilot[Any]) -> None:
    """Let everything happen that can without time passing, and be drawn.

    ``Pilot.pause`` has every widget answer once, in 6 ms, and what the answers bring about may
    still be under way; nothing is here, and it costs what is done.
    """
    # What the loop could go on with at once; a private name of asyncio, as there is no other.
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]  # no public name
    while True:
        while ready:  # noqa: ASYNC110 - no event tells that there is nothing
            await asyncio.sleep(0)
        # What the screen would do at its next beat, a sixtieth of a second from now.
        pilot.app.screen._on_timer_update()
        if not ready:
            return


async def resized(pilot: Pilot[Any], width: int, height: int) -> None:
    """Give the terminal another size."""
    size = Size(width, height)
    # ``Pilot.resize_terminal`` does the same, and then waits for 20 ms without any work.
    pilot.app._driver._size = size
    pilot.app.post_message(Resize(size, size))
    # Textual gathers sizes for 8 ms.
    await until(pilot, lambda: pilot.app.screen.outer_size == size)


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Let the screen work until something holds, however slow the machine."""
    for _ in range(1000):
        await still(pilot)
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"it never came; there is:\n{text_of(pilot.app)}")


def text_of(app: App[Farewell]) -> str:
    """What is on the screen, line by line, without the blanks at the ends of lines."""
    # A private name of Textual, as those above: tests of other files use these functions.
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def says(text: str, words: str) -> bool:
    """Whether ``words`` stand in the text of a screen, written or in letters of any size."""
    rows = [
        drawn(words, scale, low=low)[1].strip() for scale in range(1, 4) for low in (False, True)
    ]
    return words in text or any(row in text for row in rows)
