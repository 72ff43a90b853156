"""What the settings say reaches the session."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from builders import ManualClock
from tui_support import SQUATS

from stridetimer.cli import conducting
from stridetimer.cli.records import Performed
from stridetimer.cli.way import Way
from stridetimer.conductor import Conductor
from stridetimer.core.events import LeadInStarted, Resumed
from stridetimer.core.law import Command
from stridetimer.core.session import Session
from stridetimer.core.standing import Standing
from stridetimer.history.recorder import Recorder
from stridetimer.history.records import Heading
from stridetimer.places import config_dir, history


@contextmanager
def with_settings(
    text: str, *, at_the_keys: bool = True
) -> Iterator[tuple[Conductor, ManualClock]]:
    config_dir().mkdir(parents=True)
    (config_dir() / "config.yaml").write_text(text, encoding="utf-8")
    clock = ManualClock(100.0)
    recorder = Recorder(
        history(), Heading("a", "x", "/x", 1.0, "2026-03-01T18:00:00+01:00", SQUATS)
    )
    recorder.start()
    session = Session.take_up(SQUATS, Standing(1, 12.0, 45.0, 22.0))
    conductor = conducting.conductor_for(
        Performed(session, "x", "x", recorder),
        Way(mute=True),
        clock=clock,
        at_the_keys=at_the_keys,
    )
    # The watch for gaps keeps to real time, which this clock does not.
    conductor._watch, watch = None, conductor._watch
    try:
        yield conductor, clock
    finally:
        assert watch
        watch.close()
        conductor.close()


def test_the_countdowns_are_those_of_the_settings() -> None:
    with with_settings("lead_in: 0\npause_lead_in: 7s\nkeep_awake: off\n") as (conductor, clock):
        assert isinstance(conductor.start()[-1], Resumed)
        conductor.do(Command.PAUSE)
        clock.jump(60.0)
        assert conductor.do(Command.RESUME) == [LeadInStarted(22.0, 160.0, 7.0)]


def test_whoever_pipes_commands_in_is_ready() -> None:
    with with_settings("lead_in: 0\n", at_the_keys=False) as (conductor, clock):
        conductor.start()
        conductor.do(Command.PAUSE)
        clock.jump(60.0)
        assert isinstance(conductor.do(Command.RESUME)[-1], Resumed)


@pytest.mark.parametrize(("setting", "asked"), [("on", [True, False]), ("off", [])])
def test_the_screen_is_kept_awake_unless_the_settings_say_otherwise(
    setting: str, asked: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bool] = []

    class Bed:
        def want(self, wanted: bool) -> None:
            heard.append(wanted)

        def close(self) -> None:
            pass

    monkeypatch.setattr(conducting, "Awake", Bed)
    with with_settings(f"keep_awake: {setting}\n") as (conductor, _):
        conductor.start()
        conductor.do(Command.PAUSE)
    assert heard == asked
