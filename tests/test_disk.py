"""Disks that take nothing: real mounts, in which root too can write nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.long

SHORT = "name: Short\nprepare: 0\nexercises: [{name: Squat, hold: 5s, sets: 3, rest: 1s}]\n"
UNSHARE = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
SAID = "This session is not being recorded"


@pytest.fixture(autouse=True)
def may_mount() -> None:
    able = (
        shutil.which("unshare")
        and not subprocess.run(
            [*UNSHARE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
        ).returncode
    )
    if not able:
        pytest.skip("this system lets nobody mount anything")


def in_a_mount(folder: Path, script: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run ``script`` where ``$DISK`` may be mounted on; ``run`` performs a session in it."""
    folder.mkdir()
    routine = folder.parent / "short.yaml"
    routine.write_text(SHORT)
    program = f"{sys.executable} -m stridetimer"
    run = f'run_at() {{ {program} run "{routine}" --events --mute --speed $1 </dev/null; }}\n'
    run += "run() { run_at 20; }\n"
    told = f"told() {{ {program} history --json; }}\n"
    return subprocess.run(
        [*UNSHARE, "sh", "-ec", run + told + script],
        env={**os.environ, "DISK": str(folder), "STRIDETIMER_HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def last_line(done: "subprocess.CompletedProcess[str]") -> Any:
    return json.loads(done.stdout.splitlines()[-1])


def test_on_a_medium_that_cannot_be_written_to_a_session_goes_to_its_end(tmp_path: Path) -> None:
    done = in_a_mount(tmp_path / "disk", 'mount -t tmpfs -o ro none "$DISK"\nrun')
    assert done.returncode == 0, done.stderr
    assert last_line(done)["outcome"] == "completed"
    assert done.stderr.count(SAID) == 1


def test_a_history_on_a_medium_that_became_read_only_can_still_be_read(tmp_path: Path) -> None:
    script = """
        mount -t tmpfs none "$DISK"
        run >/dev/null
        mount -o remount,ro "$DISK"
        run
        told
    """
    done = in_a_mount(tmp_path / "disk", script)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(f"{SAID}: the history cannot be opened.") == 1
    (session,) = last_line(done)
    assert (session["outcome"], len(session["steps"])) == ("completed", 3)


def test_on_a_disk_that_is_full_a_session_goes_to_its_end(tmp_path: Path) -> None:
    script = """
        mount -t tmpfs -o size=256k none "$DISK"
        dd if=/dev/zero of="$DISK/filler" bs=4k 2>/dev/null || true
        run
    """
    done = in_a_mount(tmp_path / "disk", script)
    assert done.returncode == 0, done.stderr
    assert last_line(done)["outcome"] == "completed"
    assert done.stderr.count(SAID) == 1


def test_a_disk_that_is_cleared_in_time_has_the_whole_session(tmp_path: Path) -> None:
    script = """
        mount -t tmpfs -o size=512k none "$DISK"
        dd if=/dev/zero of="$DISK/filler" bs=4k 2>/dev/null || true
        run_at 1.5 >/dev/null 2>"$HEARD" &
        until grep -qs "$SAID" "$HEARD"; do sleep 0.1; done
        rm "$DISK/filler"
        wait $!
        cat "$HEARD" >&2
        told
    """
    done = in_a_mount(tmp_path / "disk", script, HEARD=str(tmp_path / "heard"), SAID=SAID)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(SAID) == 1
    (session,) = last_line(done)
    assert (session["outcome"], len(session["steps"])) == ("completed", 3)


def test_with_a_home_that_does_not_exist_a_session_goes_to_its_end(tmp_path: Path) -> None:
    script = """
        unset STRIDETIMER_HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
        mount -t tmpfs -o ro none "$DISK"
        HOME="$DISK/nobody" run
    """
    done = in_a_mount(tmp_path / "disk", script)
    assert done.returncode == 0, done.stderr
    assert last_line(done)["outcome"] == "completed"
    assert done.stderr.count(SAID) == 1
