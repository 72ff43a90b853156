"""OpenHIIT: the timers that it exports.

A list of timers, each with a ``name``, ``activities`` (names), ``activeIntervals`` (how many
intervals of work; some or all may have no name) and ``timeSettings`` in seconds:
``getReadyTime``, ``warmupTime``, ``workTime``, ``restTime``, ``breakTime``, ``cooldownTime``, and
``restarts``, how often all of it comes again. A break of 0 is as long as a rest; a rest follows the
warm-up.
(From its source, ``lib/core/models`` and ``lib/core/utils/interval_calculation.dart``.)
"""

from collections.abc import Sequence
from typing import Any

from stridetimer.core.routine import Circuit, Item, Rest
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

_MOST_INTERVALS = 10_000


def _knows(source: Source) -> bool:
    first = source.data[0] if isinstance(source.data, list) and source.data else None
    return isinstance(first, dict) and "timeSettings" in first


def _read(source: Source) -> Sequence[Imported | BadFileError]:
    if len(source.data) > MOST_ROUTINES:
        raise BadFileError(f"it holds more than {MOST_ROUTINES} timers")
    return each(source.data, lambda timer: _timer(fields_of(timer, "a timer"), source.title))


def _timer(timer: dict[str, Any], title: str) -> Imported:
    losses = Losses()
    name = losses.name(timer.get("name"), title)
    settings = fields_of(timer.get("timeSettings"), f"timeSettings of {name!r}")

    def seconds(field: str) -> int:
        return whole(settings.get(field, 0), f"{field} of {name!r}")

    work, rest = seconds("workTime"), float(seconds("restTime"))
    count = whole(timer.get("activeIntervals", 0), f"activeIntervals of {name!r}", _MOST_INTERVALS)
    if not work or not count:
        raise BadFileError(f"there is no work in {name!r}")
    items = list[Item]()
    if warmup := seconds("warmupTime"):
        items += [timed("Warm-up", warmup), Rest(rest)]
    activities = list_of(timer.get("activities", []), f"activities of {name!r}")
    names = _names([losses.name(activity, "") for activity in activities[:count]], count)
    restarts = whole(settings.get("restarts", 0), f"restarts of {name!r}", _MOST_INTERVALS)
    pause = float(seconds("breakTime")) or rest
    items.append(_rounds(names, count, work, rest, restarts + 1, pause))
    if cooldown := seconds("cooldownTime"):
        items.append(timed("Cool-down", cooldown))
    sounds = timer.get("soundSettings")
    if isinstance(sounds, dict) and any(
        value not in ("", "none") for key, value in sounds.items() if key.endswith("Sound")
    ):
        losses.add("its choice of sounds")
    return routine_of(name, items, losses, prepare=float(seconds("getReadyTime")))


def _names(given: list[str], count: int) -> list[str]:
    """A name for each of ``count`` intervals, if any is given: that, or one with its number."""
    if not any(given):
        return []
    padded = given + [""] * (count - len(given))
    return [name or f"Work {number}" for number, name in enumerate(padded, start=1)]


def _rounds(
    names: list[str], count: int, work: int, rest: float, rounds: int, pause: float
) -> Circuit:
    """All the work; intervals without names are rounds of one exercise."""
    if not names and rounds == 1:
        return Circuit("Intervals", count, rest, None, (timed("Work", work),))
    items: tuple[Item, ...]
    if not names:
        items = (Circuit("Intervals", count, rest, None, (timed("Work", work),)),)
    else:
        items = tuple(timed(name, work) for name in names)
    between = rest if len(items) > 1 else None
    return Circuit("Round" if names else "Rounds", rounds, pause, between, items)


IMPORTER = Importer("OpenHIIT", _knows, _read)
