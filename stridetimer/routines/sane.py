"""Whether a routine that was kept somewhere is one that a file can come to."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from stridetimer.core.lengths import DAY, LONGEST_RECOVERY
from stridetimer.core.limits import MOST_BEATS, MOST_REPS, MOST_SETS
from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    First,
    Open,
    Order,
    Reps,
    Rest,
    Routine,
    Sides,
    Timed,
)
from stridetimer.core.tally import MOST_STEPS, count_steps
from stridetimer.routines.characters import UNREADABLE

Check = Callable[[Any], bool]


def is_sane(routine: Routine) -> bool:
    """Whether each field holds what it is for, and all of it together no more than may be."""
    return _is_whole(routine) and 0 < count_steps(routine) <= MOST_STEPS


def _is_whole(value: Any) -> bool:
    return all(_CHECKS[field.name](getattr(value, field.name)) for field in fields(value))


def _is_text(value: Any) -> bool:
    return type(value) is str and not UNREADABLE.search(value)


def _is_length(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value <= DAY


def _is_recovery(value: Any) -> bool:
    return type(value) in (int, float) and 0 < value <= LONGEST_RECOVERY


def _is_flag(value: Any) -> bool:
    return type(value) is bool


def _up_to(most: int) -> Check:
    return lambda value: type(value) is int and 0 < value <= most


def _a(*kinds: type) -> Check:
    """One of our own values, itself whole."""
    return lambda value: isinstance(value, kinds) and _is_whole(value)


def _word_of(words: type) -> Check:
    return lambda value: isinstance(value, words)


def _all(check: Check) -> Check:
    return lambda value: type(value) is tuple and all(map(check, value))


def _none_or(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _is_work(value: Any) -> bool:
    if not _a(Reps, Timed, Open)(value):
        return False
    if not isinstance(value, Reps):
        return True
    return value.count <= value.upper and value.count * len(value.tempo) <= MOST_BEATS


_CHECKS: dict[str, Check] = {
    **dict.fromkeys(("name", "id", "how", "link", "summary", "source", "after"), _is_text),
    **dict.fromkeys(("form", "easier", "harder", "equipment", "cautions", "tags"), _all(_is_text)),
    **dict.fromkeys(("seconds", "pace", "rest", "switch", "prepare"), _is_length),
    **dict.fromkeys(("between", "aim_seconds"), _none_or(_is_length)),
    **dict.fromkeys(("count", "upper"), _up_to(MOST_REPS)),
    **dict.fromkeys(("sets", "rounds"), _up_to(MOST_SETS)),
    **dict.fromkeys(("hold", "wait"), _is_flag),
    "aim_reps": _none_or(_up_to(MOST_REPS)),
    "recovery": _none_or(_is_recovery),
    "sides": _word_of(Sides),
    "order": _word_of(Order),
    "first": _word_of(First),
    "work": _is_work,
    "tempo": _all(_a(Beat)),
    "items": _all(_a(Exercise, Rest, Circuit)),
    "sounds": _all(lambda pair: len(pair) == 2 and _all(_is_text)(pair)),
}
"""What each field holds, by its name: the same in whatever has one of that name."""
