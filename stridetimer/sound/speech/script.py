"""What is said when: from the events of a session to lines for the voice."""

from collections.abc import Iterator

from stridetimer.core.cues import CueKind, cues_of
from stridetimer.core.events import CueDue, Event, StepStarted
from stridetimer.core.plan import Plan
from stridetimer.core.step import Kind, Step
from stridetimer.sound.speech.words import Phrases

_BEHIND_OPENING = {Kind.PREPARE: 1.5, Kind.REST: 0.9, Kind.BETWEEN: 0.9, Kind.SWITCH: 0.6}
"""How long after the begin of a step it is told what comes: the opening is heard out. Seconds."""
_BEHIND_CALL = 0.5
"""How long after a call its words begin, in seconds."""
SHORTEST_SAID = 30.0
"""Less time left than this is heard, not said, in seconds."""


def line_of(event: Event, phrases: Phrases) -> tuple[float, str] | None:
    """How long after ``event`` something is said, in seconds, and what; None for nothing."""
    match event:
        case StepStarted(step=step) if step.kind in _BEHIND_OPENING:
            return _BEHIND_OPENING[step.kind], _opening(step, phrases)
        case CueDue(cue=cue) if cue.kind is CueKind.HALFWAY:
            return _BEHIND_CALL, phrases.halfway
        case CueDue(cue=cue) if cue.kind is CueKind.REMAINING and cue.seconds is not None:
            if cue.seconds >= SHORTEST_SAID:
                return _BEHIND_CALL, phrases.left_over(cue.seconds)
    return None


def all_lines(plan: Plan, phrases: Phrases) -> list[str]:
    """Everything that can be said in a session of ``plan``, in the order of its need, each once."""
    return list(dict.fromkeys(text for step in plan.steps for text in _lines_in(step, phrases)))


def _lines_in(step: Step, phrases: Phrases) -> Iterator[str]:
    events: list[Event] = [StepStarted(0.0, 0.0, step)]
    if step.timed:
        events += (CueDue(0.0, 0.0, cue, step.index) for cue in cues_of(step))
    for event in events:
        if line := line_of(event, phrases):
            yield line[1]


def _opening(step: Step, phrases: Phrases) -> str:
    side = phrases.side(step.side)
    if step.kind is Kind.SWITCH:
        return side
    said = ", ".join(filter(None, (step.exercise.name, side)))
    return said if step.kind is Kind.PREPARE else phrases.next.format(said)
