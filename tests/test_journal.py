"""The journal: a text file of the person's choice that gets one line a set."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from builders import each, hold, paced, plan_of
from history_support import Evening

from stridetimer.core.law import Command
from stridetimer.core.routine import Exercise, Sides
from stridetimer.history.journal import Journal
from stridetimer.places import config_dir

SQUATS = plan_of(
    each("Squat | [red]", paced(15, ("", 2.0)), rest=10),
    Exercise("Toe\ttaps", paced(5, ("tap", 2.0)), sides=Sides.ALTERNATING),
    Exercise("Plank", hold(30)),
    prepare=10,
)


def evening(tmp_path: Path, journal: Path) -> Evening:
    return Evening(tmp_path / "history.db", SQUATS, journal=Journal(journal, "A routine"))


def test_every_set_is_a_line_when_it_has_ended(tmp_path: Path) -> None:
    journal = tmp_path / "mine" / "journal.txt"
    with closing(evening(tmp_path, journal)) as one:
        one.pass_time(12.0)
        one.conductor.do(Command.NEXT)
        one.pass_time(200.0)
    said = [line.split(" | ") for line in journal.read_text().splitlines()]
    assert {len(fields) for fields in said} == {8}
    assert {fields[1] for fields in said} == {"A routine"}
    assert [fields[2:] for fields in said] == [
        ["Squat / [red]", "set 1", "left", "planned 15 reps", "did 1 rep", "cut"],
        ["Squat / [red]", "set 1", "right", "planned 15 reps", "did 15 reps", "done"],
        [
            "Toe taps",
            "set 1",
            "alternating",
            "planned 5 reps",
            "did 5 reps (3 left, 2 right)",
            "done",
        ],
        ["Plank", "set 1", "both", "planned 30 s", "did 30 s", "done"],
    ]
    assert said[0][0].startswith("2026-03-01 18:3")
    assert said[0][0].endswith("+01:00")


def test_what_is_skipped_says_so(tmp_path: Path) -> None:
    with closing(evening(tmp_path, tmp_path / "journal")) as one:
        one.conductor.do(Command.SKIP_EXERCISE)
    last = (tmp_path / "journal").read_text().splitlines()[-1]
    assert last.endswith("| right | planned 15 reps | did nothing | skipped")


def test_what_is_there_stays_and_an_open_line_is_ended_first(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("felt strong today")
    with closing(evening(tmp_path, tmp_path / "journal")) as one:
        one.pass_time(41.0)
    lines = (tmp_path / "journal").read_text().splitlines()
    assert lines[0] == "felt strong today"
    assert len(lines) == 2


def test_a_journal_that_cannot_be_written_is_said_once_and_the_record_is_whole(
    tmp_path: Path,
) -> None:
    (tmp_path / "journal").mkdir()
    one = evening(tmp_path, tmp_path / "journal")
    one.pass_time(110.0)
    one.close()
    assert one.conductor.unrecorded == "The journal cannot be written: is a directory."
    assert one.conductor.recorded


def test_a_pipe_that_nobody_reads_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal")
    one = evening(tmp_path, tmp_path / "journal")
    one.pass_time(110.0)
    one.close()
    assert one.conductor.recorded


def test_what_could_not_be_written_comes_once_it_can(tmp_path: Path) -> None:
    blocked = tmp_path / "folder"
    blocked.write_text("a file in the way")
    journal = Journal(blocked / "journal", "A routine")
    one = Evening(tmp_path / "history.db", SQUATS, journal=journal)
    one.pass_time(41.0)
    while not journal.trouble:
        os.sched_yield()
    blocked.unlink()
    one.pass_time(70.0)
    one.close()
    assert len((blocked / "journal").read_text().splitlines()) == 3
    assert journal.trouble == ""


@pytest.mark.long
def test_two_programs_at_once_write_whole_lines(tmp_path: Path) -> None:
    config_dir().mkdir(parents=True)
    (config_dir() / "config.yaml").write_text("journal: sets.txt\n")
    routine = tmp_path / "many.yaml"
    routine.write_text(
        "name: Many\nprepare: 0\nexercises:\n  - {name: Hop, sets: 200, work: 1s, rest: 0}\n"
    )
    command = [sys.executable, "-m", "stridetimer", "run", str(routine), "--speed", "200", "--mute"]
    both = [
        subprocess.Popen([*command, "--plain"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [one.wait(60) for one in both] == [0, 0]
    lines = (config_dir() / "sets.txt").read_text().splitlines()
    assert len(lines) == 400
    assert all(line.endswith("| both | planned 1 s | did 1 s | done") for line in lines)
