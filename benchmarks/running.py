"""What a running session costs, against peers in the same run."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from terminal import Terminal, stridetimer  # noqa: E402 - it lies with the tests

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


def cost(arguments: Sequence[str], seen: str, keys: str = "") -> Cost:
    """What a program costs once ``seen`` is on its screen and ``keys`` were pressed."""
    with Terminal(arguments) as terminal:
        terminal.until(seen)
        terminal.press(*keys)
        terminal.pause(3.0)
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
    tmin = cost([sys.executable, str(HERE / "peers.py"), "tmin"], "countdown")
    still = cost([sys.executable, str(HERE / "peers.py"), "still"], "countdown")
    print(f"{'tmin':<18} {told(tmin)}")
    print(f"{'nothing moving':<18} {told(still)}")
    hold = stridetimer("run", "stage-one", "--from", "1")
    for name, keys, peer, peer_name in (
        ("in a timed step", "", tmin, "tmin"),
        ("paused", " ", still, "nothing moving"),
    ):
        mine = cost(hold, "Glute", keys)
        against = f"{mine.cpu / peer.cpu:.2f} x {peer_name}"
        print(f"{name:<18} {told(mine)}; CPU {against}")


def told(cost: Cost) -> str:
    """All of it in a line."""
    return (
        f"CPU {cost.cpu:.2f} s, {cost.bytes:,} bytes, {cost.wakes:,} wake-ups a minute,"
        f" {cost.memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
