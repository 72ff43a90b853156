"""``check``: problems and likely slips, as text, as JSON and for a GitHub workflow."""

import json
import os
import sys
from pathlib import Path

import pytest

from stridetimer.cli.checking import annotation
from stridetimer.cli.main import run
from stridetimer.routines.problems import Problem, Severity
from stridetimer.routines.sound_files import trouble_with
from stridetimer.sound.waves import FRAME, RATE, wave_of

SLIP = "name: Slip\nexercises:\n  - {name: A, hold: 5h}\n"
BAD = "name: Bad\nexercises:\n  - {name: A, rset: 20s, work: 3}\n"


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_slip_is_told_as_a_warning_and_fails_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "slip.yaml", SLIP)
    assert run(["check", path]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{path}: no problems, 1 warning\n"
    assert captured.err == (
        f"{path}:3:21: warning: hold: 5 h is long for a hold; was 5m meant?\n"
        "  - {name: A, hold: 5h}\n"
        "                    ^\n"
        "1 warning in 1 file.\n"
    )


def test_problems_and_warnings_are_counted_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [written(tmp_path / "slip.yaml", SLIP), written(tmp_path / "bad.yaml", BAD)]
    assert run(["check", *files]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "1 problem and 1 warning in 2 files."


def test_of_more_problems_than_are_told_no_number_is_made_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "name: A\nexercises:\n" + "  - {name: B, hold: soon}\n" * 300
    assert run(["check", written(tmp_path / "many.yaml", text)]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "more than 100 problems in 1 file."


def test_as_json_each_says_how_bad_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [written(tmp_path / "slip.yaml", SLIP), written(tmp_path / "bad.yaml", BAD)]
    assert run(["check", "--json", *files]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["file"], one["line"], one["column"], one["severity"]) for one in found] == [
        (files[0], 3, 21, "warning"),
        (files[1], 3, 15, "error"),
    ]
    assert run(["check", "--format", "json", *files]) == 1
    assert json.loads(capsys.readouterr().out) == found


def test_a_github_workflow_shows_them_at_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "slip.yaml", SLIP)
    written(tmp_path / "bad.yaml", BAD)
    assert run(["check", "--format", "github", "slip.yaml", "bad.yaml"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "::warning file=slip.yaml,line=3,col=21::hold: 5 h is long for a hold; was 5m meant?",
        "::error file=bad.yaml,line=3,col=15::unknown field 'rset' in exercise 'A';"
        " did you mean 'sets' or 'rest'?",
    ]


def test_a_sound_that_cannot_be_played_is_a_warning_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.mp3").write_text("buy a gong", encoding="utf-8")
    (tmp_path / "gong.wav").write_bytes(wave_of(bytes(RATE * FRAME)))
    sounds = "sounds: {go: gong.wav, rest: nowhere.wav, finish: note.mp3, gnog: nowhere.wav}\n"
    written(tmp_path / "mine.yaml", sounds + "name: Mine\nexercises: [{name: A, hold: 5s}]\n")
    monkeypatch.chdir("/")
    assert run(["check", "--format", "github", str(tmp_path / "mine.yaml")]) == 1
    told = [line.split(",line=1,", 1)[1] for line in capsys.readouterr().out.splitlines()]
    assert told[:2] == [
        "col=30::sounds: 'nowhere.wav' is not there",
        "col=51::sounds: 'note.mp3' is no WAV, FLAC, OGG or MP3 file",
    ]
    assert [words.split(":")[-1][:15] for words in told[2:]] == [" there is none "]
    assert run(["check", "--json", str(tmp_path / "mine.yaml")]) == 1
    severities = [one["severity"] for one in json.loads(capsys.readouterr().out)]
    assert severities == ["warning", "warning", "error"]


TONES = Path(__file__).parent / "sounds"


@pytest.mark.parametrize("sound", sorted(TONES.iterdir()), ids=lambda path: path.suffix)
def test_every_kind_of_sound_that_is_played_is_known(sound: Path) -> None:
    assert trouble_with(sound) == ""


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "is empty"),
        (b"a text", "is no WAV, FLAC, OGG or MP3 file"),
        (b"OggS" + bytes(24) + b"OpusHead", "is no WAV, FLAC, OGG or MP3 file"),
        (b"\xff", "is no WAV, FLAC, OGG or MP3 file"),
        (b"RIFF\x24\x00\x00\x00WAVEfm", "is a broken WAV file"),
    ],
)
def test_what_is_no_sound_is_said(tmp_path: Path, content: bytes, trouble: str) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    assert trouble_with(tmp_path / "a.wav") == trouble


@pytest.mark.parametrize(
    ("seconds", "trouble"), [(0, "has nothing in it to be heard"), (11, "is longer than 10 s")]
)
def test_a_sound_of_a_length_that_is_not_played_is_said(
    tmp_path: Path, seconds: int, trouble: str
) -> None:
    (tmp_path / "a.wav").write_bytes(wave_of(bytes(seconds * RATE * FRAME)))
    assert trouble_with(tmp_path / "a.wav") == trouble


def test_what_is_no_file_is_never_read(tmp_path: Path) -> None:
    assert trouble_with(tmp_path) == "is no file, but a folder"
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        assert trouble_with(tmp_path / "pipe") == "is no ordinary file"


def test_what_a_workflow_would_take_for_its_own_is_escaped() -> None:
    found = Problem(1, 2, "100% of a, b: c", severity=Severity.NOTE)
    assert annotation("50%: a,b.yaml", found) == (
        "::notice file=50%25%3A a%2Cb.yaml,line=1,col=2::100%25 of a, b: c"
    )


def test_two_forms_at_once_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--json", "--format", "github", "tabata"]) == 2
    assert "give one" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["plan"], ["run", "--plain", "--speed", "100000", "--mute"]])
def test_a_slip_is_no_matter_elsewhere(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "slip.yaml", SLIP)
    assert run([*command, path]) == 0
    assert "warning" not in capsys.readouterr().err
