"""A damaged history: it is moved aside, and what can still be read of it is kept."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from stridetimer.history.store import Store, connect, insert
from stridetimer.phrases import count

_BESIDE = ("", "-wal", "-shm")
"""The files that make up a database."""
_MOST_TRIES = 1_000_000


def is_damage(error: BaseException) -> bool:
    """Whether ``error`` says that the file is damaged, rather than out of reach."""
    # What Python itself has to say, of a database that is closed for instance, has no code.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def check(store: Store) -> None:
    """Look through the whole file.

    Raises:
        sqlite3.DatabaseError: it is damaged; :func:`is_damage` holds of it.
    """
    try:
        found = store.db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError:
        return  # Locked for now; damage will show when it is used.
    if found != "ok":
        damage = sqlite3.DatabaseError(found)
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage


def set_aside(path: Path, now: datetime) -> Path:
    """Move the database at ``path`` out of the way; no file of that name is overwritten.

    Returns:
        Where it is now.

    Raises:
        OSError: it cannot be moved.
    """
    aside = next(_names(path, now))
    for end in _BESIDE:
        with contextlib.suppress(FileNotFoundError):
            os.rename(f"{path}{end}", f"{aside}{end}")
    return aside


def _names(path: Path, now: datetime) -> Iterator[Path]:
    stamp = f"{now:%Y%m%d-%H%M%S}"
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
        if not any(os.path.lexists(f"{aside}{end}") for end in _BESIDE):
            yield aside


def recover(damaged: Path, store: Store) -> int:
    """Bring what can be read of the file ``damaged`` into ``store``.

    Returns:
        How many sessions that were.
    """
    kept = 0
    with contextlib.suppress(sqlite3.Error):
        source = connect(f"{damaged.absolute().as_uri()}?mode=rw", 1.0)
        with contextlib.closing(source), store.transaction():
            for row in _readable(source, "SELECT * FROM sessions WHERE id = ?", _ids(source)):
                kept += _bring(source, store.db, row)
    return kept


def rescued(kept: int, aside: Path) -> str:
    """What the person is told once: ``kept`` sessions came out of the file that is ``aside``."""
    return (
        f"The history was damaged: {count(kept, 'session')} could be kept,"
        f" and the damaged file is {aside.name} beside it."
    )


def _bring(source: sqlite3.Connection, target: sqlite3.Connection, row: sqlite3.Row) -> int:
    """Bring one session with its steps; 1 where it could be, 0 where it could not."""
    session = {name: row[name] for name in row.keys() if name != "id"}  # noqa: SIM118 - a row yields values
    try:
        id_ = insert(target, "sessions", session)
    except (sqlite3.Error, OverflowError):
        return 0
    query = "SELECT * FROM steps WHERE session = ? AND position = ?"
    keys = ((row["id"], position) for position in range(_count_steps(source, row["id"])))
    for step in _readable(source, query, keys):
        with contextlib.suppress(sqlite3.Error):
            insert(target, "steps", {**dict(step), "session": id_})
    return 1


def _readable(
    source: sqlite3.Connection, query: str, keys: Iterator[tuple[int, ...]]
) -> Iterator[sqlite3.Row]:
    """The rows that can be read, each asked for by itself, so that none takes others with it."""
    for key in keys:
        with contextlib.suppress(sqlite3.Error):
            if (row := source.execute(query, key).fetchone()) is not None:
                yield row


def _ids(source: sqlite3.Connection) -> Iterator[tuple[int, ...]]:
    highest = 0
    for query in ("SELECT seq FROM sqlite_sequence", "SELECT max(id) FROM sessions"):
        with contextlib.suppress(sqlite3.Error, TypeError):
            highest = max(highest, int((source.execute(query).fetchone() or (0,))[0] or 0))
    return ((id_,) for id_ in range(1, min(highest, _MOST_TRIES) + 1))


def _count_steps(source: sqlite3.Connection, id_: int) -> int:
    """One more than the highest index among the steps of a session."""
    with contextlib.suppress(sqlite3.Error):
        query = "SELECT max(position) FROM steps WHERE session = ?"
        highest = source.execute(query, (id_,)).fetchone()[0]
        return 0 if highest is None else int(highest) + 1
    return 1000
