"""What the command line asks of the history, and who records its sessions.

Nothing here keeps a session from being performed: where the history cannot be had, there is none.
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from stridetimer import places
from stridetimer.cli.failure import CommandError
from stridetimer.cli.sound import load_settings
from stridetimer.core.lengths import in_words
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Side
from stridetimer.core.session import Session
from stridetimer.history import reading
from stridetimer.history.claim import Claim, is_claimed
from stridetimer.history.journal import Journal
from stridetimer.history.open import Tell, opened
from stridetimer.history.recorder import Recorder
from stridetimer.history.records import Heading, LeftOff
from stridetimer.history.schema import NewerHistoryError
from stridetimer.history.store import Store
from stridetimer.history.trouble import reason

TROUBLE = (sqlite3.Error, OSError, NewerHistoryError)
"""What the history may answer with instead."""


@contextlib.contextmanager
def history(tell: Tell | None = None) -> Iterator[sqlite3.Connection]:
    """The history, to be read; an empty one where there is none.

    Where it was damaged, ``tell`` gets what became of it; without it it is left as it is.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        with opened(places.history(), tell) as db:
            yield db
    except TROUBLE as error:
        raise CommandError(f"stridetimer: can't read the history: {reason(error)}") from error


# -- sessions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Performed:
    """A session that is about to be performed, and who records it."""

    session: Session
    routine: str
    """The name of its routine."""
    typed: str
    """What a person types to run it; empty where there is no file to run."""
    recorder: Recorder
    changed: bool = False
    """Whether the file of its routine says something else by now."""


def begin(
    plan: Plan,
    routine: str,
    path: str,
    *,
    typed: str = "",
    speed: float = 1.0,
    first: int = 0,
) -> Performed:
    """A new session of ``plan``, which is that of ``routine`` and lies at ``path``, if anywhere."""
    uid = os.urandom(16).hex()
    heading = Heading(uid, routine, path, speed, _now().isoformat(timespec="seconds"), plan)
    claim = Claim(places.running(), uid)
    claim.stake()
    return Performed(Session(plan, first), routine, typed or path, _recording(heading, claim))


def take_up(left: LeftOff, *, speed: float = 1.0) -> Performed | None:
    """The session that was left off, to go on with; None where another program does already."""
    claim = Claim(places.running(), left.uid)
    if not claim.stake():
        return None
    session = Session.take_up(left.plan, left.standing, left.finished)
    heading = Heading(left.uid, left.routine, left.path, speed, left.started_at, left.plan)
    recorder = _recording(heading, claim)
    return Performed(session, left.routine, left.path, recorder, _changed(left))


def say(words: str) -> None:
    """Tell the person at the command line."""
    print(f"stridetimer: {words}", file=sys.stderr)


def left_off(tell: Tell | None = None) -> LeftOff | None:
    """The newest unfinished session that nobody is going through; ``tell`` as in :func:`history`.

    Raises:
        CommandError: the history cannot be read.
    """
    with history(tell) as db:
        found = (left for left in reading.left_off(db) if not _is_running(left))
        return next(found, None)


def decline(left: LeftOff) -> None:
    """Remember that the person does not want to go on with it; it stays unfinished."""
    with contextlib.suppress(*TROUBLE), contextlib.closing(Store(places.history())) as store:
        store.decline(left.uid)


def _is_running(left: LeftOff) -> bool:
    return is_claimed(places.running(), left.uid)


def _recording(heading: Heading, claim: Claim) -> Recorder:
    path = load_settings().journal
    journal = Journal(Path(path), heading.plan.routine.name) if path else None
    recorder = Recorder(places.history(), heading, claim=claim, journal=journal)
    recorder.start()
    return recorder


def _changed(left: LeftOff) -> bool:
    """Whether the routine as it is now is another than the one that was begun."""
    if not left.path:  # It never was a file, but said on the command line.
        return False
    from stridetimer.routines.known import read_file  # here, because most sessions need it not

    try:
        now = read_file(left.path).routine
    except (OSError, ValueError):
        return True
    if now is None:
        return True
    # Where sound files lie is settled only after reading.
    return replace(left.plan.routine, sounds=()) != replace(now, sounds=())


# -- what the past says to the present ----------------------------------------------------------


def led() -> dict[str, Side]:
    """The sides that led last time, by exercise; empty where that cannot be known."""
    with contextlib.suppress(*TROUBLE), opened(places.history()) as db:
        return reading.led(db)
    return {}


def last_done() -> dict[str, str]:
    """When each routine was last completed, by its name; empty where that cannot be known."""
    with contextlib.suppress(*TROUBLE), opened(places.history()) as db:
        return reading.last_done(db)
    return {}


def advice(plan: Plan, routine: str) -> str:
    """One line where ``routine`` is started sooner than it recommends; empty otherwise."""
    recovery, done = plan.routine.recovery, last_done().get(routine)
    if not recovery or not done:
        return ""
    gone = _now() - datetime.fromisoformat(done)
    if not timedelta(0) <= gone < timedelta(seconds=recovery):
        return ""
    return (
        f"You did this {_roughly(gone.total_seconds())} ago;"
        f" it recommends {_roughly(recovery)} of rest between sessions."
    )


def _roughly(seconds: float) -> str:
    """A length to the minute, and from two hours on to the hour."""
    unit = 3600 if seconds >= 7200 else 60
    return in_words(max(1, round(seconds / unit)) * unit)


def _now() -> datetime:
    return datetime.now().astimezone()
