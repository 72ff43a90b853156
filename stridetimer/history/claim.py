"""Who is going through a session right now: a lock that the system takes back from the dead."""

import contextlib
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Claim:
    """The claim of this program to the session ``uid``; ``folder`` holds those of all."""

    def __init__(self, folder: Path, uid: str) -> None:
        self._path = folder / f"{uid}.lock"
        self._file: int | None = None

    def stake(self) -> bool:
        """Whether nobody else has it; from now on this program does.

        Where no lock can be written nothing is recorded either, and nobody is in the way.
        """
        while True:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError:
                return True
            try:
                _lock(file)
            except OSError:
                os.close(file)
                return False
            if _is_at(file, self._path):
                self._file = file
                return True
            os.close(file)  # it was swept away in between

    def sweep(self) -> None:
        """Take away what programs left behind that were killed."""
        with contextlib.suppress(OSError):
            for path in self._path.parent.glob("*.lock"):
                if path != self._path:
                    is_claimed(path.parent, path.stem)

    def release(self) -> None:
        """Let others have it."""
        if self._file is not None:
            # Before it is closed: afterwards another may have locked it.
            with contextlib.suppress(OSError):
                self._path.unlink()
            os.close(self._file)
            self._file = None


def _is_at(file: int, path: Path) -> bool:
    """Whether ``file`` is still what lies at ``path``."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def is_claimed(folder: Path, uid: str) -> bool:
    """Whether a living program goes through the session ``uid``; the dead leave nothing behind."""
    if not (folder / f"{uid}.lock").exists():
        return False
    claim = Claim(folder, uid)
    free = claim.stake()
    claim.release()
    return not free
