"""What a person is doing right now, as the screen tells it: a word, a shape and a colour.

The word and the shape carry it alone; the colour is for the corner of the eye.
"""

from enum import Enum

from stridetimer.core.law import State
from stridetimer.core.step import Kind
from stridetimer.core.view import SessionView


class Phase(Enum):
    """A phase, with its word, its shape and the pattern its band ends in.

    The shapes are one cell wide in every terminal; none has an emoji form.
    """

    WORK = ("WORK", "■", "█")
    REST = ("REST", "○", "▀")
    SWITCH = ("SWITCH", "⇄", "▚")
    READY = ("READY", "△", "▘")
    PAUSED = ("PAUSED", "‖", "▌")

    def __init__(self, word: str, shape: str, pattern: str) -> None:
        self.word = word
        self.shape = shape
        self.pattern = pattern

    @property
    def css_class(self) -> str:
        """The class that gives a widget the colour of this phase."""
        return f"-{self.word.lower()}"


_OF_KIND = {
    Kind.PREPARE: Phase.READY,
    Kind.WORK: Phase.WORK,
    Kind.SWITCH: Phase.SWITCH,
    Kind.REST: Phase.REST,
    Kind.BETWEEN: Phase.REST,
}


def phase_of(view: SessionView) -> Phase:
    """The phase of this moment."""
    if view.state is State.LEADING_IN:
        return Phase.READY
    if view.state is State.RUNNING and view.overtime:
        # The rest is over, and waits until the person is ready.
        return Phase.READY
    return Phase.PAUSED if view.state is State.PAUSED else phase_of_kind(view.step.kind)


def phase_of_kind(kind: Kind) -> Phase:
    """The phase in which a step of this kind is gone through."""
    return _OF_KIND[kind]
