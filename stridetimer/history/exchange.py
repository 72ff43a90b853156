"""The whole history as one JSON file, to be kept elsewhere or brought to another machine."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from stridetimer.history.columns import Columns, NotWholeError
from stridetimer.history.store import Store, insert

FORMAT = "stridetimer history 1"
"""The first thing that such a file says."""
_LATER = ("step_dropped",)
"""What files of older versions say nothing of."""

_Values = dict[str, Any]
"""By the names of columns."""


class NoHistoryFileError(ValueError):
    """The file holds no history; the message says why in a few words."""


def as_text(db: sqlite3.Connection) -> str:
    """Everything in the history; ids are not in it, for they are those of one machine."""
    rows = db.execute("SELECT * FROM sessions ORDER BY began, id").fetchall()
    sessions = [{**_without(row, "id"), "steps": _steps(db, row["id"])} for row in rows]
    return json.dumps({"format": FORMAT, "sessions": sessions}, ensure_ascii=False, indent=1) + "\n"


def _steps(db: sqlite3.Connection, id_: int) -> list[dict[str, Any]]:
    rows = db.execute("SELECT * FROM steps WHERE session = ? ORDER BY position", (id_,))
    return [_without(row, "session") for row in rows]


def _without(row: sqlite3.Row, name: str) -> dict[str, Any]:
    return {key: row[key] for key in row.keys() if key != name}  # noqa: SIM118 - a row yields values


def bring_in(store: Store, text: str) -> tuple[int, int]:
    """Put the sessions in ``text`` into the history, but for those it has already.

    Returns:
        How many came in, and how many it had.

    Raises:
        NoHistoryFileError: it holds no history, or not a whole one; nothing has come in.
    """
    sessions = list(_whole(store.db, _sessions_in(text)))
    known = {row["uid"] for row in store.db.execute("SELECT uid FROM sessions")}
    new = [(session, steps) for session, steps in sessions if session["uid"] not in known]
    try:
        with store.transaction():
            for session, steps in new:
                id_ = insert(store.db, "sessions", session)
                for step in steps:
                    insert(store.db, "steps", {"session": id_, **step})
    except sqlite3.IntegrityError as error:
        raise NoHistoryFileError(f"something in it is there twice: {error}") from error
    return len(new), len(sessions) - len(new)


def _sessions_in(text: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoHistoryFileError("it is no JSON") from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NoHistoryFileError("it is no exported history")
    sessions = value.get("sessions")
    if not isinstance(sessions, list):
        raise NoHistoryFileError("there are no sessions in it")
    return sessions


def _whole(db: sqlite3.Connection, sessions: list[Any]) -> Iterator[tuple[_Values, list[_Values]]]:
    """The values of each session, and those of its steps, as the tables take them."""
    of_session = Columns(db, "sessions", but="id", optional=_LATER)
    of_step = Columns(db, "steps", but="session")
    for number, session in enumerate(sessions, 1):
        at = f"session {number}"
        values = _checked(of_session, session, at)
        if not isinstance(session.get("steps"), list):
            raise NoHistoryFileError(f"{at} has no steps")
        steps = enumerate(session["steps"], 1)
        yield values, [_checked(of_step, step, f"{at}, step {index}") for index, step in steps]


def _checked(columns: Columns, given: Any, at: str) -> _Values:
    if not isinstance(given, Mapping):
        raise NoHistoryFileError(f"{at} is not whole")
    try:
        return columns.of(given)
    except NotWholeError as error:
        raise NoHistoryFileError(f"{at}: {error}") from error
