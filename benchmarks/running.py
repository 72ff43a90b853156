"""What a running session costs: CPU and bytes to the terminal, against peers in the same run."""

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


def cost(arguments: Sequence[str], seen: str, keys: str = "") -> Cost:
    """What a program costs once ``seen`` is on its screen and ``keys`` were pressed."""
    with Terminal(arguments) as terminal:
        terminal.until(seen)
        terminal.press(*keys)
        terminal.pause(3.0)
        cpu, written = cpu_of(terminal.process), len(terminal.raw)
        terminal.pause(SECONDS)
        minute = 60.0 / SECONDS
        return Cost(
            (cpu_of(terminal.process) - cpu) * minute, round((len(terminal.raw) - written) * minute)
        )


def main() -> None:
    tmin = cost([sys.executable, str(HERE / "peers.py"), "tmin"], "countdown")
    still = cost([sys.executable, str(HERE / "peers.py"), "still"], "countdown")
    print(f"tmin: {tmin.cpu:.2f} s of CPU and {tmin.bytes:,} bytes a minute")
    hold = stridetimer("run", "stage-one", "--from", "1")
    for name, keys, peer, peer_name in (
        ("in a timed step", "", tmin, "tmin"),
        ("paused", " ", still, "nothing moving"),
    ):
        mine = cost(hold, "Glute", keys)
        against = f"{mine.cpu / peer.cpu:.2f} x {peer_name}"
        print(f"{name:<18} CPU {mine.cpu:.2f} s a minute, {against}; {mine.bytes:,} bytes a minute")


if __name__ == "__main__":
    main()
