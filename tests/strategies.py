"""Routines, plans and commands as hypothesis draws them."""

import os

from hypothesis import settings
from hypothesis import strategies as st

from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    First,
    Item,
    Open,
    Order,
    Reps,
    Rest,
    Routine,
    Sides,
    Timed,
)

COSTLY = settings() if os.environ.get("STRIDETIMER_CI") else settings(max_examples=10)
"""For properties that perform whole sessions: CI looks for counter-examples at length."""

LENGTHS = st.integers(1, 1600).map(lambda quarters: quarters / 4)
LENGTHS_OR_NONE = st.one_of(st.just(0.0), LENGTHS)


@st.composite
def works(draw: st.DrawFn) -> Reps | Timed | Open:
    match draw(st.sampled_from(["paced", "self-paced", "hold", "work", "open"])):
        case "paced":
            beats = draw(st.lists(st.integers(1, 12).map(lambda q: q / 4), min_size=1, max_size=3))
            count = draw(st.integers(1, 20))
            upper = count + draw(st.integers(0, 5))
            return Reps(count, upper, tuple(Beat("b", seconds) for seconds in beats), 3.0)
        case "self-paced":
            count = draw(st.integers(1, 20))
            return Reps(count, count, (), draw(st.integers(1, 5).map(float)))
        case "open":
            return Open(aim_seconds=draw(st.none() | LENGTHS))
        case kind:
            return Timed(draw(LENGTHS), hold=kind == "hold")


exercises = st.builds(
    Exercise,
    name=st.sampled_from(["Squat", "Plank", "Hop"]),
    work=works(),
    sides=st.sampled_from(Sides),
    sets=st.integers(1, 3),
    rest=LENGTHS_OR_NONE,
    between=st.none() | LENGTHS_OR_NONE,
    switch=LENGTHS_OR_NONE,
    order=st.sampled_from(Order),
    first=st.sampled_from(First),
    wait=st.booleans(),
)
rests = st.builds(Rest, LENGTHS_OR_NONE)


def circuits(items: st.SearchStrategy[Item]) -> st.SearchStrategy[Item]:
    return st.builds(
        Circuit,
        name=st.just("Circuit"),
        rounds=st.integers(1, 3),
        rest=LENGTHS_OR_NONE,
        between=st.none() | LENGTHS_OR_NONE,
        items=st.lists(items, min_size=1, max_size=3).map(tuple),
    )


items = st.recursive(st.one_of(exercises, rests), circuits, max_leaves=5)


def routines() -> st.SearchStrategy[Routine]:
    """Routines with at least one exercise, circuits within circuits among them."""
    return st.builds(
        Routine,
        name=st.just("A routine"),
        items=st.lists(items, min_size=1, max_size=4).map(tuple),
        prepare=LENGTHS_OR_NONE,
        between=st.none() | LENGTHS_OR_NONE,
    ).filter(lambda routine: next(routine.exercises(), None) is not None)


plans = routines().map(make_plan).filter(lambda plan: len(plan.steps) <= 60)


def arguments(command: str, now: float, plan: Plan) -> list[float]:
    """What a method of the session takes besides ``now``: with every instant another step."""
    match command:
        case "add":
            return [10.0]
        case "jump":
            return [int(now * 4) * 7 % len(plan.steps)]
    return []
