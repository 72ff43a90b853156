"""simpleaudio, which opens a stream for every cue."""

from typing import Any

import simpleaudio
from simpleaudio._simpleaudio import SimpleaudioError

from stridetimer.sound.backends import LostError, Sound, UnavailableError
from stridetimer.sound.waves import CHANNELS, FRAME, RATE, SAMPLE, scaled


class SimpleaudioLauncher:
    """Plays every cue by ``simpleaudio``.

    Raises:
        UnavailableError: there is no device.
    """

    name = "simpleaudio"
    latency = 0.001

    def __init__(self) -> None:
        self._scaled: dict[tuple[Sound, float], bytes] = {}
        try:
            _play(bytes(RATE // 20 * FRAME)).wait_done()
        except SimpleaudioError as error:
            raise UnavailableError(f"simpleaudio found no device: {error}") from error

    def launch(self, sound: Sound, now: float, gain: float) -> None:
        """Start ``sound``, in a thread of the library's own."""
        self._start(self._at(sound, gain))

    def wake(self, seconds: float, now: float) -> None:
        """Play silence."""
        self._start(bytes(round(seconds * RATE) * FRAME))

    def close(self) -> None:
        """Stop what is playing."""
        simpleaudio.stop_all()

    def _start(self, samples: bytes) -> None:
        try:
            _play(samples)
        except SimpleaudioError as error:
            raise LostError(f"simpleaudio does not play any more: {error}") from error

    def _at(self, sound: Sound, gain: float) -> bytes:
        if gain == 1.0:
            return sound.samples
        key = (sound, gain)
        if key not in self._scaled:
            self._scaled[key] = scaled(sound.samples, gain)
        return self._scaled[key]


def _play(samples: bytes) -> Any:
    return simpleaudio.play_buffer(samples, CHANNELS, SAMPLE, RATE)
