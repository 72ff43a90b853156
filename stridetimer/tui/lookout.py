"""Looking through a text while it is being written."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from textual.css.query import NoMatches
from textual.screen import Screen
from textual.timer import Timer

from stridetimer.editing.checking import Checked, check

LEAST_PAUSE, LONGEST_PAUSE = 0.25, 2.0
"""Seconds without a key until the text is looked through: nobody is corrected in mid-word.

As long as the last look took, within these bounds: a look at a long text makes keys slower.
"""


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
        self.looking = False
        """Whether a look is under way."""
        self._stirred = False
        self._pause = LEAST_PAUSE

    def stir(self) -> None:
        """The text was changed: look once there is a pause."""
        if self._timer:
            self._timer.stop()
        self._timer = self._screen.set_timer(self._pause, self.look)

    def look(self) -> None:
        """Look now; where that is being done already, once more after it."""
        self._stirred = True
        if not self.looking:
            self.looking = True
            self._screen.run_worker(self._look(), group="looking")

    async def _look(self) -> None:
        while self._stirred:
            self._stirred = False
            began = monotonic()
            checked = await asyncio.to_thread(check, self._text(), self._path)
            self._pause = min(max(LEAST_PAUSE, monotonic() - began), LONGEST_PAUSE)
            # On its way out a screen has no widgets any more to show anything.
            with suppress(NoMatches):
                self._show(checked)
        self.looking = False
