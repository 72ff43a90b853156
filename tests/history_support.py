"""Sessions that are recorded, for the tests of the history."""

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from builders import ManualClock, each, hold, paced, plan_of
from fakes import RecordingPlayer

from stridetimer.conductor import Conductor
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Sides
from stridetimer.core.session import Session
from stridetimer.history import reading
from stridetimer.history.journal import Journal
from stridetimer.history.open import opened
from stridetimer.history.recorder import Recorder
from stridetimer.history.records import Heading, LeftOff, SessionRecord

HALF_PAST_SIX = datetime(2026, 3, 1, 18, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture(name="path")
def history_file(tmp_path: Path) -> Path:
    """Where a history is kept; the folder is not there yet."""
    return tmp_path / "data" / "history.db"


def squats() -> Plan:
    """10 s to get ready, then 30 s, 5 s, 30 s, 60 s rest, and 20 alternating taps."""
    taps = Exercise("Toe taps", paced(5, ("tap", 2.0)), sides=Sides.ALTERNATING)
    return plan_of(each("Squat", hold(30)), taps, prepare=10)


class Evening:
    """A session that is recorded; time passes when told."""

    def __init__(
        self,
        path: Path,
        plan: Plan | None = None,
        session: Session | None = None,
        journal: Journal | None = None,
    ):
        self.path = path
        self.plan = plan or squats()
        self.clock = ManualClock(100.0)
        self.wall = HALF_PAST_SIX
        heading = Heading("a" * 32, "squats", "/squats.yaml", 1.0, self.wall.isoformat(), self.plan)
        self.recorder = Recorder(path, heading, wall=lambda: self.wall, journal=journal)
        self.recorder.start()
        self.conductor = Conductor(
            session or Session(self.plan),
            RecordingPlayer(self.clock),
            self.clock,
            recorder=self.recorder,
        )
        self.conductor.start()

    def pass_time(self, seconds: float) -> None:
        end = self.clock.now + seconds
        while (at := self.conductor.wake_at()) is not None and at <= end:
            self.clock.now = max(self.clock.now, at)
            self.conductor.tick()
        self.clock.now = end
        self.wall += timedelta(seconds=seconds)

    def close(self) -> None:
        self.conductor.close()


def recorded(path: Path) -> list[SessionRecord]:
    with opened(path) as db:
        return reading.sessions(db)


def left_off(path: Path) -> LeftOff:
    with opened(path) as db:
        return next(reading.left_off(db))


PROGRAM = (sys.executable, "-m", "stridetimer")
SHORT = """\
name: Short
prepare: 1s
recovery: 36h
exercises:
  - {name: Squat, work: 5s, sets: 2, rest: 1s}
  - {name: Balance, hold: 5s, sides: each, first: other}
"""


@pytest.fixture(name="short")
def short_routine(tmp_path: Path) -> str:
    """The file of a routine that takes half a minute."""
    path = tmp_path / "short.yaml"
    path.write_text(SHORT)
    return str(path)


def performing(routine: str) -> tuple[str, ...]:
    """How a whole session is performed at once."""
    return "run", routine, "--events", "--mute", "--speed", "2000"
