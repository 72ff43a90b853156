"""What holds for every session, whatever the plan, the commands and the instants."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from strategies import COSTLY, arguments, plans

from stridetimer.core.cues import CueKind, cues_of
from stridetimer.core.events import (
    CueDue,
    Event,
    LeadInStarted,
    Paused,
    Reason,
    Refused,
    Resumed,
    SessionFinished,
    StepFinished,
    StepStarted,
)
from stridetimer.core.law import State
from stridetimer.core.plan import Plan
from stridetimer.core.session import Session

NOISE = 1e-6
"""Seconds; what sums of floats may differ by."""
QUARTERS = st.integers(0, 4000).map(lambda quarters: quarters / 4)


def whole(plan: Plan) -> list[Event]:
    """Everything a session reports that nobody touches, in one jump."""
    session = Session(plan)
    return [
        *session.start(0.0),
        *session.leave_alone(0.0),
        *session.advance(plan.total_seconds + 1),
    ]


@COSTLY
@given(plans, st.lists(QUARTERS, max_size=30))
def test_in_one_jump_or_in_many_the_events_are_the_same(plan: Plan, ticks: list[float]) -> None:
    session = Session(plan)
    events = [*session.start(0.0), *session.leave_alone(0.0)]
    for tick in sorted(ticks):
        events += session.advance(tick)
    events += session.advance(plan.total_seconds + 1)
    assert events == whole(plan)


@COSTLY
@given(plans)
def test_waking_at_what_is_due_misses_nothing(plan: Plan) -> None:
    session = Session(plan)
    events = [*session.start(0.0), *session.leave_alone(0.0)]
    while (due := session.next_due()) is not None:
        woken = session.advance(due)
        assert woken, "something was due"
        events += woken
    assert events == whole(plan)


@COSTLY
@given(plans)
def test_left_alone_a_session_takes_exactly_what_was_planned(plan: Plan) -> None:
    events = whole(plan)
    assert abs(events[-1].at - plan.total_seconds) < NOISE
    ends = [event for event in events if isinstance(event, StepFinished)]
    assert [end.step for end in ends] == list(plan.steps)
    for end in ends:
        assert abs(end.at - (end.step.starts_at + end.step.seconds)) < NOISE


@COSTLY
@given(plans)
def test_every_cue_is_heard_once_in_its_step(plan: Plan) -> None:
    heard = [event for event in whole(plan) if isinstance(event, CueDue)]
    assert heard.pop().cue.kind is CueKind.FINISH
    for step in plan.steps:
        mine = [event.cue for event in heard if event.step == step.index]
        within = [cue for cue in cues_of(step) if cue.offset < step.seconds]
        assert mine == within


COMMANDS = st.sampled_from(
    ["pause", "resume", "next", "back", "skip_set", "skip_exercise", "jump", "done", "add"]
)


@COSTLY
@given(plans, st.lists(st.tuples(QUARTERS, COMMANDS), max_size=12), st.lists(QUARTERS, max_size=12))
def test_ticks_between_commands_change_nothing(
    plan: Plan, commands: list[tuple[float, str]], ticks: list[float]
) -> None:
    def events(instants: list[tuple[float, str]]) -> list[Event]:
        session = Session(plan)
        told = session.start(0.0)
        for now, name in sorted(instants, key=lambda instant: instant[0]):
            told += getattr(session, name)(now, *arguments(name, now, plan))
        return told

    ticked = [(tick, "advance") for tick in ticks]
    last = (1000.0, "advance")
    assert events([*commands, last]) == events([*commands, *ticked, last])


@COSTLY
@given(plans, QUARTERS)
def test_the_future_foretold_is_what_then_happens(plan: Plan, until: float) -> None:
    session = Session(plan)
    session.start(0.0)
    told = session.foresee(until)
    assert told == session.advance(until)


class AnySession(RuleBasedStateMachine):
    """Commands in any order at any instants."""

    @initialize(plan=plans)
    def begin(self, plan: Plan) -> None:
        self.plan = plan
        self.session = Session(plan)
        self.now = 0.0
        self.paused_seconds = 0.0
        self.events = self.session.start(0.0)

    def take(self, events: list[Event]) -> None:
        self.events += events

    @rule(seconds=QUARTERS)
    def time_passes(self, seconds: float) -> None:
        if self.session.state is State.PAUSED:
            self.paused_seconds += seconds
        lead_in = self.session.view(self.now).lead_in
        if lead_in is not None:
            self.paused_seconds += min(seconds, lead_in)
        self.now += seconds
        self.take(self.session.advance(self.now))

    @rule(reason=st.sampled_from(Reason))
    def pause(self, reason: Reason) -> None:
        self.take(self.session.pause(self.now, reason))

    @rule()
    def resume(self) -> None:
        self.take(self.session.resume(self.now))

    @rule(seconds=st.integers(1, 40).map(lambda quarters: quarters / 4))
    def lead_in(self, seconds: float) -> None:
        self.take(self.session.lead_in(self.now, seconds))

    @rule()
    def next(self) -> None:
        self.take(self.session.next(self.now))

    @rule()
    def back(self) -> None:
        self.take(self.session.back(self.now))

    @rule()
    def skip_set(self) -> None:
        self.take(self.session.skip_set(self.now))

    @rule()
    def skip_exercise(self) -> None:
        self.take(self.session.skip_exercise(self.now))

    @rule(index=st.integers(-1, 60))
    def jump(self, index: int) -> None:
        self.take(self.session.jump(self.now, index))

    @rule(reps=st.none() | st.integers(-5, 30))
    def done(self, reps: int | None) -> None:
        self.take(self.session.done(self.now, reps))

    @rule(seconds=st.integers(-80, 80).map(lambda quarters: quarters / 4))
    def add(self, seconds: float) -> None:
        before = self.session.view(self.now).session_remaining
        events = self.session.add(self.now, seconds)
        self.take(events)
        if any(isinstance(event, Refused) for event in events):
            assert abs(self.session.view(self.now).session_remaining - before) < NOISE

    @rule()
    def stop_is_rare(self) -> None:
        if len(self.events) > 60:
            self.take(self.session.stop(self.now))

    @invariant()
    def steps_and_pauses_add_up_to_the_time_gone_by(self) -> None:
        finished = sum(e.seconds for e in self.events if isinstance(e, StepFinished))
        view = self.session.view(self.now)
        if self.session.state.over:
            assert abs(finished - self.events[-1].at) < NOISE
            return
        assert abs(finished + view.elapsed + self.paused_seconds - self.now) < NOISE
        assert abs(view.session_elapsed + self.paused_seconds - self.now) < NOISE

    @invariant()
    def every_started_step_finishes_once_and_no_other_but_skipped_ones(self) -> None:
        current: int | None = None
        for event in self.events:
            if isinstance(event, StepStarted):
                assert current is None
                current = event.step.index
            elif isinstance(event, StepFinished):
                if event.step.index == current:
                    current = None
                else:
                    assert (event.outcome, event.seconds) == ("skipped", 0)
        assert (current is None) == self.session.state.over

    @invariant()
    def cues_fall_in_the_step_they_belong_to_and_none_twice(self) -> None:
        current, heard = None, Counter[tuple[float, CueKind]]()
        leading_in = False
        for event in self.events:
            leading_in = isinstance(event, LeadInStarted) or (
                leading_in and not isinstance(event, Paused | Resumed)
            )
            if isinstance(event, CueDue) and leading_in and event.cue.kind is not CueKind.FINISH:
                assert event.cue.kind is CueKind.COUNT
            elif isinstance(event, StepStarted):
                current, heard = event.step, Counter()
            elif isinstance(event, CueDue) and event.cue.kind is not CueKind.FINISH:
                assert current is not None
                assert event.step == current.index
                rep_and_beat = (event.cue.rep or 0) * 1000 + (event.cue.beat or 0)
                heard[(event.cue.offset + rep_and_beat * 1e6, event.cue.kind)] += 1
                assert max(heard.values()) == 1

    @invariant()
    def events_are_in_order_and_the_last_is_the_end(self) -> None:
        ats = [event.at for event in self.events]
        assert all(later >= earlier - NOISE for earlier, later in pairwise(ats))
        over = [e for e in self.events if isinstance(e, SessionFinished)]
        assert len(over) == self.session.state.over
        stands = False
        for event in self.events:
            assert stands or not isinstance(event, LeadInStarted | Resumed)
            stands = (stands or isinstance(event, Paused)) and not isinstance(event, Resumed)
        assert stands == self.session.state.stands or self.session.state.over

    @invariant()
    def views_make_sense(self) -> None:
        view = self.session.view(self.now)
        assert view.elapsed >= 0
        assert view.remaining is None or view.remaining >= 0
        assert view.session_remaining >= -NOISE
        assert view.rep is None or (view.reps is not None and 1 <= view.rep <= view.reps)
        assert view.following is None or view.following.index > view.step.index


TestAnySession = AnySession.TestCase
TestAnySession.settings = settings(COSTLY, stateful_step_count=30)
