"""In which order, and under which headings, the library shows its routines."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest
from typing import TypeVar

from stridetimer.tui.entry import Entry
from stridetimer.tui.searching import folded


class Grouping(StrEnum):
    """What the headings are."""

    FOLDER = "folder"
    TAG = "tag"
    NONE = "none"


class Sorting(StrEnum):
    """What comes first under a heading."""

    NAME = "name"
    DONE = "last done"
    LENGTH = "length"


Choice = TypeVar("Choice", bound=StrEnum)


def following(choice: Choice) -> Choice:
    """The one after ``choice``; the first after the last."""
    choices = list(type(choice))
    return choices[(choices.index(choice) + 1) % len(choices)]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a person wants the list, and where in it they were."""

    grouping: Grouping = Grouping.FOLDER
    sorting: Sorting = Sorting.NAME
    chosen: str = ""
    """The name of the routine that was started last."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a routine, or without one a heading."""

    heading: str
    """The heading under which it stands, or which it is."""
    entry: Entry | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by when the list is made anew."""
        return self.heading, self.entry.name if self.entry else ""


def place_among(
    rows: Sequence[Row], before: Sequence[Row], place: int, wanted: tuple[str, str] | None = None
) -> int:
    """Where to look among ``rows`` that come in the place of ``before``; -1 where there is none.

    That is at what is ``wanted``, by its key; else at what was looked at, which stood at ``place``;
    where that is gone, at what came after it, else at what came before it.
    """
    places = {row.key: index for index, row in enumerate(rows) if row.entry}
    by_name = {name: index for (_, name), index in reversed(places.items())}
    above, below = before[: max(0, place)], before[max(0, place) :]
    keys = [row.key for row in (*below, *reversed(above)) if row.entry]
    for key in keys if wanted is None else [wanted, *keys]:
        # Under another heading it still is the same.
        if (found := places.get(key, by_name.get(key[1]))) is not None:
            return found
    return min(places.values(), default=-1)


UNTAGGED = "Without a tag"
_NUMBER = re.compile(r"([0-9]{1,18})")


def arranged(entries: Iterable[Entry], how: Arrangement, done: Mapping[str, datetime]) -> list[Row]:
    """The rows of the list; where all would stand under one heading, there is none.

    ``done`` says when each was last gone through, by its name.
    """
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for heading in _headings(entry, how.grouping):
            groups.setdefault(heading, []).append(entry)
    headings: Sequence[str] = list(groups)
    if how.grouping is Grouping.TAG:
        headings = sorted(groups, key=lambda tag: (tag == UNTAGGED, _as_said(tag)))
    rows = []
    for heading in headings:
        if len(groups) > 1:
            rows.append(Row(heading))
        rows += [Row(heading, entry) for entry in _sorted(groups[heading], how.sorting, done)]
    return rows


def _headings(entry: Entry, grouping: Grouping) -> Sequence[str]:
    if grouping is Grouping.FOLDER:
        return (entry.origin,)
    if grouping is Grouping.TAG:
        return (entry.known and tuple(dict.fromkeys(entry.known.tags))) or (UNTAGGED,)
    return ("",)


def _sorted(entries: list[Entry], sorting: Sorting, done: Mapping[str, datetime]) -> list[Entry]:
    entries = sorted(entries, key=lambda entry: _as_said(entry.title))
    if sorting is Sorting.DONE:
        never_last = [entry for entry in entries if entry.name not in done]
        entries = [entry for entry in entries if entry.name in done]
        return sorted(entries, key=lambda entry: done[entry.name], reverse=True) + never_last
    if sorting is Sorting.LENGTH:
        return sorted(entries, key=lambda entry: entry.known.total_seconds if entry.known else 0.0)
    return entries


def _as_said(text: str) -> tuple[tuple[str, int], ...]:
    """What ``text`` is sorted by: an accent moves nothing, and week 9 comes before week 10."""
    parts = _NUMBER.split(folded(text))
    numbers = [int(number) for number in parts[1::2]]
    return tuple(zip_longest(parts[::2], numbers, fillvalue=-1))  # type: ignore[arg-type]  # the words are one more
