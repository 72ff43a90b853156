"""The history file: one SQLite database that several programs may have open at once.

A commit survives the end of the program as soon as it returns, and the loss of power once
:meth:`Store.sync` has returned too.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from stridetimer.core.standing import Standing
from stridetimer.history.archive import plan_text
from stridetimer.history.records import UNFINISHED, Heading, StepRecord
from stridetimer.history.schema import migrate

PATIENCE = 2.0
"""How long another program may keep the file to itself before that is trouble, in seconds."""


class Store:
    """The history at ``path``, open for one thread; it is made where there is none.

    Raises:
        sqlite3.Error, OSError: it cannot be opened.
        NewerHistoryError: a newer version of the program wrote it.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.db = connect(f"{path.absolute().as_uri()}?mode=rwc", patience)
        try:
            _use_wal(self.db)
            migrate(self.db)
        except BaseException:
            self.db.close()
            raise
        self._identity = _identity(path)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    @property
    def gone(self) -> bool:
        """Whether the file was taken away, or another put in its place."""
        return _identity(self.path) != self._identity

    def sync(self) -> None:
        """Make what was committed survive the loss of power."""
        # The log is no file that SQLite locks, so opening it here takes no lock away.
        with contextlib.suppress(OSError):
            log = os.open(f"{self.path}-wal", os.O_RDWR)
            try:
                os.fsync(log)
            finally:
                os.close(log)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise

    # -- what a session writes ---------------------------------------------------------------

    def begin(self, heading: Heading) -> None:
        """Write down that a session begins; one that is there already stays as it is."""
        # A clock that was set back must not put this session before those that went before it.
        latest = self.db.execute("SELECT max(began) FROM sessions").fetchone()[0] or 0.0
        began = max(datetime.fromisoformat(heading.started_at).timestamp(), latest)
        values = {
            "uid": heading.uid,
            "routine": heading.routine,
            "name": heading.plan.routine.name,
            "path": heading.path,
            "speed": heading.speed,
            "began": began,
            "started_at": heading.started_at,
            "outcome": UNFINISHED,
            "plan": plan_text(heading.plan),
        }
        insert(self.db, "sessions", values, "OR IGNORE")

    def take_up(self, uid: str) -> None:
        """Write down that a session goes on."""
        self._set(uid, ended_at=None, outcome=UNFINISHED, declined=0)

    def step(self, uid: str, step: StepRecord) -> None:
        """Write down how a step ended, in place of how it ended before."""
        values = {
            "session": self._id(uid),
            "position": step.index,
            "kind": step.kind,
            "exercise_id": step.exercise_id,
            "exercise": step.exercise,
            "set_number": step.set,
            "side": step.side,
            "leads": step.leads,
            "planned_reps": step.planned_reps,
            "planned_seconds": step.planned_seconds,
            "reps": step.reps,
            "left_reps": step.left_reps,
            "right_reps": step.right_reps,
            "seconds": step.seconds,
            "outcome": step.outcome,
            "ended_at": step.ended_at,
        }
        insert(self.db, "steps", values, "OR REPLACE")

    def checkpoint(self, uid: str, standing: Standing) -> None:
        """Write down where a session stands."""
        self._set(
            uid,
            seconds=standing.at,
            step=standing.step,
            step_elapsed=standing.elapsed,
            step_length=standing.length,
            step_halved=standing.halved,
            step_dropped=json.dumps(standing.dropped),
        )

    def end(self, uid: str, outcome: str, ended_at: str) -> None:
        """Write down how and when a session ended."""
        self._set(uid, outcome=outcome, ended_at=ended_at)

    def decline(self, uid: str) -> None:
        """Write down that the person does not want to go on with it."""
        self._set(uid, declined=1)

    def delete(self, id_: int) -> bool:
        """Take a session out for good; whether there was one."""
        return self.db.execute("DELETE FROM sessions WHERE id = ?", (id_,)).rowcount > 0

    def _id(self, uid: str) -> int | None:
        row = self.db.execute("SELECT id FROM sessions WHERE uid = ?", (uid,)).fetchone()
        return row["id"] if row else None

    def _set(self, uid: str, **values: object) -> None:
        columns = ", ".join(f"{name} = :{name}" for name in values)
        self.db.execute(f"UPDATE sessions SET {columns} WHERE uid = :uid", {**values, "uid": uid})


def connect(uri: str, patience: float) -> sqlite3.Connection:
    """The database at ``uri``, every change of it an act of its own until a transaction begins."""
    db = sqlite3.connect(uri, timeout=patience, isolation_level=None, uri=True)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    return db


def insert(db: sqlite3.Connection, table: str, values: dict[str, Any], how: str = "") -> int:
    """Put a row of ``values`` into ``table``.

    Returns:
        Its id.
    """
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    cursor = db.execute(f"INSERT {how} INTO {table} ({names}) VALUES ({marks})", values)
    return cursor.lastrowid or 0


def _use_wal(db: sqlite3.Connection) -> None:
    """Readers and one writer at once; whoever has it already is not asked for more."""
    if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
