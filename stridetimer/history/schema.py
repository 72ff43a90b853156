"""The tables of the history, and how those of older versions become those of this one."""

import sqlite3

MIGRATIONS = (
    """
    CREATE TABLE sessions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        routine TEXT NOT NULL,
        name TEXT NOT NULL,
        path TEXT NOT NULL,
        speed REAL NOT NULL DEFAULT 1,
        began REAL NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        outcome TEXT NOT NULL CHECK (outcome IN ('completed', 'stopped', 'unfinished')),
        seconds REAL NOT NULL DEFAULT 0,
        declined INTEGER NOT NULL DEFAULT 0,
        plan TEXT NOT NULL,
        step INTEGER NOT NULL DEFAULT 0,
        step_elapsed REAL NOT NULL DEFAULT 0,
        step_length REAL,
        step_halved INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX sessions_by_time ON sessions (began, id);
    CREATE INDEX sessions_by_routine ON sessions (routine, began);
    CREATE TABLE steps (
        session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        exercise_id TEXT NOT NULL,
        exercise TEXT NOT NULL,
        set_number INTEGER NOT NULL,
        side TEXT,
        leads TEXT NOT NULL,
        planned_reps INTEGER,
        planned_seconds REAL NOT NULL,
        reps INTEGER,
        left_reps INTEGER,
        right_reps INTEGER,
        seconds REAL NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped', 'cut')),
        ended_at TEXT NOT NULL,
        PRIMARY KEY (session, position)
    ) WITHOUT ROWID;
    CREATE INDEX steps_by_exercise ON steps (exercise_id, session);
    """,
    "ALTER TABLE sessions ADD COLUMN step_dropped TEXT",
)
"""The n-th of them makes version n out of the one before; none is ever changed."""

VERSION = len(MIGRATIONS)


class NewerHistoryError(Exception):
    """The history was written by a newer version of the program, and is left as it is."""

    def __init__(self) -> None:
        super().__init__("the history was written by a newer version of stridetimer")


def migrate(db: sqlite3.Connection) -> None:
    """Bring the tables to this version; two programs may do so at once.

    Raises:
        NewerHistoryError: they are of a newer one.
        sqlite3.Error: it cannot be done.
    """
    if _version(db) == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        version = _version(db)
        if version > VERSION:
            raise NewerHistoryError
        for script in MIGRATIONS[version:]:
            for statement in script.split(";"):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
