"""A session, told as stories. Sums are of halves, so floats compare exactly."""

import pytest
from builders import (
    cues,
    each,
    finished,
    hold,
    open_work,
    paced,
    plan_of,
    refusals,
    self_paced,
    started,
    timed,
)

from stridetimer.core.events import (
    Adjusted,
    Event,
    Paused,
    Reason,
    Resumed,
    SessionFinished,
    StepFinished,
)
from stridetimer.core.law import TRANSITIONS, Command, State
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Circuit, Exercise, Order, Side, Sides
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


def test_what_was_due_before_a_command_is_reported_before_it() -> None:
    session, _ = begun(one_leg_squats())
    events = session.pause(T0 + 12)
    assert cues(events) == ["7 count 3", "8 count 2", "9 count 1", "10 go"]
    assert isinstance(events[-1], Paused)


def test_next_ends_the_step_and_nothing_more() -> None:
    session, _ = begun(one_leg_squats())
    events = session.next(T0 + 4)
    assert finished(events) == [(0, "cut", 4, None)]
    assert started(events) == [1]
    assert cues(events) == ["4 go"]


def test_a_cut_set_tells_how_many_repetitions_were_done() -> None:
    session, _ = begun(plan_of(Exercise("Hop", paced(15, ("up", 1), ("down", 2)))))
    assert finished(session.next(T0 + 10)) == [(0, "cut", 10, 3)]


def test_after_the_last_step_there_is_nothing_to_do() -> None:
    session, events = begun(plan_of(Exercise("A", timed(10))))
    events = session.next(T0 + 4)
    assert endings(events) == [("completed", 0, 0, 1)]
    assert refusals(session.next(T0 + 5)) == ["can't next: the session is over"]


def test_back_starts_the_step_again() -> None:
    session, _ = begun(one_leg_squats())
    events = session.back(T0 + 14)
    assert finished(events)[-1] == (1, "cut", 4, None)
    assert started(events)[-1] == 1
    assert session.view(T0 + 14).remaining == 30


def test_back_within_two_seconds_goes_to_the_step_before() -> None:
    session, _ = begun(one_leg_squats())
    assert started(session.back(T0 + 11.5))[-1] == 0
    assert started(session.back(T0 + 13.5)) == [0]


def test_a_step_done_again_counts_as_it_ended_last() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10)), between=0))
    session.back(T0 + 5)
    assert endings(session.advance(T0 + 20)) == [("completed", 1, 0, 0)]


def test_skipping_a_set_drops_both_sides_and_goes_on_with_the_rest_after_it() -> None:
    session, _ = begun(one_leg_squats())
    events = session.skip_set(T0 + 20)
    assert finished(events)[1:] == [
        (1, "skipped", 10, None),
        (2, "skipped", 0, None),
        (3, "skipped", 0, None),
    ]
    assert started(events)[-1] == 4


def test_skipping_a_set_in_the_rest_before_it_skips_the_set_that_is_coming() -> None:
    session, _ = begun(one_leg_squats())
    session.advance(T0 + 80)
    events = session.skip_set(T0 + 80)
    assert [index for index, *_ in finished(events)] == [4, 5, 6, 7]
    assert endings(events) == [("completed", 4, 4, 0)]


def test_skipping_a_set_in_a_switch_skips_the_side_that_is_coming() -> None:
    session, _ = begun(one_leg_squats())
    session.advance(T0 + 42)
    events = session.skip_set(T0 + 42)
    assert [(i, o) for i, o, *_ in finished(events)] == [(2, "skipped"), (3, "skipped")]
    assert started(events) == [4]


def test_skipping_a_set_side_by_side_skips_its_other_side_when_that_comes() -> None:
    exercise = each("Hop", timed(10), sets=2, rest=20, order=Order.BY_SIDE)
    session, _ = begun(plan_of(exercise))
    events = session.skip_set(T0 + 5)
    skipped = [(e.step.set_number, e.step.side) for e in events if isinstance(e, StepFinished)]
    assert skipped == [(1, "left"), (1, "right"), (1, "right")]
    events = session.advance(T0 + 500)
    worked = [(e.step.set_number, e.step.side) for e in events if isinstance(e, StepFinished)]
    assert worked == [(2, "left"), (2, "left"), (2, "right"), (2, "right")]


def test_skipping_an_exercise_goes_on_with_the_rest_before_the_next() -> None:
    plan = plan_of(each("A", timed(10), sets=3), Exercise("B", timed(10)))
    session, _ = begun(plan)
    events = session.skip_exercise(T0 + 5)
    view = session.view(T0 + 5)
    assert (view.step.kind, view.step.exercise.name) == ("between", "B")
    assert {outcome for _, outcome, *_ in finished(events)} == {"skipped"}


def test_skipping_an_exercise_in_a_circuit_skips_only_this_round_of_it() -> None:
    circuit = Circuit("C", 2, 30, None, (Exercise("A", timed(10)), Exercise("B", timed(10))))
    session, _ = begun(plan_of(circuit))
    session.skip_exercise(T0 + 5)
    assert session.view(T0 + 5).step.exercise.name == "B"
    session.advance(T0 + 15)
    assert session.view(T0 + 15).step.exercise.name == "A"


def test_going_back_into_a_skipped_step_takes_it_up_again() -> None:
    session, _ = begun(one_leg_squats())
    session.skip_set(T0 + 20)
    assert started(session.back(T0 + 21)) == [3]
    session.advance(T0 + 400)
    outcomes = {r.step.index: r.outcome.value for r in session.results}
    assert (outcomes[2], outcomes[3]) == ("skipped", "done")


# -- going to any step --------------------------------------------------------------------------


def test_a_jump_ahead_cuts_the_step_and_skips_those_it_leaps_over() -> None:
    session, _ = begun(one_leg_squats())
    events = session.jump(T0 + 20, 5)
    assert finished(events)[1:] == [
        (1, "cut", 10, None),
        (2, "skipped", 0, None),
        (3, "skipped", 0, None),
        (4, "skipped", 0, None),
    ]
    assert started(events)[-1] == 5
    assert (session.view(T0 + 20).elapsed, session.view(T0 + 20).session_elapsed) == (0, 20)


def test_a_jump_back_begins_there_and_goes_through_all_that_follows_again() -> None:
    session, _ = begun(one_leg_squats())
    session.jump(T0 + 20, 7)
    events = session.jump(T0 + 21, 2)
    assert finished(events) == [(7, "cut", 1, None)]
    assert started(events) == [2]
    session.advance(T0 + 1000)
    outcomes = [result.outcome.value for result in session.results]
    assert outcomes == ["done", "cut", *["done"] * 6]


def test_a_jump_to_where_one_is_begins_the_step_anew() -> None:
    session, _ = begun(one_leg_squats())
    events = session.jump(T0 + 20, 1)
    assert (finished(events)[1:], started(events)[-1]) == ([(1, "cut", 10, None)], 1)


def test_a_jump_while_paused_leaves_the_session_paused() -> None:
    session, _ = begun(one_leg_squats())
    session.pause(T0 + 20)
    assert started(session.jump(T0 + 90, 6)) == [6]
    assert session.state is State.PAUSED
    assert session.view(T0 + 95).elapsed == 0


def test_a_jump_out_of_a_rest_that_only_waits_leaves_it_as_done() -> None:
    exercise = Exercise("Squat", timed(10), sets=3, rest=20, wait=True)
    session, _ = begun(plan_of(exercise))
    events = session.jump(T0 + 45, 4)
    outcomes = [(index, outcome) for index, outcome, *_ in finished(events)]
    assert outcomes[1:] == [(1, "done"), (2, "skipped"), (3, "skipped")]


def test_what_a_skipped_set_left_out_beyond_a_jump_back_stays_left_out() -> None:
    exercise = each("Hop", timed(10), sets=2, rest=20, order=Order.BY_SIDE)
    session, _ = begun(plan_of(exercise))
    session.skip_set(T0 + 5)
    session.jump(T0 + 6, 0)
    events = session.advance(T0 + 500)
    assert 4 not in started(events)


@pytest.mark.parametrize("index", [-1, 8, 1000])
def test_a_jump_to_a_step_that_is_not_there_is_refused(index: int) -> None:
    session, _ = begun(one_leg_squats())
    assert refusals(session.jump(T0 + 20, index)) == [f"there is no step {index}; the last is 7"]
    assert session.view(T0 + 20).step.index == 1


def test_self_paced_work_waits_for_done_and_takes_the_repetitions_said() -> None:
    session, events = begun(plan_of(Exercise("A", self_paced(15), sets=2)))
    assert session.next_due() is None
    assert session.advance(T0 + 500) == []
    view = session.view(T0 + 500)
    assert (view.remaining, view.elapsed, view.counts_up) == (None, 500, True)
    events = session.done(T0 + 500, 12)
    assert finished(events) == [(0, "done", 500, 12)]
    session.advance(T0 + 560)
    assert finished(session.done(T0 + 600)) == [(2, "done", 40, 15)]


def test_open_work_has_no_planned_number() -> None:
    session, _ = begun(plan_of(Exercise("Balance", open_work(aim_seconds=90.0))))
    assert cues(session.advance(T0 + 130)) == ["60 elapsed 60.0", "90 aim", "120 elapsed 120.0"]
    assert finished(session.done(T0 + 130)) == [(0, "done", 130, None)]


def test_a_hold_ended_as_done_is_done() -> None:
    session, _ = begun(plan_of(Exercise("A", hold(60))))
    assert finished(session.done(T0 + 40)) == [(0, "done", 40, None)]


def test_paced_work_ended_as_done_has_the_planned_repetitions() -> None:
    session, _ = begun(plan_of(Exercise("A", paced(15))))
    assert finished(session.done(T0 + 4)) == [(0, "done", 4, 15)]


def test_done_in_a_rest_is_refused_in_a_sentence_and_changes_nothing() -> None:
    session, _ = begun(one_leg_squats())
    events = session.done(T0 + 80)
    assert refusals(events) == ["done ends work, and this is a rest: next begins the work"]
    assert session.view(T0 + 80).remaining == 55


@pytest.mark.parametrize("reps", [-1, 10_001])
def test_repetitions_nobody_can_have_done_are_refused(reps: int) -> None:
    session, _ = begun(plan_of(Exercise("A", self_paced(15))))
    assert refusals(session.done(T0 + 4, reps)) == ["a set has 0 to 10,000 repetitions"]


def test_a_rest_that_waits_is_cued_to_its_end_and_then_counts_on() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10), sets=2, rest=20, wait=True)))
    events = session.advance(T0 + 100)
    assert cues(events)[-3:] == ["27 count 3", "28 count 2", "29 count 1"]
    view = session.view(T0 + 100)
    assert (view.remaining, view.overtime, view.counts_up) == (0, 70, True)
    events = session.done(T0 + 100)
    assert finished(events) == [(1, "done", 90, None)]
    assert cues(events) == ["100 go"]


def test_done_before_a_waiting_rest_is_over_begins_the_work_too() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10), sets=2, rest=20, wait=True)))
    session.advance(T0 + 15)
    assert finished(session.done(T0 + 15)) == [(1, "cut", 5, None)]


def test_left_alone_nothing_waits_any_more() -> None:
    plan = plan_of(
        Exercise("A", self_paced(10), sets=2, rest=20, wait=True), Exercise("B", open_work())
    )
    session, events = begun(plan)
    session.leave_alone(T0 + 1)
    events = session.advance(T0 + 1000)
    assert [(i, s) for i, _, s, _ in finished(events)] == [
        (0, 30),
        (1, 20),
        (2, 30),
        (3, 20),
        (4, 60),
    ]


def test_left_alone_beyond_what_was_reckoned_a_step_ends_at_once() -> None:
    session, _ = begun(plan_of(Exercise("A", self_paced(10)), Exercise("B", timed(5))))
    session.advance(T0 + 50)
    assert finished(session.leave_alone(T0 + 50)) == [(0, "done", 50, 10)]


def test_add_lengthens_the_step_and_its_count_comes_later() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(15))))
    events = session.add(T0 + 5, 10)
    assert events == [Adjusted(5, T0 + 5, 10)]
    assert cues(session.advance(T0 + 24.5)) == [
        "12.5 halfway",
        "22 count 3",
        "23 count 2",
        "24 count 1",
    ]


def test_add_never_makes_a_step_shorter_than_it_has_been() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(15)), Exercise("B", timed(15))))
    events = session.add(T0 + 8, -10)
    assert Adjusted(8, T0 + 8, -7) in events
    assert finished(events) == [(0, "done", 8, None)]


def test_halfway_is_said_once_even_if_the_step_grows() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(30))))
    session.advance(T0 + 16)
    session.add(T0 + 16, 10)
    session.add(T0 + 17, 10)
    assert cues(session.advance(T0 + 46)) == []


def test_add_in_overtime_gives_that_much_from_now() -> None:
    session, _ = begun(plan_of(Exercise("A", timed(10), sets=2, rest=20, wait=True)))
    session.advance(T0 + 45)
    assert session.add(T0 + 45, 10) == [Adjusted(45, T0 + 45, 10)]
    assert session.view(T0 + 45).remaining == 10
    assert refusals(session.add(T0 + 60, -10)) == ["the rest is over already: next begins the work"]


@pytest.mark.parametrize(
    ("work", "seconds", "sentence"),
    [
        (self_paced(10), 10, "only timed steps can change; this one ends when you say done"),
        (paced(10), 10, "only timed steps can change; this one ends with its last repetition"),
        (timed(10), 0, "add takes seconds, more or less than 0 and at most a day"),
        (timed(10), float("nan"), "add takes seconds, more or less than 0 and at most a day"),
        (timed(10), 86_399, "a step lasts at most a day"),
    ],
)
def test_what_cannot_be_added_is_refused(work: object, seconds: float, sentence: str) -> None:
    session, _ = begun(plan_of(Exercise("A", work)))  # type: ignore[arg-type]  # drawn above
    assert refusals(session.add(T0 + 1, seconds)) == [sentence]


def test_a_paced_range_can_go_on_to_its_upper_number_one_by_one() -> None:
    session, _ = begun(plan_of(Exercise("A", paced(3, ("", 2.0), upper=4))))
    assert session.view(T0 + 1).reps == 3
    assert session.add(T0 + 1, 10) == [Adjusted(1, T0 + 1, 2)]
    assert refusals(session.add(T0 + 1, 10)) == ["this set has 3 to 4 repetitions"]
    assert finished(session.advance(T0 + 8)) == [(0, "done", 8, 4)]


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
