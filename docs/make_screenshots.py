"""Draws the pictures of the documentation with the program itself: ``docs/images/*.svg``.

Each picture is the real application at a moment of a shipped routine, its clock moved by hand.
Another folder can be named on the command line.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from stridetimer import places
from stridetimer.cli.diary import HistoryDiary
from stridetimer.cli.finding import plan_of
from stridetimer.cli.shelf import FileShelf
from stridetimer.conductor import Conductor
from stridetimer.core.events import Outcome, StepFinished
from stridetimer.core.routine import Side
from stridetimer.core.session import Session
from stridetimer.core.standing import Standing
from stridetimer.history.records import Heading, record_of
from stridetimer.history.store import Store
from stridetimer.sound.player import Player
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.screens.session import SessionScreen
from stridetimer.tui.stage import Performance

IMAGES = Path(__file__).with_name("images")
EVENING = datetime(2026, 3, 1, 18, 30)


class HandClock:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        """The instant it shows."""
        return self.now


@dataclass(frozen=True)
class Moment:
    """A picture: a routine, a step of it, so many seconds into that, and the keys pressed then."""

    name: str
    routine: str
    step: int
    seconds: float
    keys: Sequence[str] = ()
    size: tuple[int, int] = (80, 24)
    theme: str = "stride-dark"


MOMENTS = (
    Moment("session", "basic-strength", 1, 11.2),
    Moment("ready", "basic-strength", 0, 4.0),
    Moment("rest", "basic-strength", 4, 113.5),
    Moment("switch", "basic-strength", 2, 1.0),
    Moment("hold", "stage-one", 1, 221.0),
    Moment("light", "basic-strength", 3, 20.0, theme="stride-light"),
    Moment("paused", "basic-strength", 1, 11.2, ("space",)),
    Moment("leave", "basic-strength", 1, 11.2, ("q",)),
    Moment("narrow", "basic-strength", 1, 11.2, size=(40, 15)),
    Moment("tiny", "basic-strength", 1, 11.2, size=(20, 5)),
    Moment("large", "basic-strength", 1, 11.2, size=(200, 60)),
    Moment("large-rest", "basic-strength", 4, 60.0, size=(200, 60), theme="stride-light"),
)


async def draw(moment: Moment, folder: Path) -> None:
    """Draw one moment of a session."""
    clock = HandClock()
    _, plan = plan_of(moment.routine)
    conductor = Conductor(Session(plan, moment.step), Player(mute=True), clock)
    performance = Performance(conductor, moment.routine)
    app = StridetimerApp(performance=performance, clock=clock, wall=lambda: EVENING)
    async with app.run_test(size=moment.size) as pilot:
        app.theme = moment.theme
        await pilot.pause()
        while clock.now < moment.seconds:
            clock.now = min(moment.seconds, clock.now + 1.0)
            conductor.tick()
        await pilot.press(*moment.keys, "f12")
        wake(app)
        await pilot.pause()
        save(app, folder, moment.name)


async def draw_library(folder: Path) -> None:
    """Draw the library."""
    app = StridetimerApp(shelf=FileShelf(), wall=lambda: EVENING)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(3):  # what is found is read, and then what is looked at
            await app.workers.wait_for_complete()
            await pilot.pause()
        save(app, folder, "library")


async def draw_summary(folder: Path) -> None:
    """Draw the summary of a session with a skipped and a cut set."""
    clock = HandClock()
    _, plan = plan_of("basic-strength")
    conductor = Conductor(Session(plan), Player(mute=True), clock)
    app = StridetimerApp(
        performance=Performance(conductor, "basic-strength"), clock=clock, wall=lambda: EVENING
    )
    async with app.run_test(size=(80, 24)) as pilot:
        for at, key in ((400.0, "n"), (900.0, "s"), (5000.0, "f12")):
            clock.now = at
            await pilot.press(key)
            wake(app)
            await pilot.pause()
        save(app, folder, "summary")


def remember_a_winter() -> None:
    """Put three months into the history: two evenings a week, and a left leg that catches up."""
    _, plan = plan_of("basic-strength")
    with closing(Store(places.history())) as store, store.transaction():
        for evening in range(26):
            began = EVENING.astimezone() - timedelta(days=3.5 * (26 - evening) - 1)
            uid = f"{evening:032x}"
            store.begin(
                Heading(uid, "basic-strength", "/basic-strength.yaml", 1.0, began.isoformat(), plan)
            )
            for step in plan.steps:
                left = step.is_work and step.side is Side.LEFT and step.set_number == 3
                short = max(0, 6 - evening // 4) if left else 0
                reps = step.reps and step.reps - short
                ending = Outcome.CUT if short else Outcome.DONE
                ended = StepFinished(0.0, 0.0, step, ending, step.seconds, reps)
                store.step(uid, record_of(ended, began.isoformat()))
            store.checkpoint(uid, Standing(0, 0.0, 0.0, plan.total_seconds))
            store.end(uid, "completed", began.isoformat())


async def draw_history(folder: Path) -> None:
    """Draw the calendar, and an exercise over time."""
    remember_a_winter()
    app = StridetimerApp(diary=HistoryDiary(), wall=lambda: EVENING)
    async with app.run_test(size=(80, 24)) as pilot:
        for name, keys in (("history", ()), ("progress", ("enter", "enter"))):
            for key in (*keys, "f12"):
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            save(app, folder, name)


def wake(app: StridetimerApp) -> None:
    """Let the session look at the clock, as what lies above it does not."""
    for screen in app.screen_stack:
        if isinstance(screen, SessionScreen):
            screen.wake()


def save(app: StridetimerApp, folder: Path, name: str) -> None:
    """Write the screen as it is."""
    (folder / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")


async def main(folder: Path) -> None:
    """Draw them all."""
    for moment in MOMENTS:
        await draw(moment, folder)
    await draw_library(folder)
    await draw_summary(folder)
    await draw_history(folder)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        # Nobody's own routines are to be in the pictures.
        os.environ["STRIDETIMER_HOME"] = home
        # Whatever the terminal that this runs in can show, and whatever its user wants to see.
        os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.environ.pop("NO_COLOR", None)
        into = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
        into.mkdir(exist_ok=True)
        asyncio.run(main(into))
