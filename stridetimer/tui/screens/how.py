"""How an exercise is done, in full."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from stridetimer.core.routine import Exercise
from stridetimer.keys.session import CLOSE_HOW
from stridetimer.phrases import instructions, volume
from stridetimer.tui.bindings import bindings
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.widgets.page import Page, closing


class HowScreen(ModalScreen[None]):
    """Shows all that is written about doing ``exercise``; a session goes on behind it."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (14, "-normal")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [*bindings([CLOSE_HOW])]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._exercise = exercise

    def compose(self) -> ComposeResult:
        """Paragraphs under headings; they scroll where they are longer than the screen."""
        with Page(id="how"):
            yield Static(self._exercise.name, id="title", markup=False)
            yield Static(volume(self._exercise), id="volume", markup=False)
            for heading, words in instructions(self._exercise):
                if heading:
                    yield Static(heading, classes="heading", markup=False)
                yield Static(words, classes="words", markup=False)
            yield Static(closing(keymap_of(self), CLOSE_HOW), id="closing", markup=False)

    def action_close(self) -> None:
        """Back to the session."""
        self.dismiss(None)
