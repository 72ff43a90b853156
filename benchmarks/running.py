"""What a running session costs, side by side with its peers: ``python running.py``."""

import os
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from terminal import Terminal, stridetimer  # noqa: E402 - it lies with the tests

SETTLING = 8.0
"""How long nothing is measured at first: news such as which sound there is come and go."""
SECONDS = 60.0
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What a program costs in a minute."""

    cpu: float
    """Seconds of processor, its children included."""
    bytes: int
    """Written to the terminal."""
    wakes: int
    """How often a thread of it went to sleep again."""
    memory: float
    """Its share of memory, children included, in megabytes."""


def family(process: int) -> list[int]:
    """A process and everything it has started."""
    found = [process]
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = stat.read_text().rpartition(")")[2].split()
        if int(fields[1]) in found:
            found.append(int(stat.parent.name))
    return found


def cpu_of(process: int) -> float:
    """Seconds of processor that a process and its children have used."""
    used = 0
    for one in family(process):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        used += int(fields[11]) + int(fields[12])
    return used / TICKS


def wakes_of(process: int) -> int:
    """How often the threads of a process and its children have gone to sleep."""
    tasks = (task for one in family(process) for task in Path(f"/proc/{one}/task").glob("*/status"))
    return sum(_number(task, "voluntary_ctxt_switches") for task in tasks)


def memory_of(process: int) -> float:
    """The proportional share of memory of a process and its children, in megabytes."""
    return sum(_number(Path(f"/proc/{one}/smaps_rollup"), "Pss") for one in family(process)) / 1024


def _number(path: Path, name: str) -> int:
    lines = path.read_text().splitlines()
    return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1])


@dataclass(frozen=True)
class Program:
    """Something that is measured."""

    name: str
    """What the report calls it."""
    arguments: Sequence[str]
    """How it is started."""
    seen: str
    """What is on its screen once it runs."""
    keys: str = ""
    """What is pressed then."""
    settings: str = ""
    """Its configuration file."""


PEERS = [sys.executable, str(HERE / "peers.py")]
HOLD = stridetimer("run", "stage-one", "--from", "1")
PACED = """\
name: Paced
exercises:
  - {name: Squat, reps: 60, tempo: {down: 2, hold: 1, up: 1}}
"""


def programs(folder: Path) -> list[Program]:
    """Ours and its peers; routines that are only for this lie in ``folder``."""
    paced = folder / "paced.yaml"
    paced.write_text(PACED)
    squat = stridetimer("run", str(paced), "--from", "1")
    return [
        Program("tmin", [*PEERS, "tmin"], "countdown"),
        Program("tbest", [*PEERS, "tbest"], "countdown"),
        Program("a hold", HOLD, "Glute"),
        Program("title: off", HOLD, "Glute", settings="title: off"),
        Program("a paced set", squat, "Squat", settings="audio: silent"),
        Program("with the bell", squat, "Squat", settings="audio: bell"),
        Program("nothing moving", [*PEERS, "still"], "countdown"),
        Program("paused", HOLD, "Glute", keys=" "),
    ]


def cost(program: Program, terminal: Terminal) -> Cost:
    """What a program costs that was just started in ``terminal``."""
    terminal.until(program.seen)
    terminal.press(*program.keys)
    terminal.pause(SETTLING)
    process = terminal.process
    cpu, written, wakes = cpu_of(process), len(terminal.raw), wakes_of(process)
    terminal.pause(SECONDS)
    minute = 60.0 / SECONDS
    return Cost(
        (cpu_of(process) - cpu) * minute,
        round((len(terminal.raw) - written) * minute),
        round((wakes_of(process) - wakes) * minute),
        memory_of(process),
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name, ExitStack() as open_terminals:
        folder = Path(name)
        measured = programs(folder)
        terminals = []
        for number, program in enumerate(measured):
            home = folder / str(number)
            home.mkdir()
            (home / "config.yaml").write_text(program.settings)
            # All of them before there are threads, as a fork copies only one.
            terminal = Terminal(program.arguments, environment={"STRIDETIMER_HOME": str(home)})
            terminals.append(open_terminals.enter_context(terminal))
        with ThreadPoolExecutor(len(measured)) as side_by_side:
            costs = list(side_by_side.map(cost, measured, terminals))
    tbest = next(cost for cost, one in zip(costs, measured, strict=True) if one.name == "tbest")
    print(f"{'for a minute':<16}{'CPU':>8}{'x tbest':>9}{'bytes':>9}{'wake-ups':>10}{'memory':>8}")
    for program, one in zip(measured, costs, strict=True):
        print(
            f"{program.name:<16}{one.cpu:6.2f} s{one.cpu / tbest.cpu:9.2f}{one.bytes:9,}"
            f"{one.wakes:10,}{one.memory:5.0f} MB"
        )


if __name__ == "__main__":
    main()
