"""What the session screen looks like at each size and moment, as text: ``tests/looks/*.txt``.

``python tests/draw_looks.py`` draws them anew; the tests hold the screen to them.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builders import each, hold, open_work, paced, plan_of, self_paced
from tui_support import SQUATS, performing

from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Sides

LOOKS = Path(__file__).with_name("looks")


@dataclass(frozen=True)
class Moment:
    """A plan, a step of it, so many seconds into that, and the keys pressed then."""

    name: str
    plan: Plan
    step: int
    seconds: float
    keys: Sequence[str] = ()


STAND = each("Stand on one leg", hold(90), sets=2, rest=30, form=("Hips level", "Breathe"))
TAPS = Exercise(
    "Toe taps", paced(20, ("out", 1.0), ("in", 1.0)), sides=Sides.ALTERNATING, form=("Stay low",)
)
PRESS = Exercise("Push-up", self_paced(12), sets=3, rest=45, wait=True, form=("Body straight",))
HANG = Exercise("Hang", open_work(aim_seconds=30.0), form=("Shoulders down",))
MIXED = plan_of(STAND, TAPS, PRESS, HANG, prepare=10.0, between=40.0)

MOMENTS = (
    Moment("getting ready", MIXED, 0, 3.0),
    Moment("paced work", SQUATS, 1, 10.5),
    Moment("a switch of sides", SQUATS, 2, 1.0),
    Moment("a rest, five seconds before its end", SQUATS, 4, 55.5),
    Moment("a hold, in its last third", MIXED, 7, 70.0),
    Moment("a rest between exercises", MIXED, 8, 10.0),
    Moment("alternating work", MIXED, 9, 3.0),
    Moment("self-paced work", MIXED, 11, 12.0),
    Moment("a rest that is over and waits", MIXED, 12, 52.0),
    Moment("open work", MIXED, 17, 12.0),
    Moment("paused, a set skipped", SQUATS, 1, 10.5, ("s", "space")),
)
SIZES = ((200, 60), (120, 40), (80, 24), (60, 16), (40, 15), (30, 10), (20, 5), (10, 3))
MOST = {
    (200, 60): MOMENTS[1:4],
    (120, 40): MOMENTS[1:3],
    (60, 16): MOMENTS[1:4],
    (30, 10): (*MOMENTS[:5], MOMENTS[-1]),
    (20, 5): (*MOMENTS[:5], MOMENTS[-1]),
    (10, 3): MOMENTS[1:3],
}
"""At some sizes a few moments say enough."""
USUAL_SIZES = ((80, 24), (40, 15))
"""Those that most terminals have, and a narrow pane."""


async def looks(sizes: Sequence[tuple[int, int]] = SIZES) -> dict[str, str]:
    """The text of the file of each size, by its name."""
    pictures: dict[tuple[int, int], list[str]] = {size: [] for size in sizes}
    for moment in MOMENTS:
        async with performing(moment.plan, first=moment.step) as stage:
            await stage.pass_time(moment.seconds)
            await stage.press(*moment.keys, apart=0.0)
            for size in sizes:
                if moment in MOST.get(size, MOMENTS):
                    await stage.resize(*size)
                    pictures[size].append(f"--- {moment.name} ---\n{stage.text()}\n")
    return {
        f"session-{width}x{height}.txt": "\n".join(drawn)
        for (width, height), drawn in pictures.items()
    }


def main() -> None:
    """Write them all."""
    LOOKS.mkdir(exist_ok=True)
    for name, text in asyncio.run(looks()).items():
        (LOOKS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
