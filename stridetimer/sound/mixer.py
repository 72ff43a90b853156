"""Sums what sounds at once into one stream of samples, in pure Python and cheaply.

Silence and a single sound, which is nearly always, are handed over without touching a sample.
"""

from array import array
from dataclasses import dataclass
from math import exp

from stridetimer.sound.waves import FRAME, RATE

FULL = 32767
KNEE = 20_000
"""Sums up to here pass unchanged; above, they bend towards full scale instead of breaking off."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Samples that begin at ``first``, a frame of the stream."""

    samples: memoryview
    first: int

    @property
    def end(self) -> int:
        """The frame after the last one."""
        return self.first + len(self.samples) // FRAME

    def between(self, start: int, end: int) -> memoryview:
        """The part that falls into the frames from ``start`` to ``end``."""
        return self.samples[max(0, start - self.first) * FRAME : max(0, end - self.first) * FRAME]


class Mixer:
    """Voices placed on a stream of frames."""

    def __init__(self) -> None:
        self._voices: list[Voice] = []
        self._silence = memoryview(bytes(RATE * FRAME))

    @property
    def silent(self) -> bool:
        """Nothing is sounding."""
        return not self._voices

    def begin(self, samples: bytes, first: int) -> None:
        """Let ``samples`` begin at the frame ``first``."""
        self._voices.append(Voice(memoryview(samples), first))

    def render(self, start: int, count: int) -> memoryview | bytes:
        """The ``count`` frames from ``start`` on; earlier ones are forgotten."""
        if not self._voices:
            return self._silence_of(count)
        end = start + count
        sounding = [voice for voice in self._voices if voice.first < end]
        self._voices = [voice for voice in self._voices if voice.end > end]
        if not sounding:
            return self._silence_of(count)
        if len(sounding) == 1:
            return _alone(sounding[0], start, end)
        return _together(sounding, start, end)

    def _silence_of(self, count: int) -> memoryview:
        if count * FRAME > len(self._silence):
            self._silence = memoryview(bytes(count * FRAME))
        return self._silence[: count * FRAME]


def _alone(voice: Voice, start: int, end: int) -> memoryview | bytes:
    part = voice.between(start, end)
    if len(part) == (end - start) * FRAME:
        return part
    before = max(0, voice.first - start) * FRAME
    return (bytes(before) + part).ljust((end - start) * FRAME, b"\0")


def _together(voices: list[Voice], start: int, end: int) -> bytes:
    sums = [0] * (end - start)
    for voice in voices:
        place = max(0, voice.first - start)
        for frame, sample in enumerate(voice.between(start, end).cast("h"), place):
            sums[frame] += sample
    return array("h", [s if -KNEE <= s <= KNEE else _bent(s) for s in sums]).tobytes()


def _bent(value: int) -> int:
    """``value`` beyond the knee, drawn in smoothly so that it never reaches beyond full scale."""
    room = FULL - KNEE
    over = abs(value) - KNEE
    size = KNEE + int(room * (1 - exp(-over / room)))
    return size if value > 0 else -size
