"""Sums what sounds at once into one stream of samples, in pure Python and cheaply.

Silence and a single sound at full volume, which is nearly always, are handed over without
touching a sample; at another volume, samples are looked up rather than reckoned.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import add

from stridetimer.sound.waves import FRAME, RATE, scaled

FULL = 32767
KNEE = 20_000
"""Sums up to here pass unchanged; above, they bend towards full scale instead of breaking off."""
DUCKED = 0.2
"""How loud speech stays while a cue sounds: a voice is never in the way of a beep."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Samples that begin at ``first``, a frame of the stream; ``spoken``: they are speech."""

    samples: memoryview
    first: int
    spoken: bool = False

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

    def begin(self, samples: bytes, first: int, *, spoken: bool = False) -> None:
        """Let ``samples`` begin at the frame ``first``."""
        self._voices.append(Voice(memoryview(samples), first, spoken))

    def render(self, start: int, count: int, gain: float = 1.0) -> memoryview | bytes:
        """The ``count`` frames from ``start`` on; earlier ones are forgotten."""
        if not self._voices:
            return self._silence_of(count)
        end = start + count
        sounding = [voice for voice in self._voices if voice.first < end]
        self._voices = [voice for voice in self._voices if voice.end > end]
        if not sounding:
            return self._silence_of(count)
        if len(sounding) == 1:
            return _at(_alone(sounding[0], start, end), gain)
        return _together(sounding, start, end, gain)

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


def _together(voices: list[Voice], start: int, end: int, gain: float) -> bytes:
    beeping = any(not voice.spoken for voice in voices)
    sums: Sequence[int] = array("h", bytes((end - start) * FRAME))
    for voice in voices:
        own = gain * DUCKED if voice.spoken and beeping else gain
        part = memoryview(_at(_alone(voice, start, end), own)).cast("h")
        sums = list(map(add, sums, part))
    if max(sums) > KNEE or min(sums) < -KNEE:
        sums = [s if -KNEE <= s <= KNEE else _bent(s) for s in sums]
    return array("h", sums).tobytes()


def _at(samples: memoryview | bytes, gain: float) -> memoryview | bytes:
    return samples if gain == 1.0 else scaled(samples, gain)


def _bent(value: int) -> int:
    """``value`` beyond the knee, drawn in smoothly so that it never reaches beyond full scale."""
    room = FULL - KNEE
    over = abs(value) - KNEE
    size = KNEE + int(room * (1 - exp(-over / room)))
    return size if value > 0 else -size
