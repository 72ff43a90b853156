"""Whether the machine stood still while something was measured, and the measuring anew.

A machine shared with others may be halted for a tenth of a second, one core of it or all. What
plays is halted as well, and a cue comes late or in two pieces. No fault of the program looks the
same from here: a process on each core, which knows nothing of the program, looks at the clock.
"""

import functools
import os
import subprocess
import sys
from collections.abc import Callable
from types import TracebackType
from typing import ParamSpec

Given = ParamSpec("Given")

TIMES = 4
"""So often it is measured in all, as long as the machine stands still each time."""
STANDSTILL = 0.02
"""Who sleeps for a moment and wakes so much later was halted; in seconds."""
_MOMENT = 0.005
_LOOK = f"""
import os, select, sys, time
if sys.argv[1:]:
    os.sched_setaffinity(0, {{int(sys.argv[1])}})
print("looking", flush=True)
longest, ended = 0.0, False
while not ended:
    before = time.monotonic()
    ended = bool(select.select([0], [], [], {_MOMENT})[0])
    longest = max(longest, time.monotonic() - before - {_MOMENT})
print(longest)
"""


class Lookouts:
    """A process on each core, from ``with`` to the end of its block."""

    def __init__(self) -> None:
        self.longest = 0.0
        """For how many seconds the machine, or a core of it, stood still at a time."""

    def __enter__(self) -> "Lookouts":
        affine = hasattr(os, "sched_getaffinity")
        cores = [[str(core)] for core in os.sched_getaffinity(0)] if affine else [[]]
        command = [sys.executable, "-I", "-S", "-c", _LOOK]
        self.running = [
            subprocess.Popen(
                [*command, *core], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for core in cores
        ]
        for process in self.running:
            assert process.stdout
            process.stdout.readline()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.longest = max(float(process.communicate()[0]) for process in self.running)


def anew_after_a_standstill(measure: Callable[Given, None]) -> Callable[Given, None]:
    """``measure``, which is done anew where it failed and the machine stood still meanwhile.

    What fails on a machine that does not has failed at once; and where the machine does each time,
    so has what fails every time.
    """

    @functools.wraps(measure)
    def measured(*args: Given.args, **kwargs: Given.kwargs) -> None:
        for left in reversed(range(TIMES)):
            with Lookouts() as machine:
                failed = _failure_of(lambda: measure(*args, **kwargs))
            if failed is None:
                return
            print(f"the machine stood still for {machine.longest * 1000:.0f} ms: {failed}")
            if machine.longest < STANDSTILL or not left:
                raise failed

    return measured


def _failure_of(measure: Callable[[], None]) -> AssertionError | None:
    try:
        measure()
    except AssertionError as error:
        return error
    return None
