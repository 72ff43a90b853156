"""A session in one line, for places that have no more room: a title, a status bar."""

from stridetimer import phrases
from stridetimer.core.law import State
from stridetimer.core.routine import Side
from stridetimer.core.step import Kind
from stridetimer.core.view import SessionView

_PHASES = {Kind.PREPARE: "READY", Kind.WORK: "WORK", Kind.SWITCH: "SWITCH"}
_LONGEST_NAME = 40
_WITHIN_WORDS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Persian words and emoji are written with these; no terminal obeys them."""


def title(view: SessionView) -> str:
    """Time left of the step and what it is: ``12:34 LEFT One-leg bridge 2/3 · stridetimer``."""
    phase = _phase(view)
    words = (phrases.time_shown(view), "" if phase == "WORK" else phase, *_what(view))
    return _plain(f"{_joined(*words)} · stridetimer")


def status(view: SessionView) -> str:
    """All of it: ``WORK LEFT One-leg bridge 2/3 0:34 · 12 min left``."""
    left = phrases.time_left(view.session_remaining, estimated=view.estimated)
    return _plain(f"{_joined(_phase(view), *_what(view), phrases.time_shown(view))} · {left}")


def _phase(view: SessionView) -> str:
    if view.state.stands:
        return "PAUSED" if view.state is State.PAUSED else "READY"
    return _PHASES.get(view.step.kind, "REST")


def _what(view: SessionView) -> tuple[str, ...]:
    """Side, exercise and set."""
    side = view.side.name if view.side in (Side.LEFT, Side.RIGHT) else ""
    name = view.step.exercise.name
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    sets = view.step.exercise.sets
    return side, short, f"{view.step.set_number}/{sets}" if sets > 1 else ""


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _plain(text: str) -> str:
    """``text`` without anything that a terminal would obey."""
    return "".join(char for char in text if char.isprintable() or char in _WITHIN_WORDS)
