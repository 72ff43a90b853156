"""Whole sessions with real sound: through every backend, and through everything that goes wrong."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rigs.hearing import assert_punctual
from rigs.needs import needs, needs_module
from rigs.realsession import HEARD, ROUTINE, RealSession
from rigs.soundserver import SoundServer
from rigs.standstill import anew_after_a_standstill

from stridetimer.sound.cueset import sound_files

pytestmark = pytest.mark.real_time

COUNT = sound_files()["count"]
LATE = {"miniaudio": 0.020, "simpleaudio": 0.030, "paplay": 0.060, "aplay": 0.060}
"""A cue is heard this close to its instant, on a machine that has other things to do. Seconds."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    needs("pulseaudio", "parec", "pactl")
    running = SoundServer(tmp_path_factory.mktemp("pulse"))
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, float]]:
    """What happens in the session where nothing happens to sound."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with RealSession(folder, {}, "--mute", speed=100.0) as session:
        pass
    assert session.code == 0
    return session.facts


@pytest.mark.long
@pytest.mark.parametrize("backend", LATE)
@anew_after_a_standstill
def test_every_cue_of_a_session_is_heard_once_and_in_time(
    server: SoundServer, tmp_path: Path, undisturbed: list[tuple[str, float]], backend: str
) -> None:
    if backend == "simpleaudio":
        needs_module(backend)
    elif backend != "miniaudio":
        needs(backend)
    with (
        server.recorder() as recorder,
        RealSession(tmp_path, server.env, "--audio", backend) as session,
    ):
        pass
    heard = recorder.heard(COUNT)
    assert session.facts == undisturbed
    assert len(heard) == len(session.cues) == len(HEARD)
    late = [at - due for at, due in zip(heard, session.cues, strict=True)]
    assert_punctual(late, LATE[backend])


@pytest.mark.long
@anew_after_a_standstill
def test_nothing_is_heard_after_a_stop(server: SoundServer, tmp_path: Path) -> None:
    with (
        server.recorder() as recorder,
        RealSession(tmp_path, server.env, "--audio", "miniaudio") as session,
    ):
        session.at(3.9)
        session.tell("stop")
    assert session.code == 1
    assert len(recorder.heard(COUNT)) == 2


@pytest.mark.long
@anew_after_a_standstill
def test_a_voice_says_what_comes_and_no_beep_is_later_for_it(
    server: SoundServer, tmp_path: Path
) -> None:
    needs("espeak-ng")
    longer = ROUTINE.replace("prepare: 1s", "prepare: 6s")
    with (
        server.recorder() as recorder,
        RealSession(tmp_path, server.env, settings="voice: on", text=longer) as session,
    ):
        pass
    assert recorder.loud_between(session.begun_at + 1.45, session.begun_at + 1.8)
    heard = [at for at in recorder.heard(COUNT) if at > session.begun_at + 2.9]
    assert len(heard) == len(session.cues) == 8
    late = [at - due for at, due in zip(heard, session.cues, strict=True)]
    assert_punctual(late, LATE["miniaudio"])


# -- faults ---------------------------------------------------------------------------------


def unharmed(session: RealSession, undisturbed: list[tuple[str, float]]) -> None:
    """The session went on as if nothing had been, and nothing of it was on the screen."""
    assert session.facts == undisturbed
    assert session.latest < 0.100
    assert session.errors == ""
    assert session.code == 0


def only_what_was_due(heard: list[float], due: list[float]) -> None:
    """No cue is heard twice, and none at another time than its own."""
    for instant in heard:
        assert min(abs(instant - at) for at in due) < 0.100, (heard, due)
    assert len(heard) <= len(due)


@pytest.mark.long
@anew_after_a_standstill
def test_a_killed_player_is_replaced(
    server: SoundServer, tmp_path: Path, undisturbed: list[tuple[str, float]]
) -> None:
    with server.recorder() as recorder, RealSession(tmp_path, server.env) as session:
        session.at(1.3)
        session.kill_player()
    heard = recorder.heard(COUNT)
    unharmed(session, undisturbed)
    only_what_was_due(heard, session.cues)
    assert len(heard) >= 4


@pytest.mark.long
def test_a_server_that_is_frozen_for_a_while_is_heard_again(
    server: SoundServer, tmp_path: Path, undisturbed: list[tuple[str, float]]
) -> None:
    with server.recorder() as recorder, RealSession(tmp_path, server.env) as session:
        session.at(1.3)
        server.freeze()
        session.at(3.2)
        server.thaw()
    unharmed(session, undisturbed)
    assert recorder.loud_between(session.cues[-1] - 0.05, session.cues[-1] + 0.1)


@pytest.mark.long
def test_a_device_that_is_removed_and_comes_back_is_heard_again(
    server: SoundServer, tmp_path: Path, undisturbed: list[tuple[str, float]]
) -> None:
    with RealSession(tmp_path, server.env) as session:
        session.at(1.3)
        server.remove_sink()
        session.at(2.0)
        server.add_sink()
        with server.recorder() as recorder:
            session.at(6.5)
    unharmed(session, undisturbed)
    assert recorder.loud_between(session.cues[-1] - 0.05, session.cues[-1] + 0.1)


NOWHERE = {"XDG_RUNTIME_DIR": "/nonexistent", "ALSA_CONFIG_PATH": os.devnull}


@pytest.mark.long
def test_without_a_server_the_session_is_the_same(
    tmp_path: Path, undisturbed: list[tuple[str, float]]
) -> None:
    env = {**NOWHERE, "PULSE_SERVER": f"unix:{tmp_path}/none", "HOME": str(tmp_path)}
    with RealSession(tmp_path, env, speed=3.0) as session:
        pass
    unharmed(session, undisturbed)


@pytest.mark.long
def test_without_permission_the_session_is_the_same(
    tmp_path: Path, undisturbed: list[tuple[str, float]]
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    env = {**NOWHERE, "PULSE_SERVER": f"unix:{locked}/native", "HOME": str(tmp_path)}
    # Nothing is forbidden to root, unless it gives that up.
    root = os.name == "posix" and os.geteuid() == 0
    if root:
        needs("setpriv")
    prefix = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if root else []
    with RealSession(tmp_path, env, prefix=prefix, speed=3.0) as session:
        pass
    locked.chmod(0o700)
    unharmed(session, undisturbed)


def test_the_text_says_once_that_the_bell_rings(tmp_path: Path) -> None:
    (tmp_path / "rig.yaml").write_text(ROUTINE)
    env = {**os.environ, **NOWHERE, "PULSE_SERVER": f"unix:{tmp_path}/none"}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "stridetimer",
            "run",
            "--plain",
            "--speed",
            "3",
            str(tmp_path / "rig.yaml"),
        ],
        env={**env, "HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("The terminal bell rings, because no sound device was found.") == 1
