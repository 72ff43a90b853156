"""A text that may be longer than the screen."""

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.everywhere import DOWN, UP
from stridetimer.keys.keymap import Keymap
from stridetimer.tui.bindings import PAGE


class Page(VerticalScroll, inherit_bindings=False):
    """Scrolls by the keys that move in every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*PAGE]


def closing(keymap: Keymap, close: KeyCommand) -> str:
    """The last words of a page that lies over another screen."""
    return f"{keymap.first(close)} closes this; {keymap.first(UP)} {keymap.first(DOWN)} scroll"
