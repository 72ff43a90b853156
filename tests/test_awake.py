"""The screen stays awake while a session runs, and only then."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from builders import ManualClock, each, hold, plan_of
from fakes import RecordingPlayer
from rigs.needs import needs

from stridetimer.awake import Awake
from stridetimer.conductor import Conductor
from stridetimer.core.law import Command
from stridetimer.core.session import Session
from stridetimer.core.standing import Standing
from stridetimer.gaps import GapWatch

SQUATS = plan_of(each("Squat", hold(30), sets=2, rest=60), prepare=10)


@dataclass
class Bed:
    """Whether the screen is to stay awake."""

    awake: bool = False
    closed: bool = False

    def want(self, wanted: bool) -> None:
        self.awake = wanted

    def close(self) -> None:
        self.awake, self.closed = False, True


class Rig:
    """A session that is running, and what it wants of the screen."""

    def __init__(self, session: Session | None = None) -> None:
        self.clock = ManualClock(500.0)
        self.bed = Bed()
        self.conductor = Conductor(
            session or Session(SQUATS),
            RecordingPlayer(self.clock),
            self.clock,
            watch=GapWatch(self.clock, ManualClock()),
            waker=self.bed,
        )
        assert not self.bed.awake
        self.conductor.start()


def test_a_session_that_runs_keeps_the_screen_awake() -> None:
    assert Rig().bed.awake


def test_a_pause_lets_it_sleep_and_going_on_wakes_it() -> None:
    rig = Rig()
    rig.conductor.do(Command.PAUSE)
    assert not rig.bed.awake
    rig.conductor.do(Command.RESUME)
    assert rig.bed.awake


def test_the_countdown_before_going_on_is_looked_at() -> None:
    assert Rig(Session.take_up(SQUATS, Standing(1, 12.0, 30.0, 22.0))).bed.awake


def test_a_gap_lets_it_sleep() -> None:
    rig = Rig()
    rig.clock.jump(60.0)
    rig.conductor.tick()
    assert not rig.bed.awake


def test_the_end_lets_it_sleep() -> None:
    rig = Rig()
    for _ in SQUATS.steps:
        rig.conductor.do(Command.NEXT)
    assert not rig.bed.awake


def test_leaving_lets_it_sleep() -> None:
    rig = Rig()
    rig.conductor.leave()
    assert not rig.bed.awake
    rig.conductor.close()
    assert rig.bed.closed


# -- who asks the system -----------------------------------------------------------------------


@dataclass
class System:
    """A system that can be asked, and says when it was."""

    taken: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    given_back: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    threads: set[str] = field(default_factory=set)

    @contextmanager
    def hold(self) -> Iterator[None]:
        self.threads.add(threading.current_thread().name)
        self.taken.release()
        try:
            yield
        finally:
            self.threads.add(threading.current_thread().name)
            self.given_back.release()


def test_the_system_is_asked_on_one_thread_of_its_own_and_told_when_it_is_over() -> None:
    system = System()
    awake = Awake(system.hold, settled=0.0)
    for _ in range(2):
        awake.want(True)
        assert system.taken.acquire(timeout=5.0)
        awake.want(False)
        assert system.given_back.acquire(timeout=5.0)
    awake.want(True)
    assert system.taken.acquire(timeout=5.0)
    awake.close()
    assert system.given_back.acquire(blocking=False), "it is given back when close returns"
    assert system.threads == {"awake"}


def test_what_is_wanted_only_for_an_instant_is_not_asked_for() -> None:
    system = System()
    awake = Awake(system.hold, settled=60.0)
    awake.want(True)
    awake.want(False)
    awake.want(True)
    awake.close()
    assert not system.taken.acquire(blocking=False)


def test_a_system_that_refuses_is_asked_again_another_time() -> None:
    system = System()
    asked = threading.Semaphore(0)

    def refuse_once() -> AbstractContextManager[None]:
        asked.release()
        if not refused.is_set():
            refused.set()
            raise RuntimeError("there is no bus")
        return system.hold()

    refused = threading.Event()
    awake = Awake(refuse_once, settled=0.0)
    awake.want(True)
    assert asked.acquire(timeout=5.0)
    awake.want(False)
    while not system.taken.acquire(timeout=0.01):
        awake.want(False)
        awake.want(True)
    awake.close()
    assert system.given_back.acquire(blocking=False)


def test_a_system_that_does_not_answer_holds_nobody_up() -> None:
    answer = threading.Event()

    @contextmanager
    def silence() -> Iterator[None]:
        answer.wait(30.0)
        yield

    awake = Awake(silence, settled=0.0)
    awake.want(True)
    awake.want(False)
    awake.want(True)
    assert not answer.is_set()
    answer.set()
    awake.close()


# -- a real bus --------------------------------------------------------------------------------

SCREENSAVER = Path(__file__).parent / "rigs" / "screensaver.py"


@pytest.mark.long
def test_on_a_real_bus_the_screen_is_held_while_a_session_runs_and_not_in_its_pause(
    tmp_path: Path,
) -> None:
    with real_bus(tmp_path) as (address, calls):
        script = "sleep 3; echo pause; sleep 2; echo resume; sleep 2; echo stop"
        command = f"({script}) | {sys.executable} -m stridetimer run tabata --plain --mute"
        subprocess.run(
            ["sh", "-c", command],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
            stdout=subprocess.DEVNULL,
            check=False,
        )
        assert calls() == ["Inhibit 1", "UnInhibit 1", "Inhibit 2", "UnInhibit 2"]


@pytest.mark.long
def test_killed_it_leaves_nothing_behind_on_the_bus(tmp_path: Path) -> None:
    with real_bus(tmp_path) as (address, calls):
        running = subprocess.Popen(
            [sys.executable, "-m", "stridetimer", "run", "tabata", "--plain", "--mute"],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        wait_for(lambda: calls() == ["Inhibit 1"])
        running.kill()
        running.communicate()
        wait_for(lambda: calls() == ["Inhibit 1", "gone 1"])


@pytest.mark.long
def test_a_bus_that_never_answers_costs_half_a_second_at_the_end_and_nothing_before(
    tmp_path: Path,
) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "bus"))
        deaf.listen()
        began = time.monotonic()
        done = subprocess.run(
            [
                "sh",
                "-c",
                f"(sleep 3; echo stop) | {sys.executable} -m stridetimer run tabata --plain",
            ],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/bus"},
            stdout=subprocess.DEVNULL,
            check=False,
        )
    assert done.returncode == 1
    assert time.monotonic() - began < 7.0


@contextmanager
def real_bus(tmp_path: Path) -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """The address of a private bus with a screen saver on it, and what that was asked so far."""
    needs("dbus-daemon")
    log = tmp_path / "calls"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout
    address = daemon.stdout.readline().strip()
    saver = subprocess.Popen([sys.executable, str(SCREENSAVER), address, str(log)])
    try:
        wait_for(log.exists)
        yield address, lambda: log.read_text(encoding="utf-8").splitlines()
    finally:
        for one in (saver, daemon):
            one.terminate()
            one.wait()
        daemon.stdout.close()


def wait_for(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15.0
    while not holds():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)
