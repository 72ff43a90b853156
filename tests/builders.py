"""Small builders for the values tests are about, and a clock that moves when told."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from stridetimer.core.events import CueDue, Event, Outcome, Refused, StepFinished, StepStarted
from stridetimer.core.lengths import clock
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Beat, Exercise, Item, Open, Reps, Routine, Sides, Timed
from stridetimer.core.standing import Standing
from stridetimer.core.step import Step
from stridetimer.history.records import Heading, record_of
from stridetimer.history.store import Store


@dataclass
class ManualClock:
    """A clock that stands still until it is moved forward."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now

    def jump(self, seconds: float) -> None:
        assert seconds >= 0, "time does not go back"
        self.now += seconds


def paced(count: int, *beats: tuple[str, float], upper: int | None = None) -> Reps:
    return Reps(count, upper or count, tuple(Beat(*beat) for beat in beats or (("", 2.0),)), 3.0)


def self_paced(count: int, pace: float = 3.0) -> Reps:
    return Reps(count, count, (), pace)


def hold(seconds: float) -> Timed:
    return Timed(seconds, hold=True)


def timed(seconds: float) -> Timed:
    return Timed(seconds, hold=False)


def open_work(**aims: float) -> Open:
    return Open(**aims)  # type: ignore[arg-type]  # a test says what it means


def routine(*items: Item, prepare: float = 10.0, between: float | None = None) -> Routine:
    return Routine("A routine", tuple(items), prepare=prepare, between=between)


def plan_of(*items: Item, prepare: float = 0.0, between: float | None = None) -> Plan:
    return make_plan(routine(*items, prepare=prepare, between=between))


def each(name: str, work: Reps | Timed | Open, **fields: Any) -> Exercise:
    return Exercise(name, work, sides=Sides.EACH, **fields)


def line(step: Step) -> str:
    """A step as one readable line: ``0:10 work   Squat 1/3 left 45``."""
    side = f" {step.side}" if step.side else ""
    lap = f" ({step.lap.circuit} {step.lap.number}/{step.lap.rounds})" if step.lap else ""
    what = f"{step.exercise.name} {step.set_number}/{step.exercise.sets}{side}{lap}"
    return f"{clock(step.starts_at)} {step.kind:<7} {what} {step.seconds:g}"


def lines(plan: Plan) -> list[str]:
    return [line(step) for step in plan.steps]


def cues(events: list[Event]) -> list[str]:
    """The cues among events as ``at kind details``."""
    return [_cue_line(event) for event in events if isinstance(event, CueDue)]


def _cue_line(event: CueDue) -> str:
    cue = event.cue
    detail = {
        "count": cue.n,
        "remaining": cue.seconds,
        "elapsed": cue.seconds,
        "beat": f"{cue.rep}.{cue.beat}",
    }.get(cue.kind)
    return f"{event.at:g} {cue.kind}" + ("" if detail is None else f" {detail}")


def finished(events: list[Event]) -> list[tuple[int, str, float, int | None]]:
    """Index, outcome, seconds and repetitions of the steps that finished."""
    return [
        (event.step.index, event.outcome.value, event.seconds, event.reps)
        for event in events
        if isinstance(event, StepFinished)
    ]


def started(events: list[Event]) -> list[int]:
    return [event.step.index for event in events if isinstance(event, StepStarted)]


def refusals(events: list[Event]) -> list[str]:
    return [event.message for event in events if isinstance(event, Refused)]


def record_session(
    store: Store,
    plan: Plan,
    began: datetime,
    *,
    outcome: str = "completed",
    speed: float = 1.0,
    shortfall: Callable[[Step], int] = lambda step: 0,
    steps: int | None = None,
) -> None:
    """Put a session into ``store`` that went as planned, but for ``shortfall`` reps or seconds.

    ``steps`` is how many of its steps ended, where not all of them did.
    """
    uid = os.urandom(16).hex()
    store.begin(Heading(uid, "a-routine", "/a.yaml", speed, began.isoformat(), plan))
    at = 0.0
    for step in plan.steps[:steps]:
        short = shortfall(step) if step.is_work else 0
        reps = None if step.reps is None else step.reps - short
        seconds = step.seconds - short if step.reps is None else step.seconds
        at += seconds
        ending = Outcome.CUT if short else Outcome.DONE
        ended = StepFinished(at, at, step, ending, seconds, reps)
        store.step(uid, record_of(ended, (began + timedelta(seconds=at)).isoformat()))
    last = plan.steps[(steps or len(plan.steps)) - 1]
    store.checkpoint(uid, Standing(last.index, 0.0, last.seconds, at))
    store.end(uid, outcome, (began + timedelta(seconds=at)).isoformat())
