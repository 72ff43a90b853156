"""Looking through a text while it is being written."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from textual.screen import Screen
from textual.timer import Timer

from stridetimer.editing.checking import Checked, check

CHECK_AFTER = 0.25
"""Seconds without a key until the text is looked through: nobody is corrected in mid-word."""


class Lookout:
    """Looks through the text of ``screen``, one look at a time, and has what was seen shown.

    ``path`` is its file; ``text`` gives what is written now.
    """

    def __init__(
        self,
        screen: Screen[bool],
        path: Path,
        text: Callable[[], str],
        show: Callable[[Checked], None],
    ) -> None:
        self._screen = screen
        self._path = path
        self._text = text
        self._show = show
        self._timer: Timer | None = None
        self._looking = self._stirred = False

    def stir(self) -> None:
        """The text was changed: look once there is a pause."""
        if self._timer:
            self._timer.stop()
        self._timer = self._screen.set_timer(CHECK_AFTER, self.look)

    def look(self) -> None:
        """Look now; where that is being done already, once more after it."""
        self._stirred = True
        if not self._looking:
            self._looking, self._stirred = True, False
            # A daemon: leaving never waits for it.
            Thread(target=self._look, args=(self._text(),), daemon=True).start()

    def _look(self, text: str) -> None:
        checked = check(text, self._path)
        self._screen.call_later(self._seen, checked)

    def _seen(self, checked: Checked) -> None:
        self._looking = False
        self._show(checked)
        if self._stirred:
            self.look()
