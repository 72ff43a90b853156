"""A program in a real pseudo-terminal, and the screen it draws."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

from stridetimer.keys.burst import MOST, WAIT, WITHIN

PATIENCE = 20.0
"""How long a test waits for what must come, in seconds; a pass never takes as long."""
APART = (WITHIN + WAIT) / MOST
"""Seconds between two keys, so that they are no paste."""


class Terminal:
    """``arguments`` run in a terminal of ``columns`` by ``lines``."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.raw = b""
        """Every byte that was written to the terminal."""
        self._stream = pyte.ByteStream(self.screen)
        self._code: int | None = None
        self._pressed = 0.0
        size = struct.pack("HHHH", lines, columns, 0, 0)
        self._master, slave = pty.openpty()
        self._name = os.ttyname(slave)
        self.process = os.fork()
        if self.process == 0:
            os.close(self._master)
            os.login_tty(slave)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(folder or ".")
            given = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
            # What is said there would count for more than the size of this terminal.
            around = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
            os.execvpe(arguments[0], list(arguments), {**around, **given})
        os.close(slave)
        self.before = termios.tcgetattr(self._master)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self._code is None:
            self.send(signal.SIGKILL)
            self.code()
        if self._master >= 0:
            os.close(self._master)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, seen: str | Callable[[str], bool], patience: float = PATIENCE) -> str:
        """Read until a text is on the screen, or something holds of it.

        Returns:
            The screen.
        """
        holds = seen if callable(seen) else lambda text: seen in text
        end = time.monotonic() + patience
        while not holds(self.text):
            assert time.monotonic() < end, f"never came: {seen!r}; there is:\n{self.text}"
            assert self.read(0.5) is not False, f"it ended before {seen!r}; there is:\n{self.text}"
        return self.text

    def press(self, *keys: str) -> None:
        """Press keys, one by one, no faster than fingers: what comes faster is taken for text.

        So a program that a busy machine keeps from reading them is waited for.
        """
        for key in keys:
            end = time.monotonic() + PATIENCE
            while self._unread() and time.monotonic() < end:
                self.read(0.002)
            self.pause(self._pressed + APART - time.monotonic())
            self.paste(key)
            self._pressed = time.monotonic()

    def paste(self, text: str) -> None:
        """Paste ``text`` as a terminal does that does not say so: as keys, in an instant."""
        os.write(self._master, text.encode())

    def _unread(self) -> int:
        """How many bytes of what was pressed the program has not read."""
        slave = os.open(self._name, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            (unread,) = struct.unpack("i", fcntl.ioctl(slave, termios.FIONREAD, bytes(4)))
        finally:
            os.close(slave)
        assert isinstance(unread, int)
        return unread

    def pause(self, seconds: float) -> None:
        """Press nothing for so long, and read what comes: a key held down counts once."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size."""
        self.screen.resize(lines, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def send(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.process, number)

    def until_stopped(self, patience: float = PATIENCE) -> None:
        """Read on until the program has stopped itself: before that it cannot be told to go on."""
        end = time.monotonic() + patience
        while not (came := os.waitpid(self.process, os.WNOHANG | os.WUNTRACED))[0]:
            assert time.monotonic() < end, f"it does not stop; there is:\n{self.text}"
            self.read(0.01)
        assert os.WIFSTOPPED(came[1]), "it ended"

    def code(self, patience: float = PATIENCE) -> int:
        """Read on until the program ends.

        Returns:
            Its exit code, negative where a signal killed it.
        """
        end = time.monotonic() + patience
        while self.read(0.5) is not False:
            assert time.monotonic() < end, f"it does not end; there is:\n{self.text}"
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        return self._code

    def close(self, patience: float = PATIENCE) -> int:
        """Close the window under the program, and wait until it has ended.

        Returns:
            Its exit code, negative where a signal killed it.
        """
        os.close(self._master)
        self._master = -1
        end = time.monotonic() + patience
        while not (ended := os.waitpid(self.process, os.WNOHANG))[0]:
            assert time.monotonic() < end, "it lives on without a window"
            time.sleep(0.01)
        self._code = os.waitstatus_to_exitcode(ended[1])
        return self._code

    def is_restored(self) -> bool:
        """Whether the terminal is as a shell wants it: screen, cursor and modes as before."""
        own_screen = self.raw.rfind(b"\x1b[?1049h") > self.raw.rfind(b"\x1b[?1049l")
        hidden = self.raw.rfind(b"\x1b[?25l") > self.raw.rfind(b"\x1b[?25h")
        mouse = self.raw.rfind(b"\x1b[?1000h") > self.raw.rfind(b"\x1b[?1000l")
        modes = termios.tcgetattr(self._master)
        return modes[:4] == self.before[:4] and not (own_screen or hidden or mouse)

    def read(self, seconds: float) -> bool | None:
        """Read what comes within ``seconds``.

        Returns:
            Whether something came; None while nothing does, False once nothing more can.
        """
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return None
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)


def stridetimer(*arguments: str) -> list[str]:
    """The command line that runs this checkout's program."""
    return [sys.executable, "-m", "stridetimer", *arguments]
