"""Noticing at once that another program changed the file that is being edited."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from textual.screen import Screen

from stridetimer.tui import aside


class FileWatch:
    """Calls ``stirred``, in the turn of ``screen``, when the file at ``path`` may have changed."""

    def __init__(self, screen: Screen[bool], path: Path, stirred: Callable[[], None]) -> None:
        self._screen = screen
        self._path = path
        self._stirred = stirred
        self._over = Event()

    def begin(self) -> None:
        """Watch from now on."""
        aside.start(self._watch, self._over)

    def end(self) -> None:
        """Watch no longer."""
        self._over.set()

    def _watch(self, over: Event) -> None:
        from stridetimer.routines.watching import changes_of  # here, because it is never urgent

        for _ in changes_of(self._path, over):
            if over.is_set() or not self._screen.call_later(self._stirred):
                return
