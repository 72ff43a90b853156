"""When cues are heard: every backend on a sound server of its own, recorded and held against the
instants that were asked for, on an idle machine and with every core busy."""

# ruff: noqa: E402 - the rigs lie with the tests, where they are found only after sys.path says so

import argparse
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from rigs.hearing import wait_for
from rigs.pipewire import PipeWire
from rigs.soundserver import SoundServer

from stridetimer.sound.cueset import sound_files
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.player import Player
from stridetimer.sound.process import ChildProcess

Server = SoundServer | PipeWire
BACKENDS = {
    SoundServer: ("miniaudio", "simpleaudio", "paplay", "aplay"),
    PipeWire: ("miniaudio", "pw-play", "paplay", "aplay"),
}
CUES = 200
SOUND = "beat"
COUNTS = 5
"""How often three, two, one, go are counted."""
QUIET = 10.0
"""How long the processor is watched, in seconds."""
MATCH = 0.25
"""A sound within so many seconds of an instant is the one asked for then."""


@dataclass(frozen=True)
class Report:
    """What became of the cues of one backend."""

    late: list[float]
    """How much after its instant each was heard, in seconds."""
    missing: int
    extra: int
    spacing: float
    """The largest error of a second between two of 3, 2, 1, go, in seconds."""
    cpu_often: float
    """Of one core, while four cues sound in a second."""
    cpu_counting: float
    """Of one core, while a cue a second sounds."""
    cpu_closed: float
    """Of one core, while no cue is near."""

    def row(self, name: str) -> str:
        cuts = quantiles(self.late, n=20)
        cells = (
            f"{median(self.late) * 1e3:.1f}",
            f"{(cuts[-1] - cuts[0]) * 1e3:.1f}",
            f"{max(map(abs, self.late)) * 1e3:.1f}",
            str(self.missing),
            str(self.extra),
            f"{self.spacing * 1e3:.1f}",
            f"{self.cpu_often:.1%}",
            f"{self.cpu_counting:.1%}",
            f"{self.cpu_closed:.2%}",
        )
        return f"| {name} | {' | '.join(cells)} |"


HEAD = """\
| backend | median | p95-p5 | worst | missing | extra | 3-2-1-go | CPU 4/s | CPU 1/s | closed |
|---|---|---|---|---|---|---|---|---|---|"""


class Stage:
    """A player on the server whose child is known."""

    def __init__(self, backend: str) -> None:
        self._backend = backend
        self.children: list[ChildProcess] = []
        self.player = Player(spawn=self._spawn)

    def _spawn(self, without: Sequence[str]) -> ChildProcess:
        self.children.append(ChildProcess(self._backend, None, without))
        return self.children[-1]

    def cpu(self) -> float:
        """Seconds of processor that the child has used, those of its players too."""
        stat = Path(f"/proc/{self.children[-1].pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, stat[11:15])) / os.sysconf("SC_CLK_TCK")

    def cpu_between(self, begin: float, end: float) -> float:
        """How much of a core it takes between two instants, of which it waits for both."""
        time.sleep(max(0.0, begin - time.monotonic()))
        used, since = self.cpu(), time.monotonic()
        time.sleep(max(0.0, end - since))
        return (self.cpu() - used) / (time.monotonic() - since)


def burn() -> None:
    while True:
        pass


@contextmanager
def every_core_busy() -> Iterator[None]:
    processes = [multiprocessing.Process(target=burn) for _ in range(os.cpu_count() or 1)]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.join()


def measure(server: Server, backend: str, volume: int) -> Report | None:
    """Play and record; None where the backend cannot play here."""
    stage = Stage(backend)
    stage.player.volume = volume
    dice = random.Random(1)
    with server.recorder() as recorder:
        stage.player.start()
        wait_for(lambda: stage.player.status.plays or stage.player.status.rings_bell, 15.0)
        if not stage.player.status.plays:
            print(f"{backend}: {stage.player.status.why}", file=sys.stderr)
            return None
        begin = time.monotonic() + 2.0
        asked = [begin + 0.2 * k + dice.uniform(0, 0.05) for k in range(CUES)]
        counted = [asked[-1] + 2.0 + k for k in range(4 * COUNTS)]
        stage.player.schedule_sounds(ScheduledCue(at, SOUND) for at in [*asked, *counted])
        often = stage.cpu_between(begin, asked[-1])
        counting = stage.cpu_between(counted[0] - 0.5, counted[-1] + 0.5)
        closed = stage.cpu_between(counted[-1] + 4.0, counted[-1] + 4.0 + QUIET)
        stage.player.close()
    heard = recorder.heard(sound_files()[SOUND])
    return judge(asked, counted, heard, (often, counting, closed))


def judge(
    asked: list[float],
    counted: list[float],
    heard: list[float],
    cpu: tuple[float, float, float],
) -> Report:
    """Match what was heard with what was asked for, each once."""
    left = list(heard)
    found: dict[float, float] = {}
    for instant in [*asked, *counted]:
        near = min(left, key=lambda at: abs(at - instant), default=None)
        if near is not None and abs(near - instant) < MATCH:
            left.remove(near)
            found[instant] = near
    seconds = [found[b] - found[a] - 1.0 for a, b in pairwise(counted) if a in found and b in found]
    late = [at - instant for instant, at in found.items()]
    missing = len(asked) + len(counted) - len(found)
    return Report(late, missing, len(left), max(map(abs, seconds), default=0.0), *cpu)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("backends", nargs="*", help="all that can play on that server")
    parser.add_argument("--pipewire", action="store_true", help="on a PipeWire, not a PulseAudio")
    parser.add_argument("--idle", action="store_true", help="not with every core busy, too")
    parser.add_argument("--volume", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = PipeWire(Path(folder)) if given.pipewire else SoundServer(Path(folder))
        backends = given.backends or BACKENDS[type(server)]
        os.environ.update(server.env)
        try:
            server.start()
            print(HEAD, flush=True)
            for backend in backends:
                if report := measure(server, backend, given.volume):
                    print(report.row(f"{backend}, idle"), flush=True)
                    if not given.idle:
                        with every_core_busy():
                            busy = measure(server, backend, given.volume)
                        if busy:
                            print(busy.row(f"{backend}, every core busy"), flush=True)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
