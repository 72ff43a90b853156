"""A session in one line, in the title of the terminal and in a file."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import ManualClock, each, hold, plan_of, self_paced, timed
from tui_support import SQUATS, performing

from stridetimer.core.routine import Exercise
from stridetimer.core.session import Session
from stridetimer.glance import status, title
from stridetimer.statusfile import StatusFile
from stridetimer.tui.manner import Manner
from stridetimer.tui.title import TerminalTitle

BRIDGE = plan_of(each("One-leg bridge", hold(30), sets=3, rest=60), prepare=10)


def at(seconds: float, first: int = 0) -> Session:
    session = Session(BRIDGE, first)
    session.start(0.0)
    session.advance(seconds)
    return session


@pytest.mark.parametrize(
    ("seconds", "words", "line"),
    [
        (
            0,
            "0:10 READY LEFT One-leg bridge 1/3",
            "READY LEFT One-leg bridge 1/3 0:10 · 6 min left",
        ),
        (12.5, "0:28 LEFT One-leg bridge 1/3", "WORK LEFT One-leg bridge 1/3 0:28 · 6 min left"),
        (
            41,
            "0:04 SWITCH RIGHT One-leg bridge 1/3",
            "SWITCH RIGHT One-leg bridge 1/3 0:04 · 5 min left",
        ),
        (80, "0:55 REST LEFT One-leg bridge 2/3", "REST LEFT One-leg bridge 2/3 0:55 · 5 min left"),
    ],
)
def test_a_moment_is_one_line(seconds: float, words: str, line: str) -> None:
    view = at(seconds).view(seconds)
    assert title(view) == f"{words} · stridetimer"
    assert status(view) == line


def test_a_pause_and_the_countdown_after_it_are_told() -> None:
    session = at(12)
    session.pause(12.0)
    assert status(session.view(50.0)).startswith("PAUSED LEFT One-leg bridge")
    session.lead_in(50.0, 3.0)
    assert title(session.view(51.0)).startswith("0:02 READY LEFT One-leg bridge")


def test_what_counts_up_has_a_plus() -> None:
    session = Session(plan_of(Exercise("Squat", self_paced(9))))
    session.start(0.0)
    session.advance(7.5)
    assert title(session.view(7.5)) == "+0:07 Squat · stridetimer"


def test_no_name_makes_a_terminal_do_anything() -> None:
    session = Session(plan_of(Exercise("A\x1b]2;x\x07\n\x9b1m" + "long " * 30, timed(9))))
    session.start(0.0)
    for line in (title(session.view(0.0)), status(session.view(0.0))):
        assert line.isprintable()
        assert len(line) < 90


def test_an_emoji_of_several_characters_stays_one() -> None:
    session = Session(plan_of(Exercise("Run 👩\N{ZERO WIDTH JOINER}👧", timed(9))))
    session.start(0.0)
    assert "Run 👩\N{ZERO WIDTH JOINER}👧" in title(session.view(0.0))


# -- the title --------------------------------------------------------------------------------


def test_the_title_changes_once_a_second_at_most_and_loses_nothing() -> None:
    clock, written = ManualClock(), list[str]()
    terminal = TerminalTitle(written.append, clock)
    terminal.show("one")
    clock.jump(0.25)
    terminal.show("two")
    assert terminal.due == 0.95
    clock.jump(0.75)
    terminal.show("two")
    terminal.show("two")
    assert written == ["\x1b[22;2t\x1b]2;one\x07", "\x1b]2;two\x07"]
    assert terminal.due is None


def test_the_terminal_gets_its_own_title_back_once() -> None:
    written = list[str]()
    terminal = TerminalTitle(written.append, ManualClock())
    terminal.close()
    assert written == []
    terminal.show("one")
    terminal.close()
    terminal.close()
    assert written[1:] == ["\x1b]2;\x07\x1b[23;2t"]


# -- the file ---------------------------------------------------------------------------------


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_the_file_has_the_line_and_is_gone_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "status"
    path.write_text("left by another time\n")
    file = StatusFile(path)
    file.show("WORK 0:34")
    until(lambda: path.read_text() == "WORK 0:34\n")
    file.show("WORK 0:33")
    file.close()
    assert not path.exists()
    assert file.trouble == ""
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    file = StatusFile(link)
    file.show("WORK")
    until(target.exists)
    file.close()
    assert link.is_symlink()


def test_a_file_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_text("one\ntwo\n")
    file = StatusFile(path)
    file.show("WORK")
    until(lambda: bool(file.trouble))
    file.close()
    assert "there is something else in it" in file.trouble
    assert path.read_text() == "one\ntwo\n"


@pytest.mark.parametrize("where", ["no/such/folder", "."])
def test_where_no_file_can_be_nothing_happens_but_that_it_is_said(
    tmp_path: Path, where: str
) -> None:
    file = StatusFile(tmp_path / where)
    file.show("WORK")
    until(lambda: bool(file.trouble))
    file.show("REST")
    file.close()
    assert "is not written" in file.trouble


def test_once_a_file_can_be_there_the_next_line_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stridetimer.statusfile.EVERY", 0.01)
    path = tmp_path / "later" / "status"
    file = StatusFile(path)
    file.show("WORK")
    until(lambda: bool(file.trouble))
    path.parent.mkdir()
    file.show("REST")
    until(path.exists)
    until(lambda: not file.trouble)
    path.write_text("what\nothers\nwrote\n")
    file.close()
    assert path.exists()


async def test_the_screen_keeps_it_and_says_trouble_once(tmp_path: Path) -> None:
    path = tmp_path / "status"
    file = StatusFile(path)
    async with performing(SQUATS, first=1, manner=Manner(status_file=file)):
        until(path.exists)
        assert path.read_text().startswith("WORK LEFT Sit to stand 1/3 0:45")
    file.close()
    broken = StatusFile(tmp_path / "no" / "folder")
    async with performing(SQUATS, first=1, manner=Manner(status_file=broken)) as stage:
        until(lambda: bool(broken.trouble))
        await stage.pass_time(1)
        assert "is not written" in stage.text()
        await stage.pass_time(10)
        assert "is not written" not in stage.text()
    broken.close()


@pytest.mark.parametrize("how", ["--plain", pytest.param("--events", marks=pytest.mark.long)])
def test_without_a_screen_it_is_kept_too(tmp_path: Path, how: str) -> None:
    path = tmp_path / "status"
    command = ["run", "tabata", how, "--mute", "--status-file", str(path)]
    running = subprocess.Popen(
        [sys.executable, "-m", "stridetimer", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ},
    )
    assert running.stdin
    until(lambda: path.exists() and path.read_text().startswith("READY "))
    running.stdin.write(b"next\n")
    running.stdin.flush()
    until(lambda: path.exists() and path.read_text().startswith("WORK "))
    running.stdin.write(b"stop\n")
    running.stdin.close()
    assert running.wait(10) == 1
    assert not path.exists()
    assert running.stderr
    assert running.stderr.read() == b""
    running.stderr.close()
