"""What is counted on the session screen in marks: set dots, and pips that fill or close in."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from stridetimer.core.events import Outcome, StepFinished
from stridetimer.core.lengths import countdown
from stridetimer.core.routine import Open, Reps, Side
from stridetimer.core.step import Step
from stridetimer.core.view import SessionView

DONE, NOW, AHEAD = "●", "◐", "○"
SKIPPED = "\N{MULTIPLICATION SIGN}"
_MOST_DOTS = 12
"""More than this are told in words alone: nobody counts so many at a glance."""
_LAST = 10
"""So many seconds before it ends, a rest closes in, a step each second."""


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot for each set of the exercise, apart for each side where they have sets of their own."""

    left: str = ""
    right: str = ""
    both: str = ""


@dataclass(frozen=True, slots=True)
class Pips:
    """A row of pips, of which the first are full and the next one perhaps in part."""

    number: int = 0
    filled: float = 0.0
    closing: bool = False
    """Whether they are seconds that run out, and not something that is done."""


def dots_of(view: SessionView) -> Dots:
    """The sets of the exercise that is done or comes next; where it has but one, the rounds."""
    step = view.step
    steps = [one for one in _turn(view) if one.is_work]
    lap = step.lap
    if len(steps) == 1 and lap and 1 < lap.rounds <= _MOST_DOTS:
        now = NOW if step.is_work else AHEAD
        return Dots(both=DONE * (lap.number - 1) + now + AHEAD * (lap.rounds - lap.number))
    if len(steps) < 2 or step.exercise.sets > _MOST_DOTS:
        return Dots()
    row = dict.fromkeys((Side.LEFT, Side.RIGHT, None), "")
    for one in steps:
        side = one.side if one.side in row else None
        row[side] += _dot(one, view)
    return Dots(row[Side.LEFT], row[Side.RIGHT], row[None])


def left_out_of(results: Iterable[StepFinished], here: int, dropped: Set[int]) -> dict[int, float]:
    """From which fraction of it on each step was left out, or is going to be.

    ``results`` say how steps ended, ``here`` is the step where one is, and ``dropped`` are those
    that were skipped: nothing of what one has come back to counts as left out.
    """
    ahead = {index: 0.0 for index in dropped if index > here}
    behind = {
        one.step.index: min(1.0, one.seconds / one.step.seconds) if one.step.seconds else 0.0
        for one in results
        if one.step.index < here and one.outcome is not Outcome.DONE
    }
    return behind | ahead


def _turn(view: SessionView) -> Iterator[Step]:
    """Every step of the turn that is done or comes next."""
    steps, index, turn = view.plan.steps, view.step.index, view.step.turn
    first = index
    while first and steps[first - 1].turn == turn:
        first -= 1
    while first < len(steps) and steps[first].turn == turn:
        yield steps[first]
        first += 1


def _dot(step: Step, view: SessionView) -> str:
    if step.index in view.dropped:
        return SKIPPED
    if step.index == view.step.index:
        return NOW
    return DONE if step.index < view.step.index else AHEAD


def pips_of(view: SessionView) -> Pips:
    """What fills in the work and closes in before it.

    Paced work has a pip a repetition, which fills with its beats; what ends by time, or has an
    aim in time, has a single long one. The last seconds before work close in, a step each.
    """
    step = view.step
    if not step.is_work:
        return _closing(view)
    if view.rep is not None and view.reps and view.beat_number and isinstance(step.work, Reps):
        # Never whole before its repetition is: whole ones are done, as the dots of the sets are.
        return Pips(view.reps, view.rep - 1 + (view.beat_number - 0.5) / len(step.work.tempo))
    aim = step.work.aim_seconds if isinstance(step.work, Open) else None
    length = view.length if step.timed else aim
    return Pips(1, min(1.0, view.elapsed / length)) if length else Pips()


def _closing(view: SessionView) -> Pips:
    if view.overtime or view.remaining is None or view.remaining > _LAST:
        return Pips()
    return Pips(min(_LAST, countdown(view.length)), countdown(view.remaining), closing=True)
