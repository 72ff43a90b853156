"""``run`` without a screen: what scripts and screen readers get.

Where it ends otherwise than by itself, or something is special about its streams, it is a process
of its own.
"""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from stridetimer.cli import follow, main
from stridetimer.cli.conducting import conductor_for
from stridetimer.cli.sessions import has_screen

SHORT = """\
name: Short
prepare: 1s
exercises:
  - {name: Squat, work: 5s, sets: 2, rest: 1s}
"""
WAITING = """\
name: Waiting
prepare: 0
defaults: {rest: 10s}
exercises:
  - {name: Squat, reps: 10, sets: 2, wait: true}
  - {name: Balance, open: true}
"""


@pytest.fixture
def short(tmp_path: Path) -> str:
    return written(tmp_path / "short.yaml", SHORT)


@pytest.fixture
def waiting(tmp_path: Path) -> str:
    return written(tmp_path / "waiting.yaml", WAITING)


def written(path: Path, text: str) -> str:
    path.write_text(text)
    return str(path)


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def told_by(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Done]:
    """Carries out a command line in this process; ``given`` is its whole input."""

    def told_by(*arguments: str, given: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", StringIO(given))
        return Done(main.run(arguments), *capsys.readouterr())

    return told_by


@pytest.fixture
def run(told_by: Callable[..., Done]) -> Callable[..., Done]:
    """Performs a routine in this process."""

    def run(routine: str, *options: str, given: str = "") -> Done:
        return told_by("run", routine, "--mute", *options, given=given)

    return run


def command(routine: str, *options: str) -> list[str]:
    return [sys.executable, "-m", "stridetimer", "run", routine, "--mute", *options]


def events(done: Done | subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def running(short: str) -> Iterator[subprocess.Popen[str]]:
    """A session whose standard input stays open, just begun."""
    process = subprocess.Popen(
        command(short, "--events"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    assert process.stdout is not None
    assert "session_started" in process.stdout.readline()
    yield process
    process.kill()
    process.communicate()


def test_events_are_those_of_the_plan_at_any_speed(run: Callable[..., Done], short: str) -> None:
    done = run(short, "--events", "--speed", "100000")
    told = events(done)
    assert (done.returncode, done.stderr) == (0, "")
    names = [e["event"] for e in told]
    assert names[0] == "session_started"
    assert names[-2:] == ["cue", "session_finished"]
    ends = [(e["at"], e["index"], e["outcome"]) for e in told if e["event"] == "step_finished"]
    assert ends == [(1, 0, "done"), (6, 1, "done"), (7, 2, "done"), (12, 3, "done")]
    assert told[-1] == {**told[-1], "outcome": "completed", "done": 4, "skipped": 0, "cut": 0}


def test_in_real_time_no_line_is_early_and_none_waits_for_another(
    run: Callable[..., Done], tmp_path: Path
) -> None:
    brief = written(tmp_path / "brief.yaml", SHORT.replace("5s", "2s"))
    told = events(run(brief, "--events", "--from", "2"))
    assert told[-1]["at"] == 3
    for event in told:
        assert event["clock"] >= event["at"] - 0.001


@pytest.mark.real_time
def test_what_has_to_be_opened_first_takes_none_of_the_session(
    run: Callable[..., Done], short: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow_conductor_for(*args: Any, **kwargs: Any) -> Any:
        time.sleep(0.5)
        return conductor_for(*args, **kwargs)

    monkeypatch.setattr(follow, "conductor_for", slow_conductor_for)
    began, *_ = events(run(short, "--events", given="stop\n"))
    assert (began["event"], began["at"]) == ("session_started", 0)
    assert began["clock"] < 0.4


def test_with_nobody_to_say_done_everything_ends_as_reckoned(
    run: Callable[..., Done], waiting: str
) -> None:
    told = events(run(waiting, "--events", "--speed", "100000"))
    ends = [(e["at"], e["seconds"], e["reps"]) for e in told if e["event"] == "step_finished"]
    assert ends == [(30, 30, 10), (40, 10, None), (70, 30, 10), (80, 10, None), (140, 60, None)]


def test_commands_are_read_a_line_each(run: Callable[..., Done], waiting: str) -> None:
    lines = "done 12\ndone\ndone 9\nnext\nstop\n"
    done = run(waiting, "--events", "--speed", "0.1", given=lines)
    told = events(done)
    ends = [(e["index"], e["outcome"], e["reps"]) for e in told if e["event"] == "step_finished"]
    assert ends == [
        (0, "done", 12),
        (1, "cut", None),
        (2, "done", 9),
        (3, "cut", None),
        (4, "cut", None),
    ]
    assert (done.returncode, told[-1]["outcome"]) == (1, "stopped")


def test_an_unknown_command_is_answered_and_changes_nothing(
    run: Callable[..., Done], short: str
) -> None:
    told = events(run(short, "--events", "--speed", "1000", given="dance\n\nadd\nadd 5\n"))
    errors = [e for e in told if e["event"] == "error"]
    assert [e["command"] for e in errors] == ["dance", "add"]
    assert [e["seconds"] for e in told if e["event"] == "adjusted"] == [5]
    assert told[-1]["outcome"] == "completed"


def test_bytes_that_are_no_text_are_no_command_either(short: str) -> None:
    done = subprocess.run(
        command(short, "--events", "--speed", "1000"),
        input=b"\xff\xfe\n",
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert b'"event": "error"' in done.stdout


@pytest.mark.real_time
def test_a_session_in_the_middle_of_which_one_pauses_and_goes_on(
    running: subprocess.Popen[str],
) -> None:
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write("pause\nnext\nresume\nstop\n")
    told = [json.loads(line) for line in running.stdout]
    names = [e["event"] for e in told if e["event"] != "cue"]
    assert names == [
        "step_started",
        "paused",
        "step_finished",
        "step_started",
        "resumed",
        "step_finished",
        "session_finished",
    ]
    paused, gone_on = (
        next(e for e in told if e["event"] == name) for name in ("paused", "resumed")
    )
    assert paused["at"] == gone_on["at"]
    assert running.wait(10) == 1


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGTERM,
        # One handler takes them all.
        pytest.param(signal.SIGINT, marks=pytest.mark.long),
        *([pytest.param(signal.SIGHUP, marks=pytest.mark.long)] if os.name == "posix" else []),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="signals are sent another way there")
def test_a_signal_ends_the_session_in_order(running: subprocess.Popen[str], number: int) -> None:
    running.send_signal(number)
    assert running.stdout is not None
    told = [json.loads(line) for line in running.stdout]
    assert told[-1]["outcome"] == "stopped"
    assert running.wait(10) == 128 + number


@pytest.mark.long
@pytest.mark.real_time
@pytest.mark.skipif(os.name != "posix", reason="a process is not stopped that way there")
def test_a_process_that_was_stopped_goes_on_where_it_was(running: subprocess.Popen[str]) -> None:
    assert running.stdin is not None
    assert running.stdout is not None
    running.send_signal(signal.SIGSTOP)
    time.sleep(4)  # a real gap takes its time
    running.send_signal(signal.SIGCONT)
    seen = [json.loads(running.stdout.readline())]
    while seen[-1]["event"] != "paused":
        seen.append(json.loads(running.stdout.readline()))
    assert (seen[-1]["reason"], seen[-1]["at"] < 1.5) == ("suspend", True)
    running.stdin.write("resume\nstop\n")
    assert running.wait(10) == 1


def test_a_reader_that_goes_away_ends_it_without_a_word(short: str) -> None:
    process = subprocess.Popen(
        command(short, "--events", "--speed", "2"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(20) == 1
    assert process.stderr.read() == b""
    process.stderr.close()


def test_without_a_terminal_the_session_comes_as_text(run: Callable[..., Done], short: str) -> None:
    done = run(short, "--speed", "1000")
    assert done.returncode == 0
    assert done.stderr == "stridetimer: there is no screen here, so the session comes as text\n"
    assert done.stdout.startswith("Short: 12 s, 2 sets.\nGet ready, 1 s. First: Squat")


def test_without_a_terminal_the_library_is_a_list(told_by: Callable[..., Done]) -> None:
    done = told_by()
    assert done.returncode == 0
    assert "basic-strength" in done.stdout
    assert "run ROUTINE --plain" in done.stderr


def test_a_closed_standard_input_is_nobody(short: str) -> None:
    if os.name != "posix":
        pytest.skip("descriptors are closed another way there")
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *command(short, "--events", "--speed", "1000")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert events(done)[-1]["outcome"] == "completed"


def test_names_of_any_script_are_told_even_where_the_locale_knows_none(tmp_path: Path) -> None:
    routine = written(tmp_path / "any.yaml", "name: Übung 🏃\nexercises: [{name: ضغط, work: 5s}]\n")
    done = subprocess.run(
        command(routine, "--plain", "--speed", "1000"),
        capture_output=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"bung" in done.stdout


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [["plan", "tabata"], ["run", "tabata", "--events", "--mute"]])
def test_a_disk_that_is_full_is_one_clear_line(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "stridetimer", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert done.stderr == "stridetimer: can't write: there is no space left\n"
    assert done.returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed another way there")
def test_without_any_standard_output_it_is_followed_all_the_same(short: str) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *command(short, "--events", "--speed", "1000")],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise there")
def test_a_plan_whose_reader_has_seen_enough_ends_without_a_word() -> None:
    done = subprocess.run(
        [
            "sh",
            "-c",
            '"$@" | head -c 100',
            "sh",
            sys.executable,
            "-m",
            "stridetimer",
            "plan",
            "stage-one",
            "--json",
        ],
        capture_output=True,
        timeout=60,
    )
    assert (len(done.stdout), done.stderr) == (100, b"")


@pytest.mark.parametrize("arguments", [["resume"], ["run", "no-such-routine"]])
def test_where_there_is_no_session_there_is_one_line_only(
    told_by: Callable[..., Done], arguments: list[str]
) -> None:
    done = told_by(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


class Tty(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("encoding", "draws"), [("utf-8", True), ("cp437", True), ("latin-1", False), ("ascii", False)]
)
def test_there_is_a_screen_only_where_its_digits_can_be_written(
    encoding: str, draws: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Tty(io.BytesIO(), encoding=encoding))
    assert has_screen() is draws
