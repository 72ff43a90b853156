"""Runs the README's two commands as they stand there, in the checkout that is given.

The first is run in a pseudo-terminal, as a person would: the library appears, enter starts a
session, q asks, y leaves, enter closes the summary, q quits. The second runs the tests.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from terminal import Terminal

PATIENCE = 300.0
"""For an installation, in seconds."""


def commands(readme: str) -> list[str]:
    """What the fenced shell blocks under the heading of the two commands hold."""
    section = readme.split("## Two commands", 1)[1].split("\n## ", 1)[0]
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL)]


def main() -> None:
    """Run both."""
    folder = Path(sys.argv[1])
    first, second = commands((folder / "README.md").read_text(encoding="utf-8"))
    print("$", first, flush=True)
    home = {"STRIDETIMER_HOME": str(folder / ".home")}
    with Terminal(["sh", "-c", first], folder=folder, environment=home) as terminal:
        print(terminal.until("Basic strength for runners", PATIENCE))
        terminal.press("\r")
        print(terminal.until("space pause"))
        terminal.press("q")
        terminal.until("Leave the session?")
        terminal.press("y")
        terminal.until("Session left")
        terminal.press("\r")
        terminal.until("enter start")
        terminal.press("q")
        print("It ended with", terminal.code(), flush=True)
    print("$", second, flush=True)
    # As on a fresh machine: what needs a part that was not installed is skipped here.
    fresh = {name: value for name, value in os.environ.items() if name != "STRIDETIMER_CI"}
    sys.exit(subprocess.call(["sh", "-c", second], cwd=folder, env=fresh))


if __name__ == "__main__":
    main()
