"""A session meets a clock and a player."""

from collections.abc import Iterable
from itertools import pairwise

from builders import ManualClock, cues, each, hold, paced, plan_of, self_paced, started, timed
from fakes import RecordingPlayer
from hypothesis import given
from hypothesis import strategies as st
from strategies import COSTLY, plans

from stridetimer.conductor import AHEAD, Conductor
from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import (
    CueDue,
    Event,
    LeadInStarted,
    Paused,
    Reason,
    Resumed,
    StepStarted,
)
from stridetimer.core.law import Command, State
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise
from stridetimer.core.session import Session
from stridetimer.core.standing import Standing
from stridetimer.gaps import GapWatch


class Rig:
    """A conductor with everything around it."""

    def __init__(self, plan: Plan, *, speed: float = 1.0, watched: bool = False) -> None:
        self.clock = ManualClock(500.0)
        self.sleep = ManualClock(0.0)
        self.player = RecordingPlayer(self.clock)
        self.watch = GapWatch(self.clock, self.sleep) if watched else None
        self.conductor = Conductor(Session(plan), self.player, self.clock, speed, self.watch)
        self.events = self.conductor.start()

    def run_to(self, instant: float) -> list[Event]:
        """Wake only when there is something to wake for."""
        events: list[Event] = []
        while (at := self.conductor.wake_at()) is not None and at <= instant:
            self.clock.now = max(self.clock.now, at)
            events += self.conductor.tick()
        self.clock.now = max(self.clock.now, instant)
        self.events += events
        return events

    def do(self, command: Command, value: float | None = None) -> list[Event]:
        events = self.conductor.do(command, value)
        self.events += events
        return events


class Checkpoints:
    """Who records a session, as far as the instants go at which it is asked to."""

    trouble = notice = ""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.at: list[float] = []

    def take(self, events: Iterable[Event], standing: Standing) -> None:
        self.at.append(self._clock())

    def leave(self) -> None:
        pass

    def close(self) -> None:
        pass


def squats() -> Plan:
    return plan_of(each("Squat", hold(30), sets=2, rest=60), prepare=10)


def test_cues_are_with_the_player_long_before_they_are_due() -> None:
    rig = Rig(squats())
    assert [at for at, cue in rig.player.agenda if cue.kind is CueKind.GO] == [510, 545, 635, 670]


def test_cues_are_sent_up_to_where_the_person_must_act() -> None:
    rig = Rig(
        plan_of(Exercise("A", timed(10)), Exercise("B", self_paced(5)), Exercise("C", hold(9)))
    )
    assert rig.player.agenda[-1] == (570, Cue(CueKind.GO, 0.0))
    rig.run_to(600)
    rig.do(Command.DONE)
    assert rig.player.agenda[-1][1].kind is CueKind.FINISH


def test_a_pause_takes_back_what_was_to_sound_and_going_on_brings_it_back_later() -> None:
    rig = Rig(squats())
    rig.run_to(504)
    rig.do(Command.PAUSE)
    assert rig.player.agenda == []
    rig.clock.jump(100)
    rig.do(Command.RESUME)
    assert rig.player.agenda[0] == (607, Cue(CueKind.COUNT, 7.0, n=3))


def openings(rig: Rig) -> list[tuple[float, int]]:
    """When the words after the begin of which step are reckoned from, latest act last."""
    return [(at, e.step.index) for at, e in rig.player.announced if isinstance(e, StepStarted)]


def test_a_key_soon_after_the_begin_of_a_step_leaves_it_its_words() -> None:
    rig = Rig(squats())
    rig.run_to(501)
    rig.player.announced.clear()
    rig.do(Command.ADD, 10)
    assert openings(rig)[0] == (500, 0)


def test_words_that_a_pause_cut_off_come_as_long_after_the_begin_as_they_would_have() -> None:
    rig = Rig(squats())
    rig.run_to(501)
    rig.player.announced.clear()
    rig.do(Command.PAUSE)
    assert openings(rig) == []
    rig.clock.jump(30)
    rig.do(Command.RESUME)
    assert openings(rig)[0] == (530, 0)


def test_a_step_that_a_key_begins_has_its_words_once() -> None:
    rig = Rig(squats())
    rig.run_to(501)
    rig.player.announced.clear()
    rig.do(Command.NEXT)
    assert [step for at, step in openings(rig) if at <= 501] == [1]


def test_the_work_that_a_key_begins_is_heard_to_begin() -> None:
    rig = Rig(squats())
    rig.run_to(504)
    rig.do(Command.NEXT)
    assert rig.player.heard == [(504, CueKind.GO)]


def test_far_ahead_means_as_far_as_needed_and_no_cue_is_sent_twice() -> None:
    rig = Rig(plan_of(Exercise("A", paced(600, ("", 3.0)))))
    assert rig.player.agenda[-1][0] <= 500 + AHEAD
    rig.run_to(500 + 1800)
    beats = [at for at, cue in rig.player.agenda if cue.kind is CueKind.BEAT]
    assert beats == [500 + 3.0 * rep for rep in range(600)]


@COSTLY
@given(plans, st.lists(st.sampled_from([Command.NEXT, Command.PAUSE, Command.RESUME]), max_size=5))
def test_what_is_heard_is_what_the_session_reports(plan: Plan, commands: list[Command]) -> None:
    rig = Rig(plan)
    for command in commands:
        rig.run_to(rig.clock.now + 7.25)
        rig.do(command)
    rig.do(Command.RESUME)
    rig.do(Command.LEAVE_ALONE)
    rig.run_to(500 + 100_000)
    told = [
        (round(event.due, 6), event.cue.kind) for event in rig.events if isinstance(event, CueDue)
    ]
    assert sorted((round(at, 6), kind) for at, kind in rig.player.heard) == sorted(told)


def test_a_faster_session_comes_sooner_and_tells_the_same() -> None:
    rig = Rig(squats(), speed=2)
    assert rig.conductor.wake_at() == 503.5
    rig.run_to(500 + 101)
    assert rig.conductor.session.state is State.COMPLETED
    assert cues(rig.events) == cues(Rig(squats()).run_to(701))
    assert rig.player.heard[0] == (503.5, CueKind.COUNT)


def test_a_session_too_fast_to_be_heard_is_silent() -> None:
    rig = Rig(squats(), speed=100)
    rig.run_to(510)
    assert rig.conductor.session.state is State.COMPLETED
    assert rig.player.agenda == []


@COSTLY
@given(plans, st.floats(0.1, 100_000))
def test_waking_when_told_is_enough_at_any_speed(plan: Plan, speed: float) -> None:
    rig = Rig(plan, speed=speed)
    rig.do(Command.LEAVE_ALONE)
    while (at := rig.conductor.wake_at()) is not None:
        rig.clock.now = max(rig.clock.now, at)
        rig.conductor.tick()
    assert rig.conductor.session.state is State.COMPLETED


def test_after_a_gap_the_session_stands_where_it_was_and_what_was_to_sound_is_taken_back() -> None:
    rig = Rig(squats(), watched=True)
    rig.clock.jump(2)
    rig.conductor.tick()
    rig.clock.jump(60)
    (paused,) = rig.conductor.tick()
    assert paused == Paused(2, 502, Reason.SUSPEND)
    assert rig.conductor.away == 60
    assert [at for at, _ in rig.player.agenda if at > rig.clock.now] == []
    assert rig.conductor.view().remaining == 8


def test_a_key_pressed_right_after_a_gap_does_not_run_through_it() -> None:
    rig = Rig(squats(), watched=True)
    rig.clock.jump(60)
    rig.do(Command.NEXT)
    assert started(rig.events) == [0, 1]
    assert rig.conductor.session.state is State.PAUSED


def test_a_pause_asked_for_right_after_a_gap_is_had_already() -> None:
    rig = Rig(squats(), watched=True)
    rig.clock.jump(60)
    assert rig.do(Command.PAUSE) == [Paused(0, 500, Reason.SUSPEND)]


def test_a_machine_that_slept_while_the_session_was_paused_is_no_matter() -> None:
    rig = Rig(squats(), watched=True)
    rig.do(Command.PAUSE)
    rig.sleep.jump(3600)
    rig.clock.jump(1)
    assert rig.conductor.tick() == []


def test_the_shown_second_changes_when_it_is_said_to() -> None:
    rig = Rig(squats())
    assert rig.conductor.next_second_at() == 501
    rig.run_to(503.25)
    assert rig.conductor.next_second_at() == 504
    rig.do(Command.PAUSE)
    assert rig.conductor.next_second_at() is None


def test_a_number_that_counts_up_changes_with_its_own_seconds() -> None:
    rig = Rig(plan_of(Exercise("A", self_paced(5))))
    rig.run_to(503.25)
    at = rig.conductor.next_second_at()
    assert at is not None
    assert abs(at - 504) < 1e-5


def test_leaving_closes_the_player() -> None:
    rig = Rig(squats())
    rig.conductor.close()
    assert rig.player.closed


def taken_up(**lead_ins: float) -> tuple[Conductor, list[Event]]:
    clock = ManualClock(500.0)
    session = Session.take_up(squats(), Standing(1, 12.0, 30.0, 22.0))
    conductor = Conductor(session, RecordingPlayer(clock), clock, **lead_ins)
    return conductor, conductor.start()


def test_the_countdown_before_going_on_is_as_long_as_it_is_wanted() -> None:
    conductor, events = taken_up(lead_in=12.0)
    assert events[-1] == LeadInStarted(22.0, 500.0, 12.0)
    assert conductor.view().lead_in == 12.0


def test_without_a_countdown_it_goes_on_at_once() -> None:
    conductor, events = taken_up(lead_in=0.0)
    assert isinstance(events[-1], Resumed)
    assert conductor.session.state is State.RUNNING
    assert conductor.session.standing.elapsed == 12.0


def test_resume_in_the_countdown_skips_the_rest_of_it() -> None:
    conductor, _ = taken_up()
    conductor.do(Command.RESUME)
    assert conductor.session.state is State.RUNNING


def test_while_a_hold_counts_down_nothing_but_its_seconds_wakes_the_program() -> None:
    clock = ManualClock(500.0)
    record = Checkpoints(clock)
    conductor = Conductor(
        Session(plan_of(Exercise("Plank", hold(300)))),
        RecordingPlayer(clock),
        clock,
        recorder=record,
    )
    conductor.start()
    clock.jump(1.07)  # what is begun late stands across the seconds
    conductor.do(Command.ADD, 0.0)
    wakes = 0
    while clock.now < 560.0:
        instants = (conductor.wake_at(), conductor.next_second_at())
        clock.now = min(at for at in instants if at is not None) + 0.002
        conductor.tick()
        wakes += 1
    assert wakes <= 60
    assert all(later - earlier <= 4.1 for earlier, later in pairwise(record.at))
