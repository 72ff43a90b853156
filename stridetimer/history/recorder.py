"""Writes down what happens in one session, on a thread of its own.

The law of this file: whatever becomes of the disk, the session goes on. What could not be written
is kept and tried again; :attr:`Recorder.trouble` says in one sentence that it was not.
"""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue

from stridetimer.core.events import Event, SessionFinished, StepFinished
from stridetimer.core.standing import Standing
from stridetimer.history.claim import Claim
from stridetimer.history.journal import Journal
from stridetimer.history.records import Heading, StepRecord, record_of
from stridetimer.history.rescue import check, is_damage, recover, rescued, set_aside
from stridetimer.history.store import Store
from stridetimer.history.trouble import not_recorded

TRY_AGAIN = 5.0
"""Seconds after which what could not be written is tried again."""
WAIT = 0.05
"""How long the end of a step waits to be written down before the session goes on, in seconds."""
OPENING = 0.25
"""The same for the beginning of the session, which may have to wait for the file to be made."""
MOST_WAITS = 3
"""A disk that was too slow as often as that is not waited for any more."""
FAREWELL = 5.0
"""How long the end of the program waits for what is still to be written, in seconds."""


@dataclass(frozen=True, slots=True)
class _End:
    outcome: str
    ended_at: str


_Note = StepRecord | Standing | _End


class Recorder:
    """Records the session of ``heading`` in the history at ``path``.

    The session may be in it already, taken up from another time. ``wall`` tells the time of day
    with its offset; it only labels.
    """

    def __init__(
        self,
        path: Path,
        heading: Heading,
        *,
        claim: Claim | None = None,
        journal: Journal | None = None,
        wall: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        open_store: Callable[[Path], Store] = Store,
    ) -> None:
        self._error: Exception | None = None
        """What keeps the session from being recorded."""
        self.uid = heading.uid
        """Tells the session from every other that is recorded."""
        self._rescued = ""
        self._path = path
        self._heading = heading
        self._claim = claim
        self._journal = journal
        self._wall = wall
        self._open_store = open_store
        self._leaving = False
        self._put = 0
        self._waits = 0
        self._closed = False
        self._notes = SimpleQueue[list[_Note] | None]()
        self._settled = threading.Condition()
        self._written = 0
        self._thread = threading.Thread(target=self._run, name="history", daemon=True)
        self._steps: list[StepRecord] = []
        """All of this session, for a file that loses them."""
        self._steps_written = 0
        self._standing: Standing | None = None
        self._end: _End | None = None
        self._store: Store | None = None
        self._begun = False
        """Whether the open history knows of the session."""

    def start(self) -> None:
        """Open the history, so that it is ready when the session begins."""
        self._thread.start()
        if self._journal:
            self._journal.start()

    @property
    def trouble(self) -> str:
        """Why the session is not being recorded, in one sentence; empty while it is."""
        return not_recorded(self._error, over=self._closed) if self._error else ""

    @property
    def notice(self) -> str:
        """What else there is to say, in one sentence; empty where there is nothing."""
        return self._rescued or (self._journal.trouble if self._journal else "")

    # -- what the session tells --------------------------------------------------------------

    def take(self, events: Sequence[Event], standing: Standing) -> None:
        """Write down what happened, and where the session stands after it.

        It returns when steps that ended are safe from the end of this program, or when that
        takes longer than a person would notice.
        """
        stamp = self._wall().isoformat(timespec="seconds")
        notes: list[_Note] = [record_of(e, stamp) for e in events if isinstance(e, StepFinished)]
        patience = WAIT if notes else 0.0
        notes.append(standing)
        if not self._leaving:
            ends = (event for event in events if isinstance(event, SessionFinished))
            notes += (_End(end.outcome.value, stamp) for end in ends)
        self._put += 1
        self._notes.put(notes)
        if self._put == 1:
            patience = OPENING
        if patience:
            self._wait(patience)

    def leave(self) -> None:
        """The person leaves to go on another time: the session stays unfinished."""
        self._leaving = True

    def close(self) -> None:
        """Write what is still to be written, and end."""
        if self._closed:
            return
        self._closed = True
        self._notes.put(None)
        self._thread.join(FAREWELL)
        if self._journal:
            self._journal.close()
        if self._claim:
            self._claim.release()

    def _wait(self, patience: float) -> None:
        if self._waits >= MOST_WAITS or self._error:
            return
        with self._settled:
            if not self._settled.wait_for(lambda: self._written >= self._put, patience):
                self._waits += 1

    # -- on its own thread -------------------------------------------------------------------

    def _run(self) -> None:
        self._write()
        if self._claim:
            self._claim.sweep()
        ending = False
        while not ending:
            try:
                given = self._notes.get(timeout=TRY_AGAIN if self._error else None)
            except Empty:
                given = []
            taken, ending = self._with_all_that_waits(given)
            self._write()
            if self._journal:
                self._journal.keep_up(self._steps)
            with self._settled:
                self._written += taken
                self._settled.notify_all()
            if self._store and not self._error:
                self._store.sync()
        if self._store:
            self._store.close()

    def _with_all_that_waits(self, given: list[_Note] | None) -> tuple[int, bool]:
        """Keep everything that was put; how many times that was, and whether it was the last."""
        taken = 0
        while given is not None:
            taken += bool(given)
            for note in given:
                self._keep(note)
            if self._notes.empty():
                return taken, False
            given = self._notes.get()
        return taken, True

    def _keep(self, note: _Note) -> None:
        match note:
            case StepRecord():
                self._steps.append(note)
            case Standing():
                self._standing = note
            case _End():
                self._end = note

    def _write(self) -> None:
        """Write what has not been written; where the file is damaged, get it out of the way."""
        try:
            try:
                self._write_all()
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                self._rescue()
                self._write_all()
        except Exception as error:
            # Whatever it is, the session goes on, and the person is told.
            self._drop_store()
            self._error = error
        else:
            self._error = None

    def _write_all(self) -> None:
        store = self._opened()
        if self._standing is None:
            return
        uid = self._heading.uid
        with store.transaction():
            if not self._begun:
                store.begin(self._heading)
                store.take_up(uid)
            for step in self._steps[self._steps_written :]:
                store.step(uid, step)
            if self._standing:
                store.checkpoint(uid, self._standing)
            if self._end:
                store.end(uid, self._end.outcome, self._end.ended_at)
        self._begun, self._steps_written = True, len(self._steps)

    def _opened(self) -> Store:
        """The history; where another file has taken its place, with all of this session in it."""
        if self._store and self._store.gone:
            self._drop_store()
        if self._store is None:
            self._store = self._open_store(self._path)
            check(self._store)
        return self._store

    def _rescue(self) -> None:
        self._drop_store()
        aside = set_aside(self._path, self._wall())
        self._store = self._open_store(self._path)
        kept = recover(aside, self._store)
        self._rescued = rescued(kept, aside)

    def _drop_store(self) -> None:
        if self._store:
            self._store.close()
        self._store = None
        self._begun, self._steps_written = False, 0
