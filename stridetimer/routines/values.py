"""What the text of a field means: one function for each kind of value.

They take the text and return the value, or raise a ValueError that says in words what is wrong;
the message reads on from the field's name.
"""

import re
from dataclasses import dataclass

from stridetimer.core.lengths import DAY, LONGEST_RECOVERY, in_words, parse_length
from stridetimer.core.limits import MOST_REPS, MOST_SETS
from stridetimer.routines.characters import quoted

_LARGEST = 10**9
"""More than any field takes."""
FORMAT = 1
"""The version of the format that is read."""

COUNT_PATTERN = r"^\s*[0-9]+\s*$"
RANGE_PATTERN = r"^\s*[0-9]+\s*([-\u2013]\s*[0-9]+\s*)?$"
LINE_PATTERN = r"^\s*\S([^\t\n\r]*\S)?\s*$"
LINK_PATTERN = r"^\s*[hH][tT][tT][pP][sS]?://[^\s/]\S*\s*$"
TRUE_WORDS = ("true", "yes", "on")
FALSE_WORDS = ("false", "no", "off")

_DIGITS = re.compile(r"[0-9]+")
_OTHER_NUMERAL = re.compile(
    r"0x[0-9a-fA-F]{1,12}|0o[0-7]{1,16}"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?"
)
_RANGE = re.compile(r"([0-9]+)\s*[-\N{EN DASH}]\s*([0-9]+)")
_LINK = re.compile(LINK_PATTERN)
_DAYS = re.compile(r"[0-9.]+\s*d(?:ays?)?", re.IGNORECASE)
_PHASES = re.compile(r"[0-9x]{1,2}(?:\s*[-/]\s*[0-9x]{1,2}){2,3}|[0-9]{2}x[0-9]", re.IGNORECASE)
"""A tempo as lifters write it: ``3-1-2``, ``4/0/1/0``, ``31X1``."""


@dataclass(frozen=True, slots=True)
class RepRange:
    """``15``, or ``15-20``."""

    count: int
    upper: int


@dataclass(frozen=True, slots=True)
class Aim:
    """What open work aims at: seconds, or repetitions."""

    seconds: float | None = None
    reps: int | None = None


def line(text: str) -> str:
    """Text on one line."""
    text = text.strip()
    if not text:
        raise ValueError("there is no text in it")
    if "\n" in text:
        raise ValueError("takes one line of text, without line breaks")
    if "\t" in text:
        raise ValueError("holds a tab, which is a control character; write a space")
    return text


def paragraphs(text: str) -> str:
    """Text that may go over several lines."""
    return text.expandtabs(4).strip()


def link(text: str) -> str:
    """The address of a web page."""
    if not _LINK.match(text):
        raise ValueError(f"{quoted(text)} is not a web address; it begins with https://")
    return text.strip()


def _decimal(text: str) -> str:
    """``text``, or the plain digits of the whole number that it writes in another way.

    Editors read YAML 1.2, in which ``15.0``, ``+15``, ``1e2`` and ``0x1F`` are whole numbers:
    what they take for one has to be one here.
    """
    text = text.strip()
    if _DIGITS.fullmatch(text) or not _OTHER_NUMERAL.fullmatch(text):
        return text
    number = int(text, 0) if text[:2] in ("0x", "0o") else float(text)
    return str(int(number)) if 0 <= number <= _LARGEST and number == int(number) else text


def length_or_zero(text: str) -> float:
    """Seconds, from nothing to a day."""
    return _seconds(text, DAY)


def length(text: str) -> float:
    """Seconds, more than none and up to a day."""
    return _more_than_nothing(text, length_or_zero(text))


def recovery(text: str) -> float:
    """Seconds, more than none and up to a month."""
    return _more_than_nothing(text, _seconds(text, LONGEST_RECOVERY))


def _seconds(text: str, most: float) -> float:
    try:
        seconds = parse_length(_decimal(text))
    except ValueError:
        raise ValueError(f"{quoted(text)} {_no_length(text.strip())}") from None
    if seconds > most:
        raise ValueError(f"{quoted(text)} is too long; at most {in_words(most)} can be said here")
    return seconds


def _no_length(text: str) -> str:
    """What is wrong with ``text``, which is no length."""
    if re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        number = text.replace(",", ".")
        return f"has no unit; write {number}s or {number}m"
    if re.fullmatch(r"-\s*[0-9].*", text):
        return "is less than no time at all"
    if _DAYS.fullmatch(text):
        return "is said in days; write hours: a day is 24h"
    return "is not a length; write it like 90s, 1m30s, 2 min or 1:30"


def beat(text: str) -> float:
    """The length of a repetition that is one beat."""
    if _PHASES.fullmatch(text.strip()):
        words = "has beats without a name; write them like {down: 3s, stay: 1s, up: 2s}"
        raise ValueError(f"{quoted(text)} {words}")
    return length(text)


def _more_than_nothing(text: str, seconds: float) -> float:
    if not seconds:
        raise ValueError(f"{quoted(text)} is no time at all; it has to be longer than 0")
    return seconds


def sets(text: str) -> int:
    """How many sets, or rounds."""
    return _count(text, MOST_SETS)


def _count(text: str, most: int) -> int:
    text = text.strip()
    plain = _decimal(text)
    if not _DIGITS.fullmatch(plain):
        raise ValueError(f"{quoted(text)} is not a whole number of 1 or more")
    digits = plain.lstrip("0") or "0"
    # Python refuses to reckon with thousands of digits, and there is no need to.
    number = int(digits) if len(digits) <= len(str(most)) else most + 1
    if number > most:
        raise ValueError(f"{quoted(text)} is too many; {most:,} is the most")
    if not number:
        raise ValueError(f"{quoted(text)} is too few; 1 is the least")
    return number


def reps(text: str) -> RepRange:
    """How many repetitions, or from how many to how many."""
    text = text.strip()
    match = _RANGE.fullmatch(text)
    if match is None and not _DIGITS.fullmatch(_decimal(text)):
        raise ValueError(f"{quoted(text)} is not a number of repetitions, like 15 or 15-20")
    count, upper = (_count(part, MOST_REPS) for part in (match.groups() if match else (text, text)))
    if upper < count:
        raise ValueError(f"{quoted(text)} is upside down; write {upper}-{count}")
    return RepRange(count, upper)


def aim(text: str) -> Aim:
    """Repetitions where it is a bare number, a length otherwise."""
    if _DIGITS.fullmatch(_decimal(text)):
        return Aim(reps=_count(text, MOST_REPS))
    return Aim(seconds=length(text))


def flag(text: str) -> bool:
    """Yes or no."""
    word = text.strip().lower()
    if word not in TRUE_WORDS + FALSE_WORDS:
        raise ValueError(f"{quoted(text)} is neither true nor false")
    return word in TRUE_WORDS


def true(text: str) -> bool:
    """Yes; what is not wanted is left out."""
    if not flag(text):
        raise ValueError(f"{quoted(text)} says nothing; leave it out")
    return True


def format_version(text: str) -> int:
    """The version of the format: there is one."""
    if _decimal(text) != str(FORMAT):
        raise ValueError(f"{quoted(text)} is not known to this version; it reads format {FORMAT}")
    return FORMAT
