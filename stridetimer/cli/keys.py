"""``keys``: every command that has keys, by name, with the keys that hold."""

import json
from collections.abc import Iterator

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.sound import load_settings
from stridetimer.cli.table import table
from stridetimer.keys.groups import ANYWHERE, AS_TEXT, LISTS, SCREENS, Group
from stridetimer.keys.keymap import DEFAULT, Keymap
from stridetimer.keys.session import WHERE

PLACES = (*SCREENS, LISTS, ANYWHERE, Group(AS_TEXT.title, (WHERE,)))
"""Every command once, where it belongs."""


def show_keys(*, as_json: bool) -> int:
    """Show the keys that hold; those of whoever has changed none, where the settings are wrong.

    Returns:
        The exit code.

    Raises:
        CommandError: something is wrong with the settings; whoever mends them needs the names.
    """
    try:
        keymap = Keymap(load_settings().keys)
    except CommandError:
        _show(DEFAULT, as_json=as_json)
        raise
    _show(keymap, as_json=as_json)
    return Exit.DONE


def _show(keymap: Keymap, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_as_json(keymap), indent=1, ensure_ascii=False))
    else:
        print("\n".join(_lines(keymap)))


def _as_json(keymap: Keymap) -> list[dict[str, object]]:
    return [
        {
            "command": command.id,
            "keys": list(keymap.of(command)),
            "default": list(command.default),
            "does": command.tooltip,
            "where": group.title,
        }
        for group in PLACES
        for command in group.commands
    ]


def _lines(keymap: Keymap) -> Iterator[str]:
    rows: list[tuple[str, str, str]] = [("key", "command", "does")]
    for group in PLACES:
        rows += [(keymap.shown(one), one.id, one.tooltip) for one in group.commands]
    lines = table(rows)
    yield next(lines)
    for group in PLACES:
        yield f"\n{group.title}"
        yield from (next(lines) for _ in group.commands)
