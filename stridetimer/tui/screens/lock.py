"""The keys are locked: what is pressed by a cat, or by a foot, does nothing."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.screen import ModalScreen

from stridetimer.keys.session import LOCKED, UNLOCK, UNLOCK_SURELY
from stridetimer.keys.unlocking import WITHIN, Unlocking
from stridetimer.tui.bindings import bindings
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.line import Line

if TYPE_CHECKING:
    # The library is on the screen before this is loaded.
    from stridetimer.conductor import Clock

_WIDE = 36
"""Cells in which a sentence has room."""


class LockScreen(ModalScreen[None]):
    """Lies over a session that goes on, and takes every key; two in their order unlock."""

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (20, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LOCKED)]

    def __init__(self, clock: "Clock") -> None:
        super().__init__()
        self._unlocking = Unlocking(clock)

    def compose(self) -> ComposeResult:
        """One line in the place of the footer."""
        yield Line(id="locked")

    def on_resize(self) -> None:
        """Say how to unlock, in as many words as there is room for."""
        self._say()

    def _say(self) -> None:
        keymap = keymap_of(self)
        first, second = keymap.first(UNLOCK), keymap.first(UNLOCK_SURELY)
        wide = self.size.width >= _WIDE
        if self._unlocking.begun:
            how = f"{second} unlocks" if wide else second
        else:
            how = f"{first}, then {second}, unlocks" if wide else f"{first}, {second}"
        self.query_one("#locked", Line).words = f"LOCKED · {how}"

    def action_unlock(self) -> None:
        """The first of the two keys."""
        self._unlocking.press(UNLOCK)
        self._say()
        self.set_timer(WITHIN, self._say)

    def action_surely(self) -> None:
        """The second of them."""
        if self._unlocking.press(UNLOCK_SURELY):
            self.dismiss(None)

    def on_key(self, event: Key) -> None:
        """Another key between the two: that was no person who means it."""
        if keymap_of(self).command(LOCKED, event.key) is None:
            self._unlocking.press(None)
            self._say()
