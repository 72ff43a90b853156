"""Single keys from a terminal, without a screen."""

import contextlib
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TextIO

from stridetimer.keys.burst import Burst, Given
from stridetimer.keys.names import key_of

Take = Callable[[Given], None]
"""Gets the names of the keys that were pressed, an empty one for each that has none."""

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
_ONE = re.compile(r"\x1b\[[0-9;]*[ -/]*[@-~]|\x1bO.|\x1b[^\x1b]|.", re.DOTALL)
"""What a terminal sends for one key; with alt, an escape before it."""


def keys_in(text: str) -> list[str]:
    """The names of the keys that send ``text``; empty ones for those that have no name here."""
    return [_named(pressed) for pressed in _ONE.findall(text)]


def _named(pressed: str) -> str:
    if len(pressed) == 1:
        control = f"ctrl+{chr(ord(pressed) + 96)}" if "\x01" <= pressed <= "\x1a" else ""
        return _CONTROLS.get(pressed) or control or key_of(pressed)
    if pressed.startswith(("\x1b[", "\x1bO")):
        return _ENDS.get(pressed[2:], "")
    return ""


class _Presses(Burst):
    """Hands to ``take`` what was pressed, once it is known what it is."""

    def __init__(self, take: Take) -> None:
        super().__init__(time.monotonic)
        self._take_it = take

    def come(self, text: str) -> None:
        """The terminal sent this."""
        now = time.monotonic()
        for name in keys_in(text):
            self.take(name, now)

    @property
    def wait(self) -> float | None:
        """How many seconds to wait for more; None as long as nothing is held."""
        return None if self.due is None else max(0.0, self.due - time.monotonic())

    def hand_over(self) -> None:
        """Hand over what is due."""
        given = self.give()
        if given.keys:
            self._take_it(given)


if sys.platform == "win32":
    _LOOK_EVERY = 0.005

    @contextlib.contextmanager
    def keys(stdin: TextIO, take: Take) -> Iterator[None]:
        """Hand each key that is pressed to ``take``."""
        import msvcrt

        presses = _Presses(take)

        def read() -> None:
            while True:
                while presses.wait is not None and not msvcrt.kbhit():
                    time.sleep(min(presses.wait, _LOOK_EVERY))
                    presses.hand_over()
                presses.come(msvcrt.getwch())

        threading.Thread(target=read, name="keys", daemon=True).start()
        yield

else:
    import codecs
    import select

    @contextlib.contextmanager
    def keys(stdin: TextIO, take: Take) -> Iterator[None]:
        """Hand each key that is pressed to ``take``, and leave the terminal as it was."""
        import termios
        import tty

        descriptor = stdin.fileno()
        before = termios.tcgetattr(descriptor)
        presses = _Presses(take)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode

        def key_by_key(*_: int | FrameType | None) -> None:
            tty.setcbreak(descriptor, termios.TCSANOW)

        def read() -> None:
            with contextlib.suppress(OSError):
                while True:
                    if select.select([descriptor], [], [], presses.wait)[0]:
                        data = os.read(descriptor, 1024)
                        if not data:
                            return
                        presses.come(decode(data))
                    presses.hand_over()

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
