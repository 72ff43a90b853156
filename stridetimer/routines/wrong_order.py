"""What a person says in one line in another order than the one that is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from stridetimer.routines.spoken import TIME

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OFTEN = ("once", "twice", "thrice")
_COUNTS = {word: count for words in (_NUMBERS, _OFTEN) for count, word in enumerate(words, start=1)}

_ARRANGED = re.IGNORECASE | re.VERBOSE
_SETS_BEHIND = re.compile(
    rf"""
    (?<!\w) (?:for\s+)? [(]?
    (?: [x\u00d7*] \s*(?P<behind>[0-9]+)(?:\s*(?:sets?|times))?
      | (?P<before>[0-9]+|{"|".join(_NUMBERS)}) \s*(?:[x\u00d7*]|sets?|times)
      | (?P<often>{"|".join(_OFTEN)}) )
    [)]? \s* $
    """,
    _ARRANGED,
)
_REST_BEHIND = re.compile(
    rf"""
    (?<!\s) (?: \s+(?:and|with|then) )? \s+
    (?: (?P<before>{TIME}) \s* (?:of\s+)? (?:rest|pause|break)
      | (?:rest|pause|break) \s+ (?:of\s+)? (?P<behind>{TIME}) )
    (?: \s*(?:in\s+)?between(?:\s+sets)? )? $
    """,
    _ARRANGED,
)
_NAME_FIRST = re.compile(
    rf"""
    (?P<name> [a-z][^0-9]*? ) (?: \s*: | \s+(?:[x\u00d7*]|for) )? \s+
    (?: (?P<sets>[0-9]+) \s*(?:[x\u00d7*]|sets?\s+of)\s* )?
    (?P<dose> {TIME} | [0-9]+(?:\s*[-\u2013]\s*[0-9]+)? | max )
    (?: \s*reps? )? \s*
    """,
    _ARRANGED,
)
IN_WORDS = re.compile(rf"(?:an?|{'|'.join(_COUNTS)})\s", re.IGNORECASE)
"""The beginning of what begins with a number that is not written in digits."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind the name of an exercise, and would be taken for a part of it."""

    start: int
    """Where it begins."""
    said: str
    """The number of sets, or the length of the rest."""


def sets_behind(text: str) -> Behind | None:
    """How often ``text`` says, at its end, that all of it is to be done: ``x3``, ``twice``."""
    match = _SETS_BEHIND.search(text)
    if match is None:
        return None
    said = match[match.lastgroup or ""].casefold()
    return Behind(match.start(), str(_COUNTS.get(said, said)))


def rest_behind(text: str) -> Behind | None:
    """The rest that ``text`` says at its end, without what sets it apart: ``60s rest``."""
    match = _REST_BEHIND.search(text)
    return Behind(match.start(), match[match.lastgroup or ""].strip()) if match else None


def name_first(text: str, sets: str, is_name: Callable[[str], bool]) -> str:
    """``text`` with how much before the name, ``sets`` times; empty where it is no such text."""
    text = " ".join(text.split())
    behind = sets_behind(text)
    # At the end of "squats x 15" there is no number of sets.
    for end, often in ((behind.start, behind.said) if behind else (0, ""), (None, "")):
        match = _NAME_FIRST.fullmatch(text[:end].rstrip())
        if match and is_name(match["name"]):
            times = [said for said in (sets, match["sets"], often) if said]
            if len(times) < 2:
                said = [*times, match["dose"].rstrip()]
                return f"{'x'.join(said)} {match['name']}"
    return ""
