"""From commands to what Textual needs to know of them."""

from collections.abc import Iterable, Iterator, Mapping

from textual.binding import Binding

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.everywhere import MOVES
from stridetimer.keys.groups import KNOWN
from stridetimer.keys.keymap import Keymap

_KEYLESS = "no-key-"
"""No terminal sends a key of this name: Textual takes no key at all for the one from before."""


def bindings(
    commands: Iterable[KeyCommand], *, first: bool = False, actions: Mapping[str, str] | None = None
) -> list[Binding]:
    """What Textual needs to know of ``commands``.

    ``first`` puts them before all others; ``actions`` says which actions are called otherwise.
    """
    return list(_bindings(commands, first, actions or {}))


def _bindings(
    commands: Iterable[KeyCommand], first: bool, actions: Mapping[str, str]
) -> Iterator[Binding]:
    for command in commands:
        pairs = [(actions.get(command.action, command.action), command.name)]
        if command.undo:
            pairs.append((command.undo_action, command.undo))
        for action, name in pairs:
            yield Binding(
                command.keys,
                action,
                name,
                show=command.shown,
                tooltip=command.tooltip,
                id=command.id,
                priority=first,
            )


PAGE = bindings(
    MOVES,
    actions={
        "down": "scroll_down",
        "up": "scroll_up",
        "first": "scroll_home",
        "last": "scroll_end",
    },
)
"""The keys of a text that is longer than the screen."""


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """``keymap`` for Textual; all of it, as it takes a part for less than it is."""
    if not keymap.changed:
        return {}
    return {
        name: ",".join(keymap.of(command)) or f"{_KEYLESS}{name}" for name, command in KNOWN.items()
    }


def has_key(binding: Binding) -> bool:
    """Whether a key leads to it."""
    return not binding.key.startswith(_KEYLESS)
