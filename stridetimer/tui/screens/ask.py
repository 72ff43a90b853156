"""A question whose answers each have keys."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen

from stridetimer.keys.command import KeyCommand
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.line import Paragraph


class AskScreen(ModalScreen[KeyCommand]):
    """Asks ``question``, and gives back which of ``answers`` it was; ``told`` is what to know."""

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (16, "-normal")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, question: str, told: str, answers: tuple[KeyCommand, ...]) -> None:
        super().__init__()
        self._question = question
        self._told = told
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question, and what each key answers."""
        keymap = keymap_of(self)
        keys = " · ".join(f"{keymap.first(answer)} {answer.name}" for answer in self._answers)
        with Vertical(id="question"):
            yield Paragraph(self._question, id="ask")
            yield Paragraph(self._told, id="lost")
            yield Paragraph(keys, id="answers")

    def on_key(self, event: Key) -> None:
        """Give back the answer that has this key."""
        if answer := keymap_of(self).command(self._answers, event.key):
            event.stop()
            self.dismiss(answer)
