"""The players that come with the system: a process per cue."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stridetimer.sound.backends import LostError, Sound, UnavailableError
from stridetimer.sound.backends.files import Files
from stridetimer.sound.backends.latency import is_pipewire

MOST_ALIVE = 4
"""Processes that may play at once; a frozen sound server piles them up."""
LONGEST = 12.0
"""No cue is longer: a process older than this hangs, in seconds."""
PROBE = 2.0
"""How long a player may take over a moment of silence, in seconds."""
FAILURES = 3
"""So many cues in a row that could not be played mean that nothing is heard any more."""


@dataclass(frozen=True, slots=True)
class Program:
    """A player: how it is called, and from its start to its sound, in seconds, as measured."""

    command: tuple[str, ...]
    latency: float
    on_pipewire: float
    """The same where PipeWire plays, in cycles of 21 ms."""

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return self.command[0]


PROGRAMS = (
    Program(("pw-play",), 0.054, 0.054),
    Program(("paplay",), 0.004, 0.031),
    Program(("aplay", "-q"), 0.007, 0.032),
    Program(("afplay",), 0.0, 0.0),
)
"""In the order in which they are tried."""


class CommandLauncher:
    """Plays every cue by ``program``."""

    def __init__(self, program: Program) -> None:
        self.name = program.name
        self._command = program.command
        self._playing: list[tuple[float, subprocess.Popen[bytes]]] = []
        self._failures = 0
        if shutil.which(program.name) is None:
            raise UnavailableError(f"{program.name} is not installed")
        self._files = Files()
        _probe(program, self._files)
        self.latency = program.on_pipewire if is_pipewire() else program.latency

    def launch(self, sound: Sound, now: float, gain: float) -> None:
        """Start one more process, unless too many hang."""
        self._play(self._files.of(sound, gain), now)

    def wake(self, seconds: float, now: float) -> None:
        """Play silence."""
        self._play(self._files.silence(seconds), now)

    def _play(self, path: Path, now: float) -> None:
        self._reap(now)
        if len(self._playing) < MOST_ALIVE:
            self._playing.append((now, _start(self._command, path)))

    def close(self) -> None:
        """End every process that still plays."""
        for _, process in self._playing:
            process.kill()
            process.wait()
        self._playing = []

    def _reap(self, now: float) -> None:
        for begun, process in self._playing:
            if process.poll() is None and now - begun > LONGEST:
                process.kill()
                process.wait()
            if process.returncode is not None:
                self._failures = self._failures + 1 if process.returncode else 0
        self._playing = [entry for entry in self._playing if entry[1].returncode is None]
        if self._failures >= FAILURES:
            raise LostError(f"{self.name} fails")


def _start(command: Sequence[str], path: Path) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [*command, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    except OSError as error:
        raise LostError(f"{command[0]} cannot be started: {error}") from error


def _probe(program: Program, files: Files) -> None:
    """A player that is installed need not have anything to play on: let it play silence."""
    try:
        process = _start(program.command, files.silence(0.05))
    except LostError as error:
        raise UnavailableError(str(error)) from error
    try:
        failed = process.wait(PROBE) != 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise UnavailableError(f"{program.name} hangs") from None
    if failed:
        raise UnavailableError(f"{program.name} finds nothing to play on")
