"""The child process as the parent holds it: a pipe to it, a pipe from it, and its end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

import stridetimer

LARGEST_LOG = 256 * 1024
"""A log larger than this is begun anew, in bytes."""
FAREWELL = 0.2
"""How long the child may take to end by itself when it is dismissed, in seconds."""


class ChildGoneError(Exception):
    """The child cannot be written to: it has ended, or reads nothing any more."""


class Process(Protocol):
    """What the keeper needs of a child process."""

    def write(self, text: str) -> None:
        """Hand over whole lines without waiting.

        Raises:
            ChildGoneError: it takes nothing.
        """
        ...

    def read(self) -> Iterator[str]:
        """Every line it says, until it ends."""
        ...

    def dismiss(self) -> None:
        """Let it end, and see to it that it does."""
        ...

    def kill(self) -> None:
        """End it at once, with everything it has started."""
        ...


class ChildProcess:
    """A running :mod:`stridetimer.sound.child`.

    ``log`` gets everything that audio libraries have to say: they write to standard error as they
    please, which would be the screen of the program. None: nobody keeps it. The backends
    ``without`` are not tried.
    """

    def __init__(self, backend: str, log: Path | None, without: Sequence[str] = ()) -> None:
        with _open_log(log) as errors:
            self._process = subprocess.Popen(
                # Not from the current directory: it is the user's, and may hold any wave.py.
                [sys.executable, "-P", "-m", "stridetimer.sound.child", backend, *without],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=child_environment(),
                # Out of reach of ctrl-c, and a group that can be ended as a whole. Not a session
                # of its own: Linux shares the processor among sessions, and where every core is
                # busy one that mostly sleeps was seen to starve for seconds.
                process_group=0,
                creationflags=_creation_flags(),
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        # Windows has this since Python 3.12; before, a write there may wait for a hung child.
        with suppress(AttributeError, OSError):
            os.set_blocking(self._stdin.fileno(), False)

    @property
    def pid(self) -> int:
        """The process id of the child."""
        return self._process.pid

    def write(self, text: str) -> None:
        """Hand over whole lines without waiting."""
        data = text.encode("ascii")
        try:
            if os.write(self._stdin.fileno(), data) < len(data):
                raise ChildGoneError("the sound process reads nothing any more")
        except (OSError, ValueError) as error:
            raise ChildGoneError(f"the sound process cannot be reached: {error}") from error

    def read(self) -> Iterator[str]:
        """Every line it says, until it ends."""
        with suppress(OSError, ValueError), self._stdout:
            for line in self._stdout:
                yield line.decode("ascii", "replace").strip()

    def dismiss(self) -> None:
        """Let it end by closing its input, and see to it that it does."""
        with suppress(OSError):
            self._stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(FAREWELL)
        self.kill()

    def kill(self) -> None:
        """End it at once, with everything it has started."""
        with suppress(OSError):
            self._stdin.close()
        if self._process.poll() is None:
            _kill_group(self._process)
        self._process.wait()


def _open_log(log: Path | None) -> IO[bytes]:
    """The log to append to; a log that cannot be kept is no reason to be silent."""
    if log is not None:
        with suppress(OSError):
            log.parent.mkdir(parents=True, exist_ok=True)
            large = log.exists() and log.stat().st_size > LARGEST_LOG
            return log.open("wb" if large else "ab")
    return open(os.devnull, "wb")


def child_environment() -> dict[str, str]:
    """The parent's, so that a package that is only on the parent's path is found, too."""
    package_root = str(Path(stridetimer.__file__).parent.parent)
    path = os.environ.get("PYTHONPATH")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (path, package_root))),
        # simpleaudio 1.0.4 frees memory in a way that only this allocator survives.
        "PYTHONMALLOC": "malloc",
        "PYTHONUTF8": "1",
    }


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return 0


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
