"""What library and summary look like at each size, as text: ``tests/looks/library-*.txt``.

``python tests/draw_library_looks.py`` draws them anew; the tests hold the screens to them.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from builders import each, hold, open_work, paced, routine, self_paced, timed
from draw_looks import LOOKS
from fakes import MemoryShelf
from tui_support import SIX_O_CLOCK, browsing, performing, press, resized, text_of

from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Circuit, Exercise, Item, Rest, Sides
from stridetimer.routines.problems import Problem
from stridetimer.tui.entry import Entry


@dataclass(frozen=True)
class Moment:
    """So many presses of keys in the library."""

    name: str
    keys: Sequence[str] = ()


def plan(name: str, *items: Item, **fields: object) -> Plan:
    """The plan of a routine of this name."""
    return make_plan(replace(routine(*items), name=name, **fields))  # type: ignore[arg-type]  # a test says what it means


PACED: tuple[Item, ...] = (
    each("Clamshell", paced(12), sets=2),
    Exercise("Toe taps", paced(20), sides=Sides.ALTERNATING),
    Circuit("Finisher", 2, 60.0, None, (Exercise("Plank", hold(40)), Rest(20.0))),
)
HIPS = plan(
    "Hips and ankles before a run",
    *PACED,
    each("Stand on one leg, eyes closed, on something soft", open_work(aim_seconds=60.0)),
    cautions=("Stop when your form goes.",),
    equipment=("a band", "a mat"),
    tags=("core", "before a run"),
    recovery=129_600.0,
    summary="Ten minutes that wake up what running forgets.",
)
LONG = "One-leg sit to stand from a very low chair, with much patience"
EIGHT = Circuit("All", 8, 10.0, None, (Exercise("Run", timed(20)),))
BROKEN = Problem(3, 11, "'twelve' is not a number", "    reps: twelve")
ENTRIES = (
    Entry("hips", "Yours", HIPS),
    Entry("legs", "Yours", problem=f"line 3: {BROKEN.message}", problems=(BROKEN,)),
    Entry("odd/long", "Yours · odd", plan(LONG, Exercise("Sit", self_paced(12)))),
    Entry("odd/wide", "Yours · odd", plan("片脚立ち上がり運動 🏃", Exercise("立つ", timed(30)))),
    Entry("odd/right", "Yours · odd", plan("תרגיל רגל אחת [red]", Exercise("רגל", timed(30)))),
    Entry("tabata", "Comes with stridetimer", plan("Tabata", EIGHT)),
)
DONE = {
    "hips": SIX_O_CLOCK.astimezone() - timedelta(days=3),
    "tabata": SIX_O_CLOCK.astimezone() - timedelta(hours=2),
}
MOMENTS = (
    Moment("as it opens"),
    Moment("a routine with a problem", ("down",)),
    Moment("searching for an exercise", ("slash", *"plan")),
    Moment("searching for what is not there", tuple("zzz")),
    Moment("grouped by tag, by when last done", ("escape", "t", "o", "home")),
    Moment("the details, where they need the room", ("d",)),
)
"""One after the other."""
SIZES = ((120, 40), (80, 24), (40, 40), (40, 15), (20, 5))
SUMMARY_SIZES = ((120, 40), (80, 24), (40, 15), (30, 10), (20, 5))


async def library_looks() -> dict[str, str]:
    """The text of each file of the library, by its name."""
    shelf = MemoryShelf(*ENTRIES)
    shelf.last_done = DONE
    pictures: dict[tuple[int, int], list[str]] = {size: [] for size in SIZES}
    async with browsing(shelf) as (app, pilot):
        for moment in MOMENTS:
            await press(pilot, *moment.keys)
            for size in SIZES:
                await resized(pilot, *size)
                pictures[size].append(f"--- {moment.name} ---\n{text_of(app)}\n")
    return _files("library", pictures)


async def summary_looks() -> dict[str, str]:
    """The text of each file of the summary, by its name."""
    pictures: dict[tuple[int, int], list[str]] = {size: [] for size in SUMMARY_SIZES}
    steps = plan("Hips and ankles before a run", *PACED, recovery=129_600.0)
    async with performing(steps) as stage:
        await stage.pass_time(11.0)
        await stage.press("n", "s", apart=3.0)
        await stage.pass_time(10_000)
        for size in SUMMARY_SIZES:
            await stage.resize(*size)
            pictures[size].append(f"{stage.text()}\n")
    return _files("summary", pictures)


def _files(name: str, pictures: dict[tuple[int, int], list[str]]) -> dict[str, str]:
    return {
        f"{name}-{width}x{height}.txt": "\n".join(drawn)
        for (width, height), drawn in pictures.items()
    }


def main() -> None:
    """Write them all."""
    LOOKS.mkdir(exist_ok=True)
    for draw in (library_looks, summary_looks):
        for name, text in asyncio.run(draw()).items():
            (LOOKS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
