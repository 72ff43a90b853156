"""A session as lines of text that read well aloud: one a thing that happens."""

from collections.abc import Callable

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import (
    Adjusted,
    CueDue,
    Ending,
    Event,
    LeadInStarted,
    Outcome,
    Paused,
    Reason,
    Refused,
    Resumed,
    SessionFinished,
    SessionStarted,
    StepFinished,
    StepStarted,
)
from stridetimer.core.lengths import countdown, in_words
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise
from stridetimer.core.step import Kind, Step
from stridetimer.core.view import SessionView
from stridetimer.phrases import (
    about,
    announcement,
    count,
    instructions,
    kind_words,
    particulars,
    tempo,
)


def how(exercise: Exercise) -> str:
    """All that is said of doing ``exercise``."""
    paragraphs = (
        f"{heading}: {words}" if heading else words for heading, words in instructions(exercise)
    )
    return "\n".join((f"{exercise.name}.", *paragraphs))


def where(view: SessionView) -> str:
    """Where the session stands, and how much is left of the step and of all."""
    step = view.step
    so_far = f"{in_words(int(view.elapsed))} gone by"
    left = so_far if view.counts_up else f"{in_words(countdown(view.remaining or 0))} left"
    whole = about(view.session_remaining, estimated=view.estimated)
    return f"{announcement(step)}: {kind_words(step.kind)}, {left}; the session has {whole} left."


def line_of(event: Event, *, left: bool = False) -> str | None:
    """``event`` in one line; None where another line says it already.

    ``left``: whoever ends the session means to go on another time.
    """
    match event:
        case SessionStarted(plan=plan):
            return _opening(plan)
        case StepStarted(step=step, elapsed=elapsed) if elapsed:
            return f"You were {in_words(round(elapsed))} into this. {_begin(step)}"
        case StepStarted(step=step):
            return _begin(step)
        case CueDue(cue=cue):
            return _CUES[cue.kind](cue)
        case Paused(reason=Reason.SUSPEND):
            return "Paused where you were: the computer slept, or the program was stopped."
        case Paused():
            return "Paused."
        case LeadInStarted(seconds=seconds):
            return f"Resuming in {in_words(seconds)}."
        case Resumed():
            return "Resumed."
        case Adjusted(seconds=seconds):
            return f"{in_words(abs(seconds))} {'longer' if seconds >= 0 else 'shorter'}."
        case StepFinished():
            return _end(event)
        case SessionFinished(outcome=Ending.COMPLETED):
            return "The session is over. Well done."
        case SessionFinished():
            return "The session is left unfinished." if left else "The session was stopped."
        case Refused(message=message):
            return f"{message[0].upper()}{message[1:]}."
    return None


def _opening(plan: Plan) -> str:
    """What it is, how long it takes, what one needs, and what to mind before it begins."""
    routine = plan.routine
    sets = len({(step.turn, step.set_number) for step in plan.steps if step.is_work})
    length = about(plan.total_seconds, estimated=plan.estimated)
    parts = [f"{routine.name}: {length}, {count(sets, 'set')}."]
    if routine.equipment:
        parts.append(f"You need {', '.join(routine.equipment)}.")
    if routine.after:
        parts.append(f"First master {routine.after}.")
    return " ".join((*parts, *routine.cautions))


def _begin(step: Step) -> str:
    length = in_words(step.seconds)
    match step.kind:
        case Kind.PREPARE:
            return f"Get ready, {length}. First: {announcement(step)}.{_form(step)}"
        case Kind.SWITCH:
            return f"Switch sides, {length}. Next: {particulars(step, with_side=True)}."
        case Kind.WORK:
            return f"Work: {announcement(step)}.{_ends(step)}"
        case _:
            return f"Rest, {length}. Next: {announcement(step)}.{_form(step)}"


def _form(step: Step) -> str:
    """How to do what comes, told before it is done for the first time."""
    if step.set_number > 1 or (step.lap and step.lap.number > 1):
        return ""
    return "".join(f" {cue.rstrip('.')}." for cue in step.exercise.form)


def _ends(step: Step) -> str:
    """How the work goes on, or ends."""
    if step.estimated:
        return " Say done when you are."
    beats = tempo(step.work)
    return f" {beats[0].upper()}{beats[1:]}." if beats else ""


def _end(event: StepFinished) -> str | None:
    if not event.step.is_work:
        return None
    reps = "" if event.reps is None else f", {count(event.reps, 'rep')}"
    match event.outcome:
        case Outcome.DONE:
            return f"Done{reps}, {in_words(round(event.seconds))}."
        case Outcome.SKIPPED:
            return f"Skipped: {announcement(event.step)}."
        case Outcome.CUT:
            return f"Cut{reps}, after {in_words(round(event.seconds))}."


def _beat(cue: Cue) -> str | None:
    name = f": {cue.name}." if cue.name else "."
    if cue.beat == 1:
        return f"Rep {cue.rep}{name}"
    return f"{cue.name[0].upper()}{cue.name[1:]}." if cue.name else None


_CUES: dict[CueKind, Callable[[Cue], str | None]] = {
    CueKind.COUNT: lambda cue: f"{cue.n}.",
    CueKind.GO: lambda cue: "Go.",
    CueKind.REST: lambda cue: None,
    CueKind.SWITCH: lambda cue: None,
    CueKind.HALFWAY: lambda cue: "Halfway.",
    CueKind.REMAINING: lambda cue: f"{in_words(cue.seconds or 0)} left.",
    CueKind.ELAPSED: lambda cue: f"{in_words(cue.seconds or 0)}.",
    CueKind.AIM: lambda cue: f"Your aim, {in_words(cue.seconds or 0)}.",
    CueKind.BEAT: _beat,
    CueKind.FINISH: lambda cue: None,
}
