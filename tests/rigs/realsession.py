"""A whole session as a process of its own, with real sound and with what it reports."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

ROUTINE = """
name: Rig
prepare: 1s
exercises:
  - name: Stand
    hold: 5s
"""
HEARD = ("go", "count", "count", "count", "finish")
"""The cues of this routine that have a sound, in order."""


class RealSession:
    """``stridetimer run`` from the start of ``with`` to its end, said in JSON."""

    def __init__(
        self,
        folder: Path,
        env: Mapping[str, str],
        *options: str,
        prefix: Sequence[str] = (),
        settings: str = "",
        text: str = ROUTINE,
        speed: float = 1.0,
    ) -> None:
        folder = Path(mkdtemp(dir=folder))  # there may be several in one test
        routine = folder / "rig.yaml"
        routine.write_text(text)
        (folder / "home").mkdir()
        (folder / "home" / "config.yaml").write_text(settings)
        self._command = [*prefix, sys.executable, "-m", "stridetimer", "run", str(routine)]
        self._command += ["--events", "--speed", str(speed), *options]
        self._speed = speed
        self._env = {**os.environ, **env, "STRIDETIMER_HOME": str(folder / "home")}
        self.events: list[dict[str, Any]] = []
        self.begun_at = float("inf")
        """The instant of ``time.monotonic`` at which session time is 0."""

    def __enter__(self) -> "RealSession":
        self._process = subprocess.Popen(
            self._command,
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        while not self.events and self._reader.is_alive():
            time.sleep(0.005)
        return self

    def __exit__(self, *error: object) -> None:
        if error[0]:
            self._process.kill()
        self._reader.join(30)
        self.errors = self._process.stderr.read() if self._process.stderr else ""
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream:
                stream.close()
        self.code = self._process.wait(10)

    def at(self, seconds: float) -> None:
        """Wait until session time is ``seconds``."""
        time.sleep(max(0.0, self.begun_at + seconds - time.monotonic()))

    def tell(self, line: str) -> None:
        """Give a command."""
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def kill_player(self) -> None:
        """End the process that plays."""
        for stat in Path("/proc").glob("[0-9]*/stat"):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[1]) == self._process.pid:
                os.kill(int(stat.parent.name), signal.SIGKILL)

    @property
    def cues(self) -> list[float]:
        """The instants at which a cue was due."""
        ats = (event["at"] for event in self.events if event["event"] == "cue")
        return [self.begun_at + at / self._speed for at in ats]

    @property
    def facts(self) -> list[tuple[str, float]]:
        """What happened, and when in the session, to the millisecond."""
        return [(e.get("cue") or e["event"], e["at"]) for e in self.events]

    @property
    def latest(self) -> float:
        """How late the latest event was told, in seconds."""
        told = [event["clock"] - event["at"] / self._speed for event in self.events]
        return float(max(told) - min(told))

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            event = json.loads(line)
            self.begun_at = min(self.begun_at, time.monotonic() - event["at"] / self._speed)
            self.events.append(event)
