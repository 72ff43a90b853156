"""How soon something is there: each command against its peer, in turns; the median ratio.

As on every day but the first: the program is compiled, and its routines are known.
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from terminal import Terminal, stridetimer  # noqa: E402 - it lies with the tests

ROUNDS = 9
PYTHON = [sys.executable, "-c", "pass"]
TEXTUAL = [sys.executable, "-c", "import textual.app"]
TMIN = [sys.executable, str(HERE / "peers.py"), "tmin"]

BIG = """\
name: A hundred thousand steps
prepare: 0
exercises:
  - circuit: All
    rounds: 50000
    rest: 1s
    exercises: [{name: Step, work: 5s}]
"""


def whole(arguments: Sequence[str]) -> float:
    """Seconds from start to end."""
    began = time.perf_counter()
    subprocess.run(arguments, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def first_ink(seen: str) -> Callable[[Sequence[str]], float]:
    """Seconds from the start until ``seen`` is in the terminal."""

    def measure(arguments: Sequence[str]) -> float:
        began = time.perf_counter()
        with Terminal(arguments) as terminal:
            terminal.until(seen)
            return time.perf_counter() - began

    return measure


def ratio(
    name: str,
    measure: Callable[[Sequence[str]], float],
    arguments: Sequence[str],
    peer: str,
    measure_peer: Callable[[Sequence[str]], float],
    peer_arguments: Sequence[str],
    goal: str,
) -> None:
    """Print one line of the report."""
    pairs = [(measure(arguments), measure_peer(peer_arguments)) for _ in range(ROUNDS)]
    middle = statistics.median(mine / other for mine, other in pairs)
    seconds = statistics.median(mine for mine, _ in pairs)
    print(f"{name:<34} {middle:5.2f} x {peer:<22} goal {goal:<8} ({seconds * 1000:.0f} ms)")


def prepare(home: str) -> None:
    """Let everything be as it is from the second start on, with a ``home`` of its own."""
    os.environ["STRIDETIMER_HOME"] = home
    for folder in ("stridetimer", "benchmarks"):
        compileall.compile_dir(HERE.parent / folder, quiet=1)
    with Terminal(stridetimer()) as terminal:
        terminal.until("Basic strength")
        terminal.pause(4.0)  # until the library has read and kept all of them
    whole(stridetimer("plan", "basic-strength"))


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        prepare(home)
        measure_all()


def measure_all() -> None:
    """Print the report."""
    ink = first_ink("countdown")
    for option, goal in (("--version", "4"), ("--help", "8")):
        ratio(option, whole, stridetimer(option), "python -c pass", whole, PYTHON, goal)
    for command in ("plan", "check"):
        routine = (
            "basic-strength" if command == "plan" else str(HERE.parent / "routines/tabata.yaml")
        )
        arguments = stridetimer(command, routine)
        ratio(command, whole, arguments, "import textual", whole, TEXTUAL, "1")
    library = first_ink("Basic strength")
    ratio("library, first ink", library, stridetimer(), "tmin", ink, TMIN, "1.25")
    run = stridetimer("run", "basic-strength", "--mute")
    ratio("run, first ink", first_ink("One-leg"), run, "tmin", ink, TMIN, "1.6")
    with tempfile.TemporaryDirectory() as folder:
        big = Path(folder) / "big.yaml"
        big.write_text(BIG)
        arguments = stridetimer("plan", str(big))
        ratio(
            "plan of 100,000 steps",
            whole,
            arguments,
            "plan",
            whole,
            stridetimer("plan", "tabata"),
            "-",
        )


if __name__ == "__main__":
    main()
