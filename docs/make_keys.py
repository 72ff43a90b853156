"""Writes ``docs/keys.md`` from the commands of the screens."""

from collections.abc import Iterable
from pathlib import Path

from stridetimer.tui import commands

PAGE = Path(__file__).with_name("keys.md")

HEAD = """\
# Keys

A key that is held down by mistake does its work once. None of them ends a session without asking,
but for ctrl+c. Digits before enter say how many repetitions you did: `1`, `2`, enter records 12.
"""

SCREENS = (
    ("In a session", commands.SESSION),
    ("In the library", commands.LIBRARY),
    ("In the summary", commands.SUMMARY),
    ("When it asks whether to leave", commands.LEAVE),
    ("When it offers to go on", commands.OFFER),
    ("Everywhere", commands.EVERYWHERE),
)

PLAIN = """
## In a session as text

`run --plain` takes the same keys on a terminal; q asks, and q again leaves. Where its standard
input is not a terminal, it takes a command a line: `pause`, `resume`, `next`, `back`, `skip-set`,
`skip-exercise`, `done` or `done 12` (repetitions), `add 10` or `add -10` (seconds), `stop`. So does
`run --events`.
"""


def page() -> str:
    """The whole page."""
    tables = (f"\n## {title}\n\n{table(keys)}" for title, keys in SCREENS)
    return HEAD + "".join(tables) + PLAIN


def table(keys: Iterable[commands.KeyCommand]) -> str:
    """The keys of one screen."""
    rows = (f"| {command.key_names} | {command.tooltip} |\n" for command in keys)
    return "| key | does |\n|---|---|\n" + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
