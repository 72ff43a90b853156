"""The real program, killed at random instants: no step that ended is lost, and it goes on there.

``STRIDETIMER_KILLS`` says how many times; by default as often as a hurried person will wait for,
and in CI oftener.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

KILLS = int(os.environ.get("STRIDETIMER_KILLS", "8" if os.environ.get("STRIDETIMER_CI") else "2"))
SPEED = 10.0
WITHIN = 5.0
"""Seconds of session time that a kill may cost."""

ROUTINE = """\
name: To be killed
prepare: 3s
exercises:
  - {name: Plank, hold: 7s, sides: each, sets: 4, rest: 6s, switch: 2s}
  - {name: Toe taps, reps: 5, tempo: {tap: 1s, lift: 1s}, sides: alternating, sets: 4, rest: 4s}
"""


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    path = tmp_path / "killed.yaml"
    path.write_text(ROUTINE)
    return path


def program(home: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "stridetimer", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "STRIDETIMER_HOME": str(home)},
    )


def killed_at(home: Path, routine: Path, seconds: float) -> tuple[list[dict[str, Any]], float]:
    """What a session told until it was killed some ``seconds`` after it began, and at which."""
    session = program(home, "run", str(routine), "--events", "--mute", "--speed", str(SPEED))
    assert session.stdout is not None
    first = session.stdout.readline()
    began = time.monotonic()
    time.sleep(seconds)
    session.send_signal(signal.SIGKILL)
    told = first + session.communicate()[0]
    lived = (time.monotonic() - began) * SPEED
    return [json.loads(line) for line in told.splitlines() if line.endswith("}")], lived


def history(home: Path) -> list[dict[str, Any]]:
    asked = program(home, "history", "--json")
    told, errors = asked.communicate(timeout=30)
    assert errors == ""
    sessions: list[dict[str, Any]] = json.loads(told)
    return sessions


def taken_up(home: Path) -> list[dict[str, Any]]:
    """The first words of the session that goes on; it is killed after them."""
    session = program(home, "resume", "--events", "--mute")
    assert session.stdout is not None
    told = [json.loads(session.stdout.readline()) for _ in range(2)]
    session.kill()
    session.communicate()
    return told


def ended(events: list[dict[str, Any]]) -> dict[int, str]:
    work = {
        event["step"]["index"]
        for event in events
        if event["event"] == "step_started" and event["step"]["kind"] == "work"
    }
    ends = [event for event in events if event["event"] == "step_finished"]
    return {end["index"]: end["outcome"] for end in ends if end["index"] in work}


def one_life(home: Path, routine: Path, seconds: float) -> None:
    events, lived = killed_at(home, routine, seconds)
    (session,) = history(home)
    assert session["outcome"] == "unfinished"
    recorded = {step["index"]: step["outcome"] for step in session["steps"]}
    told = ended(events)
    assert recorded.items() >= told.items(), "a step that ended is lost"
    assert len(recorded) <= len(told) + 1, "a step that did not end is there"
    began, step = taken_up(home)
    assert began["resumed"]
    last = max(event["at"] for event in events)
    assert last - WITHIN <= began["at"] <= max(last, lived) + WITHIN
    begun = [e["step"]["index"] for e in events if e["event"] == "step_started"]
    current = max(begun, default=0)
    # The kill may fall between the record of a step's end and the line that tells of it.
    assert step["step"]["index"] in (current, current + 1)


def test_killed_at_any_instant_nothing_that_ended_is_lost_and_it_goes_on_in_its_step(
    tmp_path: Path, routine: Path
) -> None:
    instants = random.Random(0)

    def live(number: int) -> None:
        one_life(tmp_path / f"home-{number}", routine, instants.uniform(0.0, 2.0))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(live, range(KILLS)))


@pytest.mark.long
def test_killed_again_and_again_the_same_session_comes_to_its_end(
    tmp_path: Path, routine: Path
) -> None:
    home = tmp_path / "one-home"
    killed_at(home, routine, 1.0)
    for _ in range(3):
        session = program(home, "resume", "--events", "--mute", "--speed", str(SPEED))
        time.sleep(1.5)
        session.kill()
        session.communicate()
    last = program(home, "resume", "--events", "--mute", "--speed", "100000")
    told, _ = last.communicate("", timeout=30)
    finish = json.loads(told.splitlines()[-1])
    assert (finish["event"], finish["outcome"]) == ("session_finished", "completed")
    assert (finish["skipped"], finish["cut"]) == (0, 0)
    (session_,) = history(home)
    assert session_["outcome"] == "completed"
    assert [step["outcome"] for step in session_["steps"]] == ["done"] * 12
    assert finish["at"] == pytest.approx(session_["seconds"], abs=0.01)
    none = program(home, "resume", "--events")
    assert none.wait(30) == 2
    none.communicate()
