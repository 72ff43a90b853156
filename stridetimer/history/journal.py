"""An optional journal: a plain text file of the person's choice that gets one line a set.

It is written on a thread of its own, so that a slow or sleeping disk holds up neither a session nor
its record; trouble with it is said once, and what could not be written is tried with the next set.
"""

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

from stridetimer.core.lengths import in_words
from stridetimer.files import why
from stridetimer.history.records import StepRecord
from stridetimer.phrases import count

FAREWELL = 2.0
"""How long the end of the program waits for the last lines, in seconds."""
_FLAGS = (
    os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
"""A pipe that nobody reads is an error rather than a wait."""


class Journal:
    """The journal at ``path`` for one session of the routine called ``routine``."""

    def __init__(self, path: Path, routine: str) -> None:
        self.trouble = ""
        """Why it could not be written, in one sentence; empty while it can."""
        self._path = path
        self._routine = routine
        self._taken = 0
        self._lines = SimpleQueue[bytes | None]()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)

    def start(self) -> None:
        """Get ready to write."""
        self._thread.start()

    def keep_up(self, steps: Sequence[StepRecord]) -> None:
        """Write down the sets among ``steps``, all that ended so far, that are not in it yet."""
        new, self._taken = steps[self._taken :], len(steps)
        lines = "".join(f"{line_of(self._routine, step)}\n" for step in new if step.kind == "work")
        if lines:
            self._lines.put(lines.encode())

    def close(self) -> None:
        """Write what is still to be written, and end."""
        self._lines.put(None)
        self._thread.join(FAREWELL)

    def _run(self) -> None:
        left = b""
        while (lines := self._lines.get()) is not None:
            left = self._write(left + lines)
        if left:
            self._write(left)

    def _write(self, lines: bytes) -> bytes:
        """Write ``lines`` at one go; what could not be written is given back."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, _FLAGS, 0o666)
            try:
                if not _ends_whole(file):
                    lines = b"\n" + lines
                # One write that appends: another program's lines come before or after it.
                lines = lines[os.write(file, lines) :]
                os.fsync(file)
            finally:
                os.close(file)
        except OSError as error:
            self.trouble = f"The journal cannot be written: {why(error)}."
        else:
            self.trouble = "The journal cannot be written: the disk is full." if lines else ""
        return lines


def _ends_whole(file: int) -> bool:
    """Whether the last line of ``file`` is one; an editor may have left it open."""
    size = os.fstat(file).st_size
    if not size:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"


def line_of(routine: str, step: StepRecord) -> str:
    """One set: when it ended, what it was, what was planned, what was done and how it ended."""
    if step.planned_reps is None or step.reps is None:
        done = in_words(round(step.seconds))
    else:
        done = f"{count(step.reps, 'rep')}{_by_leg(step)}"
    planned = (
        in_words(step.planned_seconds)
        if step.planned_reps is None
        else count(step.planned_reps, "rep")
    )
    fields = (
        step.ended_at.replace("T", " "),
        routine,
        step.exercise,
        f"set {step.set}",
        step.side or "both",
        f"planned {planned}",
        f"did {done}" if step.outcome != "skipped" or step.seconds else "did nothing",
        step.outcome,
    )
    return " | ".join(map(_field, fields))


def _by_leg(step: StepRecord) -> str:
    if step.side != "alternating" or step.left_reps is None:
        return ""
    return f" ({step.left_reps} left, {step.right_reps} right)"


def _field(words: str) -> str:
    """``words`` on one line, and nothing in them that looks like the end of the field."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).replace("|", "/").split())
