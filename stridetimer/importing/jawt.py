"""Just Another Workout Timer: what its "export" and "share" write.

A backup is ``{"workouts": [workout …]}``, a shared workout stands alone. A workout has a ``title``
and ``sets``; a set is gone through ``repetitions`` times, and its ``exercises`` have a ``name`` and
a ``duration`` in seconds. A rest is an exercise that is called so, in the language of the app.
(From its source, ``lib/utils/workout.dart`` and ``storage_helper.dart``, version 1.14.)
"""

from collections.abc import Iterator, Sequence
from typing import Any

from stridetimer.core.routine import Circuit, Exercise, Item, Rest
from stridetimer.importing.importer import (
    MOST_ROUTINES,
    BadFileError,
    Imported,
    Importer,
    Losses,
    Source,
    each,
    fields_of,
    list_of,
    routine_of,
    timed,
    whole,
)

_RESTS = {"rest", "pause", "repos", "riposo", "отдых", "dinlenme", "odpoczynek", "休息", "break"}
"""What the app calls a rest by itself, in each of its languages; and what people do."""

_MOST_REPETITIONS = 100_000


def _knows(source: Source) -> bool:
    data = source.data
    return isinstance(data, dict) and ("workouts" in data or {"title", "sets"} <= data.keys())


def _read(source: Source) -> Sequence[Imported | BadFileError]:
    if "workouts" not in source.data:
        return [_workout(source.data, source.title)]
    workouts = list_of(source.data["workouts"], "workouts")
    if len(workouts) > MOST_ROUTINES:
        raise BadFileError(f"it holds more than {MOST_ROUTINES} workouts")
    if not workouts:
        raise BadFileError("there is no workout in it")
    return each(workouts, lambda workout: _workout(workout, source.title))


def _workout(data: Any, title: str) -> Imported:
    workout, losses = fields_of(data, "a workout"), Losses()
    name = losses.name(workout.get("title"), title)
    items = list[Item]()
    for number, given in enumerate(list_of(workout.get("sets"), f"sets of {name!r}"), start=1):
        where = f"set {number} of {name!r}"
        items += _set(fields_of(given, where), where, f"Set {number}", losses)
    return routine_of(name, items, losses)


def _set(data: dict[str, Any], where: str, name: str, losses: Losses) -> list[Item]:
    repetitions = whole(
        data.get("repetitions", 1), f"repetitions in {where}", most=_MOST_REPETITIONS
    )
    exercises = list_of(data.get("exercises"), f"exercises in {where}")
    items = list(_items(exercises, where, losses))
    if not items or not repetitions:
        losses.add(f"{name}, in which there is nothing to do")
        return []
    if repetitions == 1:
        return items
    if not any(isinstance(item, Exercise) for item in items):
        rest = sum(item.seconds for item in items if isinstance(item, Rest)) * repetitions
        return [Rest(float(whole(rest, f"the rest in {where}")))]
    return [Circuit(name, repetitions, 0.0, None, tuple(items))]


def _items(exercises: list[Any], where: str, losses: Losses) -> Iterator[Item]:
    for number, given in enumerate(exercises, start=1):
        exercise = fields_of(given, f"exercise {number} in {where}")
        name = losses.name(exercise.get("name"), "Exercise")
        seconds = whole(exercise.get("duration", 30), f"duration of exercise {number} in {where}")
        if not seconds:
            losses.add(f"{name}, which takes no time")
        elif name.casefold() in _RESTS:
            yield Rest(float(seconds))
        else:
            yield timed(name, seconds)


IMPORTER = Importer("Just Another Workout Timer", _knows, _read)
