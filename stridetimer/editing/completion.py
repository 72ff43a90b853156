"""What can be offered to whoever writes a routine, at the place where the cursor stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stridetimer.editing.situation import ITEMS, NEW_ITEM, Situation, situation
from stridetimer.editing.vocabulary import (
    CIRCUIT,
    EXERCISE,
    REST,
    Holds,
    Word,
    meaning,
    vocabulary,
)

_WORD_GOES_ON = re.compile(r"[\w-]*")
_ANCHORS = re.compile(r"(?:^|[\s\[{,])&([^\s,\[\]{}]+)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that can be written."""

    label: str
    """How it is called."""
    insert: str
    """What is put into the text; the cursor comes to stand behind it."""
    about: str = ""
    """What it means."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What can be written in place of what stands between two columns of a line."""

    start: int
    end: int
    suggestions: tuple[Suggestion, ...]
    eager: bool
    """Whether to offer it without being asked."""


def complete(
    lines: Sequence[str], row: int, column: int, routines: Sequence[str] = ()
) -> Completion | None:
    """What can be written at ``column`` of line ``row``, both from 0.

    ``routines`` are the names of those there are.

    Returns:
        None where there is nothing to be offered.
    """
    here = situation(lines, row, column)
    if here is None:
        return None
    after = lines[row][column:]
    goes_on = _WORD_GOES_ON.match(after)
    end = column + (len(goes_on[0]) if goes_on and here.typed else 0)
    named = lines[row][end:].lstrip().startswith(":")
    offered = _values(here, lines, routines) if here.field else _names(here, named)
    fitting = _fitting(list(offered), here.typed)
    if not fitting or [one.label for one in fitting] == [here.typed]:
        return None
    eager = bool(here.typed) if not here.field else _is_choice(here)
    return Completion(column - len(here.typed), end, tuple(fitting), eager)


def field_at(lines: Sequence[str], row: int, column: int) -> Word | None:
    """The field whose name or value stands at a place, if it is one of ours."""
    goes_on = _WORD_GOES_ON.match(lines[row][column:])
    here = situation(lines, row, column + (len(goes_on[0]) if goes_on else 0))
    return _word(here, here.field or here.typed) if here else None


def _names(here: Situation, named: bool) -> Iterator[Suggestion]:
    """The fields that can stand here; ``named`` where a colon follows already."""
    if here.kind == ITEMS:
        yield from (
            Suggestion(f"- {name}", f"- {name}: ", meaning(kind)) for name, kind in _BEGINNINGS
        )
        return
    if here.kind == NEW_ITEM:
        yield from (
            Suggestion(name, name if named else f"{name}: ", meaning(kind))
            for name, kind in _BEGINNINGS
        )
    kind = EXERCISE if here.kind == NEW_ITEM else here.kind
    known = vocabulary(kind)
    beside = here.beside | ({"name", "rest"} if here.kind == NEW_ITEM else set())
    for word in known.legal(frozenset(beside)) if known else ():
        yield Suggestion(word.name, word.name if named else _insert(word, here), word.about)


_BEGINNINGS = (("name", EXERCISE), ("circuit", CIRCUIT), ("rest", REST))
"""With which field an item of a list of exercises begins, and what it is then."""


def _insert(word: Word, here: Situation) -> str:
    """The name of a field with all that comes before its value."""
    deeper = "\n" + " " * (here.indent + 2)
    match word.holds:
        case Holds.LIST:
            item = "- name: " if word.name == "exercises" else "- "
            return f"{word.name}: [" if here.in_brackets else f"{word.name}:{deeper}{item}"
        case Holds.FIELDS:
            return f"{word.name}: {{" if here.in_brackets else f"{word.name}:{deeper}"
    return f"{word.name}: "


def _values(here: Situation, lines: Sequence[str], routines: Sequence[str]) -> Iterator[Suggestion]:
    if here.field == "<<":
        anchors = dict.fromkeys(name for text in lines for name in _ANCHORS.findall(text))
        yield from (Suggestion(f"*{name}", f"*{name}") for name in anchors)
    elif word := _word(here, here.field):
        values = word.choices or word.examples or (routines if word.name == "after" else ())
        yield from (Suggestion(value, value, word.about) for value in values)


def _is_choice(here: Situation) -> bool:
    word = _word(here, here.field)
    return word is not None and bool(word.choices) and here.typed not in word.choices


def _word(here: Situation, name: str) -> Word | None:
    kinds = (EXERCISE, CIRCUIT, REST) if here.kind == NEW_ITEM else (here.kind,)
    for kind in kinds:
        known = vocabulary(kind)
        if known and name in known.words:
            return known.words[name]
    return None


def _fitting(offered: list[Suggestion], typed: str) -> list[Suggestion]:
    """Those that begin with what is typed, and then those that have it within."""
    wanted = typed.casefold()
    begin = [one for one in offered if one.label.casefold().startswith(wanted)]
    within = [one for one in offered if one not in begin and wanted in one.label.casefold()]
    return begin + within
