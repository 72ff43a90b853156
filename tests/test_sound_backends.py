import subprocess
import sys
from array import array
from math import inf
from pathlib import Path

import pytest
from builders import ManualClock

from stridetimer.sound.agenda import Agenda, Due
from stridetimer.sound.backends import LostError, Sound, Stage, UnavailableError
from stridetimer.sound.backends.choice import MAKERS, choose
from stridetimer.sound.backends.percue import PerCueBackend
from stridetimer.sound.backends.stream import LINGER, Frames, StreamBackend
from stridetimer.sound.pulse import DEAD_AFTER, LOOK_EVERY
from stridetimer.sound.waking import LEAD_IN, SLEEPS_AFTER, WARM_UP
from stridetimer.sound.waves import RATE, placed

LATENCY = 0.010
PERIOD = 480
PIP = placed(array("h", [9000] * 1000).tobytes())


class FakeDevice:
    """A device that plays when a test lets it, one period at a time."""

    system = "fake"

    @staticmethod
    def latency(_: float) -> float:
        return LATENCY

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.played: array[int] = array("h")
        self.frames: Frames | None = None
        self.open = True
        self.began_at = 0.0

    def start(self, frames: Frames) -> None:
        self.frames = frames
        self.began_at = self.clock.now

    def ask(self) -> None:
        assert self.frames
        self.played.extend(array("h", bytes(self.frames.send(PERIOD)))[::2])

    def heard_at(self) -> list[float]:
        """The instants at which sound began, for one who listens to this device."""
        begins = [
            k for k, sample in enumerate(self.played) if sample and not (k and self.played[k - 1])
        ]
        return [self.began_at + LATENCY + k / RATE for k in begins]

    def close(self) -> None:
        self.open = False


class Hall:
    """A stream backend on fake devices, driven on a clock by hand."""

    def __init__(self) -> None:
        self.clock = ManualClock(1000.0)
        self.agenda = Agenda()
        self.devices: list[FakeDevice] = []
        sounds = {name: Sound(Path(f"{name}.wav"), PIP) for name in ("count", "go")}
        self.backend = StreamBackend(
            Stage(self.agenda, sounds, self.clock), "test", self._open_device
        )
        self.devices.clear()

    def _open_device(self) -> FakeDevice:
        self.devices.append(FakeDevice(self.clock))
        return self.devices[-1]

    def play(self, seconds: float, *, asking: bool = True) -> None:
        for _ in range(round(seconds * 100)):
            self.clock.jump(0.01)
            self.backend.tend(self.clock.now)
            if asking and self.devices and self.devices[-1].open:
                self.devices[-1].ask()


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_the_backend_says_through_what_it_plays(hall: Hall) -> None:
    assert hall.backend.name == "test (fake)"


def test_nothing_is_open_while_no_cue_is_near(hall: Hall) -> None:
    assert hall.backend.tend(hall.clock.now) is None
    hall.agenda.add(Due(1010.0, "go"))
    assert hall.backend.tend(hall.clock.now) == 1010.0 - WARM_UP
    assert hall.devices == []


def test_a_stream_is_open_in_silence_before_its_first_cue(hall: Hall) -> None:
    hall.agenda.add(Due(1002.0, "go"))
    hall.play(1.9)
    assert len(hall.devices) == 1
    assert hall.devices[0].began_at == pytest.approx(1002.0 - WARM_UP, abs=0.011)
    assert not any(hall.devices[0].played)


@pytest.mark.parametrize("off", [0.0, 0.0001, 0.0037, 0.0099])
def test_a_cue_is_heard_at_its_instant_to_the_sample(hall: Hall, off: float) -> None:
    hall.agenda.add(Due(1002.0 + off, "go"))
    hall.play(3.0)
    assert hall.devices[0].heard_at() == [pytest.approx(1002.0 + off, abs=1.1 / RATE)]


def test_a_cue_for_this_very_moment_waits_until_a_sleeping_sink_is_awake(hall: Hall) -> None:
    hall.agenda.add(Due(1000.0, "go"))
    hall.play(0.3)
    assert hall.devices[0].heard_at()[0] == pytest.approx(1000.0 + LEAD_IN, abs=0.03)


def test_a_cue_for_this_very_moment_begins_at_once_where_the_stream_is_open(hall: Hall) -> None:
    hall.agenda.add(Due(1001.0, "go"))
    hall.play(1.5)
    hall.agenda.add(Due(hall.clock.now, "go"))
    begun = hall.clock.now
    hall.play(0.2)
    assert hall.devices[0].heard_at()[1] == pytest.approx(begun, abs=0.03)


def test_a_stream_is_closed_when_nothing_is_near_any_more(hall: Hall) -> None:
    hall.agenda.add(Due(1002.0, "go"))
    hall.agenda.add(Due(1060.0, "go"))
    hall.play(2.2 + LINGER)
    assert not hall.devices[0].open
    assert hall.backend.tend(hall.clock.now) == 1060.0 - WARM_UP


def test_a_stream_stays_open_between_cues_that_follow_each_other(hall: Hall) -> None:
    for second in range(2, 12, 3):
        hall.agenda.add(Due(1000.0 + second, "count"))
    hall.play(11.5)
    assert len(hall.devices) == 1
    assert len(hall.devices[0].heard_at()) == 4


def test_a_cue_taken_back_before_it_was_handed_over_is_not_heard(hall: Hall) -> None:
    hall.agenda.add(Due(1002.0, "go"))
    hall.play(1.97)
    hall.agenda.take_back(1)
    hall.play(1.0)
    assert not any(hall.devices[0].played)


def test_a_cue_that_came_too_late_is_not_played_later(hall: Hall) -> None:
    hall.agenda.add(Due(999.7, "go"))
    hall.play(1.0)
    assert not any(hall.devices[0].played)


def test_a_sound_that_nobody_knows_is_silent(hall: Hall) -> None:
    hall.agenda.add(Due(1001.0, "unheard-of"))
    hall.play(2.0)
    assert not any(hall.devices[0].played)


def test_a_stream_that_asks_for_nothing_is_lost_within_a_second_or_two(hall: Hall) -> None:
    hall.agenda.add(Due(1002.0, "go"))
    hall.play(1.5)
    with pytest.raises(LostError, match="stopped answering"):
        hall.play((DEAD_AFTER + 1.5) * LOOK_EVERY, asking=False)


def test_a_machine_that_stood_still_has_not_lost_its_stream(hall: Hall) -> None:
    hall.agenda.add(Due(1002.0, "go"))
    hall.play(1.5)
    hall.clock.jump(30.0)
    hall.backend.tend(hall.clock.now)
    hall.play(0.1)


class FakeLauncher:
    name = "fake"
    latency = 0.040

    def __init__(self) -> None:
        self.launched: list[tuple[str, float]] = []
        self.woken: list[float] = []

    def launch(self, sound: Sound, now: float, gain: float) -> None:
        self.launched.append((sound.path.stem, now))

    def wake(self, seconds: float, now: float) -> None:
        self.woken.append(now)

    def close(self) -> None:
        pass


def test_a_player_that_starts_slowly_is_started_earlier() -> None:
    clock, agenda, launcher = ManualClock(10.0), Agenda(), FakeLauncher()
    backend = PerCueBackend(Stage(agenda, {"go": Sound(Path("go.wav"), PIP)}, clock), launcher)
    agenda.add(Due(12.0, "go"))
    agenda.add(Due(13.0, "unheard-of"))
    assert backend.tend(10.0) == pytest.approx(11.0)
    assert backend.tend(11.0) == pytest.approx(11.96)
    assert backend.tend(11.96) == pytest.approx(12.96)
    assert launcher.launched == [("go", 11.96)]
    assert backend.tend(12.96) is None


def percue(launcher: FakeLauncher) -> tuple[PerCueBackend, Agenda]:
    agenda = Agenda()
    sounds = {"go": Sound(Path("go.wav"), PIP)}
    return PerCueBackend(Stage(agenda, sounds, ManualClock()), launcher), agenda


def test_a_player_wakes_the_sink_ahead_of_a_cue_and_not_again_soon_after() -> None:
    launcher = FakeLauncher()
    backend, agenda = percue(launcher)
    agenda.add(Due(12.0, "go"))
    agenda.add(Due(13.5, "go"))
    agenda.add(Due(12.5 + SLEEPS_AFTER + 5, "go"))
    now: float | None = 5.0
    while now is not None and now < 30.0:
        now = backend.tend(now)
    assert launcher.woken == [pytest.approx(11.0), pytest.approx(11.5 + SLEEPS_AFTER + 5)]
    assert len(launcher.launched) == 3


def test_a_cue_for_this_very_moment_follows_the_silence_that_wakes_the_sink() -> None:
    launcher = FakeLauncher()
    backend, agenda = percue(launcher)
    agenda.add(Due(5.0, "go"))
    assert backend.tend(5.0) == pytest.approx(5.0 + LEAD_IN)
    backend.tend(5.0 + LEAD_IN)
    assert launcher.woken == [5.0]
    assert launcher.launched == [("go", 5.0 + LEAD_IN)]


def stage() -> Stage:
    return Stage(Agenda(), {}, ManualClock())


def test_a_player_that_is_not_installed_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnavailableError, match="paplay is not installed"):
        choose(stage(), "paplay")


def test_a_player_that_finds_nothing_to_play_on_cannot_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = tmp_path / "aplay"
    player.write_text("#!/bin/sh\nexit 1\n")
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(UnavailableError, match="aplay finds nothing to play on"):
        choose(stage(), "aplay")


def test_a_backend_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(UnavailableError, match="there is no backend trumpet; there are miniaudio"):
        choose(stage(), "trumpet")


def test_the_next_backend_is_tried_and_the_log_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: Stage) -> PerCueBackend:
        raise UnavailableError("it is broken")

    def works(made_on: Stage) -> PerCueBackend:
        return PerCueBackend(made_on, FakeLauncher())

    monkeypatch.setattr("stridetimer.sound.backends.choice.MAKERS", {"a": broken, "b": works})
    assert choose(stage()).name == "fake"
    assert capsys.readouterr().err == "not a: it is broken\n"


def test_miniaudio_is_tried_first() -> None:
    assert next(iter(MAKERS)) == "miniaudio"


def test_the_parents_side_loads_no_audio_library() -> None:
    code = "import sys, stridetimer.sound.player as p; print([*sys.modules])"
    modules = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert "miniaudio" not in modules
    assert "stridetimer.sound.backends" not in modules


def test_an_agenda_without_cues_is_never_near() -> None:
    assert Agenda().next_instant == inf
