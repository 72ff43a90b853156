"""Keeps what the library knows of its routines up to date, beside what is drawn."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from threading import Event
from time import monotonic
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from stridetimer.tui import aside
from stridetimer.tui.entry import Entry, Shelf

TELL_EVERY = 0.2
"""Seconds between two tellings of what was read meanwhile."""


class Caretaker:
    """Watches the files of ``shelf``, and reads those of which nothing is known.

    ``screen`` is told in messages: :class:`Shelved` has what is known of all routines by now;
    :class:`Stirred` wants to be answered by :meth:`look`.
    """

    class Shelved(Message):
        """What is known of all the routines by now; ``finished`` where that is all there is."""

        def __init__(
            self, entries: list[Entry], done: Mapping[str, datetime], *, finished: bool
        ) -> None:
            super().__init__()
            self.entries = entries
            self.done = done
            self.finished = finished

    class Stirred(Message):
        """Files of routines came, went or changed."""

    def __init__(self, shelf: Shelf, screen: Screen[Any]) -> None:
        self._shelf = shelf
        self._screen = screen
        self._unwatched = Event()
        self._looking = self._stirred = False

    # -- watching ----------------------------------------------------------------------------

    def attend(self) -> None:
        """Look at the routines, and from now on whenever their files change."""
        self.rest()
        self._unwatched = Event()
        aside.start(self._watch, self._unwatched)
        self.look()

    def rest(self) -> None:
        """Watch nothing: nobody sees it."""
        self._unwatched.set()

    def _watch(self, stop: Event) -> None:
        for _ in self._shelf.changes(stop):
            if stop.is_set() or not self._screen.post_message(self.Stirred()):
                return

    # -- reading -----------------------------------------------------------------------------

    def look(self) -> None:
        """Look at them again; where that is being done already, once more after it."""
        self._stirred = True
        if not self._looking:
            self._looking, self._stirred = True, False
            self._screen.run_worker(self._catch_up, thread=True)

    def looked(self) -> None:
        """The screen has shown all that was found."""
        self._looking = False
        if self._stirred:
            self.look()

    def _catch_up(self) -> None:
        """Find every routine, and read those of which nothing is known."""
        worker = get_current_worker()
        entries = self._shelf.found()
        done = self._shelf.done()
        told = monotonic()
        for index, entry in enumerate(entries):
            if worker.is_cancelled:
                return
            if entry.known is None:
                if monotonic() - told > TELL_EVERY:
                    self._tell([*entries], done, finished=False)
                    told = monotonic()
                read = self._shelf.read(entry)
                entries[index] = replace(read, plan=None, problems=(), digest=read.known)
        self._tell(entries, done, finished=True)
        self._shelf.keep()

    def _tell(self, entries: list[Entry], done: Mapping[str, datetime], *, finished: bool) -> None:
        self._screen.post_message(self.Shelved(entries, done, finished=finished))
