"""A session from its start to its end, told as stories."""

import pytest
from builders import (
    cues,
    finished,
    paced,
    plan_of,
    refusals,
    self_paced,
    started,
    timed,
)
from session_support import T0, begun, endings, one_leg_squats

from stridetimer.core.events import Adjusted, CueDue, Paused, Reason, Resumed
from stridetimer.core.law import TRANSITIONS, Command, State
from stridetimer.core.routine import Exercise, Side, Sides
from stridetimer.core.session import Session


def test_left_alone_it_goes_from_start_to_finish_and_everything_is_done() -> None:
    session, events = begun(one_leg_squats())
    events += session.advance(T0 + 500)
    assert started(events) == [0, 1, 2, 3, 4, 5, 6, 7]
    assert [outcome for _, outcome, _, _ in finished(events)] == ["done"] * 8
    assert endings(events) == [("completed", 8, 0, 0)]
    assert events[-1].at == 200
    assert events[-1].due == T0 + 200
    assert cues(events)[-1] == "200 finish"
    assert session.state is State.COMPLETED


def test_steps_start_at_the_planned_end_of_the_one_before_however_late_it_is_noticed() -> None:
    session, _ = begun(one_leg_squats())
    late = session.advance(T0 + 10.75)
    assert [(event.at, event.due) for event in late[-3:]] == [(10, T0 + 10)] * 3
    assert session.next_due() == T0 + 25


def test_cues_come_with_the_instant_they_were_due() -> None:
    session, events = begun(one_leg_squats())
    events += session.advance(T0 + 45)
    assert cues(events) == [
        "7 count 3",
        "8 count 2",
        "9 count 1",
        "10 go",
        "25 halfway",
        "37 count 3",
        "38 count 2",
        "39 count 1",
        "40 switch",
        "42 count 3",
        "43 count 2",
        "44 count 1",
        "45 go",
    ]


def test_time_stands_still_while_paused() -> None:
    session, _ = begun(one_leg_squats())
    assert session.pause(T0 + 4) == [Paused(4, T0 + 4, Reason.USER)]
    assert session.advance(T0 + 100) == []
    assert session.next_due() is None
    assert session.view(T0 + 100).remaining == 6
    assert session.resume(T0 + 100) == [Resumed(4, T0 + 100, Reason.USER)]
    assert cues(session.advance(T0 + 103)) == ["7 count 3"]


def test_whenever_it_goes_on_what_begins_is_heard_at_once_and_once() -> None:
    for tenths in range(1, 100):  # among them sums that floats do not have exactly
        session, _ = begun(one_leg_squats())
        session.pause(T0 + tenths / 10)
        session.next(T0 + tenths / 10)
        now = T0 + 50.7 + tenths * 0.37
        events = [*session.resume(now), *session.add(now, 60)]
        assert [type(event) for event in events] == [Resumed, CueDue, Adjusted]


def test_what_was_due_before_a_command_is_reported_before_it() -> None:
    session, _ = begun(one_leg_squats())
    events = session.pause(T0 + 12)
    assert cues(events) == ["7 count 3", "8 count 2", "9 count 1", "10 go"]
    assert isinstance(events[-1], Paused)


def test_commands_work_while_paused_and_leave_it_paused() -> None:
    session, _ = begun(one_leg_squats())
    session.pause(T0 + 4)
    events = session.next(T0 + 50)
    assert started(events) == [1]
    assert cues(events) == []
    assert session.state is State.PAUSED
    assert cues(session.resume(T0 + 60)) == ["4 go"]


def test_skipping_the_last_step_while_paused_completes_the_session() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10))))
    session.pause(T0 + 4)
    assert endings(session.next(T0 + 50)) == [("completed", 0, 0, 1)]
    assert session.state is State.COMPLETED


def test_stop_ends_it_here() -> None:
    session, _ = begun(one_leg_squats())
    events = session.stop(T0 + 15)
    assert endings(events) == [("stopped", 1, 0, 1)]
    assert session.state is State.STOPPED
    assert session.advance(T0 + 900) == []


def test_a_pause_after_a_gap_stands_where_the_session_was_and_says_why() -> None:
    session, _ = begun(one_leg_squats())
    session.advance(T0 + 12)
    assert session.pause(T0 + 13, Reason.SUSPEND)[-1] == Paused(13, T0 + 13, Reason.SUSPEND)
    view = session.view(T0 + 4000)
    assert (view.pause_reason, view.remaining) == (Reason.SUSPEND, 27)
    assert session.resume(T0 + 4000)[-1] == Resumed(13, T0 + 4000, Reason.SUSPEND)


def test_a_clock_that_goes_back_counts_as_standing_still() -> None:
    session, _ = begun(one_leg_squats())
    session.advance(T0 + 15)
    assert session.pause(T0 + 3) == [Paused(15, T0 + 15, Reason.USER)]


def test_it_can_begin_at_any_step() -> None:
    session, events = begun(one_leg_squats(), first=3)
    assert started(events) == [3]
    assert session.view(T0).session_remaining == 155
    with pytest.raises(ValueError, match="no step 8; its last is 7"):
        Session(one_leg_squats(), 8)


def test_the_future_is_told_up_to_where_the_person_must_act_and_does_not_come_of_it() -> None:
    plan = plan_of(Exercise("A", timed(10)), Exercise("B", self_paced(5)), Exercise("C", timed(5)))
    session, _ = begun(plan)
    future = session.foresee(T0 + 900)
    assert cues(future)[-1] == "70 go"
    assert session.advance(T0 + 5) == []
    assert session.view(T0 + 5).remaining == 5
    assert cues(session.advance(T0 + 900)) == cues(future)


def test_a_view_shows_repetition_beat_and_alternating_side() -> None:
    work = paced(4, ("tap", 1), ("up", 2))
    session, _ = begun(plan_of(Exercise("Toe taps", work, sides=Sides.ALTERNATING)))
    seen = []
    for elapsed in (0.0, 1.0, 3.0, 11.5):
        session.advance(T0 + elapsed)
        view = session.view(T0 + elapsed)
        assert view.beat is not None
        seen.append((view.rep, view.reps, view.beat.name, view.side))
    assert seen == [
        (1, 4, "tap", Side.LEFT),
        (1, 4, "up", Side.LEFT),
        (2, 4, "tap", Side.RIGHT),
        (4, 4, "up", Side.RIGHT),
    ]


def test_a_view_knows_what_follows_and_what_is_left() -> None:
    session, _ = begun(one_leg_squats())
    session.skip_set(T0 + 2)
    view = session.view(T0 + 2)
    assert (view.step.index, view.following and view.following.index) == (4, 5)
    assert (view.session_elapsed, view.session_remaining) == (2, 125)
    assert not view.estimated


ASKED_FOR = [c for c in Command if c not in (Command.END, Command.TAKE_UP)]
"""Every command with a method of its own name."""


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("command", ASKED_FOR)
def test_a_command_the_table_does_not_name_is_refused_and_changes_nothing(
    state: State, command: Command
) -> None:
    session = in_state(state)
    before = session.view(T0 + 3)
    args = {Command.ADD: [10.0], Command.LEAD_IN: [5.0], Command.JUMP: [2]}.get(command, [])
    events = getattr(session, command.name.lower())(T0 + 3, *args)
    refused = bool(refusals(events))
    assert refused == (command not in TRANSITIONS[state])
    if refused:
        assert session.view(T0 + 3) == before
        assert session.state is state


def in_state(state: State) -> Session:
    session = Session(one_leg_squats(), first=1)
    ways = {
        State.READY: [],
        State.RUNNING: [session.start],
        State.PAUSED: [session.start, session.pause],
        State.LEADING_IN: [session.start, session.pause, lambda now: session.lead_in(now, 4.0)],
        State.COMPLETED: [session.start, session.next, session.skip_set, session.skip_set],
        State.STOPPED: [session.start, session.stop],
    }
    for act in ways[state]:
        act(T0)
    assert session.state is state
    return session
