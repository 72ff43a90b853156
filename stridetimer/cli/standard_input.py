"""Files that are read from standard input, where ``-`` is their name."""

import sys
from collections.abc import Callable

NAME = "-"


def bytes_of(file: str, read: Callable[[], bytes], most: int = -1) -> bytes:
    """What is in ``file``, which ``read`` reads; of standard input ``most`` bytes at the most.

    Raises:
        OSError: it cannot be read.
    """
    if file != NAME:
        return read()
    if sys.stdin is None:
        raise OSError("it is closed")
    return sys.stdin.buffer.read(most)


def called(file: str) -> str:
    """What messages call it."""
    return "standard input" if file == NAME else file
