"""Writing files so that nobody ever finds half of one, and why a file cannot be had."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_new(path: Path, content: bytes) -> None:
    """Write ``content`` into a new file at ``path``, whole or not at all.

    Raises:
        FileExistsError: there is one already, which stays as it is.
        OSError: it cannot be written.
    """
    with _beside(path, content, lasting=True) as part:
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            _move_new(part, path)


def replace(path: Path, content: bytes, mode: int | None = None, *, lasting: bool = True) -> None:
    """Let ``path`` hold ``content``: whoever reads it meanwhile sees all of the old or of the new.

    ``mode`` are its permissions; without, those of a new file. What need not survive a power cut
    is not ``lasting``: nobody waits for the disk. Where ``path`` is a link, the file takes its
    place.

    Raises:
        OSError: it cannot be written; the old is as it was.
    """
    with _beside(path, content, lasting) as part:
        if mode is not None:
            os.chmod(part, mode)
        os.replace(part, path)


def why(error: Exception) -> str:
    """Why a file could not be read or written, in words that read on: ``permission denied``.

    ``error`` is the system's, or one of ours that says what is the matter with the file.
    """
    words = getattr(error, "strerror", None) or str(error)
    return f"{words[:1].lower()}{words[1:]}"


def _move_new(part: Path, path: Path) -> None:
    """The next best: between the look and the move another program can still come."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    os.replace(part, path)


@contextmanager
def _beside(path: Path, content: bytes, lasting: bool) -> Iterator[Path]:
    """``content`` in a file beside ``path``, safe on the disk if ``lasting``; gone afterwards."""
    # Few bytes, because the longest name of a file has no room for another one within it.
    part = path.with_name(f".{os.getpid()}.{os.urandom(4).hex()}.part")
    try:
        with open(part, "xb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
