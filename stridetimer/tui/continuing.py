"""Going on after the program was stopped.

Textual gives the terminal back when it is put aside by ctrl+z, and takes it again on SIGCONT. It
does so on *every* SIGCONT: after one that follows no ctrl+z (``kill -STOP``, a debugger, a bare
``kill -CONT``) it would start a second time, read the keys twice, and remember its own terminal
modes as those to restore at the end. After one that lets it go on behind the shell (``bg``) it does
not start, and waits for another. And it paints only what changes from then on, though a terminal
that is taken again is empty.
"""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import Any

from textual.app import App


def mind_continuing(app: App[Any]) -> None:
    """Let ``app``, whose driver has started, take the terminal again only after giving it back."""
    if sys.platform != "win32" and not app.is_headless:
        _Continuing(app)


if sys.platform != "win32":
    import termios

    class _Continuing:
        """Stands between the two signals and what Textual does about them."""

        def __init__(self, app: App[Any]) -> None:
            self._app = app
            self._loop = asyncio.get_running_loop()
            self._put_aside = False
            self._terminal = sys.__stdin__.fileno() if sys.__stdin__ else 0
            self._modes = termios.tcgetattr(self._terminal)
            self._stop = signal.getsignal(signal.SIGTSTP)
            self._go_on = signal.getsignal(signal.SIGCONT)
            signal.signal(signal.SIGTSTP, self._stopping)
            signal.signal(signal.SIGCONT, self._continued)

        def _stopping(self, number: int, frame: FrameType | None) -> None:
            self._put_aside = True
            if callable(self._stop):
                self._stop(number, frame)

        def _continued(self, number: int, frame: FrameType | None) -> None:
            if self._put_aside and self._is_behind():
                os.kill(os.getpid(), signal.SIGSTOP)
                return
            put_aside, self._put_aside = self._put_aside, False
            if not put_aside:
                # Whoever had the terminal meanwhile may have changed its modes and its screen.
                # A window that is closed sends SIGCONT too, behind the SIGHUP that ends us.
                with suppress(termios.error):
                    termios.tcsetattr(self._terminal, termios.TCSANOW, self._modes)
            elif callable(self._go_on):
                self._go_on(number, frame)
            self._loop.call_soon_threadsafe(self._paint)

        def _is_behind(self) -> bool:
            """Whether the terminal is another program's, such as the shell's."""
            try:
                return os.tcgetpgrp(self._terminal) != os.getpgrp()
            except OSError:
                return False

        def _paint(self) -> None:
            self._app.screen.refresh(layout=True)
