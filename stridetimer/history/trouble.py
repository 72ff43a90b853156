"""Why a session is not being recorded, in one sentence."""

import sqlite3

from stridetimer.files import why
from stridetimer.history.schema import NewerHistoryError

_REASONS = {
    sqlite3.SQLITE_BUSY: "another program keeps the history to itself",
    sqlite3.SQLITE_LOCKED: "another program keeps the history to itself",
    sqlite3.SQLITE_READONLY: "the history cannot be written to",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk fails",
    sqlite3.SQLITE_CANTOPEN: "the history cannot be opened",
    sqlite3.SQLITE_PERM: "the history cannot be written to",
}


def reason(error: Exception) -> str:
    """What is wrong with the history, in a few words."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return _REASONS.get(code, str(error))
    if isinstance(error, OSError | NewerHistoryError):
        return why(error)
    return f"{type(error).__name__}: {error}"


def not_recorded(error: Exception, *, over: bool = False) -> str:
    """What the person is told while a session goes on unrecorded, and once it is ``over``."""
    how = "could not be" if over else "is not being"
    return f"This session {how} recorded: {reason(error)}."
