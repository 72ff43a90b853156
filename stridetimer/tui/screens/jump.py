"""The list of all steps, to go to one of them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from stridetimer.core.session import Session
from stridetimer.keys.session import JUMP
from stridetimer.tui.bindings import bindings
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.step_list import StepList


class JumpScreen(ModalScreen[int | None]):
    """Lists the steps of ``session``, which goes on, and gives back the index of one of them.

    It is at the step ``here``, and first looks at the one that is ``wanted``.
    """

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (20, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(JUMP)]

    def __init__(self, session: Session, here: int, wanted: int | None = None) -> None:
        super().__init__()
        self._session = session
        self._here = here
        self._wanted = here if wanted is None else wanted

    def compose(self) -> ComposeResult:
        """The list, and what its keys do."""
        with Vertical(id="jump") as box:
            box.border_title = "Go to a step"
            yield StepList(self._session, self._here, self._wanted)
            yield Footer()

    def went_on(self, here: int) -> None:
        """The session has come to the step ``here``, perhaps before the list is there."""
        self._here = here
        if steps := self.query_one_optional(StepList):
            steps.here = here

    def on_step_list_picked(self) -> None:
        """A row was clicked twice."""
        self.action_go()

    def action_go(self) -> None:
        """Go there; where the session is already there is nothing to do."""
        chosen = self.query_one(StepList).looked_at_step
        self.dismiss(None if chosen == self._here else chosen)

    def action_stay(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
