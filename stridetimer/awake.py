"""Keeps the screen from going to sleep while it is looked at.

The system is asked by a thread of its own: where it does not answer, nobody waits for it, and
where there is nobody to ask, nothing happens.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress

Hold = Callable[[], AbstractContextManager[object]]
"""While what it gives is open, the screen stays awake; entered and left on one thread."""

SETTLED = 1.0
"""For so long it must be wanted before the system is asked, in seconds: beginning comes first."""
FAREWELL = 0.5
"""How long the end waits for the system to take its sleep back, in seconds.

Whatever then still holds the screen ends with the program.
"""


def screen_awake() -> AbstractContextManager[object]:
    """What the platform has to keep the screen awake; nothing where it has nothing."""
    # Its words are for nobody, and the screen is no place for them.
    log = logging.getLogger("wakepy")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    from wakepy import keep  # here, on the thread that asks: a session begins before it is loaded

    return keep.presenting(on_fail="pass")


class Awake:
    """Holds the screen awake by ``hold`` while it is wanted.

    ``settled`` is for how long it must be wanted first, in seconds.
    """

    def __init__(self, hold: Hold = screen_awake, *, settled: float = SETTLED) -> None:
        self._hold = hold
        self._settled = settled
        self._changed = threading.Condition()
        self._wanted = False
        self._closed = False
        self._thread: threading.Thread | None = None

    def want(self, wanted: bool) -> None:
        """Let the screen stay awake from now on, or let it sleep as it likes; at once returned."""
        if wanted == self._wanted or self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._keep, name="awake", daemon=True)
            self._thread.start()
        with self._changed:
            self._wanted = wanted
            self._changed.notify()

    def close(self) -> None:
        """Let the screen sleep as it likes, for good."""
        with self._changed:
            self._wanted, self._closed = False, True
            self._changed.notify()
        if self._thread:
            self._thread.join(FAREWELL)

    # -- on its own thread -------------------------------------------------------------------

    def _keep(self) -> None:
        while self._wait_until(wanted=True):
            with ExitStack() as held:
                # Whatever is the matter with the system, the session goes on.
                with suppress(Exception):
                    held.enter_context(self._hold())
                self._wait_until(wanted=False)
                with suppress(Exception):
                    held.close()

    def _wait_until(self, *, wanted: bool) -> bool:
        """Wait until it is wanted, and has been for a moment, or not; whether to go on at all."""
        with self._changed:
            while True:
                self._changed.wait_for(lambda: self._wanted is wanted or self._closed)
                if self._closed or not wanted:
                    return not self._closed
                if not self._changed.wait_for(lambda: not self._wanted, self._settled):
                    return True
