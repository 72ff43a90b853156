"""An error that nobody foresaw, in the middle of a session on a real terminal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Terminal

BROKEN = Path(__file__).parent / "rigs" / "brokenscreen.py"
ROUTINE = """\
name: A long hold
prepare: 0
exercises:
  - {name: Plank, hold: 10m}
  - {name: Squat, hold: 10m}
"""


LONG = ("in_a_timer", "in_a_worker", "in_the_drawing")


@pytest.mark.parametrize(
    "place", ["in_a_key", *(pytest.param(place, marks=pytest.mark.long) for place in LONG)]
)
def test_the_terminal_is_restored_the_record_whole_and_one_line_says_where_the_details_are(
    place: str, tmp_path: Path, home: Path
) -> None:
    routine = tmp_path / "long-hold.yaml"
    routine.write_text(ROUTINE)
    command = [sys.executable, str(BROKEN), place, "run", str(routine), "--mute"]
    with Terminal(command, columns=200) as terminal:
        terminal.until("Plank")
        terminal.press("n")
        terminal.until("Squat")
        terminal.press("b")
        assert terminal.code() == 2
        assert terminal.is_restored()
        said = terminal.raw.decode().rpartition("\x1b[?1049l")[2]
    assert "Traceback" not in said
    line = "stridetimer: something went wrong: RuntimeError: the roof is on fire [red];"
    assert f"{line} the details are in {home / 'error.log'}" in said
    assert said.count("\n") == 1
    assert "in fall" in (home / "error.log").read_text()

    asked = [sys.executable, "-m", "stridetimer", "history", "--json"]
    (told,) = json.loads(subprocess.check_output(asked, timeout=30))
    assert told["outcome"] == "unfinished"
    assert [(step["exercise"], step["outcome"]) for step in told["steps"]] == [("Plank", "cut")]
