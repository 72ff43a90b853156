"""A session taken up again where another stood, and the countdown before time goes on."""

import pytest
from builders import cues, each, finished, hold, plan_of, refusals, self_paced, timed
from hypothesis import given
from hypothesis import strategies as st
from strategies import COSTLY, arguments, plans

from stridetimer.core.events import (
    CueDue,
    Event,
    LeadInStarted,
    Paused,
    Refused,
    Resumed,
    SessionStarted,
    StepStarted,
)
from stridetimer.core.law import State
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise
from stridetimer.core.session import Session
from stridetimer.core.standing import Standing

QUARTERS = st.integers(0, 4000).map(lambda quarters: quarters / 4)
COMMANDS = st.sampled_from(
    ["next", "back", "skip_set", "skip_exercise", "jump", "done", "add", "advance"]
)
ORDERS = st.lists(st.tuples(st.integers(0, 240).map(lambda quarters: quarters / 4), COMMANDS))


def told(session: Session, now: float, orders: list[tuple[float, str]]) -> list[Event]:
    """What a session says to ``orders``, each so many seconds after the one before."""
    events: list[Event] = []
    for seconds, name in orders:
        now += seconds
        events += getattr(session, name)(now, *arguments(name, now, session.plan))
    return [*events, *session.leave_alone(now), *session.advance(now + 100_000)]


def gist(event: Event) -> tuple[object, ...]:
    """An event without its instants, which differ by float noise alone."""
    return (type(event), *(getattr(event, name, None) for name in ("step", "outcome", "reps")))


@COSTLY
@given(plans, ORDERS, ORDERS)
def test_a_session_taken_up_goes_on_as_it_would_have_gone_on(
    plan: Plan, before: list[tuple[float, str]], after: list[tuple[float, str]]
) -> None:
    first, now = Session(plan), 0.0
    first.start(now)
    for seconds, name in before:
        now += seconds
        getattr(first, name)(now, *arguments(name, now, plan))
    if first.state.over:
        return
    second = Session.take_up(plan, first.standing, first.results)
    second.start(now)
    second.resume(now)
    again, straight = told(second, now, after), told(first, now, after)
    assert list(map(gist, again)) == list(map(gist, straight))
    for one, other in zip(again, straight, strict=True):
        if not isinstance(one, Refused):
            assert (one.at, one.due) == pytest.approx((other.at, other.due))
    assert list(map(gist, second.results)) == list(map(gist, first.results))


def holds() -> Plan:
    return plan_of(each("Plank", hold(60), sets=2, rest=30), Exercise("Squat", self_paced(10)))


def test_taken_up_it_says_so_and_stands_still_where_it_stood() -> None:
    session = Session.take_up(holds(), Standing(2, 12.5, 60.0, 77.5))
    started, step, paused = session.start(1000.0)
    assert isinstance(started, SessionStarted)
    assert started.resumed
    assert isinstance(step, StepStarted)
    assert (step.step.index, step.elapsed, step.at) == (2, 12.5, 77.5)
    assert isinstance(paused, Paused)
    assert session.advance(2000.0) == []
    session.resume(2000.0)
    assert session.view(2000.0).remaining == 47.5
    ended = finished(session.advance(2047.5))
    assert ended == [(2, "done", 60.0, None)]


def test_what_was_added_to_the_step_is_still_there() -> None:
    session = Session.take_up(holds(), Standing(0, 5.0, 90.0, 5.0))
    session.start(0.0)
    session.resume(0.0)
    assert finished(session.advance(85.0)) == [(0, "done", 90.0, None)]


def test_a_step_that_is_not_there_cannot_be_taken_up() -> None:
    with pytest.raises(ValueError, match="no step 99"):
        Session.take_up(holds(), Standing(99, 0.0, 1.0, 0.0))


def test_a_lead_in_counts_down_and_is_no_part_of_session_time() -> None:
    session = Session(holds())
    session.start(0.0)
    session.pause(20.0)
    (began,) = session.lead_in(100.0, 5.0)
    assert isinstance(began, LeadInStarted)
    assert session.view(101.0).lead_in == 4.0
    counted = session.advance(105.0)
    assert cues(counted) == ["20 count 3", "20 count 2", "20 count 1"]
    assert [e.due for e in counted if isinstance(e, CueDue)] == [102.0, 103.0, 104.0]
    assert isinstance(counted[-1], Resumed)
    assert session.state is State.RUNNING
    assert session.view(106.0).session_elapsed == 21.0


def test_asked_again_time_goes_on_at_once() -> None:
    session = Session(one_minute())
    session.start(0.0)
    session.pause(10.0)
    session.lead_in(50.0, 5.0)
    (resumed,) = session.resume(51.0)
    assert isinstance(resumed, Resumed)
    assert session.view(52.0).session_elapsed == 11.0
    assert session.view(52.0).lead_in is None


def one_minute() -> Plan:
    return plan_of(Exercise("Step up", timed(60)))


def test_paused_in_the_lead_in_time_stands_still_again() -> None:
    session = Session(one_minute())
    session.start(0.0)
    session.pause(10.0)
    session.lead_in(50.0, 5.0)
    (paused,) = session.pause(51.0)
    assert isinstance(paused, Paused)
    assert session.advance(500.0) == []
    assert refusals(session.pause(501.0)) == ["can't pause: the session is paused"]


def test_the_step_may_be_changed_in_the_lead_in() -> None:
    session = Session(holds())
    session.start(0.0)
    session.pause(10.0)
    session.lead_in(20.0, 5.0)
    session.next(21.0)
    assert session.state is State.LEADING_IN
    events = session.advance(25.0)
    assert cues(events) == ["10 count 3", "10 count 2", "10 count 1", "10 switch"]


def test_what_follows_a_lead_in_is_foretold() -> None:
    session = Session(holds())
    session.start(0.0)
    session.pause(10.0)
    session.lead_in(20.0, 5.0)
    assert session.foresee(60.0) == session.advance(60.0)
