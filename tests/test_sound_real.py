"""Real sound: a real server, a real child, and a recording held against what was asked for."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from rigs.hearing import Recorder, assert_punctual, wait_for
from rigs.needs import needs
from rigs.soundserver import SoundServer
from rigs.standstill import anew_after_a_standstill

from stridetimer.sound.cueset import sound_files
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.player import Player
from stridetimer.sound.process import ChildProcess

pytestmark = pytest.mark.real_time

FILES = sound_files()
TOGETHER = 0.005
"""Sounds of one count keep their distance to within this, in seconds."""
PUNCTUAL = 0.015
"""A sound is heard this close to its instant, in seconds."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    needs("pulseaudio", "parec", "pactl")
    running = SoundServer(tmp_path_factory.mktemp("pulse"))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def on_server(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> SoundServer:
    for name, value in server.env.items():
        monkeypatch.setenv(name, value)
    return server


class Listened:
    """A player on the server, its children, and a recording of what is heard."""

    def __init__(self, server: SoundServer, log: Path, audio: str = "auto") -> None:
        self.children: list[ChildProcess] = []
        self._audio, self._log = audio, log
        self.player = Player(spawn=self._spawn)
        self.recorder = server.recorder()

    def __enter__(self) -> "Listened":
        self.recorder.__enter__()
        self.player.start()
        wait_for(lambda: self.player.status.plays)
        return self

    def __exit__(self, *error: object) -> None:
        self.player.close()
        self.recorder.__exit__(None, None, None)

    def _spawn(self, without: Sequence[str]) -> ChildProcess:
        self.children.append(ChildProcess(self._audio, self._log, without))
        return self.children[-1]


def expect(recorder: Recorder, sound: str, instants: list[float]) -> list[float]:
    """How late each was heard; every one once, and nothing else."""
    heard = recorder.heard(FILES[sound])
    assert len(heard) == len(instants), [at - instants[0] for at in heard]
    return [at - instant for at, instant in zip(heard, instants, strict=True)]


def sleep_until(instant: float) -> None:
    time.sleep(max(0.0, instant - time.monotonic()))


@anew_after_a_standstill
def test_three_two_one_go_is_heard_at_its_instants(on_server: SoundServer, tmp_path: Path) -> None:
    with Listened(on_server, tmp_path / "log") as listened:
        first = time.monotonic() + 0.9
        instants = [first, first + 1, first + 2, first + 3]
        sounds = ["count", "count", "count", "go"]
        listened.player.schedule_sounds(map(ScheduledCue, instants, sounds))
        sleep_until(instants[-1] + 0.3)
    assert listened.player.status.backend == "miniaudio (PulseAudio)"
    late = expect(listened.recorder, "count", instants)
    middle = sorted(late)[len(late) // 2]
    assert_punctual((one - middle for one in late), TOGETHER)
    assert_punctual(late, PUNCTUAL)


@anew_after_a_standstill
def test_what_is_cancelled_is_not_heard(on_server: SoundServer, tmp_path: Path) -> None:
    with Listened(on_server, tmp_path / "log") as listened:
        first = time.monotonic() + 0.5
        instants = [first + 0.15 * k for k in range(8)]
        listened.player.schedule_sounds(ScheduledCue(at, "beat") for at in instants)
        sleep_until(instants[3] - 0.030)
        listened.player.cancel()
        sleep_until(instants[-1])
    expect(listened.recorder, "beat", instants[:3])


@pytest.mark.long
@anew_after_a_standstill
def test_cues_after_the_death_of_the_child_are_heard(
    on_server: SoundServer, tmp_path: Path
) -> None:
    with Listened(on_server, tmp_path / "log") as listened:
        first = time.monotonic() + 0.9
        instants = [first, first + 0.9, first + 1.2]
        listened.player.schedule_sounds(ScheduledCue(at, "beat") for at in instants)
        sleep_until(first + 0.1)
        os.kill(listened.children[0].pid, signal.SIGKILL)
        sleep_until(instants[-1] + 0.2)
    assert len(listened.children) == 2
    assert_punctual(expect(listened.recorder, "beat", instants), PUNCTUAL)


@pytest.mark.long
@anew_after_a_standstill
def test_a_player_of_the_system_is_heard_too(on_server: SoundServer, tmp_path: Path) -> None:
    needs("paplay")
    with Listened(on_server, tmp_path / "log", "paplay") as listened:
        first = time.monotonic() + 0.3
        instants = [first, first + 0.3, first + 0.6]
        listened.player.schedule_sounds(ScheduledCue(at, "beat") for at in instants)
        sleep_until(instants[-1] + 0.2)
    assert listened.player.status.backend == "paplay"
    assert_punctual(expect(listened.recorder, "beat", instants), 0.050)


PARENT = """
import json, sys, time
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.player import Player
from stridetimer.sound.process import ChildProcess

def spawn(without):
    child = ChildProcess("auto", None, without)
    print(json.dumps(child.pid), flush=True)
    return child

player = Player(spawn=spawn)
player.start()
now = time.monotonic()
player.schedule_sounds(ScheduledCue(now + 0.5 + 0.25 * k, "beat") for k in range(40))
while not player.status.plays and not player.status.rings_bell:
    time.sleep(0.01)
print(json.dumps(player.status.backend), flush=True)
time.sleep(float(sys.argv[1]))
player.close()
"""


def parent(env: dict[str, str], seconds: float) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PARENT, str(seconds)],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.long
@anew_after_a_standstill
def test_a_frozen_parent_is_not_played_for_and_a_killed_one_leaves_nobody(
    server: SoundServer,
) -> None:
    with server.recorder() as recorder, parent(server.env, 60) as process:
        assert process.stdout
        child = json.loads(process.stdout.readline())
        process.stdout.readline()
        time.sleep(0.8)
        frozen = time.monotonic()
        process.send_signal(signal.SIGSTOP)
        time.sleep(2.6)
        assert alive(child)
        process.kill()
        wait_for(lambda: not alive(child), 1.0)
    assert recorder.loud_between(frozen - 0.5, frozen)
    assert not recorder.loud_between(frozen + 2.1, frozen + 10)


def test_without_a_device_the_bell_is_asked_for_and_the_screen_stays_clean(
    tmp_path: Path,
) -> None:
    nowhere = {
        "PULSE_SERVER": f"unix:{tmp_path}/none",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "HOME": str(tmp_path),
        "ALSA_CONFIG_PATH": os.devnull,
    }
    with parent(nowhere, 0.3) as process:
        said, errors = process.communicate(timeout=10)
    assert json.loads(said.splitlines()[1]) == "bell"
    assert len(said.splitlines()) == 2
    assert errors == ""
    assert process.returncode == 0
