"""``check``: problems and likely slips, as text, as JSON and for a GitHub workflow."""

import json
from pathlib import Path

import pytest

from stridetimer.cli.checking import annotation
from stridetimer.cli.main import run
from stridetimer.routines.problems import Problem, Severity

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
