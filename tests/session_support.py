"""Sessions to be told of. Sums are of halves, so floats compare exactly."""

from builders import each, hold, plan_of

from stridetimer.core.events import Event, SessionFinished
from stridetimer.core.plan import Plan
from stridetimer.core.session import Session

T0 = 1000.0
"""Sessions begin at an odd instant, so that nothing relies on 0."""


def begun(plan: Plan, first: int = 0) -> tuple[Session, list[Event]]:
    session = Session(plan, first)
    return session, session.start(T0)


def one_leg_squats() -> Plan:
    """prepare 10, L 30, switch 5, R 30, rest 60, L 30, switch 5, R 30."""
    return plan_of(each("Squat", hold(30), sets=2, rest=60), prepare=10)


def endings(events: list[Event]) -> list[tuple[str, int, int, int]]:
    return [
        (e.outcome.value, e.done, e.skipped, e.cut)
        for e in events
        if isinstance(e, SessionFinished)
    ]
