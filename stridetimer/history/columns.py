"""What a value must be so that the history can take it in from elsewhere, column by column.

A table of SQLite takes a text where a number belongs, and who reads it later finds out.
"""

import json
import math
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stridetimer.core.events import Ending, Outcome
from stridetimer.core.routine import Side
from stridetimer.core.step import Kind
from stridetimer.history.archive import UnknownPlanError, plan_from
from stridetimer.history.records import UNFINISHED

_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, of which no routine holds any but tabs and line breaks; half characters."""
_MOST = 2**63
"""Whole numbers of SQLite are smaller."""


class NotWholeError(ValueError):
    """Something is missing or is not what belongs there; the message says where and what."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What belongs in a column."""

    words: str
    """Reads on from "must be"."""
    fits: Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not _UNFIT.search(value)


def _is_index(value: Any) -> bool:
    return type(value) is int and 0 <= value < _MOST


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value < math.inf


def _is_instant(value: Any) -> bool:
    try:
        return datetime.fromisoformat(value).utcoffset() is not None
    except (TypeError, ValueError):
        return False


def _is_plan(value: Any) -> bool:
    try:
        plan_from(value)
    except UnknownPlanError:
        return False
    return _is_clean(json.loads(value))


def _is_clean(value: Any) -> bool:
    """Whether no text in it holds what a terminal would obey."""
    if isinstance(value, dict):
        return all(map(_is_clean, value.values()))
    if isinstance(value, list):
        return all(map(_is_clean, value))
    return not isinstance(value, str) or _is_text(value)


def _are_indices(value: Any) -> bool:
    try:
        found = json.loads(value)
    except (TypeError, ValueError, RecursionError):
        return False
    return isinstance(found, list) and all(map(_is_index, found))


def _one_of(*words: str) -> _Wanted:
    return _Wanted(" or ".join(words), lambda value: value in words)


_BY_TYPE = {
    "TEXT": _Wanted("a text without control characters", _is_text),
    "INTEGER": _Wanted("a whole number from 0 up", _is_index),
    "REAL": _Wanted("a number from 0 up", _is_number),
}
_INSTANT = _Wanted("a time of day with its offset", _is_instant)
_BY_NAME = {
    "sessions": {
        "started_at": _INSTANT,
        "ended_at": _INSTANT,
        "outcome": _one_of(*Ending, UNFINISHED),
        "plan": _Wanted("a plan that this version knows", _is_plan),
        "step_dropped": _Wanted("a list of steps", _are_indices),
    },
    "steps": {
        "kind": _one_of(*Kind),
        "side": _one_of(*Side),
        "leads": _one_of(*Side),
        "outcome": _one_of(*Outcome),
        "ended_at": _INSTANT,
    },
}
"""Where the type of a column does not say enough."""


class Columns:
    """The columns of one table, but for the one that is of this machine alone."""

    def __init__(
        self, db: sqlite3.Connection, table: str, but: str, optional: Iterable[str] = ()
    ) -> None:
        rows = db.execute(f"SELECT * FROM pragma_table_info('{table}')").fetchall()
        self._rows = [row for row in rows if row["name"] != but]
        self._wanted = _BY_NAME[table]
        self._optional = frozenset(optional)

    def of(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What ``given`` says of each; what it says beside them is left out.

        Raises:
            NotWholeError: it says nothing of one, or what cannot be.
        """
        for row in self._rows:
            if row["name"] in given:
                self._check(row, given[row["name"]])
            elif row["name"] not in self._optional:
                raise NotWholeError(f"{row['name']} is missing")
        return {row["name"]: given[row["name"]] for row in self._rows if row["name"] in given}

    def _check(self, row: sqlite3.Row, value: Any) -> None:
        if value is None and not row["notnull"]:
            return
        wanted = self._wanted.get(row["name"], _BY_TYPE[row["type"]])
        if not wanted.fits(value):
            raise NotWholeError(f"{row['name']} must be {wanted.words}")
