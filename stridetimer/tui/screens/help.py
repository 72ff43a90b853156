"""Every key of a screen, and what it does."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.everywhere import CLOSE_HELP, EVERYWHERE
from stridetimer.tui.bindings import bindings
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.page import Page, closing


class HelpScreen(ModalScreen[None]):
    """Shows ``keys``, the commands of the screen called ``title``; a session goes on behind it."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (14, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings([CLOSE_HELP])]

    def __init__(self, title: str, keys: tuple[KeyCommand, ...]) -> None:
        super().__init__()
        self._title = title
        self._keys = (*keys, *EVERYWHERE)

    def compose(self) -> ComposeResult:
        """A row for every command; it scrolls where it is longer than the screen."""
        keymap = keymap_of(self)
        with Page(id="help"):
            yield Static(f"{self._title}: keys", id="title", markup=False)
            for command in self._keys:
                with Horizontal(classes="row"):
                    yield Static(keymap.shown(command), classes="key", markup=False)
                    yield Static(command.tooltip, classes="does", markup=False)
            yield Static(closing(keymap, CLOSE_HELP), id="closing", markup=False)

    def action_close(self) -> None:
        """Back to where it was asked for."""
        self.dismiss(None)
