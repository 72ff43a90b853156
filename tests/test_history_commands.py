"""The commands of the history: what they tell, take out, bring away and bring in."""

import copy
import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from builders import plan_of, timed
from history_support import (
    performing,
    short_routine,  # noqa: F401 - a fixture, known by another name
)

from stridetimer.cli import main
from stridetimer.cli.records import begin
from stridetimer.core.routine import Exercise


@pytest.fixture
def say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, short: str
) -> Callable[..., tuple[int, str, str]]:
    """The exit code and the words of a command, where a session has been performed."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main.run(arguments)
        out, errors = capsys.readouterr()
        return code, out, errors

    monkeypatch.setattr(sys, "stdin", None)
    assert run(*performing(short))[0] == 0
    return run


def test_history_tells_what_was_done(say: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = say("history", "--json")
    (session,) = json.loads(out)
    assert code == 0
    assert (session["routine"], session["name"], session["outcome"]) == (
        "short",
        "Short",
        "completed",
    )
    assert session["seconds"] == pytest.approx(33, abs=30)
    assert [(s["exercise"], s["side"]) for s in session["steps"]] == [
        ("Squat", None),
        ("Squat", None),
        ("Balance", "left"),
        ("Balance", "right"),
    ]
    assert datetime.fromisoformat(session["started_at"]).tzinfo is not None
    _, rows, _ = say("history", "--csv")
    assert len(rows.splitlines()) == 1 + 4
    _, text, _ = say("history")
    assert "completed" in text
    assert "3 sets" in text  # left and right make one
    _, detail, _ = say("history", "show", "1")
    assert detail.count("done") == 4


def test_what_was_done_is_listed_and_advice_is_one_line(
    say: Callable[..., tuple[int, str, str]], short: str, home: Path
) -> None:
    code, _, errors = say(*performing(short))
    assert code == 0
    assert errors == (
        "stridetimer: You did this 1 min ago; it recommends 36 h of rest between sessions.\n"
    )
    (home / "routines").mkdir()
    shutil.copy(short, home / "routines")
    listed = {row["routine"]: row for row in json.loads(say("list", "--json")[1])}
    assert listed["short"]["last_done"].startswith("20")
    assert listed["tabata"]["last_done"] is None


def test_the_other_side_leads_the_next_time(
    say: Callable[..., tuple[int, str, str]], short: str
) -> None:
    _, out, _ = say("plan", short, "--json")
    sides = [step["side"] for step in json.loads(out)["steps"] if step["kind"] == "work"]
    assert sides == [None, None, "right", "left"]


def test_both_sides_of_a_set_are_one_set_in_whatever_order_and_round(
    say: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "rounds.yaml").write_text(
        "name: Rounds\nexercises:\n"
        "- {circuit: C, rounds: 3, exercises: [\n"
        "    {name: Raise, sides: each, order: by-side, sets: 2, work: 1}]}\n"
    )
    say(*performing(str(tmp_path / "rounds.yaml")))
    newest = say("history")[1].splitlines()[1]
    assert "6 sets" in newest


def test_deleting_asks_and_only_yes_is_yes(
    say: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    assert say("history", "delete", "1")[0] == 1
    assert len(json.loads(say("history", "--json")[1])) == 1
    assert say("history", "delete", "1", "--yes")[0] == 0
    assert json.loads(say("history", "--json")[1]) == []
    code, _, errors = say("history", "delete", "1", "--yes")
    assert (code, errors) == (2, "stridetimer: there is no session 1 in the history\n")


def test_the_whole_history_goes_out_and_comes_in_again(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = say("history", "--json")[1]
    file = str(tmp_path / "kept.json")
    assert say("history", "export", file) == (0, "", "")
    assert say("history", "export", file)[0] == 2
    assert say("history", "import", file)[1] == "0 sessions imported; 1 were there already.\n"
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    assert say("history", "import", file)[1] == "1 session imported.\n"
    assert say("history", "--json")[1] == before
    assert say("history", "export", "-")[1] == Path(file).read_text()


def test_the_history_comes_from_standard_input_as_it_goes_to_standard_output(
    say: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = say("history", "export", "-")[1].encode()
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(kept)))
    assert say("history", "import", "-") == (0, "1 session imported.\n", "")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\xff")))
    said = "stridetimer: can't import standard input: it is not UTF-8\n"
    assert say("history", "import", "-") == (2, "", said)


def test_the_history_goes_out_to_a_stick_that_knows_no_links(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unknown)
    file = tmp_path / "kept.json"
    assert say("history", "export", str(file)) == (0, "", "")
    assert say("history", "export", str(file))[0] == 2
    assert say("history", "export", "-")[1] == file.read_text()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Squat", "plan must be a plan that this version knows"),
        ("Short", "name must be a text without control characters"),
    ],
)
def test_what_a_terminal_would_obey_is_not_imported(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    word: str,
    said: str,
) -> None:
    file = tmp_path / "kept.json"
    say("history", "export", str(file))
    kept = file.read_text()
    # In a name of the session, and in one of its plan, which is text within the text.
    file.write_text(
        kept.replace(f'"{word}"', '"\\u001b[2J"').replace(f'\\"{word}\\"', '\\"\\\\u001b[2J\\"')
    )
    assert file.read_text() != kept
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    assert say("history", "import", str(file))[::2] == (
        2,
        f"stridetimer: can't import {file}: session 1: {said}\n",
    )


@pytest.mark.parametrize("began", ["yesterday", "2026-03-01T18:30:00", 7])
def test_a_session_that_began_at_no_known_instant_is_not_imported(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    began: object,
) -> None:
    file = tmp_path / "kept.json"
    say("history", "export", str(file))
    kept = json.loads(file.read_text())
    kept["sessions"][0]["started_at"] = began
    file.write_text(json.dumps(kept))
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    assert (
        "session 1: started_at must be a time of day with its offset"
        in say("history", "import", str(file))[2]
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is no JSON"),
        (b"\xff", "it is not UTF-8"),
        (b"[]", "it is no exported history"),
        (b'{"format": "stridetimer history 1"}', "there are no sessions in it"),
    ],
)
def test_what_is_no_history_is_not_imported(
    say: Callable[..., tuple[int, str, str]], tmp_path: Path, content: bytes, why: str
) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    assert say("history", "import", str(file)) == (
        2,
        "",
        f"stridetimer: can't import {file}: {why}\n",
    )


def exported(say: Callable[..., tuple[int, str, str]], file: Path) -> Any:
    say("history", "export", str(file))
    return json.loads(file.read_text())


@pytest.mark.parametrize(
    ("step", "column", "value", "said"),
    [
        (None, "seconds", "long", "session 2: seconds must be a number from 0 up"),
        (None, "seconds", float("nan"), "session 2: seconds must be a number from 0 up"),
        (None, "name", 7, "session 2: name must be a text without control characters"),
        (None, "name", "\ud800", "session 2: name must be a text without control characters"),
        (None, "ended_at", "later", "session 2: ended_at must be a time of day with its offset"),
        (None, "step", 10**30, "session 2: step must be a whole number from 0 up"),
        (None, "step_dropped", '["two"]', "session 2: step_dropped must be a list of steps"),
        (None, "outcome", "won", "session 2: outcome must be completed or stopped or unfinished"),
        (None, "plan", "[" * 100_000, "session 2: plan must be a plan that this version knows"),
        (None, "steps", None, "session 2 has no steps"),
        (2, "reps", 2.5, "session 2, step 3: reps must be a whole number from 0 up"),
        (2, "leads", None, "session 2, step 3: leads must be left or right or alternating"),
        (1, "position", 0, "something in it is there twice"),
    ],
)
def test_a_history_with_something_that_cannot_be_is_refused_with_its_place(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: int | None,
    column: str,
    value: object,
    said: str,
) -> None:
    file = tmp_path / "kept.json"
    kept = exported(say, file)
    # One that is whole goes before it, and must not come in alone.
    (spoilt,) = kept["sessions"]
    whole = {**copy.deepcopy(spoilt), "uid": "other"}
    (spoilt if step is None else spoilt["steps"][step])[column] = value
    kept["sessions"] = [whole, spoilt]
    file.write_text(json.dumps(kept))
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    code, _, errors = say("history", "import", str(file))
    assert code == 2
    assert errors.startswith(f"stridetimer: can't import {file}: {said}")
    assert len(errors.splitlines()) == 1
    assert say("history", "--json")[1] == "[]\n"


def test_a_history_in_which_something_is_missing_is_refused_with_its_place(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
) -> None:
    file = tmp_path / "kept.json"
    kept = exported(say, file)
    del kept["sessions"][0]["steps"][1]["leads"]
    file.write_text(json.dumps(kept))
    assert say("history", "import", str(file))[2] == (
        f"stridetimer: can't import {file}: session 1, step 2: leads is missing\n"
    )


def test_with_no_history_there_is_an_empty_one(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert main.run(["history", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"
    assert main.run(["resume", "--events"]) == 2
    assert capsys.readouterr().err == ("stridetimer: there is no unfinished session to resume\n")
    assert not home.exists()


def test_a_terminal_is_shown_no_control_character_of_a_files_name_and_data_is_as_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    performed = begin(plan_of(Exercise("Hop", timed(10)), prepare=0), "a\x1b[31mb", "")
    events = performed.session.start(0.0) + performed.session.advance(10.0)
    performed.recorder.take(events, performed.session.standing)
    performed.recorder.close()
    assert main.run(["history", "--csv"]) == 0
    assert "1,a\x1b[31mb,A routine," in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main.run(["history", "--csv"]) == 0
    assert "1,a\\x1b[31mb,A routine," in capsys.readouterr().out
