"""The commands that run nothing: what they print, and how they end."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from stridetimer import __version__
from stridetimer.cli import finding
from stridetimer.cli.main import run
from stridetimer.routines import digests

SQUATS = """\
name: Squats
prepare: 0
exercises:
  - {name: Squat, work: 40s, sets: 2, rest: 20s}
  - {name: Balance, open: true, sides: each}
"""


@pytest.fixture
def squats(tmp_path: Path) -> Path:
    path = tmp_path / "squats.yaml"
    path.write_text(SQUATS)
    return path


def test_the_plan_is_a_table_that_reads_at_a_glance(
    squats: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", str(squats)]) == 0
    assert (
        capsys.readouterr().out
        == """\
Squats

step    at  length  kind     exercise  side   set  work
   0  0:00    40 s  work     Squat            1/2  40 s
   1  0:40    20 s  rest     Squat            2/2
   2  1:00    40 s  work     Squat            2/2  40 s
   3  1:40    20 s  between  Balance   left   1/1
   4  2:00  ~1 min  work     Balance   left   1/1  as long as you can
   5  3:00     5 s  switch   Balance   right  1/1
   6  3:05  ~1 min  work     Balance   right  1/1  as long as you can

Total 4:05, work 3:20, rest 0:45, 7 steps; steps marked ~ end when you say so, and are reckoned.
"""
    )


def test_the_plan_as_json_has_the_name_the_routine_is_found_by(
    squats: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", str(squats), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["routine"], plan["name"], plan["total_seconds"]) == ("squats", "Squats", 245.0)


def test_a_sound_file_has_no_problems(squats: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(squats)]) == 0
    assert capsys.readouterr().out == f"{squats}: no problems\n"


def test_problems_are_told_with_their_place_and_a_caret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("name: Bad\nexercises:\n  - {name: A, rset: 20s, work: soon}\n")
    assert run(["check", str(path)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in lines if line.startswith(str(path))] == [
        f"{path}:3:15",
        f"{path}:3:32",
    ]
    assert lines[1:3] == ["  - {name: A, rset: 20s, work: soon}", " " * 14 + "^"]
    assert lines[-1] == "2 problems in 1 file."


def test_a_file_that_cannot_be_read_hides_nothing_of_the_others(
    squats: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("name: Bad\n")
    assert run(["check", str(tmp_path / "none.yaml"), str(bad), str(squats), "./"]) == 2
    captured = capsys.readouterr()
    assert captured.out == f"{squats}: no problems\n"
    assert f"{bad}:1:1: " in captured.err
    assert "there is no file" in captured.err
    assert "it is a folder" in captured.err


def test_a_file_of_any_name_is_found_where_it_is(
    squats: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    squats.rename(squats.with_name("squats"))
    monkeypatch.chdir(squats.parent)
    assert run(["check", "squats"]) == 0
    assert capsys.readouterr().out == "squats: no problems\n"


def test_problems_as_json_are_for_editors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("name: Bad\n")
    assert run(["check", str(path), "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["file"], problem["line"], problem["column"]) == (str(path), 1, 1)
    assert "exercises" in problem["message"]


@pytest.mark.parametrize("command", ["plan", "run"])
def test_an_invalid_routine_is_not_carried_out(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("name: Bad\n")
    options = ["--plain"] if command == "run" else []
    assert run([command, str(path), *options]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"{path}:1:1: ")


def test_the_list_tells_names_lengths_and_where_they_come_from(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "squats.yaml").write_text(SQUATS)
    (home / "routines" / "broken.yaml").write_text("name: [\n")
    assert run(["list", "--json"]) == 0
    rows = {row["routine"]: row for row in json.loads(capsys.readouterr().out)}
    assert {"basic-strength", "stage-one", "stage-two", "tabata", "seven-minute"} < set(rows)
    assert (rows["squats"]["origin"], rows["squats"]["total_seconds"]) == ("user", 245.0)
    assert "broken.yaml:" in rows["broken"]["problem"]
    assert run(["list"]) == 0
    out = capsys.readouterr().out
    assert "squats          about 4 min  user     Squats" in out
    assert "broken          -            user     " in out


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be called so there")
def test_a_list_shows_what_a_terminal_would_obey_in_the_name_of_a_file(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "red\x1b[31m.yaml").write_text(SQUATS)
    assert run(["list"]) == 0
    assert "\nred\\x1b[31m     about 4 min  user     Squats" in capsys.readouterr().out


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["exercises"]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"stridetimer {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["plan", "basic-strenght"], "did you mean 'basic-strength'?"),
        (["plan", "./nowhere.yaml"], "there is no file 'nowhere.yaml'"),
        (["run", "https://example.org/a.yaml", "--plain"], "nothing is ever fetched"),
        (["plan", "."], "there is no routine called '.'"),
        (["plan", "./"], "can't read"),
        (["check"], "Missing argument 'FILE...'"),
        (["run", "tabata", "--speed", "0"], "is not a number from 0.1 to 100000"),
        (["run", "tabata", "--speed", "nan"], "is not a number from 0.1 to 100000"),
        (["run", "tabata", "--from", "two"], "'two' is not a whole number of 0 or more"),
        (["quick", "--rounds", "0"], "'0' is not a whole number from 1 to 10000"),
        (["run", "tabata", "--plain", "--from", "99"], "there is no step 99; the last is 15"),
        (["run", "tabata", "--plain", "--events"], "give one"),
        (["history", "export", "no\x1b[31m/out"], "can't write no\\x1b[31m/out"),
        (["dance"], "No such command 'dance'"),
        (["plan", "tabata", "--jsn"], "No such option"),
    ],
)
def test_what_cannot_be_carried_out_is_one_clear_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("stridetimer: ")
    assert captured.err.count("\n") == 1
    assert words in captured.err


INTERRUPTED_AS_IT_LOADS = """\
import sys

class CtrlC:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
from stridetimer.__main__ import main
main()
"""


def test_ctrl_c_while_the_program_is_being_loaded_ends_it_without_a_word() -> None:
    command = [sys.executable, "-c", INTERRUPTED_AS_IT_LOADS, "list"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_an_error_nobody_foresaw_is_one_line_and_its_details_are_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> int:
        raise RuntimeError("the roof is on fire")

    monkeypatch.setattr("stridetimer.cli.reports.show_plan", broken)
    assert run(["plan", "tabata"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "RuntimeError: the roof is on fire" in error
    assert "Traceback" in (home / "error.log").read_text()
    assert str(home / "error.log") in error


def test_list_reads_no_file_twice_but_for_those_that_have_changed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def listed() -> dict[str, dict[str, object]]:
        assert run(["list", "--json"]) == 0
        return {row["routine"]: row for row in json.loads(capsys.readouterr().out)}

    monkeypatch.setattr(digests, "SETTLED", -1.0)  # files of this moment are remembered, too
    mine = home / "routines" / "hips" / "mine.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("name: Mine\nexercises: [{name: Squat, work: 40s}]\n")
    before = listed()
    with monkeypatch.context() as patched:
        patched.setattr(finding, "held_in", lambda found: pytest.fail(f"{found} is read again"))
        assert listed() == before
    assert before["hips/mine"]["total_seconds"] == 50.0
    mine.write_text("name: Mine\nexercises: [{name: Squat, work: much}]\n")
    assert str(listed()["hips/mine"]["problem"]).startswith(f"{mine}:2:")
