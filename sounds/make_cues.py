"""Makes the cue WAVs beside this file: ``python sounds/make_cues.py``.

Every cue is a row of notes with rests between them. Cues are told apart without looking: by the
direction of their pitch, by their rhythm and by their length. All are equally loud.
"""

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 48_000
ATTACK = 0.005
"""Shorter clicks; longer blurs the instant. Seconds."""
RELEASE = 0.020
HARMONICS = (1.0, 0.18, 0.08)
"""Small speakers hardly play the fundamental: the ear completes it from the 2nd and 3rd."""
LOUDNESS = 10 ** (-9.5 / 20)
"""Root mean square of what sounds, of full scale."""
CEILING = 10 ** (-5 / 20)
"""Highest peak, of full scale: 5 dB of room for a second sound."""


@dataclass(frozen=True)
class Note:
    """A tone of ``hertz`` for ``seconds``; a rest where ``hertz`` is 0."""

    hertz: float
    seconds: float


def _rest(seconds: float) -> Note:
    return Note(0, seconds)


C5, D5, E5, G5, A5, B5 = 523.25, 587.33, 659.26, 783.99, 880.00, 987.77
C6, E6, G6 = 1046.50, 1318.51, 1567.98
B4 = 493.88

CUES: dict[str, list[Note]] = {
    # The count climbs into work: three short tones, then a long one above.
    "count": [Note(A5, 0.100)],
    "go": [Note(E6, 0.500)],
    # Low is left and high is right, as on a piano.
    "go-left": [Note(C6, 0.500)],
    "go-right": [Note(G6, 0.500)],
    # Rest falls, and is the lowest of all.
    "rest": [Note(E5, 0.240), Note(B4, 0.320)],
    # To and fro, as the body turns.
    "switch": [Note(D5, 0.090), Note(A5, 0.090), Note(D5, 0.090), Note(A5, 0.090)],
    "switch-left": [Note(A5, 0.090), Note(D5, 0.090), Note(A5, 0.090), Note(D5, 0.180)],
    "switch-right": [Note(D5, 0.090), Note(A5, 0.090), Note(D5, 0.090), Note(A5, 0.180)],
    "halfway": [Note(B5, 0.090), _rest(0.070), Note(B5, 0.090)],
    # Time left is short-long, time gone by is long-short, on one pitch.
    "remaining": [Note(G5, 0.070), _rest(0.050), Note(G5, 0.240)],
    "elapsed": [Note(G5, 0.240), _rest(0.050), Note(G5, 0.070)],
    "aim": [Note(C6, 0.110), Note(G6, 0.330)],
    # Beats are heard by the hundred: low and as short as the ramps allow. A repetition begins
    # an octave higher; the last three of a set begin with a rising pair.
    "beat": [Note(C5, 0.045)],
    "first-beat": [Note(C6, 0.055)],
    "last": [Note(C6, 0.055), _rest(0.015), Note(E6, 0.070)],
    "finish": [Note(G5, 0.140), Note(B5, 0.140), Note(E6, 0.140), Note(G6, 0.400)],
}


def envelope(at: float, seconds: float) -> float:
    """Raised-cosine attack and release of a note of ``seconds``, ``at`` seconds into it."""
    ramp = min(1.0, at / ATTACK, (seconds - at) / RELEASE)
    return (1 - math.cos(math.pi * ramp)) / 2


def sound(note: Note) -> list[float]:
    """The samples of ``note``, not yet at their loudness."""
    count = round(note.seconds * RATE)
    samples = []
    for frame in range(count):
        at = frame / RATE
        turn = 2 * math.pi * note.hertz * at
        tone = sum(part * math.sin(k * turn) for k, part in enumerate(HARMONICS, 1))
        samples.append(tone * envelope(at, note.seconds))
    return samples


def levelled(samples: list[float]) -> list[float]:
    """``samples`` at :data:`LOUDNESS`, rests left out of the reckoning, or at :data:`CEILING`."""
    sounding = [sample for sample in samples if sample]
    level = math.sqrt(sum(sample * sample for sample in sounding) / len(sounding))
    gain = min(LOUDNESS / level, CEILING / max(map(abs, samples)))
    return [sample * gain for sample in samples]


def samples_of(name: str) -> list[int]:
    """The 16-bit samples of the cue ``name``."""
    notes = [sample for note in CUES[name] for sample in sound(note)]
    return [round(sample * 32767) for sample in levelled(notes)]


def write(name: str, folder: Path) -> Path:
    """Write the WAV of the cue ``name`` into ``folder``."""
    samples = samples_of(name)
    path = folder / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return path


if __name__ == "__main__":
    for cue in CUES:
        print(write(cue, Path(__file__).parent))
