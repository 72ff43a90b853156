"""miniaudio's playback device, with its traps closed."""

from typing import Any

import miniaudio

from stridetimer.sound.backends import UnavailableError
from stridetimer.sound.backends.latency import latency_of
from stridetimer.sound.backends.stream import Frames
from stridetimer.sound.waves import CHANNELS, RATE

PERIOD = 10
"""Milliseconds asked for at a time."""
PERIODS = 2
"""Periods that are handed over ahead: they survive a hiccup, but cannot be taken back."""


class MiniaudioDevice:
    """An open device, which asks for frames from a thread of its own once it is started.

    Raises:
        UnavailableError: there is none.
    """

    def __init__(self) -> None:
        self._device = _open()
        self.system: str = self._device.backend
        """What it plays through."""
        self.latency = latency_of(self.system)

    def start(self, frames: Frames) -> None:
        """Play ``frames``, which has been advanced to its first yield."""
        try:
            self._device.start(frames)
        except miniaudio.MiniaudioError as error:
            raise UnavailableError(f"the sound device does not start: {_words(error)}") from error

    def close(self) -> None:
        """Close the device, and the context that the library forgets: it holds a connection."""
        context = self._device._context
        self._device.close()
        miniaudio.lib.ma_context_uninit(context)


def _open() -> Any:
    try:
        device = miniaudio.PlaybackDevice(
            nchannels=CHANNELS,
            sample_rate=RATE,
            buffersize_msec=PERIOD,
            callback_periods=PERIODS,
            app_name="stridetimer",
        )
    except miniaudio.MiniaudioError as error:
        raise UnavailableError(f"miniaudio found no device: {_words(error)}") from error
    if device.backend == "Null":
        device.close()
        raise UnavailableError("miniaudio found no sound system, and would play to nowhere")
    return device


def _words(error: Exception) -> str:
    """What the library says, and the number of it."""
    return ", ".join(map(str, error.args))
