"""What was performed before, for the screens.

Nothing of the history is loaded before it is asked for: the library is on the screen first.
"""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stridetimer import places

if TYPE_CHECKING:
    import sqlite3

    from stridetimer.history.records import Brief, PastSession, Progress


class HistoryDiary:
    """The history as a diary; each question opens it anew, on the thread that asks."""

    def __init__(self) -> None:
        self.notice = ""
        """What there is to say of it, in one sentence; empty while all is well."""

    def briefs(self) -> "list[Brief]":
        """Every session in brief, newest first."""
        from stridetimer.history import reading

        with self._opened() as db:
            return reading.briefs(db)

    def past(self, id_: int) -> "PastSession | None":
        """One session; None where it is gone."""
        from stridetimer.history import reading

        with self._opened() as db:
            return reading.past(db, id_)

    def time_before(self, uid: str) -> "PastSession | None":
        """The session of the same routine before the one that is recorded as ``uid``, if any."""
        from stridetimer.history import reading

        with self._opened() as db:
            return reading.time_before(db, uid)

    def progress(self, exercise_id: str) -> "Progress":
        """One exercise over time."""
        from stridetimer.history.progress import progress

        with self._opened() as db:
            return progress(db, exercise_id)

    def delete(self, id_: int) -> None:
        """Take a session out for good."""
        from stridetimer.history.open import opened_to_write

        with (
            _trouble("change"),
            contextlib.closing(opened_to_write(places.history(), self._tell)) as store,
        ):
            store.delete(id_)

    @contextlib.contextmanager
    def _opened(self) -> "Iterator[sqlite3.Connection]":
        from stridetimer.history.open import opened

        with _trouble("read"), opened(places.history(), self._tell) as db:
            yield db

    def _tell(self, words: str) -> None:
        self.notice = words


@contextlib.contextmanager
def _trouble(what: str) -> Iterator[None]:
    from stridetimer.cli.records import TROUBLE
    from stridetimer.history.trouble import reason
    from stridetimer.tui.diary import DiaryError

    try:
        yield
    except TROUBLE as error:
        raise DiaryError(f"Can't {what} the history: {reason(error)}.") from error
