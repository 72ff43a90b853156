"""A terminal that is left alone while nothing happens.

Textual looks for keys ten times a second, for ever: most of what a session costs that stands
still. It asks a flag before each look whether to end; the flag of :class:`QuietDriver` answers
once there is something to look for.
"""

import asyncio
import os
import sys
from contextlib import suppress
from select import select
from threading import Event, get_ident
from time import monotonic
from typing import Any

from textual import constants
from textual.driver import Driver

SETTLED = constants.ESCAPE_DELAY + 1.0
"""So many seconds after a key it is known whether an escape was a key of its own."""
LONGEST = 5.0
"""One look in so many seconds is made in any case."""
SOON = 0.1
"""How long what goes along with a frame waits for one, in seconds."""


class Ended(Event):
    """Whether the thread that reads keys from ``terminal``, a file descriptor, is to end."""

    def __init__(self, terminal: int) -> None:
        super().__init__()
        self._terminal = terminal
        # To the end: Textual closes its driver whenever it lends the terminal, and goes on with it.
        self._waker, self._wakes = os.pipe()
        os.set_blocking(self._waker, False)
        self._reader: int | None = None
        self._awake_until = 0.0

    def is_read_here(self) -> None:
        """This thread is the one that reads keys."""
        self._reader = get_ident()
        self._stay_awake()

    def set(self) -> None:
        """It is to end, even where it waits."""
        super().set()
        os.write(self._wakes, b".")

    def clear(self) -> None:
        """Another one may begin."""
        super().clear()
        with suppress(BlockingIOError):
            os.read(self._waker, 4096)

    def is_set(self) -> bool:
        """Whether it is to end; the thread itself hears it when there is something to do."""
        asleep = get_ident() == self._reader and monotonic() >= self._awake_until
        if asleep and not super().is_set():
            # What cannot be waited for is looked for, as ever.
            with suppress(OSError, ValueError):
                if any(select([self._terminal, self._waker], [], [], LONGEST)):
                    self._stay_awake()
        return super().is_set()

    def _stay_awake(self) -> None:
        self._awake_until = monotonic() + SETTLED


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class QuietDriver(LinuxDriver):
        """Textual's driver for Linux and macOS, in need of less."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._ended = self.exit_event = Ended(self.fileno)
            self._along = ""
            self._flush: asyncio.TimerHandle | None = None

        def run_input_thread(self) -> None:
            """Wait for keys, and tell of them."""
            self._ended.is_read_here()
            super().run_input_thread()

        def write_along(self, data: str) -> None:
            """Write ``data`` with the next frame; should there be none, soon."""
            self._along += data
            if not self._flush:
                loop = asyncio.get_running_loop()
                self._flush = loop.call_later(SOON, self.write, "")

        def write(self, data: str) -> None:
            """Write ``data``, and before it what is to go along with it."""
            along, self._along = self._along, ""
            if self._flush:
                self._flush.cancel()
                self._flush = None
            super().write(along + data)


def quiet(driver: type[Driver]) -> type[Driver]:
    """The driver to use in place of ``driver``: itself, where there is none that needs less."""
    if sys.platform != "win32" and driver is LinuxDriver:
        return QuietDriver
    return driver


def write_along(driver: Driver, data: str) -> None:
    """Write ``data`` to the terminal of ``driver``, with a frame if that is possible."""
    if sys.platform != "win32" and isinstance(driver, QuietDriver):
        driver.write_along(data)
    else:
        driver.write(data)
