"""What was performed before, as the screens of the history need to know it."""

from typing import Protocol

from stridetimer.history.records import Brief, PastSession, Progress


class DiaryError(Exception):
    """It cannot be read or changed; the message says why, in one sentence."""


class Diary(Protocol):
    """Everything that was performed. All of it may take long, and is called from other threads.

    Each of them may raise :class:`DiaryError`.
    """

    notice: str
    """What there is to say of it, in one sentence; empty while all is well."""

    def briefs(self) -> list[Brief]:
        """Every session in brief, newest first."""

    def past(self, id_: int) -> PastSession | None:
        """One session; None where it is gone."""

    def time_before(self, uid: str) -> PastSession | None:
        """The session of the same routine before the one that is recorded as ``uid``, if any."""

    def progress(self, exercise_id: str) -> Progress:
        """One exercise over time."""

    def delete(self, id_: int) -> None:
        """Take a session out for good."""
