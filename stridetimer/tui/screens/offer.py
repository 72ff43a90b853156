"""The offer to resume a session that was not finished."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from stridetimer.conductor import Conductor
from stridetimer.keys.library import DECLINE, GO_ON, OFFER
from stridetimer.tui.bindings import bindings
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.line import Paragraph


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was not finished, in words."""

    title: str
    """The name of its routine, and when it was begun."""
    place: str
    """Where in it the person was."""
    routine: str
    """What a person types to run it from the start; empty where there is no file to run."""


class Past(Protocol):
    """The session that was left unfinished, as the library needs to know it."""

    def unfinished(self) -> Unfinished | None:
        """What is to be offered, if anything; called from another thread."""

    def take_up(self) -> Conductor | None:
        """Who leads on through it; None where another program does by now."""

    def decline(self) -> None:
        """The person does not want to resume it; it stays unfinished."""


class OfferScreen(ModalScreen[bool]):
    """Offers to resume it, and gives back whether to. The countdown comes only after a yes."""

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (16, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(OFFER)]

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__()
        self._unfinished = unfinished

    def compose(self) -> ComposeResult:
        """The question, and what it is about."""
        keymap = keymap_of(self)
        yes, no = keymap.first(GO_ON), keymap.first(DECLINE)
        question = f"Resume where you left?  {yes} resume · {no} leave it unfinished"
        with Vertical(id="question"):
            yield Paragraph(question, id="ask")
            yield Paragraph(self._unfinished.title, id="lost")
            yield Paragraph(self._unfinished.place, id="command")

    def action_yes(self) -> None:
        """Resume."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Leave it as it is."""
        self.dismiss(False)
