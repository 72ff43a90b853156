"""When each sound of a recording was heard, by the clock of the program that played it.

The recorder stamps every block it reads. A block can arrive late, never early: so the earliest
arrivals around a sample say when that sample was played, to about a millisecond.
"""

import os
import subprocess
import threading
import time
from array import array
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType

from stridetimer.sound.waves import RATE, read_wave

LOUD = 1200
"""A sample beyond this is sound."""
QUIET = 0.025
"""A sound begins after at least this many seconds without one."""
BLOCK = 24
"""Samples looked at together."""
AROUND = 0.7
"""Arrivals within this many seconds of a sample say when it was played."""


class Recorder:
    """Records the monitor of a sink from ``with`` to the end of its block."""

    def __init__(self, env: Mapping[str, str], device: str) -> None:
        self._env = dict(env)
        self._device = device
        self._data = bytearray()
        self._arrivals: list[tuple[float, int]] = []

    def __enter__(self) -> "Recorder":
        command = ["parec", f"--device={self._device}", "--raw", f"--rate={RATE}"]
        command += ["--channels=1", "--format=s16le", "--latency-msec=2"]
        self._process = subprocess.Popen(
            command, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        wait_for(lambda: len(self._arrivals) > 3)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        time.sleep(0.05)
        self._process.terminate()
        self._process.wait()
        self._thread.join(2)
        assert self._process.stdout
        self._process.stdout.close()

    def heard(self, sound: Path) -> list[float]:
        """The instants at which something began, if it was ``sound`` each time."""
        left = samples_of(read_wave(sound))[::2]
        lead = next(k for k, sample in enumerate(left) if abs(sample) > LOUD)
        return [self._instant(frame - lead) for frame in self.onsets()]

    def onsets(self) -> list[int]:
        """The sample numbers at which sound begins after quiet."""
        samples = samples_of(bytes(self._data))
        begins = []
        quiet = RATE
        for start in range(0, len(samples) - BLOCK, BLOCK):
            block = samples[start : start + BLOCK]
            if max(block) <= LOUD and min(block) >= -LOUD:
                quiet += BLOCK
                continue
            if quiet >= QUIET * RATE:
                begins.append(start + next(k for k, v in enumerate(block) if abs(v) > LOUD))
            quiet = 0
        return begins

    def loud_between(self, since: float, until: float) -> bool:
        """Whether anything was heard between two instants."""
        return any(since <= self._instant(frame) < until for frame in self.onsets())

    def _instant(self, frame: int) -> float:
        near = AROUND * RATE
        zeros = [at - end / RATE for at, end in self._arrivals if abs(end - frame) < near]
        return min(zeros) + frame / RATE

    def _listen(self) -> None:
        assert self._process.stdout
        descriptor = self._process.stdout.fileno()
        while block := os.read(descriptor, 65536):
            self._data += block
            self._arrivals.append((time.monotonic(), len(self._data) // 2))


def wait_for(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until ``condition`` holds; fail when it does not within ``seconds``."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.005)


def samples_of(data: bytes) -> "array[int]":
    """The whole 16-bit samples of ``data``."""
    samples = array("h")
    samples.frombytes(data[: len(data) // 2 * 2])
    return samples


STALLED = 0.150
"""A shared machine may stand still for a moment, which is not the program's doing; in seconds."""


def assert_punctual(late: Iterable[float], within: float) -> None:
    """Onsets are typically ``within`` seconds of their instants, and none is far from its own."""
    off = sorted(map(abs, late))
    assert off[len(off) // 2] < within, off
    assert off[-1] < STALLED, off
