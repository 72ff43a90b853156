"""hiitimer: its presets of plain text.

Lines with ``exercises:`` and one exercise on each line after it, ``exercise_time: 30``,
``rest_time: 10`` and ``reps: 4``, in any order; blank lines and lines that begin with ``#`` say
nothing. Every exercise takes the same time, and the same rest follows each but the last.
(From its source, ``utilities.py``.)
"""

import re

from stridetimer.core.routine import Circuit
from stridetimer.importing.importer import (
    BadFileError,
    Imported,
    Importer,
    Losses,
    Source,
    routine_of,
    timed,
    whole,
)

_MOST_EXERCISES = 10_000
_NUMBERS = ("exercise_time", "rest_time", "reps")
_FIELD = re.compile(r"(\w+)\s*:\s*(.*)")


def _knows(source: Source) -> bool:
    text = source.text
    return bool(re.search(r"(?m)^\s*exercises:\s*$", text) and "exercise_time" in text)


def _read(source: Source) -> list[Imported]:
    losses, names = Losses(), list[str]()
    numbers = dict[str, int]()
    listing = False
    for line in source.text.splitlines():
        line = line.strip()
        field = _FIELD.fullmatch(line)
        if not line or line.startswith("#"):
            continue
        if field and field[1] in _NUMBERS:
            numbers[field[1]] = _number(field[1], field[2])
            listing = False
        elif line.endswith(":"):
            listing = line == "exercises:"
            if not listing:
                losses.add(f"the list {losses.name(line[:-1], '')!r}, which hiitimer does not know")
        elif listing:
            names.append(losses.name(line, "Exercise"))
        else:
            losses.add(f"the line {losses.name(line, '')!r}, which hiitimer does not know")
    if missing := [name for name in _NUMBERS if name not in numbers]:
        raise BadFileError(f"{missing[0]!r} is missing")
    if not names or len(names) > _MOST_EXERCISES:
        raise BadFileError("there are no exercises in it" if not names else "it holds too many")
    seconds, rest, rounds = (numbers[name] for name in _NUMBERS)
    if not seconds or not rounds:
        raise BadFileError(f"{'exercise_time' if not seconds else 'reps'!r} is 0")
    between = float(rest) if len(names) > 1 else None
    items = tuple(timed(name, seconds) for name in names)
    circuit = Circuit("Exercises", rounds, float(rest), between, items)
    return [routine_of(source.title, [circuit], losses)]


def _number(name: str, text: str) -> int:
    digits = text.strip()
    number = int(digits) if digits.isdecimal() and len(digits) < 10 else None
    return whole(number, repr(name))


IMPORTER = Importer("hiitimer", _knows, _read)
