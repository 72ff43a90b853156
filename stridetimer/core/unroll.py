"""A routine unrolled: every turn at an exercise in order, and what leads to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from stridetimer.core.routine import Circuit, Exercise, Item, Order, Rest, Routine, Side, Sides
from stridetimer.core.step import Kind, Lap, work_seconds


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn at an exercise: all its sets, and the steps that lead to it."""

    lead: tuple[tuple[Kind, float], ...]
    exercise: Exercise
    lap: Lap | None


class Part(NamedTuple):
    """A step before it has a place in time."""

    kind: Kind
    seconds: float
    set_number: int
    side: Side | None


def parts_of(turn: Turn, leads: Side) -> Iterator[Part]:
    """The lead of a turn and its sets; parts of no length are still among them."""
    sets = list(_sets(turn.exercise, leads))
    first = sets[0]
    for kind, seconds in turn.lead:
        yield Part(kind, seconds, first.set_number, first.side)
    yield from sets


def _sets(exercise: Exercise, leads: Side) -> Iterator[Part]:
    """The sets of one exercise, with the rests and switches between them."""
    before: tuple[int, Side | None] | None = None
    length = work_seconds(exercise.work)
    for number, side in _bouts(exercise, leads):
        if before is not None:
            if side != before[1] and (number == before[0] or exercise.order is Order.BY_SIDE):
                yield Part(Kind.SWITCH, exercise.switch, number, side)
            else:
                yield Part(Kind.REST, exercise.rest, number, side)
        yield Part(Kind.WORK, length, number, side)
        before = number, side


def _bouts(exercise: Exercise, leads: Side) -> Iterator[tuple[int, Side | None]]:
    """Set number and side of each bout of work, in order."""
    numbers = range(1, exercise.sets + 1)
    if exercise.sides is not Sides.EACH:
        side = Side.ALTERNATING if exercise.sides is Sides.ALTERNATING else None
        return ((number, side) for number in numbers)
    sides = (leads, leads.other)
    if exercise.order is Order.BY_SIDE:
        return ((number, side) for side in sides for number in numbers)
    return ((number, side) for number in numbers for side in sides)


def between_after(ended: Exercise, rule: float | None) -> float:
    """The length of the ``between`` after ``ended`` in a list whose own is ``rule``."""
    if ended.between is not None:
        return ended.between
    return ended.rest if rule is None else rule


def turns_of(routine: Routine) -> Iterator[Turn]:
    """Every turn at an exercise, in order, circuits repeated."""
    return _Unroller(routine).turns()


class _Unroller:
    """Walks a routine's items, circuits repeated, and finds what leads to each exercise."""

    def __init__(self, routine: Routine) -> None:
        self._routine = routine
        self._lead: list[tuple[Kind, float]] = [(Kind.PREPARE, routine.prepare)]
        self._rested = True
        """Whether the lead stands as it is, and no ``between`` is to be added."""
        self._ended: Exercise | None = None
        self._rule: float | None = None
        """The ``between`` of the innermost list that holds both the last exercise and this."""

    def turns(self) -> Iterator[Turn]:
        return self._walk(self._routine.items, self._routine.between, None)

    def _walk(
        self, items: tuple[Item, ...], between: float | None, lap: Lap | None
    ) -> Iterator[Turn]:
        for position, item in enumerate(items):
            if position:
                self._rule = between
            match item:
                case Rest(seconds=seconds):
                    self._rest(seconds)
                case Exercise():
                    yield Turn(self._take_lead(), item, lap)
                    self._ended = item
                case Circuit():
                    yield from self._rounds(item)

    def _rounds(self, circuit: Circuit) -> Iterator[Turn]:
        for number in range(1, circuit.rounds + 1):
            if number > 1:
                self._rest(circuit.rest)
            lap = Lap(circuit.name, number, circuit.rounds)
            yield from self._walk(circuit.items, circuit.between or 0.0, lap)

    def _rest(self, seconds: float) -> None:
        self._lead.append((Kind.REST, seconds))
        self._rested = True

    def _take_lead(self) -> tuple[tuple[Kind, float], ...]:
        if not self._rested and self._ended is not None:
            self._lead.append((Kind.BETWEEN, between_after(self._ended, self._rule)))
        lead, self._lead, self._rested = tuple(self._lead), [], False
        return lead
