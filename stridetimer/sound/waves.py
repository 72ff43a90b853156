"""WAV files as the mixer wants them."""

import wave
from pathlib import Path

RATE = 48_000
"""Frames per second of every sound."""
FRAME = 2
"""Bytes per frame: one channel of 16 bits."""


def read_wave(path: Path) -> bytes:
    """The samples of the WAV at ``path``, 48 kHz, mono, 16-bit, in this machine's byte order.

    Raises:
        ValueError: it is not a WAV, or not of this kind; the message says which.
        OSError: it cannot be read.
    """
    try:
        with wave.open(str(path), "rb") as file:
            kind = (file.getframerate(), file.getnchannels(), file.getsampwidth())
            if kind != (RATE, 1, FRAME):
                raise ValueError(f"{path.name} is not 48 kHz, mono, 16-bit")
            return file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise ValueError(f"{path.name} is not a WAV file: {error}") from error


def wave_seconds(path: Path) -> float:
    """How long the WAV at ``path`` sounds; 0 where it cannot be read."""
    try:
        return len(read_wave(path)) / FRAME / RATE
    except (OSError, ValueError):
        return 0.0
