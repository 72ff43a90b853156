"""Runs the README's two commands as they stand there, in the checkout that is given.

The first is run in a pseudo-terminal, as a person would: the library appears, enter starts a
session, q asks, y leaves. The second runs the tests.
"""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pyte

PATIENCE = 300.0


def commands(readme: str) -> list[str]:
    """What the fenced shell blocks under the heading of the two commands hold."""
    section = readme.split("## Two commands", 1)[1].split("\n## ", 1)[0]
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL)]


class Terminal:
    """A command in a pseudo-terminal, and the screen it draws."""

    def __init__(self, command: str, folder: Path) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        self.process, self._fd = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ["TERM"] = "xterm-256color"
            os.environ["STRIDETIMER_HOME"] = str(folder / ".home")
            os.execvp("sh", ["sh", "-c", command])

    def until(self, text: str) -> None:
        """Read until ``text`` is on the screen."""
        end = time.monotonic() + PATIENCE
        while text not in "\n".join(self.screen.display):
            if time.monotonic() > end or not self._read():
                raise SystemExit(f"never saw {text!r}; saw:\n" + "\n".join(self.screen.display))

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self._fd, key.encode())

    def code(self) -> int:
        """Read to the end, and the exit code."""
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def _read(self) -> bool:
        ready, _, _ = select.select([self._fd], [], [], 1.0)
        try:
            data = os.read(self._fd, 65536) if ready else None
        except OSError:
            return False
        if data:
            self._stream.feed(data)
        return data is None or bool(data)


def main() -> None:
    """Run both."""
    folder = Path(sys.argv[1])
    first, second = commands((folder / "README.md").read_text())
    print("$", first, flush=True)
    terminal = Terminal(first, folder)
    terminal.until("Basic strength for runners")
    terminal.press("\r")
    terminal.until("GET READY")
    terminal.press("q")
    terminal.until("Leave")
    terminal.press("y")
    print("\n".join(line for line in terminal.screen.display if line.strip()))
    code = terminal.code()
    if code not in (0, 1):
        raise SystemExit(f"the first command ended with {code}")
    print("$", second, flush=True)
    sys.exit(subprocess.call(["sh", "-c", second], cwd=folder))


if __name__ == "__main__":
    main()
