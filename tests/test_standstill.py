"""What is measured anew where the machine stood still, and what is not."""

import signal
import sys
import time

import pytest
from rigs import standstill
from rigs.standstill import STANDSTILL, TIMES, Lookouts, anew_after_a_standstill


@pytest.fixture
def halted(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """For how long the machine stands still, one measuring after another."""

    class Told(Lookouts):
        def __enter__(self) -> "Told":
            return self

        def __exit__(self, *_: object) -> None:
            self.longest = spells.pop(0)

    spells: list[float] = []
    monkeypatch.setattr(standstill, "Lookouts", Told)
    return spells


class Measuring:
    """Fails as often as is told, and counts."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.times = 0

    def __call__(self) -> None:
        self.times += 1
        assert self.times > self.failures, "late"


def run(measuring: Measuring) -> None:
    anew_after_a_standstill(lambda: measuring())()


def test_what_fails_on_a_steady_machine_has_failed(halted: list[float]) -> None:
    halted[:] = [STANDSTILL / 2]
    measuring = Measuring(failures=1)
    with pytest.raises(AssertionError, match="late"):
        run(measuring)
    assert measuring.times == 1


def test_what_fails_as_the_machine_stands_still_is_measured_anew(halted: list[float]) -> None:
    halted[:] = [0.1, 0.1, 0.0]
    measuring = Measuring(failures=2)
    run(measuring)
    assert measuring.times == 3


def test_what_fails_every_time_has_failed_whatever_the_machine_does(halted: list[float]) -> None:
    halted[:] = [0.1] * TIMES
    measuring = Measuring(failures=100)
    with pytest.raises(AssertionError, match="late"):
        run(measuring)
    assert measuring.times == TIMES


def test_what_holds_is_not_measured_twice(halted: list[float]) -> None:
    halted[:] = [0.1]
    measuring = Measuring(failures=0)
    run(measuring)
    assert measuring.times == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a process is not stopped that way there")
def test_a_lookout_that_is_halted_says_for_how_long() -> None:
    with Lookouts() as machine:
        for process in machine.running:
            process.send_signal(signal.SIGSTOP)
        time.sleep(0.1)
        for process in machine.running:
            process.send_signal(signal.SIGCONT)
    assert 0.1 - 0.01 < machine.longest < 10.0
