import os
import signal
import subprocess
import sys
import time
from math import inf
from pathlib import Path

import pytest

from stridetimer.sound import wire
from stridetimer.sound.child import Child
from stridetimer.sound.cueset import sound_files
from stridetimer.sound.names import BACKENDS
from stridetimer.sound.process import LARGEST_LOG, ChildGoneError, ChildProcess
from stridetimer.sound.waves import FRAME, RATE


def test_a_cue_is_put_on_the_agenda() -> None:
    child = Child()
    child.obey("cue 0 12.500000 go")
    assert child.agenda.next_instant == 12.5
    assert child.poke.is_set()


def test_a_taking_back_empties_it() -> None:
    child = Child()
    child.obey("cue 0 12.500000 go")
    child.obey("take-back 1")
    assert child.agenda.next_instant == inf


def test_instants_of_a_clock_that_began_elsewhere_are_translated() -> None:
    child = Child()
    ahead = 50_000.0
    before = time.monotonic()
    child.obey(wire.beat_line(before + ahead))
    # However long it took until the beat was there.
    after = time.monotonic()
    child.obey(wire.cue_line(0, before + ahead + 5.0, "go"))
    assert before + 5.0 <= child.agenda.next_instant <= after + 5.0


def test_instants_of_the_same_clock_are_taken_as_they_are() -> None:
    child = Child()
    child.obey(wire.beat_line(time.monotonic() - 0.3))
    child.obey(wire.cue_line(0, 12.5, "go"))
    assert child.agenda.next_instant == 12.5


def test_every_beat_is_answered_once() -> None:
    child = Child()
    said: list[str] = []
    child.obey(wire.beat_line(time.monotonic()))
    child.answer(said.append)
    child.answer(said.append)
    assert said == ["beat"]


def test_a_sound_is_learned_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "my own göng.wav"
    path.write_bytes(sound_files()["go"].read_bytes())
    child = Child()
    child.obey(wire.sound_line("go", path))
    assert child.sounds["go"].path == path
    assert len(child.sounds["go"].samples) == RATE // 2 * FRAME


def test_a_bad_file_is_named_in_the_log_and_stays_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    child = Child()
    child.obey(wire.sound_line("go", tmp_path / "missing.wav"))
    assert child.sounds == {}
    assert "missing.wav" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["", "what is this", "cue", "beat", "take-back one two"])
def test_a_line_that_makes_no_sense_changes_nothing(line: str) -> None:
    child = Child()
    child.obey(line)
    assert child.agenda.next_instant == inf


def test_whatever_a_library_says_fits_on_one_line_of_the_pipe() -> None:
    assert wire.one_line("open\n failed:\t  Gerät  weg \x1b[2J") == "open failed: Ger?t weg ?[2J"


def without_sound(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    for name, value in {
        "PULSE_SERVER": f"unix:{folder}/none",
        "XDG_RUNTIME_DIR": str(folder),
        "HOME": str(folder),
        "ALSA_CONFIG_PATH": os.devnull,
    }.items():
        monkeypatch.setenv(name, value)


def test_a_child_without_a_device_says_so_and_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_sound(monkeypatch, tmp_path)
    child = ChildProcess("auto", tmp_path / "logs" / "sound.log")
    *tried, last = child.read()
    assert tried == [f"trying {name}" for name in BACKENDS]
    assert last == "none no sound device was found"
    child.kill()
    assert "not paplay" in (tmp_path / "logs" / "sound.log").read_text()


def test_a_child_ends_with_its_input(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "stridetimer.sound.child", "auto"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert child.wait(5) == 0


def test_the_users_folder_cannot_break_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wave.py").write_text("raise SystemExit('not this one')")
    without_sound(monkeypatch, tmp_path)
    monkeypatch.chdir(tmp_path)
    child = ChildProcess("auto", None)
    assert list(child.read())[-1].startswith("none")
    child.kill()


def test_a_child_that_has_ended_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_sound(monkeypatch, tmp_path)
    child = ChildProcess("auto", None)
    list(child.read())
    child.kill()
    with pytest.raises(ChildGoneError):
        child.write("beat 1.0\n")


def test_a_child_that_reads_nothing_fills_its_pipe_and_holds_nobody_up() -> None:
    child = ChildProcess("auto", None)
    os.kill(child.pid, signal.SIGSTOP)
    begun = time.monotonic()
    with pytest.raises(ChildGoneError):
        child.write("cue 0 12.500000 go\n" * 10_000)
    child.kill()
    list(child.read())
    assert time.monotonic() - begun < 1.0


def test_a_log_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_sound(monkeypatch, tmp_path)
    log = tmp_path / "sound.log"
    log.write_bytes(bytes(LARGEST_LOG + 1))
    child = ChildProcess("auto", log)
    list(child.read())
    child.kill()
    assert log.stat().st_size < LARGEST_LOG


def test_a_log_that_cannot_be_kept_is_no_reason_to_be_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_sound(monkeypatch, tmp_path)
    (tmp_path / "file").touch()
    child = ChildProcess("auto", tmp_path / "file" / "sound.log")
    assert list(child.read())
    child.kill()
