"""A thread beside the screen that has ended when the interpreter does.

A daemon that comes back from native code, as that of watchfiles does, while the interpreter is
being taken down aborts the whole process. One that is no daemon would keep the program from ending
while a disk does not answer. So it is a daemon, and the end waits for it, but not for long.
"""

import atexit
from collections.abc import Callable
from threading import Event, Thread, current_thread

LONGEST = 1.0
"""So long the end of the program waits for each, in seconds; they take a tenth of that."""

_running: dict[Thread, Event] = {}


def start(run: Callable[[Event], None], stop: Event) -> Thread:
    """Run ``run`` until ``stop`` is set, at the latest when the program ends."""

    def do() -> None:
        try:
            run(stop)
        finally:
            _running.pop(current_thread(), None)

    thread = Thread(target=do, daemon=True)
    _running[thread] = stop
    thread.start()
    return thread


@atexit.register
def end_all() -> None:
    """Have all of them end, and wait for that."""
    running = [*_running.items()]
    for _, stop in running:
        stop.set()
    for thread, _ in running:
        thread.join(LONGEST)
