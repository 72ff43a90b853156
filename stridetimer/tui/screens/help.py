"""Every key of a screen, and what it does."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.everywhere import CLOSE_HELP, EVERYWHERE
from stridetimer.keys.keymap import Keymap
from stridetimer.tui.bindings import bindings
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.page import Page, closing


class HelpScreen(ModalScreen[None]):
    """Shows ``keys``, the commands of the screen called ``title``; a session goes on behind it.

    ``fixed`` are keys that the screen has besides, with what they do; they go before those that
    are the same everywhere.
    """

    VERTICAL_BREAKPOINTS = [(0, "-short"), (14, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings([CLOSE_HELP])]

    def __init__(
        self, title: str, keys: tuple[KeyCommand, ...], fixed: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__()
        self._title = title
        self._keys = keys
        self._fixed = fixed

    def compose(self) -> ComposeResult:
        """A row for every command; it scrolls where it is longer than the screen."""
        keymap = keymap_of(self)
        with Page(id="help"):
            yield Static(f"{self._title}: keys", id="title", markup=False)
            for key, does in self._rows(keymap):
                with Horizontal(classes="row"):
                    yield Static(key, classes="key", markup=False)
                    yield Static(does, classes="does", markup=False)
            yield Static(closing(keymap, CLOSE_HELP), id="closing", markup=False)

    def _rows(self, keymap: Keymap) -> Iterator[tuple[str, str]]:
        """Keys, and what they do here."""
        yield from ((keymap.shown(command), command.tooltip) for command in self._keys)
        yield from self._fixed
        taken = {key for keys, _ in self._fixed for key in keys.split()}
        for command in EVERYWHERE:
            if (shown := keymap.shown(command)) not in taken:
                yield shown, command.tooltip

    def action_close(self) -> None:
        """Back to where it was asked for."""
        self.dismiss(None)
