"""One session of the history: exercise by exercise and side by side, planned and done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from stridetimer.core.routine import Exercise
from stridetimer.history.records import Brief, PastSession
from stridetimer.keys.everywhere import MOVES
from stridetimer.keys.history import PAST
from stridetimer.phrases import TIMES
from stridetimer.score import score, totals
from stridetimer.tui.bindings import bindings
from stridetimer.tui.diary import Diary
from stridetimer.tui.screens.reading import ReadingScreen
from stridetimer.tui.sheet import lines_of
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.line import Line, Paragraph, Remark


class ExerciseList(OptionList, inherit_bindings=False):
    """A list in which enter is the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(MOVES, actions={"down": "cursor_down", "up": "cursor_up"})
    ]

    class Picked(Message):
        """An exercise was clicked twice."""

    def on_click(self, event: Click) -> None:
        """A click looks at an exercise, a second one picks it."""
        if event.chain == 2 and "option" in event.style.meta:
            self.post_message(self.Picked())


class PastScreen(ReadingScreen):
    """Shows the session ``brief`` out of ``diary``."""

    KEYS = ("A session of the history", PAST)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAST)]

    def __init__(self, diary: Diary, brief: Brief) -> None:
        super().__init__(diary)
        self._brief = brief
        self._exercises: list[Exercise] = []

    def compose(self) -> ComposeResult:
        """What it was, and its exercises."""
        yield Line(id="headline")
        yield Paragraph(self._when(), id="when")
        yield ExerciseList(id="exercises")
        yield Remark()
        yield Footer()

    def _when(self) -> str:
        brief = self._brief
        speed = f", a rehearsal at {TIMES} {brief.speed:g}" if brief.rehearsal else ""
        return f"{brief.began:%A %d %B %Y, %H:%M} · {brief.outcome}{speed}"

    def on_mount(self) -> None:
        """Read it."""
        self.query_one("#headline", Line).words = self._brief.name
        self.ask(lambda: self.diary.past(self._brief.id), self._show)

    def _show(self, past: PastSession | None) -> None:
        if past is None:
            self.say("It is not in the history any more.")
        elif past.plan is None:
            self.say("Another version of the program wrote it, and this one cannot read it.")
        else:
            rows = score(past.plan, past.finished)
            told = totals(past.plan, past.finished, past.brief.seconds)
            self.query_one("#when", Paragraph).words = f"{self._when()}\n{told}"
            self._exercises = [row.exercise for row in rows]
            exercises = self.query_one(ExerciseList)
            exercises.add_options(Option(Content("\n").join(lines_of(row))) for row in rows)
            exercises.highlighted = 0
            exercises.focus()

    def on_exercise_list_picked(self) -> None:
        """Show over time what was clicked twice."""
        self.action_progress()

    def action_progress(self) -> None:
        """Show the exercise that is looked at over time."""
        looked_at = self.query_one(ExerciseList).highlighted
        if looked_at is not None:
            from stridetimer.tui.screens.progress import ProgressScreen

            self.app.push_screen(ProgressScreen(self.diary, self._exercises[looked_at]))

    def action_delete(self) -> None:
        """Delete it, once the person is sure."""
        self.ask_to_delete(self._brief, self._deleted)

    def _deleted(self) -> None:
        self.dismiss(True)

    def action_close(self) -> None:
        """Back to the history."""
        self.dismiss(False)
