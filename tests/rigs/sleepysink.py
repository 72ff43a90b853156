"""A sink that falls asleep when it is idle, and swallows what wakes it, as headphones do.

The sleep is PulseAudio's own: it suspends what nobody plays to. What a sink plays goes down a
pipe to this process, which is the headphones: after every sleep it hears nothing for a while.
"""

import os
import threading
import time
from pathlib import Path

from rigs.hearing import LOUD, samples_of, wait_for
from rigs.soundserver import SINK, SoundServer

from stridetimer.sound.waves import RATE, read_wave

SWALLOWED = 0.3
"""So much of what wakes it is never heard, in seconds."""
ASLEEP = 0.3
"""Who gets nothing for so long is asleep, in seconds."""


class SleepySink(SoundServer):
    """A server whose only sink sleeps after a second without sound."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.slept = 0
        """How often it was woken."""
        self._pipe = folder / "pipe"
        self._data = bytearray()
        self._arrivals: list[tuple[float, int, int]] = []
        self._last = float("-inf")
        self._swallow = 0

    def asleep(self) -> bool:
        """Whether it sleeps now, and has for a moment."""
        nothing_came = time.monotonic() - self._last > ASLEEP
        return nothing_came and "SUSPENDED" in self.control("list", "short", "sinks")

    def heard(self, sound: Path) -> list[tuple[float, bool]]:
        """When ``sound`` began each time, and whether it was heard from its begin to its end."""
        played, wanted = samples_of(bytes(self._data)), samples_of(read_wave(sound))[::2]
        lead = next(k for k, sample in enumerate(wanted) if abs(sample) > LOUD)
        found, at = [], 0
        while at < len(played):
            if abs(played[at]) > LOUD:
                begin = at - lead
                found.append((self._instant(begin), played[begin : begin + len(wanted)] == wanted))
                at = begin + len(wanted)
            at += 1
        return found

    def _instant(self, frame: int) -> float:
        """A block is handed over when its first frame is due, or a little late."""
        awake = max(slept for _, begin, slept in self._arrivals if begin <= frame)
        zeros = [at - begin / RATE for at, begin, slept in self._arrivals if slept == awake]
        return min(zeros) + frame / RATE

    def _modules(self) -> tuple[str, ...]:
        pipe = f"module-pipe-sink sink_name={SINK} file={self._pipe} rate={RATE} channels=1"
        return (
            f"{pipe} format=s16le use_system_clock_for_timing=yes",
            "module-suspend-on-idle timeout=1",
        )

    def _settle(self) -> None:
        threading.Thread(target=self._be_headphones, daemon=True).start()
        wait_for(self.asleep)

    def _be_headphones(self) -> None:
        with self._pipe.open("rb", buffering=0) as pipe:
            while block := os.read(pipe.fileno(), 65536):
                self._hear(time.monotonic(), bytearray(block))

    def _hear(self, now: float, block: bytearray) -> None:
        if now - self._last > ASLEEP:
            self.slept += 1
            self._swallow = round(SWALLOWED * RATE) * 2
        self._last = now
        gone = min(self._swallow, len(block))
        block[:gone] = bytes(gone)
        self._swallow -= gone
        self._arrivals.append((now, len(self._data) // 2, self.slept))
        self._data += block
