"""Which keys hold, and what is wrong with a person's wish for others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.groups import KNOWN, TOGETHER, Group
from stridetimer.keys.names import shown

INTERRUPT = "ctrl+c"
"""Ends the program wherever one is, whatever else a person changes."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command: its own, unless the person gave it others."""

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the ids of commands; none of :func:`clashes` in them."""

    def of(self, command: KeyCommand) -> tuple[str, ...]:
        """The keys that ``command`` has."""
        return self.changed.get(command.id, command.default)

    def shown(self, command: KeyCommand) -> str:
        """All of them as a person reads them: ``? f1``; a dash where it has none."""
        return " ".join(map(shown, self.of(command))) or "-"

    def first(self, command: KeyCommand) -> str:
        """The first of them as a person reads it: ``?``; a dash where it has none."""
        return self.shown(command).split(" ")[0]

    def command(self, group: tuple[KeyCommand, ...], key: str) -> KeyCommand | None:
        """Which of ``group`` has ``key``, if any."""
        return next((command for command in group if key in self.of(command)), None)


DEFAULT = Keymap()
"""The keys of whoever has changed none."""


def clashes(changed: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """What is wrong with the keys that a person gave to some commands.

    Yields:
        The id of a command whose keys cannot be, and why, in words that read on from it; each
        command once.
    """
    keymap = Keymap(changed)
    for name in changed:
        if why := _why_not(KNOWN[name], keymap):
            yield name, why


def _why_not(command: KeyCommand, keymap: Keymap) -> str:
    keys = keymap.of(command)
    if command.essential and not keys:
        return "must have a key: without it there is no way on"
    if command.id == "app.interrupt":
        return f"cannot be changed: {INTERRUPT} always ends the program"
    for key in keys:
        for group in TOGETHER:
            if command in group.commands and (why := _taken(command, key, group, keymap)):
                return why
    return ""


def _taken(command: KeyCommand, key: str, group: Group, keymap: Keymap) -> str:
    """Why ``command`` cannot have ``key`` in ``group``; of two that want one, the later may not."""
    if key in group.reserved:
        return f"'{shown(key)}' {group.reserved[key]}"
    for other in group.commands:
        if other is command or key not in keymap.of(other):
            continue
        if other.id not in keymap.changed:
            return f"'{shown(key)}' is the key of {other.id}; give that another first"
        names = list(keymap.changed)
        if names.index(other.id) < names.index(command.id):
            return f"'{shown(key)}' is given to {other.id} already"
    return ""
