"""The question whether to leave a session that goes on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.screen import ModalScreen

from stridetimer.keys.session import LEAVE, LEAVE_YES, STAY
from stridetimer.tui.bindings import bindings
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.line import Paragraph


class LeaveScreen(ModalScreen[bool]):
    """Asks, and gives back whether to leave. Nothing but a yes is a yes."""

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (16, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LEAVE)]

    go_on_command: var[str] = var("", init=False)
    """What to type to resume another time, at the step that the session is in now."""

    def __init__(self, go_on_command: str) -> None:
        super().__init__()
        self.set_reactive(LeaveScreen.go_on_command, go_on_command)

    def compose(self) -> ComposeResult:
        """The question, and what either answer means."""
        room = self.app.size.height > 2
        keymap = keymap_of(self)
        yes, no = keymap.first(LEAVE_YES), keymap.first(STAY)
        question = (
            f"Leave the session?  {yes} leave · {no} stay" if room else f"Leave? {yes} yes, {no} no"
        )
        told = "It goes on until you say yes. Nothing is lost: resume here another time with"
        with Vertical(id="question"):
            yield Paragraph(question, id="ask")
            yield Paragraph(told, id="lost")
            yield Paragraph(self.go_on_command, id="command")

    def watch_go_on_command(self) -> None:
        """The session went on to another step, perhaps before the question is there to be read."""
        if command := self.query_one_optional("#command", Paragraph):
            command.words = self.go_on_command

    def action_yes(self) -> None:
        """Leave."""
        self.dismiss(True)

    def action_stay(self) -> None:
        """Go on."""
        self.dismiss(False)
