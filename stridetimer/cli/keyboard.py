"""Single keys from a terminal, without a screen."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TextIO

Take = Callable[[str], None]

NAMES = {" ": "space", "\r": "enter", "\n": "enter", "\x1b": "escape"}
"""Keys that are called otherwise than they are written."""


def _named(key: str) -> str:
    return NAMES.get(key, key)


if sys.platform == "win32":  # pragma: no cover

    @contextlib.contextmanager
    def keys(stdin: TextIO, take: Take) -> Iterator[None]:
        """Hand each key that is pressed to ``take``."""
        import msvcrt

        def read() -> None:
            while True:
                take(_named(msvcrt.getwch()))

        threading.Thread(target=read, name="keys", daemon=True).start()
        yield

else:

    @contextlib.contextmanager
    def keys(stdin: TextIO, take: Take) -> Iterator[None]:
        """Hand each key that is pressed to ``take``, and leave the terminal as it was."""
        import termios
        import tty

        descriptor = stdin.fileno()
        before = termios.tcgetattr(descriptor)

        def key_by_key(*_: int | FrameType | None) -> None:
            tty.setcbreak(descriptor, termios.TCSANOW)

        def read() -> None:
            with contextlib.suppress(OSError):
                while pressed := os.read(descriptor, 32):
                    take(_named(pressed.decode(errors="replace")))

        key_by_key()
        # Whoever had the terminal while the program was stopped may have set it otherwise.
        continued = signal.signal(signal.SIGCONT, key_by_key)
        threading.Thread(target=read, name="keys", daemon=True).start()
        try:
            yield
        finally:
            signal.signal(signal.SIGCONT, continued)
            with contextlib.suppress(termios.error):
                termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
