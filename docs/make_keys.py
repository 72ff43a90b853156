"""Writes ``docs/keys.md`` from the commands of the screens."""

from collections.abc import Iterable
from pathlib import Path

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.groups import ANYWHERE, AS_TEXT, LISTS, SCREENS
from stridetimer.keys.keymap import DEFAULT

PAGE = Path(__file__).with_name("keys.md")

HEAD = """\
# Keys

A key that is held down by mistake does its work once, and text that is pasted is not taken for
keys. None of them ends a session without asking, but for ctrl+c. Digits before enter say how many
repetitions you did: `1`, `2`, enter records 12.
"""

PLAIN = """
`run --plain` takes these keys on a terminal; q asks, and q again leaves; digits before j say to
which step. Where its standard
input is not a terminal, it takes a command a line: `pause`, `resume`, `next`, `back`, `skip-set`,
`skip-exercise`, `jump 12` (a step of the plan, from 0), `done` or `done 12` (repetitions), `add 10`
or `add -10` (seconds), `stop`. So does `run --events`.
"""

OTHERS = """
## Other keys

`keys:` in your [settings](configuration.md#other-keys) gives any command by its name as many keys
as you like. `stridetimer keys` shows those that hold.
"""


def page() -> str:
    """The whole page."""
    groups = (*SCREENS, LISTS, ANYWHERE, AS_TEXT)
    tables = (f"\n## {group.title}\n\n{table(group.commands)}" for group in groups)
    return HEAD + "".join(tables) + PLAIN + OTHERS


def table(keys: Iterable[KeyCommand]) -> str:
    """The keys of one place."""
    rows = (
        f"| {DEFAULT.shown(command)} | {command.tooltip} | `{command.id}` |\n" for command in keys
    )
    return "| key | does | name |\n|---|---|---|\n" + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
