"""The question whether to delete a session."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from stridetimer.history.records import Brief
from stridetimer.keys.history import DELETE, DELETE_YES, KEEP
from stridetimer.tui.bindings import bindings
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.line import Paragraph


class DeleteScreen(ModalScreen[bool]):
    """Asks, and gives back whether to delete ``brief``. Nothing but a yes is a yes."""

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (16, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DELETE)]

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self._brief = brief

    def compose(self) -> ComposeResult:
        """The question, and what it is about."""
        keymap, brief = keymap_of(self), self._brief
        yes, no = keymap.first(DELETE_YES), keymap.first(KEEP)
        with Vertical(id="question"):
            yield Paragraph(f"Delete it for good?  {yes} delete · {no} keep", id="ask")
            yield Paragraph(brief.name, id="lost")
            yield Paragraph(f"{brief.began:%A %d %B %Y at %H:%M}, {brief.outcome}", id="command")

    def action_yes(self) -> None:
        """Delete it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Keep it."""
        self.dismiss(False)
