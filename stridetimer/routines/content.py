"""From the place of a file to the bytes in it."""

import os
import stat
from errno import EINVAL, EISDIR

MOST_BYTES = 1024 * 1024
"""A file of more bytes is refused."""


def content_of(path: str | os.PathLike[str]) -> bytes:
    """What is in a file, up to one byte more than may be.

    Raises:
        OSError: it cannot be read, or is no ordinary file.
    """
    _refuse_other_than_file(os.stat(path).st_mode, path)
    # Between the two looks the file may become a pipe, which must not be waited for.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb") as file:
        _refuse_other_than_file(os.fstat(descriptor).st_mode, path)
        return file.read(MOST_BYTES + 1)


def _refuse_other_than_file(mode: int, path: str | os.PathLike[str]) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(EISDIR, "it is a folder, not a routine file", os.fspath(path))
    if not stat.S_ISREG(mode):
        raise OSError(EINVAL, "it is not an ordinary file", os.fspath(path))
