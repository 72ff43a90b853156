"""Standard output, whatever it is: a terminal, a pipe that closes, a full disk, nothing at all."""

import contextlib
import os
import sys
from io import TextIOWrapper


def mind_output() -> None:
    """Let output be had where there is none, and where the locale cannot write a letter."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open to the very end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def give_up_output() -> None:
    """Nobody reads it, or nobody can: let the interpreter end without trying again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
