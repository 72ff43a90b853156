"""The program itself, with all that becomes of its files."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from history_support import (
    PROGRAM,
    SHORT,
    performing,
    recorded,
    short_routine,  # noqa: F401 - a fixture, known by another name
)

from stridetimer.cli import main


def performed(routine: str, home: str, limit: int) -> "subprocess.CompletedProcess[str]":
    """A whole session, in a process that may write files of ``limit`` bytes."""
    return subprocess.run(
        [*PROGRAM, *performing(routine)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "STRIDETIMER_HOME": home},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )


def last_line(done: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    line: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return line


@pytest.mark.parametrize("limit", [1, 20_000, 60_000])
def test_on_a_full_disk_the_session_goes_on_and_says_it_once(
    short: str, tmp_path: Path, limit: int
) -> None:
    done = performed(short, str(tmp_path / "full"), limit)
    assert last_line(done)["outcome"] == "completed"
    assert done.stderr.count("This session is not being recorded") == 1


def test_with_no_home_at_all_the_session_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, short: str
) -> None:
    monkeypatch.setenv("STRIDETIMER_HOME", "/proc/no-such-home")
    monkeypatch.setattr(sys, "stdin", None)
    assert main.run(performing(short)) == 0
    told, errors = capsys.readouterr()
    assert json.loads(told.splitlines()[-1])["outcome"] == "completed"
    assert errors.count("This session is not being recorded") == 1
    assert main.run(["run", short, "--plain", "--mute", "--speed", "2000"]) == 0
    told, _ = capsys.readouterr()
    assert told.splitlines()[-1].startswith("This session is not being recorded: ")


def test_two_at_once_are_both_recorded(short: str, home: Path) -> None:
    both = [
        subprocess.Popen(
            [*PROGRAM, "run", short, "--events", "--mute", "--speed", "20"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    assert [one.communicate(timeout=60) and one.returncode for one in both] == [0, 0]
    sessions = recorded(home / "history.db")
    assert [(s.outcome, len(s.work)) for s in sessions] == [("completed", 4)] * 2


def test_a_changed_routine_is_told_and_the_session_goes_on_as_it_was(short: str) -> None:
    begun = subprocess.Popen(
        [*PROGRAM, "run", short, "--events", "--mute"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert begun.stdin
    assert begun.stdout
    begun.stdin.write("next\n")
    begun.stdin.flush()
    while json.loads(begun.stdout.readline())["event"] != "step_finished":
        pass
    begun.terminate()
    begun.communicate()
    assert begun.returncode == 128 + signal.SIGTERM
    Path(short).write_text(SHORT.replace("Squat", "Lunge"))
    done = subprocess.run(
        [*PROGRAM, "resume", "--events", "--mute", "--speed", "1000"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == (
        "stridetimer: the routine has been changed since; the session goes on as it was begun\n"
    )
    steps = [json.loads(line) for line in done.stdout.splitlines() if "step_started" in line]
    assert [step["step"]["exercise"] for step in steps] == ["Squat"] * 3 + ["Balance"] * 4
    assert last_line(done)["outcome"] == "completed"
