"""Speaks texts into WAVs ahead of their time: ``python -m stridetimer.sound.speech.render``.

A process of its own, so that nothing of it is felt where cues are mixed or a screen is drawn. Its
arguments are the folder, the language and the speaker; it reads a text a line, and writes for
each the path of its WAV, or an empty line where there is none.
"""

import hashlib
import os
import subprocess
import sys
import wave
from array import array
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from stridetimer import files
from stridetimer.sound.speech.engines import Engine, Utterance, find_engine
from stridetimer.sound.waves import RATE, wave_of

PATIENCE = 5.0
"""No phrase takes longer, in seconds."""
HEARD = 300
"""A sample beyond this is speech; before the first and after the last one is silence."""
LEVEL = 4500.0
"""Root mean square of what is said: a little below that of the cues."""
CEILING = 18_000.0
"""The highest peak."""
VERSION = "1"
"""Goes into the name of every file; another one where they would come out different."""


def render(engine: Engine, folder: Path, text: str, language: str, speaker: str) -> Path | None:
    """The WAV that says ``text``; None where it cannot be said."""
    key = "\0".join((VERSION, engine.name, language, speaker, text))
    path = folder / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.wav"
    if path.is_file():
        return path
    raw = path.with_suffix(f".{os.getpid()}.wav")  # some go by the ending
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _speak(engine, Utterance(text, language, speaker, raw))
        samples = prepared(*_mono(raw))
        if not samples:
            return None
        files.replace(path, wave_of(samples.tobytes(), channels=1), lasting=False)
    except (OSError, ValueError, EOFError, wave.Error, subprocess.SubprocessError) as error:
        print(f"{engine.name} cannot say {text!r}: {error}", file=sys.stderr, flush=True)
        return None
    finally:
        with suppress(OSError):
            raw.unlink(missing_ok=True)
    return path


def _speak(engine: Engine, utterance: Utterance) -> None:
    subprocess.run(
        [engine.program, *engine.command(utterance)],
        env={**os.environ, **engine.variables(utterance)},
        input=utterance.text.encode() if engine.reads else b"",
        stdout=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=True,
    )


def _mono(path: Path) -> tuple["array[int]", int]:
    with wave.open(str(path), "rb") as file:
        if file.getsampwidth() != 2:
            raise ValueError("its speech is not 16-bit")
        samples = array("h", file.readframes(file.getnframes()))
        return samples[:: file.getnchannels()], file.getframerate()


def prepared(samples: "array[int]", rate: int) -> "array[int]":
    """``samples`` without the silence around them, at the level and the rate of the mixer."""
    heard = [at for at, sample in enumerate(samples) if abs(sample) > HEARD]
    if not heard:
        return array("h")
    spoken = samples[heard[0] : heard[-1] + 1]
    level = (sum(sample * sample for sample in spoken) / len(spoken)) ** 0.5
    gain = min(LEVEL / level, CEILING / max(max(spoken), -min(spoken)))
    return _resampled([sample * gain for sample in spoken], rate)


def _resampled(samples: Sequence[float], rate: int) -> "array[int]":
    """Between two samples lies a straight line: good enough for speech."""
    last, made = len(samples) - 1, array("h")
    for frame in range(last * RATE // rate):
        at = frame * rate / RATE
        before = int(at)
        made.append(
            round(samples[before] + (at - before) * (samples[before + 1] - samples[before]))
        )
    return made


def main(folder: str, language: str, speaker: str) -> None:
    """Render every text that is read."""
    with suppress(AttributeError, OSError):
        os.nice(10)  # whoever mixes or draws goes first; Windows has no such thing
    engine = find_engine()
    for line in sys.stdin:
        text = line.strip()
        path = render(engine, Path(folder), text, language, speaker) if engine and text else None
        print(path or "", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:4])
