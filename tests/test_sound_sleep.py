"""Sinks that sleep while nothing is to be heard, and lose the begin of what wakes them."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rigs.hearing import wait_for
from rigs.needs import needs, needs_module
from rigs.pipewire import PipeWire
from rigs.sleepysink import SleepySink
from rigs.standstill import anew_after_a_standstill

from stridetimer.sound.cueset import sound_files
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.player import Player

pytestmark = pytest.mark.real_time

GO = sound_files()["go"]
LATE = 0.080
"""A sink of this kind works in steps of some 40 ms; so far from its instant a cue is heard."""
AFTER = {"miniaudio": 61.0, "simpleaudio": 6.0, "paplay": 6.0, "aplay": 6.0}
"""After so much silence a backend is to be heard, in seconds: for sleep, a second is enough."""


@pytest.fixture(scope="module")
def sink(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SleepySink]:
    needs("pulseaudio", "paplay", "pactl")
    running = SleepySink(tmp_path_factory.mktemp("sleepy"))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def on_sink(sink: SleepySink, monkeypatch: pytest.MonkeyPatch) -> SleepySink:
    for name, value in sink.env.items():
        monkeypatch.setenv(name, value)
    return sink


def play(audio: str, after: float) -> list[float]:
    """A cue now, and one after so much silence; their instants."""
    player = Player(audio=audio)
    player.start()
    wait_for(lambda: player.status.plays)
    first = time.monotonic() + 1.2
    instants = [first, first + after]
    player.schedule_sounds(ScheduledCue(at, "go") for at in instants)
    time.sleep(instants[-1] + 1.0 - time.monotonic())
    player.close()
    return instants


@pytest.mark.long
def test_who_does_not_wake_the_sink_is_not_heard_whole(on_sink: SleepySink) -> None:
    wait_for(on_sink.asleep)
    before = len(on_sink.heard(GO))
    subprocess.run(["paplay", str(GO)], check=True)
    assert not any(whole for _, whole in on_sink.heard(GO)[before:])


@pytest.mark.long
@pytest.mark.parametrize("backend", AFTER)
@anew_after_a_standstill
def test_a_cue_after_a_long_silence_is_heard_whole_and_at_its_instant(
    on_sink: SleepySink, backend: str
) -> None:
    if backend in ("miniaudio", "simpleaudio"):
        needs_module(backend)
    else:
        needs(backend)
    wait_for(on_sink.asleep)
    before, slept = len(on_sink.heard(GO)), on_sink.slept
    instants = play(backend, AFTER[backend])
    heard = on_sink.heard(GO)[before:]
    assert on_sink.slept >= slept + 2
    assert [whole for _, whole in heard] == [True, True]
    late = [at - instant for (at, _), instant in zip(heard, instants, strict=True)]
    assert max(map(abs, late)) < LATE, late


@pytest.mark.long
def test_a_node_that_pipewire_has_put_to_sleep_plays_the_next_cue_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs("pipewire", "pipewire-pulse", "wireplumber", "parec", "pactl")
    server = PipeWire(tmp_path)
    server.start()
    for name, value in server.env.items():
        monkeypatch.setenv(name, value)
    try:
        player = Player(audio="miniaudio")
        player.start()
        wait_for(lambda: player.status.plays)
        wait_for(server.asleep, 10.0)
        instant = time.monotonic() + 3.0
        player.schedule_sounds([ScheduledCue(instant, "go")])
        time.sleep(1.0)
        assert server.asleep()
        time.sleep(instant - 0.5 - time.monotonic())
        with server.recorder() as recorder:
            time.sleep(instant + 0.5 - time.monotonic())
        player.close()
    finally:
        server.stop()
    assert [at - instant for at in recorder.heard(GO)] == [pytest.approx(0.0, abs=0.025)]
