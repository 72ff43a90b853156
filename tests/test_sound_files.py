"""Sounds of a person's own, sides, volumes: what becomes of files before they are mixed."""

import shutil
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import ManualClock
from rigs.hearing import wait_for
from rigs.soundchild import FakeChild

from stridetimer.core.routine import Side
from stridetimer.sound import wire
from stridetimer.sound.backends import LostError, Sound
from stridetimer.sound.backends.decoding import read_sound
from stridetimer.sound.backends.files import MOST_KEPT, Files
from stridetimer.sound.child import Child
from stridetimer.sound.cueset import replaced, sound_files
from stridetimer.sound.mixer import DUCKED, Mixer
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.player import Player
from stridetimer.sound.waves import FRAME, RATE, placed, read_wave, scaled, wave_of

OWN = Path(__file__).parent / "sounds"
SIDES = (Side.LEFT, Side.RIGHT)
MONO = array("h", [1000, -1000] * 50).tobytes()


@pytest.mark.parametrize("kind", ["wav", "flac", "ogg", "mp3"])
def test_a_sound_of_ones_own_may_be_of_any_common_kind(kind: str) -> None:
    samples = array("h", read_sound(OWN / f"tone.{kind}"))
    assert 0.2 <= len(samples) / 2 / RATE <= 0.35
    assert 2000 < max(samples) < 30_000


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no WAV, FLAC, OGG or MP3"),
        (b"this is a text", "no WAV, FLAC, OGG or MP3"),
        (b"RIFF\x00\x00\x00\x00WAVE", "no WAV, FLAC, OGG or MP3"),
    ],
)
def test_what_is_no_sound_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=why):
        read_sound(path)


def test_a_whole_song_is_no_cue(tmp_path: Path) -> None:
    (tmp_path / "song.wav").write_bytes(wave_of(bytes(11 * RATE * FRAME)))
    with pytest.raises(ValueError, match="longer than 10 s"):
        read_sound(tmp_path / "song.wav")


def test_an_empty_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.wav").write_bytes(wave_of(b""))
    with pytest.raises(ValueError, match="nothing in it"):
        read_sound(tmp_path / "none.wav")


def test_the_child_keeps_the_shipped_sound_and_says_which_file_is_bad(tmp_path: Path) -> None:
    child, said = Child(), list[tuple[object, ...]]()
    child.obey(wire.sound_line("go", sound_files()["go"]))
    child.obey(wire.sound_line("go", tmp_path / "gone.wav"))
    child.answer(lambda *words: said.append(words))
    assert child.sounds["go"].path == sound_files()["go"]
    assert said == [("bad", "go", "no such file or directory")]


def test_a_sound_replaced_is_replaced_for_both_sides_but_where_a_side_has_its_own() -> None:
    files = dict(replaced({"go": Path("a"), "go-left": Path("b")}))
    assert files == {"go": Path("a"), "go-left": Path("b"), "go-right": Path("a")}


@pytest.mark.parametrize(("side", "near"), [(Side.LEFT, 0), (Side.RIGHT, 1)])
def test_a_mono_sound_of_a_side_is_placed_there_and_heard_with_one_ear_too(
    side: Side, near: int
) -> None:
    both = array("h", placed(MONO, side))
    assert max(both[near::2]) == 1000
    assert 100 < max(both[1 - near :: 2]) < 400


def test_without_a_side_both_ears_hear_the_same() -> None:
    both = array("h", placed(MONO))
    assert both[0::2] == both[1::2] == array("h", MONO)


def test_a_stereo_file_stays_as_it_is(tmp_path: Path) -> None:
    stereo = array("h", [5, 7] * 20).tobytes()
    (tmp_path / "a.wav").write_bytes(wave_of(stereo))
    assert read_wave(tmp_path / "a.wav", Side.LEFT) == stereo


# -- volume ---------------------------------------------------------------------------------


def test_volume_changes_what_sounds_and_silence_stays_silence() -> None:
    mixer = Mixer()
    mixer.begin(placed(array("h", [1000] * 10).tobytes()), 0)
    assert set(array("h", bytes(mixer.render(0, 10, gain=0.25)))) == {250}
    assert set(bytes(mixer.render(10, 10, gain=0.25))) == {0}


@pytest.mark.parametrize("gain", [0.01, 0.5, 0.81])
def test_every_sample_there_is_can_be_made_quieter(gain: float) -> None:
    samples = array("h", range(-32_768, 32_768))
    quieter = array("h", scaled(samples.tobytes(), gain))
    assert list(quieter) == [int(sample * gain) for sample in samples]


def test_a_voice_steps_back_while_a_cue_sounds() -> None:
    mixer = Mixer()
    mixer.begin(placed(array("h", [1000] * 30).tobytes()), 0, spoken=True)
    mixer.begin(placed(array("h", [100] * 10).tobytes()), 10)
    heard = [set(array("h", bytes(mixer.render(at, 10)))) for at in (0, 10, 20)]
    assert heard == [{1000}, {round(1000 * DUCKED) + 100}, {1000}]


def test_half_volume_is_a_quarter_of_the_samples() -> None:
    child = Child()
    child.obey(wire.volume_line(50))
    assert child.loudness.gain == 0.25


def test_players_of_the_system_get_a_file_at_the_volume(tmp_path: Path) -> None:
    files = Files(tmp_path / "played")
    sound = Sound(Path("go"), placed(MONO))
    quiet = files.of(sound, 0.5)
    assert max(array("h", read_wave(quiet))) == 500
    assert files.of(sound, 0.5) == quiet
    with wave.open(str(files.silence(0.5))) as silence:
        assert silence.getnframes() == RATE // 2


def test_one_file_of_a_persons_own_is_heard_on_the_side_that_is_meant(tmp_path: Path) -> None:
    files = Files(tmp_path / "played")
    left, right = (files.of(Sound(Path("bell"), placed(MONO, side)), 0.5) for side in SIDES)
    assert read_wave(left) != read_wave(right)
    assert max(array("h", read_wave(left))[0::2]) == max(array("h", read_wave(right))[1::2]) == 500


def test_a_player_of_the_system_that_can_be_given_no_file_is_lost(tmp_path: Path) -> None:
    (tmp_path / "played").write_bytes(b"in the place of the folder")
    with pytest.raises(LostError, match="no sound can be written"):
        Files(tmp_path / "played").silence(0.5)


def test_only_so_many_files_are_kept(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 5):
        (tmp_path / f"{number}.wav").touch()
    Files(tmp_path)
    assert len(list(tmp_path.iterdir())) == MOST_KEPT


# -- the player -----------------------------------------------------------------------------


def player(child: FakeChild, **options: object) -> Player:
    def spawn(without: Sequence[str]) -> FakeChild:
        return child

    return Player(clock=ManualClock(100.0), spawn=spawn, **options)  # type: ignore[arg-type]  # any of them


def test_a_volume_reaches_the_child_and_is_kept() -> None:
    child, kept = FakeChild(), list[int]()
    playing = player(child, volume=70, keep=kept.append)
    playing.start()
    wait_for(lambda: "volume 70" in child.told)
    playing.volume -= 10
    wait_for(lambda: "volume 60" in child.told)
    playing.volume = 900
    assert playing.volume == 100
    playing.volume = -5
    assert playing.volume == 0
    assert kept == [60, 100, 0]
    playing.close()


def test_ones_own_sounds_follow_the_shipped_ones(tmp_path: Path) -> None:
    child = FakeChild()
    shutil.copy(sound_files()["go"], tmp_path / "gong.wav")
    playing = player(child, own={"go": tmp_path / "gong.wav"})
    playing.start()
    line = wire.sound_line("go-left", tmp_path / "gong.wav")
    wait_for(lambda: line in child.told)
    assert child.told.index(line) > child.told.index(
        wire.sound_line("go-left", sound_files()["go-left"])
    )
    playing.close()


@pytest.mark.parametrize(("audio", "rings"), [("bell", True), ("silent", False)])
def test_the_bell_and_silence_need_no_process(audio: str, rings: bool) -> None:
    child = FakeChild()
    playing = player(child, audio=audio)
    playing.start()
    playing.schedule_sounds([ScheduledCue(100.5, "go")])
    assert playing.status.backend == audio
    assert playing.status.rings_bell is rings
    playing.close()
    assert child.told == []
