"""Single keys from a terminal, without a screen."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from string import digits
from types import FrameType
from typing import TextIO

from stridetimer.keys.names import key_of

Take = Callable[[str], None]

_ENDS = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "H": "home",
    "F": "end",
    "P": "f1",
    "Q": "f2",
    "R": "f3",
    "S": "f4",
    "1~": "home",
    "2~": "insert",
    "3~": "delete",
    "4~": "end",
    "5~": "pageup",
    "6~": "pagedown",
    **{
        f"{code}~": f"f{number}"
        for number, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)
    },
}
"""The keys that a terminal sends an escape sequence for, by its end."""
_CONTROLS = {"\r": "enter", "\n": "enter", "\t": "tab", "\x1b": "escape", "\x7f": "backspace"}


def named(pressed: str) -> str:
    """The key that sends ``pressed``; empty for none, and for what is more than one key.

    Nobody presses several keys in one instant: that is something pasted.
    """
    if len(pressed) == 1:
        control = f"ctrl+{chr(ord(pressed) + 96)}" if "\x01" <= pressed <= "\x1a" else ""
        return _CONTROLS.get(pressed) or control or key_of(pressed)
    if pressed.startswith(("\x1b[", "\x1bO")):
        return _ENDS.get(pressed[2:], "")
    return ""


def presses(pressed: str) -> list[str]:
    """The keys that were pressed, where a terminal gave ``pressed`` at once.

    A number and the key that it is for are typed so fast that a busy machine, or a slow line, gives
    them together.
    """
    rest = pressed.lstrip(digits)
    number = [named(digit) for digit in pressed[: len(pressed) - len(rest)]]
    return [*number, named(rest)] if rest else number


if sys.platform == "win32":  # pragma: no cover

    @contextlib.contextmanager
    def keys(stdin: TextIO, take: Take) -> Iterator[None]:
        """Hand each key that is pressed to ``take``."""
        import msvcrt

        def read() -> None:
            while True:
                take(named(msvcrt.getwch()))

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
                    for key in presses(pressed.decode(errors="replace")):
                        take(key)

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
