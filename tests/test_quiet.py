"""The terminal is left alone while nothing happens."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip(
        "it is the terminals of Linux and macOS that are looked at", allow_module_level=True
    )

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from terminal import PATIENCE, Terminal, stridetimer
from textual.drivers.linux_driver import LinuxDriver

from stridetimer.tui import quiet
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.quiet import Ended


class Keys:
    """A thread that asks before each look at the keys whether to end."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(quiet, "SETTLED", 0.0)
        monkeypatch.setattr(quiet, "LONGEST", PATIENCE)
        self._keyboard, self._press = os.pipe()
        self.ended = Ended(self._keyboard)
        self.looks = 0
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        self.ended.is_read_here()
        while not self.ended.is_set():
            self.looks += 1
            os.read(self._keyboard, 1)

    def press(self) -> None:
        os.write(self._press, b"x")

    def let_go(self) -> None:
        self.ended.set()
        self.press()  # for one that looks for a key
        self.thread.join(PATIENCE)
        os.close(self._keyboard)
        os.close(self._press)


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keys]:
    found = Keys(monkeypatch)
    yield found
    found.let_go()


def test_keys_are_looked_for_once_there_are_any_and_not_before(keys: Keys) -> None:
    sleep(0.05)
    assert keys.looks == 0
    for pressed in (1, 2, 3):
        keys.press()
        end = monotonic() + PATIENCE
        while keys.looks < pressed and monotonic() < end:
            sleep(0.001)
        assert keys.looks == pressed


def test_who_waits_for_keys_hears_at_once_that_it_is_over(keys: Keys) -> None:
    sleep(0.02)
    keys.ended.set()
    keys.thread.join(PATIENCE)
    assert not keys.thread.is_alive()


def test_everybody_else_hears_at_once_how_it_is(keys: Keys) -> None:
    assert not keys.ended.is_set()
    keys.ended.set()
    assert keys.ended.is_set()
    keys.thread.join(PATIENCE)
    keys.ended.clear()
    assert not keys.ended.is_set()


def test_after_a_key_it_is_looked_again_until_an_escape_is_known_for_what_it_is(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet, "SETTLED", PATIENCE)
    for pressed in (1, 2):
        keys.press()
        end = monotonic() + PATIENCE
        while keys.looks < pressed + 1 and monotonic() < end:
            sleep(0.001)
    # The second key is behind it, and it looks, though there is none, for a third.
    assert keys.looks == 3


def test_no_other_driver_is_replaced() -> None:
    class Other(LinuxDriver):
        pass

    assert quiet.quiet(Other) is Other
    assert quiet.quiet(LinuxDriver) is quiet.QuietDriver


def test_the_program_leaves_its_terminal_alone() -> None:
    assert issubclass(StridetimerApp().driver_class, quiet.QuietDriver)


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="only there it is told how often one wakes")
def test_a_session_that_stands_hardly_wakes_and_an_escape_is_heard_all_the_same() -> None:
    with Terminal(stridetimer("run", "tabata", "--mute")) as terminal:
        terminal.until("Run on the spot")
        terminal.press(" ")
        terminal.until("space resume")
        terminal.pause(5.0)
        asleep = wakes_of(terminal.process)
        terminal.pause(5.0)
        # Textual looks for keys ten times a second.
        assert wakes_of(terminal.process) - asleep < 25
        terminal.press("?")
        terminal.until("The session: keys")
        terminal.pause(2.0)
        terminal.press("\x1b")
        terminal.until(lambda text: "The session: keys" not in text)


def wakes_of(process: int) -> int:
    """How often its threads have gone to sleep."""
    tasks = Path(f"/proc/{process}/task").glob("*/status")
    lines = (line for task in tasks for line in task.read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary"))
