"""Notices that the program was stopped or the machine slept.

A terminal that does not read, or a busy screen, is no gap: the person went on by ear. So the
watch has a thread of its own; only when that thread too missed its beats was nobody there.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

BEAT = 2.0
"""Seconds between two beats of its own; whoever asks it every second is another."""
MISSED = 3.0
"""So many seconds without a beat are a gap; on a busy machine one was seen 25 ms late."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which the program did not run."""

    since: float
    """The last instant of the monotonic clock at which it did."""
    seconds: float
    """How long the gap was."""


def _asleep() -> float:
    """Seconds that the machine has slept, as far as it tells; only differences count."""
    if not hasattr(time, "CLOCK_BOOTTIME"):
        return 0.0
    return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)


class GapWatch:
    """Keeps a beat in the background, and tells of gaps in it."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        asleep: Callable[[], float] = _asleep,
    ) -> None:
        self._clock = clock
        self._asleep = asleep
        self._lock = threading.Lock()
        self._last = clock()
        self._slept = asleep()
        self._gap: Gap | None = None
        self._ended = threading.Event()

    def start(self) -> None:
        """Keep the beat until :meth:`close`."""
        threading.Thread(target=self._keep_beating, name="gap watch", daemon=True).start()

    def close(self) -> None:
        """Stop beating."""
        self._ended.set()

    def take(self, now: float) -> Gap | None:
        """The gap since the last call, if there was one, told once."""
        self.beat(now)
        with self._lock:
            gap, self._gap = self._gap, None
        return gap

    def beat(self, now: float) -> None:
        """The program runs at ``now``."""
        with self._lock:
            slept = self._asleep()
            stood, asleep = now - self._last, slept - self._slept
            if stood > MISSED or asleep > MISSED:
                since = self._last if stood > MISSED else now
                self._note(Gap(since, max(stood, 0.0) + max(asleep, 0.0)))
            self._last, self._slept = max(now, self._last), slept

    def _note(self, gap: Gap) -> None:
        """With one that nobody was told of yet, it is one: what lay between was too short."""
        before = self._gap
        self._gap = Gap(before.since, before.seconds + gap.seconds) if before else gap

    def _keep_beating(self) -> None:
        while not self._ended.wait(BEAT):
            self.beat(self._clock())
