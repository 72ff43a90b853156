"""What a routine means, once every default is settled.

The file as people write it is the business of :mod:`stridetimer.routines`; these are the frozen
values it comes to. All lengths are seconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The leg, or arm, that works."""

    LEFT = "left"
    RIGHT = "right"
    ALTERNATING = "alternating"
    """Both in turn within one set, repetition by repetition."""

    @property
    def other(self) -> "Side":
        """The opposite side; alternating is its own opposite."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Sides(StrEnum):
    """How an exercise uses the two sides."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"


class Order(StrEnum):
    """The order of sets when each side has its own."""

    BY_SET = "by-set"
    BY_SIDE = "by-side"


class First(StrEnum):
    """The side that begins."""

    LEFT = "left"
    RIGHT = "right"
    OTHER = "other"
    """The side that did not lead last time."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One beat of a repetition: how long it lasts, and its name (empty where it has none)."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Reps:
    """Repetitions: self-paced without a tempo, cued beat by beat with one."""

    count: int
    """The number the set is reckoned and paced to."""
    upper: int
    """The number the person may go on to; equal to ``count`` where no range is given."""
    tempo: tuple[Beat, ...]
    pace: float
    """Seconds a self-paced repetition is reckoned at."""

    @property
    def rep_seconds(self) -> float:
        """How long one repetition takes, known or reckoned."""
        return sum(beat.seconds for beat in self.tempo) if self.tempo else self.pace


@dataclass(frozen=True, slots=True)
class Timed:
    """Work that ends at its time: a static hold, or a block of movement."""

    seconds: float
    hold: bool


@dataclass(frozen=True, slots=True)
class Open:
    """Work as long or as many as the person can; an aim marks a goal and does not end it."""

    aim_seconds: float | None = None
    aim_reps: int | None = None
    pace: float = 3.0


Work = Reps | Timed | Open


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement with its dose."""

    name: str
    work: Work
    id: str = ""
    """What stays when the name is changed; empty where nothing is said."""
    sides: Sides = Sides.BOTH
    sets: int = 1
    rest: float = 60.0
    """Between the sets."""
    between: float | None = None
    """Before the next exercise; None: not said for this exercise."""
    switch: float = 5.0
    """Between the two sides of a set."""
    order: Order = Order.BY_SET
    first: First = First.LEFT
    wait: bool = False
    """Whether the rests that lead to its sets wait for the person when they are over."""
    form: tuple[str, ...] = ()
    how: str = ""
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    link: str = ""

    @property
    def known_as(self) -> str:
        """What the history knows it by: its id, or else its name."""
        return self.id or self.name


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest written as an item of its own; it takes the place of ``between``."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Circuit:
    """Items repeated in order, ``rounds`` times."""

    name: str
    rounds: int
    rest: float
    """Between the rounds."""
    between: float | None
    """Between its exercises; None: they follow at once."""
    items: "tuple[Item, ...]"


Item = Exercise | Rest | Circuit


@dataclass(frozen=True, slots=True)
class Routine:
    """A whole routine, with disabled exercises left out."""

    name: str
    items: tuple[Item, ...]
    prepare: float = 10.0
    between: float | None = None
    """Between exercises, where ``defaults`` says so; None: the rest of the one that ended."""
    summary: str = ""
    source: str = ""
    equipment: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    recovery: float | None = None
    """Advice: how long to wait before doing it again."""
    after: str = ""
    """The routine that should be mastered first."""
    sounds: tuple[tuple[str, str], ...] = ()
    """Files that take the place of sounds, by the name of the sound."""

    def exercises(self) -> Iterator[Exercise]:
        """Every exercise in the order written, circuits opened, each once."""
        pending = list(reversed(self.items))
        while pending:
            item = pending.pop()
            if isinstance(item, Exercise):
                yield item
            elif isinstance(item, Circuit):
                pending.extend(reversed(item.items))
