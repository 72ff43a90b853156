"""How many steps a routine expands to, reckoned without expanding it.

A few lines can ask for billions of steps; this answers in a time that depends on the lines.
"""

from dataclasses import dataclass

from stridetimer.core.routine import Circuit, Exercise, Item, Order, Rest, Routine, Sides
from stridetimer.core.unroll import between_after

MOST_STEPS = 100_000
"""A routine that expands to more steps than this is refused."""


@dataclass(frozen=True, slots=True)
class _Tally:
    """The steps of a run of items, so that runs can be joined without expanding them."""

    body: int = 0
    """From the first work to the last."""
    opening: int = 0
    """Rests before the first work."""
    closing: int = 0
    """Rests after the last work."""
    opens_rested: bool = False
    closes_rested: bool = False
    last: Exercise | None = None

    def then(self, other: "_Tally", gap: int) -> "_Tally":
        """This run and then ``other``, with ``gap`` steps between where no rest is written."""
        if self.last is None or other.last is None:
            return self._beside_rests(other)
        between = 0 if self.closes_rested or other.opens_rested else gap
        return _Tally(
            self.body + self.closing + between + other.opening + other.body,
            self.opening,
            other.closing,
            self.opens_rested,
            other.closes_rested,
            other.last,
        )

    def _beside_rests(self, other: "_Tally") -> "_Tally":
        if self.last is None:
            opening = self.opening + other.opening
            rested = self.opens_rested or other.opens_rested
            return _Tally(
                other.body, opening, other.closing, rested, other.closes_rested, other.last
            )
        closing = self.closing + other.opening
        rested = self.closes_rested or other.opens_rested
        return _Tally(self.body, self.opening, closing, self.opens_rested, rested, self.last)


def count_steps(routine: Routine) -> int:
    """How many steps ``routine`` expands to, reckoned without expanding it."""
    tally = _tally(routine.items, routine.between)
    if tally.last is None:
        return 0
    return (routine.prepare > 0) + tally.opening + tally.body


def _tally(items: tuple[Item, ...], between: float | None) -> _Tally:
    run = _Tally()
    for item in items:
        gap = int(run.last is not None and between_after(run.last, between) > 0)
        run = run.then(_tally_item(item), gap)
    return run


def _tally_item(item: Item) -> _Tally:
    match item:
        case Rest(seconds=seconds):
            return _Tally(opening=int(seconds > 0), opens_rested=True)
        case Exercise():
            return _Tally(body=_count_sets(item), last=item)
        case Circuit():
            return _tally_rounds(item)


def _tally_rounds(circuit: Circuit) -> _Tally:
    one = _tally(circuit.items, circuit.between or 0.0)
    more, rest = circuit.rounds - 1, int(circuit.rest > 0)
    if one.last is None:
        return _Tally(opening=one.opening + more * (one.opening + rest), opens_rested=True)
    gap = one.closing + rest + one.opening
    body = one.body + more * (gap + one.body)
    return _Tally(body, one.opening, one.closing, one.opens_rested, one.closes_rested, one.last)


def _count_sets(exercise: Exercise) -> int:
    sets, rest, switch = exercise.sets, int(exercise.rest > 0), int(exercise.switch > 0)
    if exercise.sides is not Sides.EACH:
        return sets + (sets - 1) * rest
    if exercise.order is Order.BY_SIDE:
        return 2 * sets + 2 * (sets - 1) * rest + switch
    return 2 * sets + sets * switch + (sets - 1) * rest
