"""An application whose keys a person may have changed."""

from typing import TypeVar

from textual.binding import Binding
from textual.dom import DOMNode
from textual.driver import Driver

from stridetimer.keys.keymap import DEFAULT, Keymap
from stridetimer.keys.names import shown
from stridetimer.tui.bindings import has_key, textual_keymap
from stridetimer.tui.pasting import minding_pastes
from stridetimer.tui.quiet import quiet
from stridetimer.tui.unforeseen import OrderlyApp

Result = TypeVar("Result")


class KeyedApp(OrderlyApp[Result]):
    """Has the keys of ``keymap``, and shows them as :mod:`~stridetimer.keys.names` says."""

    def __init__(self, keymap: Keymap = DEFAULT) -> None:
        super().__init__()
        self.keymap = keymap
        """The keys that hold."""
        self.set_keymap(textual_keymap(keymap))

    def get_driver_class(self) -> type[Driver]:
        """The platform's, in need of less; keys that nobody can have pressed are a paste to it."""
        return minding_pastes(quiet(super().get_driver_class()))

    def get_key_display(self, binding: Binding) -> str:
        """How the footer shows the key of ``binding``."""
        return shown(binding.key) if has_key(binding) else "-"


def keymap_of(node: DOMNode) -> Keymap:
    """The keys that hold where ``node`` is shown."""
    app = node.app
    return app.keymap if isinstance(app, KeyedApp) else DEFAULT
