"""Plans and events as JSON: words that scripts and status bars read, so none is ever renamed.

Seconds are numbers, exact to the millisecond.
"""

from typing import Any

from stridetimer.core.cues import Cue
from stridetimer.core.events import (
    Adjusted,
    CueDue,
    Event,
    LeadInStarted,
    Paused,
    Refused,
    Resumed,
    SessionFinished,
    SessionStarted,
    StepFinished,
    StepStarted,
)
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Beat, Open, Reps
from stridetimer.core.step import Step

Json = dict[str, Any]


def seconds(value: float) -> float:
    """``value`` to the millisecond, and never minus zero."""
    return round(float(value), 3) + 0.0


def plan_json(routine: str, plan: Plan) -> Json:
    """A whole plan; ``routine`` is the name by which the routine is found."""
    return {
        "routine": routine,
        "name": plan.routine.name,
        "total_seconds": seconds(plan.total_seconds),
        "work_seconds": seconds(plan.work_seconds),
        "rest_seconds": seconds(plan.rest_seconds),
        "estimated": plan.estimated,
        "steps": [step_json(step) for step in plan.steps],
    }


def step_json(step: Step) -> Json:
    """One step; where it is not work, it tells of the work that comes next."""
    work = step.work
    return {
        "index": step.index,
        "kind": step.kind.value,
        "starts_at": seconds(step.starts_at),
        "seconds": seconds(step.seconds),
        "estimated": step.estimated,
        "exercise": step.exercise.name,
        "set": step.set_number,
        "sets": step.exercise.sets,
        "side": step.side.value if step.side else None,
        "reps": step.reps,
        "reps_upper": work.upper if isinstance(work, Reps) else None,
        "tempo": _tempo(work.tempo) if isinstance(work, Reps) and work.tempo else None,
        "open": step.is_work and isinstance(work, Open),
        "waits": step.waits,
        "circuit": step.lap.circuit if step.lap else None,
        "round": step.lap.number if step.lap else None,
        "rounds": step.lap.rounds if step.lap else None,
    }


def _tempo(beats: tuple[Beat, ...]) -> list[list[str | float]]:
    return [[beat.name, seconds(beat.seconds)] for beat in beats]


def event_json(event: Event, routine: str, clock: float) -> Json:
    """One event; ``clock`` is the real time since the start at which it is written."""
    name, fields = _named(event, routine)
    return {"event": name, "at": seconds(event.at), "clock": seconds(clock), **fields}


def _named(event: Event, routine: str) -> tuple[str, Json]:
    match event:
        case SessionStarted(plan=plan, resumed=resumed):
            return "session_started", {
                "routine": routine,
                "name": plan.routine.name,
                "steps": len(plan.steps),
                "total_seconds": seconds(plan.total_seconds),
                "resumed": resumed,
            }
        case StepStarted(step=step, elapsed=elapsed):
            taken_up = {"elapsed": seconds(elapsed)} if elapsed else {}
            return "step_started", {"step": step_json(step), **taken_up}
        case CueDue(cue=cue, step=index):
            return "cue", {**_cue_json(cue), "step": index}
        case Paused(reason=reason):
            return "paused", {"reason": reason.value}
        case LeadInStarted(seconds=length):
            return "lead_in", {"seconds": seconds(length)}
        case Resumed(reason=reason):
            return "resumed", {"reason": reason.value}
        case Adjusted(seconds=change):
            return "adjusted", {"seconds": seconds(change)}
        case StepFinished(step=step, outcome=outcome, seconds=worked, reps=reps):
            return "step_finished", {
                "index": step.index,
                "outcome": outcome.value,
                "seconds": seconds(worked),
                "reps": reps,
            }
        case SessionFinished(outcome=outcome, done=done, skipped=skipped, cut=cut):
            counts = {"done": done, "skipped": skipped, "cut": cut}
            return "session_finished", {"outcome": outcome.value, **counts}
        case Refused(command=command, message=message):
            return "error", {"command": command, "message": message}
    raise TypeError(f"no words for {type(event).__name__}")


def _cue_json(cue: Cue) -> Json:
    fields = {
        "n": cue.n,
        "seconds": None if cue.seconds is None else seconds(cue.seconds),
        "rep": cue.rep,
        "beat": cue.beat,
        "reps_left": cue.reps_left,
        "name": cue.name or None,
    }
    return {"cue": cue.kind.value, **{k: v for k, v in fields.items() if v is not None}}
