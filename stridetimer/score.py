"""What was planned and what was done: by exercise and side, and in sets."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from stridetimer.core.events import Outcome, StepFinished
from stridetimer.core.lengths import clock, in_words
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Reps, Side
from stridetimer.core.step import Step
from stridetimer.phrases import TIMES, count, side_words

Results = Iterable[StepFinished]


@dataclass(frozen=True, slots=True)
class Part:
    """How one side of an exercise went."""

    side: Side | None
    went: str
    """Each set, alike ones together: ``2 x 15, cut at 8``, with a real sign."""
    whole: bool
    """Whether every set was done."""


@dataclass(frozen=True, slots=True)
class Row:
    """How an exercise went."""

    exercise: Exercise
    turns: int
    """How often it came: more than once in the rounds of a circuit."""
    parts: tuple[Part, ...]


def score(plan: Plan, results: Results) -> list[Row]:
    """How each exercise of ``plan`` went, in the order in which they begin."""
    ended = {finished.step.index: finished for finished in results}
    by_exercise: dict[str, list[Step]] = {}
    for step in plan.steps:
        if step.is_work:
            by_exercise.setdefault(step.exercise.known_as, []).append(step)
    return [_row(steps, ended) for steps in by_exercise.values()]


def count_sets(plan: Plan, results: Results) -> Counter[Outcome]:
    """How many sets ended how; both sides of a set make one, and it is done if both are.

    A set that was not even begun is in no count.
    """
    ended = {finished.step.index: finished.outcome for finished in results}
    sets: dict[tuple[int, int], list[Outcome | None]] = {}
    for step in plan.steps:
        if step.is_work:
            sets.setdefault((step.turn, step.set_number), []).append(ended.get(step.index))
    return Counter(_together(outcomes) for outcomes in sets.values() if any(outcomes))


def totals(plan: Plan, results: Results, seconds: float) -> str:
    """A session in one line: ``34 min 40 s · 11 of 12 sets done · 1 in part``.

    ``seconds`` is how long it ran.
    """
    sets = count_sets(plan, results)
    planned = len({(step.turn, step.set_number) for step in plan.steps if step.is_work})
    done = f"{sets[Outcome.DONE]} of {count(planned, 'set')} done"
    named = ((Outcome.SKIPPED, "skipped"), (Outcome.CUT, "in part"))
    rest = (f"{sets[outcome]} {name}" for outcome, name in named if sets[outcome])
    return " · ".join((in_words(round(seconds)), done, *rest))


def told(plan: Plan, results: Results, seconds: float) -> Iterator[str]:
    """What was done, in lines: the totals, then exercise by exercise and side by side.

    ``seconds`` is how long it ran.
    """
    results = tuple(results)
    yield f"{totals(plan, results, seconds)}."
    for row in score(plan, results):
        sides = (f"{side_words(p.side)} {p.went}" if p.side else p.went for p in row.parts)
        yield f"{row.exercise.name}: {'; '.join(sides)}."


def _together(outcomes: list[Outcome | None]) -> Outcome:
    first = outcomes[0]
    return first if first and len(set(outcomes)) == 1 else Outcome.CUT


def _row(steps: list[Step], ended: dict[int, StepFinished]) -> Row:
    by_side: dict[Side | None, list[StepFinished | None]] = {}
    for step in steps:
        by_side.setdefault(step.side, []).append(ended.get(step.index))
    parts = tuple(_part(side, went) for side, went in by_side.items())
    return Row(steps[0].exercise, len({step.turn for step in steps}), parts)


def _part(side: Side | None, ended: list[StepFinished | None]) -> Part:
    whole = all(finished and finished.outcome is Outcome.DONE for finished in ended)
    return Part(side, ", ".join(_alike(_went(finished) for finished in ended)), whole)


def _went(finished: StepFinished | None) -> str:
    if finished is None:
        return "not reached"
    match finished.outcome:
        case Outcome.DONE:
            return _amount(finished)
        case Outcome.CUT:
            return f"cut at {_amount(finished)}"
        case Outcome.SKIPPED:
            return "skipped"


def _amount(finished: StepFinished) -> str:
    if finished.reps is not None and isinstance(finished.step.work, Reps):
        return str(finished.reps)
    return clock(finished.seconds + 1e-6)


def _alike(words: Iterable[str]) -> Iterator[str]:
    for word, same in groupby(words):
        number = sum(1 for _ in same)
        yield word if number == 1 else f"{number} {TIMES} {word}"
