"""From a sound file of any kind to samples as the mixer wants them."""

from array import array
from pathlib import Path

from stridetimer.core.routine import Side
from stridetimer.core.sound_names import LONGEST
from stridetimer.sound.waves import CHANNELS, RATE, placed, read_wave

QUIET = 100
"""A sample up to here is not heard."""


def read_sound(path: Path, side: Side | None = None) -> bytes:
    """The samples of the WAV, FLAC, OGG or MP3 at ``path``; what is mono goes to ``side``.

    Raises:
        ValueError: it is none of these, or too long; the message says which.
        OSError: it cannot be read.
    """
    try:
        samples = read_wave(path, side)
    except ValueError as error:
        samples = _decoded(path, side, error)
    if len(samples) > LONGEST * RATE * CHANNELS * 2:
        raise ValueError(f"it is longer than {LONGEST:.0f} s")
    if not samples:
        raise ValueError("there is nothing in it")
    return samples


def _from_first_sound(samples: "array[int]", channels: int) -> "array[int]":
    """Encoders put silence in front, and a cue begins at its instant."""
    first = next((at for at, sample in enumerate(samples) if abs(sample) > QUIET), 0)
    return samples[first - first % channels :]


def _decoded(path: Path, side: Side | None, not_a_wave: ValueError) -> bytes:
    try:
        import miniaudio
    except ImportError:
        raise ValueError(f"{not_a_wave}, and other files take miniaudio") from None
    with path.open("rb"):  # says why in the system's words where it cannot
        pass
    try:
        info = miniaudio.get_file_info(str(path))
        if info.duration > LONGEST:
            raise ValueError(f"it is longer than {LONGEST:.0f} s")
        channels = min(info.nchannels, CHANNELS)
        sound = miniaudio.decode_file(
            str(path),
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=channels,
            sample_rate=RATE,
        )
    except miniaudio.MiniaudioError as error:
        raise ValueError("it is no WAV, FLAC, OGG or MP3 file that can be read") from error
    samples = _from_first_sound(sound.samples, channels).tobytes()
    return placed(samples, side) if channels == 1 else samples
