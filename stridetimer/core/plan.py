"""From a routine to the flat steps a session goes through, with exact times.

A routine expands to ``prepare``, then every set of every exercise with the rests between them and
nothing after the last. Steps that are not work (``prepare``, ``switch``, ``rest``, ``between``)
belong to the work that comes next: they carry its exercise, set and side.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stridetimer.core.routine import Exercise, First, Routine, Side
from stridetimer.core.step import Step, exact
from stridetimer.core.tally import MOST_STEPS, count_steps
from stridetimer.core.unroll import parts_of, turns_of


@dataclass(frozen=True)
class Plan:
    """A routine laid out in time."""

    routine: Routine
    steps: tuple[Step, ...] = field(repr=False)

    @cached_property
    def total_seconds(self) -> float:
        """From the start to the end of the last step."""
        last = self.steps[-1]
        return exact(last.starts_at + last.seconds)

    @cached_property
    def work_seconds(self) -> float:
        """The work in it, without prepare, switches and rests."""
        return exact(sum(step.seconds for step in self.steps if step.is_work))

    @property
    def rest_seconds(self) -> float:
        """Everything in it that is not work."""
        return exact(self.total_seconds - self.work_seconds)

    @cached_property
    def last_estimated(self) -> int:
        """The index of the last step whose length is reckoned; -1 where there is none."""
        return max((step.index for step in self.steps if step.estimated), default=-1)

    @property
    def estimated(self) -> bool:
        """Whether the totals are reckoned, because a step of it is."""
        return self.last_estimated >= 0


def make_plan(routine: Routine, led: Mapping[str, Side] | None = None) -> Plan:
    """Lay ``routine`` out in time.

    ``led`` says which side led last time, by what the exercise is known as; it counts for those
    with ``first: other``.

    Raises:
        ValueError: the routine holds no exercise, or expands beyond :data:`MOST_STEPS`.
    """
    count = count_steps(routine)
    if count > MOST_STEPS:
        raise ValueError(f"the routine expands to {count:,} steps; {MOST_STEPS:,} is the most")
    steps = tuple(_laid_out(routine, led or {}))
    if not steps:
        raise ValueError("the routine has no exercise in it")
    return Plan(routine, steps)


def _laid_out(routine: Routine, led: Mapping[str, Side]) -> Iterator[Step]:
    index = milliseconds = 0
    for number, turn in enumerate(turns_of(routine)):
        exercise = turn.exercise
        leads = _leading_side(exercise, led)
        for part in parts_of(turn, leads):
            if not part.seconds:
                continue
            yield Step(
                index,
                part.kind,
                milliseconds / 1000,
                part.seconds,
                exercise,
                number,
                part.set_number,
                part.side,
                leads,
                turn.lap,
            )
            index += 1
            milliseconds += round(part.seconds * 1000)


def _leading_side(exercise: Exercise, led: Mapping[str, Side]) -> Side:
    if exercise.first is First.OTHER:
        return led.get(exercise.known_as, Side.RIGHT).other
    return Side(exercise.first.value)
