"""Plans and events as JSON: the words that other programs read."""

import json

from builders import each, hold, open_work, paced, plan_of, self_paced, timed
from hypothesis import given
from strategies import COSTLY, plans

from stridetimer.cli.wire import event_json, plan_json, step_json
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Circuit, Exercise, Sides
from stridetimer.core.session import Session


def test_a_plan_has_its_totals_and_every_step() -> None:
    work = paced(15, ("stand up", 2.0), ("sit down slowly", 3.0))
    plan = plan_of(each("Sit", work, sets=3, rest=120), prepare=10)
    value = plan_json("basic", plan)
    assert {key: value[key] for key in value if key != "steps"} == {
        "routine": "basic",
        "name": "A routine",
        "total_seconds": 715.0,
        "work_seconds": 450.0,
        "rest_seconds": 265.0,
        "estimated": False,
    }
    assert value["steps"][0] == {
        "index": 0,
        "kind": "prepare",
        "starts_at": 0.0,
        "seconds": 10.0,
        "estimated": False,
        "exercise": "Sit",
        "set": 1,
        "sets": 3,
        "side": "left",
        "reps": 15,
        "reps_upper": 15,
        "tempo": [["stand up", 2.0], ["sit down slowly", 3.0]],
        "open": False,
        "waits": False,
        "circuit": None,
        "round": None,
        "rounds": None,
    }


def test_each_kind_of_work_says_what_it_is() -> None:
    items = [
        Exercise("A", self_paced(12)),
        Exercise("B", open_work()),
        Exercise("C", hold(30)),
        Exercise("D", paced(8), sides=Sides.ALTERNATING),
    ]
    steps = [step_json(step) for step in plan_of(*items).steps if step.is_work]
    told = [(s["reps"], s["tempo"], s["open"], s["estimated"], s["side"]) for s in steps]
    assert told == [
        (12, None, False, True, None),
        (None, None, True, True, None),
        (None, None, False, False, None),
        (8, [["", 2.0]], False, False, "alternating"),
    ]


def test_a_step_in_a_circuit_says_which_round_it_is() -> None:
    plan = plan_of(Circuit("C", 2, 10, None, (Exercise("A", timed(5)),)))
    step = step_json(plan.steps[2])
    assert (step["circuit"], step["round"], step["rounds"]) == ("C", 2, 2)


def told(session: Session) -> list[dict[str, object]]:
    events = session.start(50.0)
    events += session.advance(50.0 + 12)
    events += session.add(50.0 + 12, 5)
    events += session.pause(50.0 + 13)
    events += session.resume(50.0 + 20)
    events += session.done(50.0 + 21, 3)
    events += session.done(50.0 + 22)
    events += session.stop(50.0 + 23)
    return [event_json(event, "r", 1.25) for event in events]


def test_every_event_has_its_words() -> None:
    session = Session(plan_of(Exercise("A", hold(30), sets=2), prepare=10))
    lines = [{k: v for k, v in line.items() if k not in ("step",)} for line in told(session)]
    assert {line.pop("clock") for line in lines} == {1.25}
    assert lines == [
        {
            "event": "session_started",
            "at": 0.0,
            "routine": "r",
            "name": "A routine",
            "steps": 4,
            "total_seconds": 130.0,
            "resumed": False,
        },
        {"event": "step_started", "at": 0.0},
        {"event": "cue", "at": 7.0, "cue": "count", "n": 3},
        {"event": "cue", "at": 8.0, "cue": "count", "n": 2},
        {"event": "cue", "at": 9.0, "cue": "count", "n": 1},
        {
            "event": "step_finished",
            "at": 10.0,
            "index": 0,
            "outcome": "done",
            "seconds": 10.0,
            "reps": None,
        },
        {"event": "step_started", "at": 10.0},
        {"event": "cue", "at": 10.0, "cue": "go"},
        {"event": "adjusted", "at": 12.0, "seconds": 5.0},
        {"event": "paused", "at": 13.0, "reason": "user"},
        {"event": "resumed", "at": 13.0, "reason": "user"},
        {
            "event": "step_finished",
            "at": 14.0,
            "index": 1,
            "outcome": "done",
            "seconds": 4.0,
            "reps": 3,
        },
        {"event": "step_started", "at": 14.0},
        {"event": "cue", "at": 14.0, "cue": "rest"},
        {
            "event": "error",
            "at": 15.0,
            "command": "done",
            "message": "done ends work, and this is a rest: next begins the work",
        },
        {
            "event": "step_finished",
            "at": 16.0,
            "index": 2,
            "outcome": "cut",
            "seconds": 2.0,
            "reps": None,
        },
        {
            "event": "session_finished",
            "at": 16.0,
            "outcome": "stopped",
            "done": 2,
            "skipped": 0,
            "cut": 1,
        },
    ]


def test_a_beat_says_which_it_is() -> None:
    session = Session(plan_of(Exercise("A", paced(2, ("up", 1.0), ("down", 2.0)))))
    events = [*session.start(0.0), *session.advance(60.0)]
    beats = [event_json(e, "r", 0.0) for e in events if getattr(e, "cue", None)]
    assert [(b["rep"], b["beat"], b["at"]) for b in beats if b["cue"] == "beat"] == [
        (1, 1, 0.0),
        (1, 2, 1.0),
        (2, 1, 3.0),
        (2, 2, 4.0),
    ]


@COSTLY
@given(plans)
def test_whatever_happens_can_be_written_and_read_again(plan: Plan) -> None:
    session = Session(plan)
    events = [*session.start(0.0), *session.leave_alone(0.0), *session.advance(1e6)]
    for event in events:
        line = json.dumps(event_json(event, "r", 0.0), allow_nan=False)
        assert json.loads(line)["event"]
