"""Opening the history to read it, in whatever state it is."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from stridetimer.history.rescue import is_damage, recover, rescued, set_aside
from stridetimer.history.schema import migrate
from stridetimer.history.store import PATIENCE, Store, connect

Tell = Callable[[str], None]
"""Gets what there is to say of the history, in one sentence."""


@contextlib.contextmanager
def opened(path: Path, tell: Tell | None = None) -> Iterator[sqlite3.Connection]:
    """The history at ``path``, to be read; an empty one where there is no file.

    Where it was damaged, ``tell`` gets what became of it. Whoever has no way to tell leaves it as
    it is for the next, so that no history is ever gone without a word.

    Raises:
        sqlite3.Error, OSError, NewerHistoryError: it cannot be read.
    """
    db = _connected(path, tell)
    try:
        yield db
    finally:
        db.close()


def opened_to_write(path: Path, tell: Tell | None) -> Store:
    """The history at ``path``, to be changed; a damaged one is moved aside, what can be is kept.

    ``tell`` gets what became of it; without it nothing is moved.

    Raises:
        sqlite3.Error, OSError, NewerHistoryError: it cannot be opened.
    """
    try:
        return Store(path)
    except sqlite3.DatabaseError as error:
        if tell is None or not is_damage(error):
            raise
    aside = set_aside(path, datetime.now())
    store = Store(path)
    tell(rescued(recover(aside, store), aside))
    return store


def _connected(path: Path, tell: Tell | None) -> sqlite3.Connection:
    if not path.exists():
        return _empty()
    try:
        return opened_to_write(path, tell).db
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise
        # A history that may only be looked at: on a medium that cannot be written to, or another's.
        return _read_only(path)


def _empty() -> sqlite3.Connection:
    db = connect(":memory:", PATIENCE)
    migrate(db)
    return db


def _read_only(path: Path) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        db = connect(f"{uri}?{mode}", PATIENCE)
        try:
            db.execute("SELECT 1 FROM sessions LIMIT 1").fetchall()
        except sqlite3.OperationalError as error:
            db.close()
            last = error
        else:
            return db
    raise last
