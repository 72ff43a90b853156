"""Sessions on PipeWire, whose constant is several times that of PulseAudio."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rigs.hearing import assert_punctual
from rigs.needs import needs
from rigs.pipewire import PipeWire
from rigs.realsession import HEARD, RealSession
from rigs.standstill import anew_after_a_standstill

from stridetimer.sound.backends import latency
from stridetimer.sound.backends.commands import PROGRAMS, CommandLauncher
from stridetimer.sound.cueset import sound_files

pytestmark = pytest.mark.real_time

COUNT = sound_files()["count"]
LATE = {"miniaudio": 0.020, "pw-play": 0.060, "paplay": 0.060, "aplay": 0.060}
"""A cue is heard this close to its instant, on a machine that has other things to do. Seconds."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PipeWire]:
    needs("pipewire", "pipewire-pulse", "wireplumber", "parec", "pactl")
    running = PipeWire(tmp_path_factory.mktemp("pipewire"))
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.mark.long
@pytest.mark.parametrize("backend", LATE)
@anew_after_a_standstill
def test_every_cue_of_a_session_is_heard_once_and_in_time_on_pipewire(
    server: PipeWire, tmp_path: Path, backend: str
) -> None:
    if backend != "miniaudio":
        needs(backend)
    with (
        server.recorder() as recorder,
        RealSession(tmp_path, server.env, "--audio", backend) as session,
    ):
        pass
    heard = recorder.heard(COUNT)
    assert len(heard) == len(session.cues) == len(HEARD)
    assert_punctual((at - due for at, due in zip(heard, session.cues, strict=True)), LATE[backend])


@pytest.mark.long
@anew_after_a_standstill
def test_nothing_is_heard_on_pipewire_after_what_was_skipped(
    server: PipeWire, tmp_path: Path
) -> None:
    with (
        server.recorder() as recorder,
        RealSession(tmp_path, server.env, "--audio", "miniaudio") as session,
    ):
        session.at(3.4)
        session.tell("next")
    heard = recorder.heard(COUNT)
    assert [event["cue"] for event in session.events if event["event"] == "cue"] == [
        "go",
        "count",
        "finish",
    ]
    assert len(heard) == len(session.cues)
    assert_punctual((at - due for at, due in zip(heard[:2], session.cues[:2], strict=True)), 0.020)


@pytest.mark.long
def test_a_pipewire_that_is_frozen_for_a_while_is_heard_again_and_the_session_is_the_same(
    server: PipeWire, tmp_path: Path
) -> None:
    with server.recorder() as recorder, RealSession(tmp_path, server.env) as session:
        session.at(1.3)
        server.freeze()
        session.at(3.2)
        server.thaw()
    assert [round(at) for _, at in session.facts if at] == [1, 1, 1, 3, 4, 5, 6, 6, 6]
    assert session.latest < 0.100
    assert session.errors == ""
    assert recorder.loud_between(session.cues[-1] - 0.05, session.cues[-1] + 0.1)


# -- what answers to PulseAudio's name ------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the only programs that are installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path))
    latency.is_pipewire.cache_clear()
    yield tmp_path
    latency.is_pipewire.cache_clear()


def install(folder: Path, name: str, says: str = "", code: int = 0) -> None:
    (folder / name).write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n")
    (folder / name).chmod(0o755)


PIPEWIRE = "Server Name: PulseAudio (on PipeWire 1.4.2)"


def test_pipewire_takes_two_cycles_and_a_little(installed: Path) -> None:
    install(installed, "pipewire-pulse")
    install(installed, "pactl", PIPEWIRE)
    takes = latency.latency_of("PulseAudio")
    assert takes(0.0213) == pytest.approx(0.0530, abs=0.0002)
    assert takes(0.0107) == takes(0.0053) == pytest.approx(0.0211, abs=0.0002)


def test_a_pulseaudio_beside_a_pipewire_for_pictures_is_known(installed: Path) -> None:
    install(installed, "pipewire-pulse")
    install(installed, "pactl", "Server Name: pulseaudio")
    assert latency.latency_of("PulseAudio")(0.02) == latency.MEASURED["PulseAudio"]


def test_without_pactl_it_is_known_by_what_is_installed(installed: Path) -> None:
    install(installed, "pipewire-pulse")
    assert latency.is_pipewire()
    install(installed, "pulseaudio")
    latency.is_pipewire.cache_clear()
    assert not latency.is_pipewire()


def test_a_server_that_does_not_say_what_it_is_is_pulseaudio(installed: Path) -> None:
    install(installed, "pipewire-pulse")
    install(installed, "pactl", PIPEWIRE, code=1)
    assert not latency.is_pipewire()


def test_a_player_of_the_system_is_started_earlier_on_pipewire(installed: Path) -> None:
    install(installed, "pipewire-pulse")
    install(installed, "paplay")
    install(installed, "pactl", PIPEWIRE)
    (program,) = (program for program in PROGRAMS if program.name == "paplay")
    assert CommandLauncher(program).latency == program.on_pipewire
    install(installed, "pactl", "Server Name: pulseaudio")
    latency.is_pipewire.cache_clear()
    assert CommandLauncher(program).latency == program.latency


def test_only_pulseaudio_can_be_pipewire_in_disguise(installed: Path) -> None:
    install(installed, "pipewire-pulse")
    install(installed, "pactl", PIPEWIRE)
    assert latency.latency_of("ALSA")(0.02) == latency.MEASURED["ALSA"]
