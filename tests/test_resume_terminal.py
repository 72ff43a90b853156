"""Killed, closed or left in a real terminal, a session is offered again at the next start."""

import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from terminal import Terminal

from stridetimer.cli import main

ROUTINE = """\
name: A long hold
prepare: 0
exercises:
  - {name: Plank, hold: 10m}
  - {name: Squat, hold: 10m}
"""


@pytest.fixture
def routine(tmp_path: Path) -> str:
    path = tmp_path / "long-hold.yaml"
    path.write_text(ROUTINE)
    return str(path)


def program(*arguments: str) -> Terminal:
    return Terminal([sys.executable, "-m", "stridetimer", *arguments])


@pytest.fixture
def history(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[dict[str, Any]]]:
    """Every session there is a record of."""

    def history() -> list[dict[str, Any]]:
        assert main.run(["history", "--json"]) == 0
        told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
        return told

    return history


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGKILL, -9),
        # These leave it in order, as q does.
        pytest.param(signal.SIGTERM, 143, marks=pytest.mark.long),
        pytest.param(signal.SIGHUP, 129, marks=pytest.mark.long),
    ],
)
def test_what_a_signal_ended_is_offered_and_goes_on_in_its_step(
    routine: str,
    home: Path,
    history: Callable[[], list[dict[str, Any]]],
    number: int,
    code: int,
) -> None:
    # Without a sound card the news of it stands for five seconds where the countdown is explained.
    home.mkdir()
    (home / "config.yaml").write_text("lead_in: 1m\n")
    with program("run", routine, "--mute") as terminal:
        terminal.until("Plank")
        terminal.press("n")
        terminal.until("exercise 2 of 2")
        terminal.send(number)
        assert terminal.code() == code
    (session,) = history()
    assert session["outcome"] == "unfinished"
    assert session["steps"][0]["outcome"] == "cut"
    with program() as terminal:
        terminal.until("Resume where you left?")
        terminal.press("y")
        terminal.until("You resume where you were")
        terminal.press(" ")
        terminal.until("exercise 2 of 2")
        terminal.send(signal.SIGKILL)
    assert len(history()) == 1


@pytest.mark.long
def test_left_and_declined_it_stays_unfinished_and_is_not_offered_again(
    routine: str, history: Callable[[], list[dict[str, Any]]]
) -> None:
    with program("run", routine, "--mute") as terminal:
        terminal.until("Plank")
        terminal.press("q")
        terminal.until("stridetimer resume")
        terminal.press("y")
        assert terminal.code() == 1
    with program() as terminal:
        terminal.until("Resume where you left?")
        terminal.press("n")
        terminal.until(lambda text: "Resume where" not in text)
        terminal.press("q")
        assert terminal.code() == 0
    assert [session["outcome"] for session in history()] == ["unfinished"]
    with program() as terminal:
        terminal.until("Tabata")
        terminal.pause(0.7)
        assert "Resume where you left?" not in terminal.text
        terminal.press("q")
        assert terminal.code() == 0


def test_a_session_that_cannot_be_recorded_says_so_on_the_screen(routine: str, home: Path) -> None:
    home.write_text("a file where the folder should be")
    with program("run", routine, "--mute") as terminal:
        terminal.until("This session is not being recorded")
        terminal.until("Plank")
        terminal.press("q")
        terminal.until("--from 0")
        terminal.press("y")
        assert terminal.code() == 1
        assert "This session could not be recorded" in terminal.text
