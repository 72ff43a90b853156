"""WAV files as the mixer wants them: 48 kHz, two channels, 16-bit."""

import wave
from array import array
from functools import lru_cache
from io import BytesIO
from itertools import chain
from pathlib import Path

from stridetimer.core.routine import Side

RATE = 48_000
"""Frames per second of every sound."""
CHANNELS = 2
SAMPLE = 2
"""Bytes per sample."""
FRAME = CHANNELS * SAMPLE
"""Bytes per frame."""
FAR = 0.25
"""How loud a sound of one side is on the other: one ear or one speaker hears both sides."""


def read_wave(path: Path, side: Side | None = None) -> bytes:
    """The samples of the WAV at ``path`` in this machine's byte order; mono goes to both channels.

    With a ``side`` mono is placed there.

    Raises:
        ValueError: it is not a WAV, or not of this kind; the message says which.
        OSError: it cannot be read.
    """
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getframerate(), file.getsampwidth()) != (RATE, SAMPLE):
                raise ValueError("it is not 48 kHz, 16-bit")
            if (channels := file.getnchannels()) > CHANNELS:
                raise ValueError("it has more than two channels")
            samples = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise ValueError(f"it is not a WAV file: {error}") from error
    return placed(samples, side) if channels == 1 else samples


def placed(mono: bytes, side: Side | None = None) -> bytes:
    """``mono`` on two channels, on ``side`` or in the middle."""
    near = array("h", mono)
    far = near if side is None else array("h", [round(sample * FAR) for sample in near])
    both = array("h", bytes(2 * len(mono)))
    both[0::2], both[1::2] = (far, near) if side is Side.RIGHT else (near, far)
    return both.tobytes()


def scaled(samples: bytes | memoryview, gain: float) -> bytes:
    """``samples`` at ``gain``: looked up rather than reckoned, which takes a tenth of the time."""
    look_up = _at_gain(gain).__getitem__
    return array("h", map(look_up, memoryview(samples).cast("h"))).tobytes()


@lru_cache(maxsize=4)
def _at_gain(gain: float) -> list[int]:
    """What becomes of every sample there is; a negative one counts from the end."""
    return [int(sample * gain) for sample in chain(range(32_768), range(-32_768, 0))]


def wave_of(samples: bytes, channels: int = CHANNELS) -> bytes:
    """A WAV with ``samples`` in it."""
    content = BytesIO()
    with wave.open(content, "wb") as file:
        file.setparams((channels, SAMPLE, RATE, 0, "NONE", "not compressed"))
        file.writeframes(samples)
    return content.getvalue()


def wave_seconds(path: Path) -> float:
    """How long the WAV at ``path`` sounds; 0 where it cannot be read."""
    try:
        with wave.open(str(path), "rb") as file:
            return file.getnframes() / file.getframerate()
    except (OSError, wave.Error, EOFError, ZeroDivisionError):
        return 0.0
