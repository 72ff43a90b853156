"""An editor of our own for routine files."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import OptionList, TextArea

from stridetimer import phrases
from stridetimer.editing.checking import Checked, check
from stridetimer.editing.saving import Document
from stridetimer.keys.command import KeyCommand
from stridetimer.keys.editor import EDITOR, FIXED
from stridetimer.tui.bindings import bindings
from stridetimer.tui.completing import Completer
from stridetimer.tui.editing import TextScreen
from stridetimer.tui.file_watch import FileWatch
from stridetimer.tui.lookout import Lookout
from stridetimer.tui.safekeeping import Keeper
from stridetimer.tui.screens.ask import AskScreen
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.line import Line, Paragraph
from stridetimer.tui.widgets.problem_list import Place, ProblemList, place_of
from stridetimer.tui.widgets.strip import SessionStrip

MOST_DRAWN = 3_000
"""A session of more steps is not drawn: nobody waits for a picture of it while typing."""
DRAFT_AFTER = 2.0
"""Seconds of typing that a killed terminal can cost, at most."""
DRAFT_AGAIN = 10.0
"""Seconds until it is tried again to keep a draft that could not be kept."""


class EditorScreen(TextScreen):
    """Edits the file of ``document``, and gives back whether it was saved.

    ``notice`` is what is to be said first; ``routines`` are the names of those there are.
    """

    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EDITOR)]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (16, "-normal"), (34, "-tall")]  # noqa: RUF012 - Textual's own declaration

    def __init__(
        self,
        document: Document,
        *,
        notice: str = "",
        routines: Sequence[str] = (),
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self._completer = Completer(document.text, routines)
        self.code = self._completer.code
        """The text; it can be read also when the screen is gone."""
        self.keeper = Keeper(document, self, now)
        """What keeps it."""
        self.lookout = Lookout(self, document.path, lambda: self.text, self._show_checked)
        """What looks through it."""
        self._watch = FileWatch(self, document.path, self._stirred)
        self._notice = notice
        self._checked = Checked(document.text)
        self._draft_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The session in a row, the text, what is wrong in it, and a word about where one is."""
        with Horizontal(id="head"):
            yield Line(id="name")
            yield Paragraph(id="total")
        yield SessionStrip()
        yield self.code
        yield ProblemList()
        yield Paragraph(id="hint")
        yield Footer()
        yield self._completer.choices

    def on_mount(self) -> None:
        """Look through the text, and ask for a draft of it that was never saved."""
        self.code.focus()
        self._show_head()
        self._show_hint()
        # What is seen first is the text: a long one is looked through in a second or more.
        self.call_after_refresh(self.lookout.look)
        self._watch.begin()
        self._offer_draft()

    @work(exclusive=True, group="saving")
    async def _offer_draft(self) -> None:
        await self.keeper.offer_draft()

    def on_unmount(self) -> None:
        """However it ends, nothing is lost."""
        self._watch.end()
        self.keeper.ends()

    @property
    def _problems(self) -> ProblemList:
        return self.query_one(ProblemList)

    # -- what the keeper needs -----------------------------------------------------------------

    @property
    def text(self) -> str:
        """All that is written."""
        return self.code.text

    def take(self, text: str) -> None:
        """Put ``text`` in place of all that is there, so that it can be taken back."""
        here = self.code.cursor_location
        with self.code.prevent(TextArea.Changed):  # which would take back what is said of it
            self.code.replace(text, (0, 0), self.code.document.end)
        self._put_cursor(here)
        self._follow()

    async def checked(self) -> Checked:
        """What the text comes to as it is now."""
        text = self.text
        if self._checked.text != text:
            path = self.keeper.document.path
            self._show_checked(await asyncio.to_thread(check, text, path))
        return self._checked

    async def ask(
        self, question: str, told: str, answers: tuple[KeyCommand, ...]
    ) -> KeyCommand | None:
        """Ask, and wait for one of ``answers``; ``told`` is what to know."""
        return await self.app.push_screen_wait(AskScreen(question, told, answers))

    def say(self, words: str) -> None:
        """Say it under the text, until the next key."""
        self._notice = words
        self._show_head()
        self._show_hint()

    # -- while one types -----------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Look through it once the person pauses, keep a draft, and offer what fits."""
        self._notice = ""
        self._follow()
        self._completer.offer(asked=self._completer.choices.shown)
        self._show_hint()

    def _follow(self) -> None:
        """See to what is to be seen to whenever the text has changed."""
        self.lookout.stir()
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AFTER, self._keep_draft)
        self._show_head()

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """What was offered was for another place."""
        self._completer.moved()
        self._show_hint()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what it means."""
        self._show_hint()

    def _stirred(self) -> None:
        if self.is_attached:
            self.keeper.stirred()

    @work(group="drafts")
    async def _keep_draft(self) -> None:
        self._draft_timer = None
        if not await self.keeper.keep_draft() and self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AGAIN, self._keep_draft)

    # -- what is seen beside the text ----------------------------------------------------------

    def _show_checked(self, checked: Checked) -> None:
        if not self.is_attached:
            return
        self._checked = checked
        self._problems.show(checked.remarks)
        self.code.mark_wrong([place_of(problem) for problem in checked.problems])
        if plan := checked.plan:
            self.query_one(SessionStrip).plan = plan if len(plan.steps) <= MOST_DRAWN else None
        self._show_head()
        self._show_hint()

    def _show_head(self) -> None:
        marks = [
            self.keeper.document.path.name,
            "not saved" if self.keeper.unsaved else "",
            "no draft kept" if self.keeper.draftless else "",
            "changed by another program" if self.keeper.changed else "",
        ]
        self.query_one("#name", Line).words = " \N{BULLET} ".join(filter(None, marks))
        self.query_one("#total", Paragraph).words = self._total()

    def _total(self) -> str:
        if problems := self._checked.problems:
            return phrases.count(len(problems), "problem")
        plan = self._checked.plan
        return phrases.about(plan.total_seconds, estimated=plan.estimated) if plan else ""

    def _show_hint(self) -> None:
        self.query_one("#hint", Paragraph).words = self._hint()

    def _hint(self) -> str:
        """The most important of what there is to say about the place."""
        if suggestion := self._completer.choices.current:
            return suggestion.about
        if self._notice:
            return self._notice
        if problem := self._problems.in_row(self.code.cursor_location[0]):
            return problem.message
        word = self._completer.field()
        return f"{word.name}: {word.about}" if word else ""

    # -- what keys do --------------------------------------------------------------------------

    def on_problem_list_chosen(self, message: ProblemList.Chosen) -> None:
        """To the place of the problem or warning."""
        self._go_to(place_of(message.problem))

    def _go_to(self, place: Place) -> None:
        self._put_cursor(place)
        self.code.focus()

    def _put_cursor(self, place: Place) -> None:
        """To a place, or where the text has come to an end before it."""
        row = min(place[0], len(self.code.lines) - 1)
        self.code.move_cursor((row, min(place[1], len(self.code.lines[row]))), center=True)

    def action_next_problem(self) -> None:
        """To the first problem or warning behind the cursor, and from the last to the first."""
        if problem := self._problems.after(self.code.cursor_location):
            self._go_to(place_of(problem))

    def action_problems(self) -> None:
        """Between the text and the list of problems."""
        if self._problems.has_focus or not self._problems.enter():
            self.code.focus()

    def action_complete(self) -> None:
        """Offer what can be written here."""
        self._completer.offer(asked=True)
        if not self._completer.choices.shown:
            self.say("Nothing to offer here.")
        self._show_hint()

    @work(exclusive=True, group="saving")
    async def action_save(self) -> None:
        """Write it into the file."""
        await self.keeper.save()

    @work(exclusive=True, group="saving")
    async def action_leave(self) -> None:  # type: ignore[override]  # a worker, of which nobody asks
        """Leave; with something unsaved, ask what is to become of it."""
        if await self.keeper.may_leave():
            self.dismiss(self.keeper.saved)

    def action_help(self) -> None:
        """Show every key."""
        from stridetimer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("The editor", EDITOR, FIXED))
