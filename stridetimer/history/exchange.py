"""The whole history as one JSON file, to be kept elsewhere or brought to another machine."""

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from stridetimer.history.archive import UnknownPlanError, plan_from
from stridetimer.history.store import Store, insert

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters: no routine holds any but tabs and line breaks."""
FORMAT = "stridetimer history 1"
"""The first thing that such a file says."""


_LATER = {"step_dropped"}
"""What files of older versions say nothing of."""


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
    sessions = _sessions_in(text)
    known = {row["uid"] for row in store.db.execute("SELECT uid FROM sessions")}
    try:
        with store.transaction():
            new = [session for session in sessions if session["uid"] not in known]
            for session in new:
                _bring(store.db, session)
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, KeyError, TypeError) as error:
        raise NoHistoryFileError(f"a session in it is not whole: {error}") from error
    return len(new), len(sessions) - len(new)


def _sessions_in(text: str) -> list[dict[str, Any]]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise NoHistoryFileError("it is no JSON") from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NoHistoryFileError("it is no exported history")
    sessions = value.get("sessions")
    if not isinstance(sessions, list) or not all(map(_is_session, sessions)):
        raise NoHistoryFileError("its sessions are not whole")
    return sessions


def _is_session(value: Any) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("steps"), list):
        return False
    try:
        plan_from(value.get("plan", ""))
        offset = datetime.fromisoformat(value["started_at"]).utcoffset()
    except (UnknownPlanError, KeyError, TypeError, ValueError):
        return False
    clean = _is_clean(value) and _is_clean(json.loads(value["plan"]))
    return clean and offset is not None and isinstance(value.get("uid"), str)


def _is_clean(value: Any) -> bool:
    """Whether no text in it holds what a terminal would obey."""
    if isinstance(value, str):
        return not _OBEYED.search(value)
    if isinstance(value, dict):
        return all(map(_is_clean, value.values()))
    return not isinstance(value, list) or all(map(_is_clean, value))


def _bring(db: sqlite3.Connection, session: Mapping[str, Any]) -> None:
    columns = _columns(db, "sessions", "id")
    given = {name: session[name] for name in columns if name in session or name not in _LATER}
    id_ = insert(db, "sessions", given)
    columns = _columns(db, "steps", "session")
    for step in session["steps"]:
        insert(db, "steps", {"session": id_, **{name: step[name] for name in columns}})


def _columns(db: sqlite3.Connection, table: str, but: str) -> Iterable[str]:
    """The names of the columns; what a file says beside them is left out."""
    found = db.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()
    return [row["name"] for row in found if row["name"] != but]
