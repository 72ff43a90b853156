"""One line in a file that says where a session stands, for tmux and other status bars.

It is written by a thread of its own: however slow the disk, nobody waits for it.
"""

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

from stridetimer import files

EVERY = 1.0
"""It is written no more often than this, in real seconds."""
FAREWELL = 1.0
"""How long the end of the program waits for the file to be taken away, in seconds."""
LONGEST = 1000
"""A file with more bytes than this is none of ours, and is left alone."""


class StatusFile:
    """Keeps one line in the file at ``path``, and takes the file away at the end.

    Nothing that becomes of it reaches the session: :attr:`trouble` says in one sentence why the
    line is not there, and each following line is tried again.
    """

    def __init__(self, path: Path) -> None:
        self.trouble = ""
        """Why the line cannot be kept; empty while it can."""
        # A link stays what it is, and the file it leads to is replaced.
        self._path = Path(os.path.realpath(path))
        self._line = ""
        self._written: str | None = None
        self._claimed = False
        self._changed = threading.Event()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="status", daemon=True)

    def show(self, line: str) -> None:
        """Have ``line`` in the file soon."""
        if line == self._line or self._ending.is_set():
            return
        self._line = line
        self._changed.set()
        if not self._thread.ident:
            self._thread.start()

    def close(self) -> None:
        """Take the file away."""
        self._ending.set()
        self._changed.set()
        if self._thread.ident:
            self._thread.join(FAREWELL)

    def _run(self) -> None:
        while not self._ending.is_set():
            self._changed.wait()
            self._changed.clear()
            self._keep(self._line)
            self._ending.wait(EVERY)
        if self._written is not None:
            with suppress(OSError):
                self._claim()
                self._path.unlink()

    def _keep(self, line: str) -> None:
        """Have ``line`` in the file; where that cannot be, the next line is tried again."""
        try:
            if not self._claimed:
                self._claim()
            self._write(line)
        except OSError as error:
            # What is there by the next time may be somebody else's.
            self._claimed = False
            self.trouble = f"The status file is not written: {files.why(error)}."
        else:
            self._claimed, self.trouble = True, ""

    def _claim(self) -> None:
        """Never write over anything but a line.

        Raises:
            OSError: there is something else.
        """
        with suppress(FileNotFoundError):
            found = self._path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise OSError("it is no file")
            if found.st_size > LONGEST or b"\n" in self._path.read_bytes().rstrip(b"\n"):
                raise OSError("there is something else in it")

    def _write(self, line: str) -> None:
        if line == self._written or self._ending.is_set():
            return
        files.replace(self._path, (f"{line}\n" if line else "").encode(), lasting=False)
        self._written = line
