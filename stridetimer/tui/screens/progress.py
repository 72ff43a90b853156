"""One exercise over time: the left leg against the right, as a plot and in numbers."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from stridetimer.core.lengths import clock
from stridetimer.core.routine import Exercise
from stridetimer.history.records import Effort, Progress
from stridetimer.keys.history import PROGRESS
from stridetimer.tui.bindings import bindings
from stridetimer.tui.diary import Diary
from stridetimer.tui.screens.reading import ReadingScreen
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.legs import ALIKE, BOTH, LEFT, RIGHT, Legs
from stridetimer.tui.widgets.line import Line, Remark
from stridetimer.tui.widgets.rows import Piece, Rows, cell


class Efforts(Rows):
    """What was done in each session, the newest first."""

    progress = Progress("", counted=True, efforts=())

    def show(self, progress: Progress) -> None:
        """List these."""
        self.progress = progress
        self.renew()

    @property
    def count(self) -> int:
        """How many sessions there are."""
        return len(self.progress.efforts)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """The day, and what each leg did."""
        effort = self.progress.efforts[-1 - index]
        style = "rows--cursor" if index == self.cursor else ""
        day = f"{effort.began:%d %b %Y}" if width >= 30 else f"{effort.began:%d.%m}"
        yield cell(f" {day}  {told(effort, self.progress)}", width), style


class ProgressScreen(ReadingScreen):
    """Shows what ``diary`` knows of ``exercise``."""

    KEYS = ("An exercise over time", PROGRESS)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROGRESS)]

    def __init__(self, diary: Diary, exercise: Exercise) -> None:
        super().__init__(diary)
        self._exercise = exercise

    def compose(self) -> ComposeResult:
        """The plot over the numbers."""
        yield Line(id="headline")
        yield Line(id="legend")
        yield Legs(id="plot")
        yield Efforts(id="efforts")
        yield Remark()
        yield Footer()

    def on_mount(self) -> None:
        """Read it."""
        self.query_one("#headline", Line).words = self._exercise.name
        self.query_one(Efforts).focus()
        self.ask(lambda: self.diary.progress(self._exercise.known_as), self._show)

    def _show(self, progress: Progress) -> None:
        what = "reps" if progress.counted else "time held or worked"
        self.query_one("#headline", Line).words = f"{self._exercise.name}: {what} in each session"
        self.query_one("#legend", Line).words = legend(progress.efforts)
        if not progress.efforts:
            self.say("Nothing has been done of it but in rehearsals.")
        self.query_one(Legs).show(progress)
        self.query_one(Efforts).show(progress)

    def action_close(self) -> None:
        """Back to the session."""
        self.dismiss(False)


def legend(efforts: Sequence[Effort]) -> str:
    """What the letters in the plot mean, of those that are in it."""
    sides = any(effort.left is not None or effort.right is not None for effort in efforts)
    both = any(effort.both is not None for effort in efforts)
    words = [f"{LEFT} left", f"{RIGHT} right", f"{ALIKE} both alike"] if sides else []
    words += [f"{BOTH} both legs at once"] if both else []
    return "   ".join(words)


def told(effort: Effort, progress: Progress) -> str:
    """What was done in one session: ``left 45  right 42``."""
    amounts = (("left", effort.left), ("right", effort.right), ("", effort.both))
    shown = (
        f"{side} {_amount(amount, counted=progress.counted)}".strip()
        for side, amount in amounts
        if amount is not None
    )
    return "  ".join(shown)


def _amount(amount: float, *, counted: bool) -> str:
    return f"{amount:g}" if counted else clock(amount + 1e-6)
