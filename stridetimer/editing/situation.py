"""What can be written at a place in a routine: the name of which field, or whose value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from stridetimer.editing.brackets import Bracket, open_brackets
from stridetimer.editing.lines import field_in, has_value_place, line
from stridetimer.editing.outline import ITEM, Way, way_to
from stridetimer.editing.vocabulary import CIRCUIT, DEFAULTS, EXERCISE, ROUTINE, SOUNDS
from stridetimer.routines.model import kind_of

ITEMS, NEW_ITEM = "items", "new item"
"""A list of exercises; and one of them of which nothing is known yet."""

_NAME_BEGUN = re.compile(r"[\w<]?[\w< -]*")
_VALUE_BEGUN = re.compile(r"[\w*]?[\w .:*-]*")
_LATER_NAMES = re.compile(r"([\w-]+)\s*:(?=\s)")


@dataclass(frozen=True, slots=True)
class Situation:
    """A place where something of ours can be written."""

    kind: str
    """What has the fields here: a routine, an exercise …"""
    field: str
    """The field whose value stands here; empty where the name of one does."""
    typed: str
    """What is written of it, up to the place."""
    beside: frozenset[str] = frozenset()
    """The fields that are there already."""
    indent: int = 0
    """The column in which the names of the fields begin."""
    in_brackets: bool = False


def situation(lines: Sequence[str], row: int, column: int) -> Situation | None:
    """What can be written before ``column`` in line ``row``, both counted from 0.

    Returns:
        None where there is nothing of ours: in comments, quotes and running text, for one.
    """
    before, after = lines[row][:column], lines[row][column:]
    at = line(before)
    way = way_to(lines, row, at)
    if way is None:
        return None
    text = way.opened + (before if way.opened else at.content)
    brackets = open_brackets(text)
    if brackets is None:
        return None
    if brackets:
        return _in_brackets(way, brackets, text, after)
    return _begun(at.content, _kind(way.steps, way.beside), way.beside, at.column)


def _in_brackets(way: Way, brackets: list[Bracket], text: str, after: str) -> Situation | None:
    inside = brackets[-1]
    if inside.opener == "[":
        return None
    later = _LATER_NAMES.findall(after.partition("}")[0])
    beside = frozenset(inside.names).union(later)
    steps = [*way.steps, *(step for one in brackets for step in _steps_into(one, brackets[0]))]
    return _begun(text[inside.part :].lstrip(), _kind(steps, beside), beside, 0, True)


def _steps_into(bracket: Bracket, outermost: Bracket) -> list[str]:
    if bracket.name:
        return [bracket.name]
    return [] if bracket is outermost else [ITEM]


def _begun(
    text: str, kind: str, beside: frozenset[str], indent: int, in_brackets: bool = False
) -> Situation | None:
    """The situation behind ``text``, the beginning of a field."""
    if not kind:
        return None
    if has_value_place(text):
        name, value = field_in(text)
        if _VALUE_BEGUN.fullmatch(value):
            return Situation(kind, name, value, beside, indent, in_brackets)
    elif _NAME_BEGUN.fullmatch(text):
        return Situation(kind, "", text, beside, indent, in_brackets)
    return None


def _kind(steps: Sequence[str], beside: frozenset[str]) -> str:
    """What one gets to by ``steps``; empty where that is nothing with fields of ours."""
    kind = ROUTINE
    for step, following in zip_longest(steps, steps[1:]):
        if kind in (ROUTINE, CIRCUIT) and step == "exercises":
            kind = ITEMS
        elif kind == ITEMS and step == ITEM:
            kind = _kind_of_item(following, beside)
        elif kind == ROUTINE and step in (DEFAULTS, SOUNDS):
            kind = step
        else:
            return ""
    return kind


def _kind_of_item(following: str | None, beside: frozenset[str]) -> str:
    if following is not None:
        return CIRCUIT if following == "exercises" else EXERCISE
    known = beside - {""}
    return kind_of(known) if known else NEW_ITEM
