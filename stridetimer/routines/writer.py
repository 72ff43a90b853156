"""From a routine to the text of a routine file that a person likes to read and to edit.

What is as it would be anyhow is left out, so that only what was said is there to be read; reading
the text gives the routine again.
"""

import json
import re
from collections.abc import Iterable, Iterator

from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    Item,
    Open,
    Reps,
    Rest,
    Routine,
    Timed,
)

_PLAIN = re.compile(r"[^\W_](?:[\w '.+/()%°-]*[\w.)%°!?])?")
"""Text that YAML, in whatever version, takes for itself, in a list on one line too."""

_NOT_TEXT = re.compile(r"(?i)null|true|false|yes|no|on|off|y|n|[0-9.].*")
_LOOSE_BLOCK = re.compile(r"(?m)^[ \t]|[ \t]$|\r|\A\n|\n\Z")
_FRESH = Exercise("", Open())
"""What an exercise is where nothing is said."""

Lines = Iterator[str]


def written(routine: Routine, comments: Iterable[str] = ()) -> str:
    """The text of a file that says ``routine``, with ``comments`` before it.

    Text must be what a file may hold: without control characters, names on one line.
    """
    lines = [*(f"# {line}".rstrip() for line in comments), *_head(routine), "", "exercises:"]
    lines += ["  " + line for item in routine.items for line in _item(item)]
    return "\n".join(lines) + "\n"


def length(seconds: float) -> str:
    """A length as a person writes it: ``90s``, ``2m``, ``1h30m``; exact to the millisecond."""
    if seconds != int(seconds) or (0 < seconds < 120 and seconds != 60):
        return f"{seconds:.3f}".rstrip("0").rstrip(".") + "s"
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "m"), (rest, "s"))
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "0"


def scalar(value: str) -> str:
    """A text as YAML, in quotes where it needs them."""
    if _PLAIN.fullmatch(value) and not _NOT_TEXT.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _head(routine: Routine) -> Lines:
    yield f"name: {scalar(routine.name)}"
    yield from _text("summary", routine.summary)
    if routine.source:
        yield f"source: {scalar(routine.source)}"
    yield from _list("equipment", routine.equipment)
    yield from _list("cautions", routine.cautions)
    yield from _list("tags", routine.tags)
    if routine.recovery is not None:
        yield f"recovery: {length(routine.recovery)}"
    if routine.after:
        yield f"after: {scalar(routine.after)}"
    if routine.prepare != Routine("", ()).prepare:
        yield f"prepare: {length(routine.prepare)}"
    if routine.between is not None:
        yield f"defaults: {{between: {length(routine.between)}}}"
    if routine.sounds:
        yield f"sounds: {_fields((name, scalar(path)) for name, path in routine.sounds)}"


def _item(item: Item) -> Lines:
    """The lines of one item of a list, the first with its dash."""
    match item:
        case Rest():
            lines = [f"rest: {length(item.seconds)}"]
        case Circuit():
            lines = [*_circuit(item)]
        case Exercise():
            lines = [*_exercise(item)]
    yield f"- {lines[0]}"
    yield from (f"  {line}".rstrip() for line in lines[1:])


def _circuit(circuit: Circuit) -> Lines:
    yield f"circuit: {scalar(circuit.name)}"
    if circuit.rounds != 1:
        yield f"rounds: {circuit.rounds}"
    if circuit.rounds != 1 or circuit.rest != _FRESH.rest:
        yield f"rest: {length(circuit.rest)}"
    if circuit.between is not None:
        yield f"between: {length(circuit.between)}"
    yield "exercises:"
    yield from ("  " + line for item in circuit.items for line in _item(item))


def _exercise(exercise: Exercise) -> Lines:
    yield f"name: {scalar(exercise.name)}"
    if exercise.id and exercise.id != exercise.name:
        yield f"id: {scalar(exercise.id)}"
    for name in ("sides", "order", "first"):
        value = getattr(exercise, name)
        if value is not getattr(_FRESH, name):
            yield f"{name}: {value.value}"
    if exercise.sets != 1:
        yield f"sets: {exercise.sets}"
    yield from _work(exercise)
    if exercise.sets != 1 or exercise.rest != _FRESH.rest:
        yield f"rest: {length(exercise.rest)}"
    if exercise.between is not None:
        yield f"between: {length(exercise.between)}"
    if exercise.switch != _FRESH.switch:
        yield f"switch: {length(exercise.switch)}"
    if exercise.wait:
        yield "wait: true"
    yield from _list("form", exercise.form)
    yield from _text("how", exercise.how)
    yield from _list("easier", exercise.easier)
    yield from _list("harder", exercise.harder)
    if exercise.link:
        yield f"link: {scalar(exercise.link)}"


def _work(exercise: Exercise) -> Lines:
    match exercise.work:
        case Reps(count, upper, tempo, pace):
            yield f"reps: {count}" if count == upper else f"reps: {count}-{upper}"
            if tempo:
                yield f"tempo: {_tempo(tempo)}"
            yield from _pace(pace)
        case Timed(seconds, hold):
            yield f"{'hold' if hold else 'work'}: {length(seconds)}"
        case Open(aim_seconds, aim_reps, pace):
            yield "open: true"
            if aim_seconds is not None:
                yield f"aim: {length(aim_seconds)}"
            elif aim_reps is not None:
                yield f"aim: {aim_reps}"
            yield from _pace(pace)


def _pace(seconds: float) -> Lines:
    if seconds != Open().pace:
        yield f"pace: {length(seconds)}"


def _tempo(beats: tuple[Beat, ...]) -> str:
    if len(beats) == 1 and not beats[0].name:
        return length(beats[0].seconds)
    return _fields((scalar(beat.name), length(beat.seconds)) for beat in beats)


def _fields(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in pairs) + "}"


def _list(name: str, values: tuple[str, ...]) -> Lines:
    if values:
        yield f"{name}:"
        yield from (f"  - {scalar(value)}" for value in values)


def _text(name: str, value: str) -> Lines:
    """A text of one line or several."""
    if "\n" not in value or _LOOSE_BLOCK.search(value):
        if value:
            yield f"{name}: {scalar(value)}"
        return
    yield f"{name}: |-"
    yield from (f"  {line}".rstrip() for line in value.split("\n"))
