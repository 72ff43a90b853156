import importlib.util
import math
import wave
from array import array
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.sound_names import SOUNDS
from stridetimer.core.sounds import sound_for
from stridetimer.sound.cueset import sound_files
from stridetimer.sound.waves import RATE, read_wave, wave_seconds

FILES = sound_files()


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_cues", FILES["go"].parent / "make_cues.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def samples(name: str) -> "array[int]":
    return array("h", read_wave(FILES[name]))[::2]


def decibels(value: float) -> float:
    return 20 * math.log10(value / 32767)


def loudness(name: str) -> float:
    """Root mean square of what sounds, in decibels of full scale."""
    sounding = [sample for sample in samples(name) if sample]
    return decibels(math.sqrt(sum(sample * sample for sample in sounding) / len(sounding)))


def test_the_script_makes_exactly_the_committed_files(tmp_path: Path) -> None:
    make_cues = script()
    assert set(make_cues.CUES) == set(SOUNDS)
    for name, path in FILES.items():
        assert make_cues.write(name, tmp_path).read_bytes() == path.read_bytes(), name


def test_all_cues_are_equally_loud() -> None:
    levels = {name: loudness(name) for name in SOUNDS}
    middle = (max(levels.values()) + min(levels.values())) / 2
    assert all(abs(level - middle) <= 1.5 for level in levels.values()), levels


@pytest.mark.parametrize("name", SOUNDS)
def test_a_cue_is_loud_but_leaves_room_for_another(name: str) -> None:
    peak = decibels(max(map(abs, samples(name))))
    assert -8 <= peak <= -4.99


@pytest.mark.parametrize("name", SOUNDS)
def test_a_cue_begins_and_ends_without_a_click(name: str) -> None:
    sound = samples(name)
    attack, release = RATE * 5 // 1000, RATE * 20 // 1000
    peak = max(map(abs, sound))
    first, last = sound[: attack // 5], sound[-release // 5 :]
    assert max(map(abs, first)) < peak / 8
    assert max(map(abs, last)) < peak / 8
    steepest = max(abs(b - a) for a, b in pairwise(sound))
    assert steepest < peak * 0.6


@pytest.mark.parametrize("name", SOUNDS)
def test_a_cue_begins_at_its_first_sample(name: str) -> None:
    heard = next(k for k, sample in enumerate(samples(name)) if abs(sample) > 1000)
    assert heard < RATE * 5 // 1000


def test_beats_are_short_because_hundreds_are_heard() -> None:
    assert wave_seconds(FILES["beat"]) <= 0.060
    assert wave_seconds(FILES["first-beat"]) <= 0.060


def test_work_and_rest_differ_in_pitch_from_the_first_moment() -> None:
    assert pitch("go") > 1.5 * pitch("rest")


def test_the_beats_of_a_repetition_differ_in_pitch() -> None:
    assert pitch("first-beat") > 1.5 * pitch("beat")


def test_no_two_cues_are_the_same_notes() -> None:
    notes = [tuple(cue) for cue in script().CUES.values()]
    assert len(set(notes)) == len(notes)


def pitch(name: str) -> float:
    """Upward crossings a second in the first 40 ms."""
    sound = samples(name)[: RATE * 40 // 1000]
    crossings = sum(1 for a, b in pairwise(sound) if a < 0 <= b)
    return crossings / 0.040


@pytest.mark.parametrize("kind", [kind for kind in CueKind if kind is not CueKind.BEAT])
def test_every_kind_of_cue_has_a_sound_of_its_own(kind: CueKind) -> None:
    assert sound_for(Cue(kind, 0.0)) == kind.value


@pytest.mark.parametrize(
    ("beat", "reps_left", "sound"),
    [
        (1, 15, "first-beat"),
        (2, 15, "beat"),
        (1, 4, "first-beat"),
        (1, 3, "last"),
        (1, 1, "last"),
        (2, 1, "beat"),
    ],
)
def test_the_last_repetitions_are_heard_coming(beat: int, reps_left: int, sound: str) -> None:
    cue = Cue(CueKind.BEAT, 0.0, rep=1, beat=beat, reps_left=reps_left)
    assert sound_for(cue) == sound


def test_a_wave_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 44100, 0, "NONE", "not compressed"))
        file.writeframes(bytes(400))
    with pytest.raises(ValueError, match="it is not 48 kHz, 16-bit"):
        read_wave(path)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"this is not a wave file at all"])
def test_a_file_that_is_no_wave_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.wav"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="it is not a WAV file"):
        read_wave(path)
