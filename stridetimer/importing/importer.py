"""What an importer is, and what all of them need to take a strange file apart safely."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from stridetimer.core.lengths import DAY
from stridetimer.core.routine import Exercise, Item, Rest, Routine, Timed
from stridetimer.routines.characters import UNREADABLE

MOST_ROUTINES = 200
"""A file may hold so many; nobody has more."""
LONGEST_NAME = 200
"""The most characters of a name; more is no name."""


class BadFileError(ValueError):
    """The file makes no sense; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file of another program."""

    text: str
    title: str
    """What a routine is called that has no name in the file."""
    data: Any = None
    """What it holds, where it is JSON."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A routine, and what could not be carried over, a sentence each."""

    routine: Routine
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Importer:
    """Reads the files of one program."""

    program: str
    """What the program is called."""
    knows: Callable[[Source], bool]
    """Whether a file looks like one of its."""
    read: Callable[[Source], Sequence[Imported | BadFileError]]
    """The routines in it, or why one of them is none; raises BadFileError."""


@dataclass(slots=True)
class Losses:
    """What could not be carried over, each once."""

    _found: dict[str, None] = field(default_factory=dict)

    def add(self, sentence: str) -> None:
        """Note one."""
        self._found[sentence] = None

    def all(self) -> tuple[str, ...]:
        """All of them, in order."""
        return tuple(self._found)

    def name(self, value: object, otherwise: str) -> str:
        """A name made fit to be one; ``otherwise`` where nothing is left of it."""
        if value is not None and not isinstance(value, str):
            self.add("a name that is no text")
        text = " ".join(value.split()) if isinstance(value, str) else ""
        if UNREADABLE.search(text):
            text = " ".join(UNREADABLE.sub("", text).split())
            self.add("characters in a name that cannot be shown")
        if len(text) > LONGEST_NAME:
            text = text[:LONGEST_NAME].rstrip()
            self.add(f"what a name has beyond {LONGEST_NAME} characters")
        return text or otherwise


def each(things: Sequence[Any], read: Callable[[Any], Imported]) -> list[Imported | BadFileError]:
    """What ``read`` makes of each of several: one that makes no sense does not keep the others."""

    def attempt(thing: Any) -> Imported | BadFileError:
        try:
            return read(thing)
        except BadFileError as error:
            return error

    return [attempt(thing) for thing in things]


def routine_of(name: str, items: Sequence[Item], losses: Losses, **fields: Any) -> Imported:
    """The routine of ``items``, in which exercises follow one another at once."""
    kept = list(items)
    while kept and isinstance(kept[-1], Rest):
        kept.pop()
        losses.add("the rest at the end, as nothing follows it")
    if not kept:
        raise BadFileError(f"there is no exercise in {name!r}")
    between = 0.0 if len(kept) > 1 else None
    return Imported(Routine(name, tuple(kept), between=between, **fields), losses.all())


def timed(name: str, seconds: int, **fields: Any) -> Exercise:
    """Movement for so long, which is all that these programs know."""
    return Exercise(name, Timed(float(seconds), hold=False), id=name, **fields)


def fields_of(value: object, what: str) -> dict[str, Any]:
    """``value`` as an object of JSON."""
    if not isinstance(value, dict):
        raise BadFileError(f"{what} is not an object")
    return value


def list_of(value: object, what: str) -> list[Any]:
    """``value`` as a list of JSON."""
    if not isinstance(value, list):
        raise BadFileError(f"{what} is not a list")
    return value


def whole(value: object, what: str, most: float = DAY) -> int:
    """``value`` as a whole number from 0."""
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(number, bool) or not isinstance(number, int):
        raise BadFileError(f"{what} is not a whole number")
    if not 0 <= number <= most:
        raise BadFileError(f"{what} is not between 0 and {most:,.0f}")
    return number
