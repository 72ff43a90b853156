"""An editor of our own for routine files."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Footer, OptionList, TextArea
from textual.widgets.option_list import Option

from stridetimer import phrases
from stridetimer.editing.checking import Checked, check
from stridetimer.editing.completion import Suggestion, complete, field_at
from stridetimer.editing.drafts import Draft, drop_draft, find_draft, keep_draft
from stridetimer.editing.saving import ChangedError, Document, UnfitError, open_document, save
from stridetimer.keys import commands
from stridetimer.keys.command import KeyCommand
from stridetimer.routines.problems import Problem, Severity
from stridetimer.tui.bindings import bindings
from stridetimer.tui.editing import TextScreen
from stridetimer.tui.screens.ask import AskScreen
from stridetimer.tui.widgets.choices import Choices
from stridetimer.tui.widgets.code import Code
from stridetimer.tui.widgets.line import Line, Paragraph
from stridetimer.tui.widgets.strip import SessionStrip

CHECK_AFTER = 0.25
"""Seconds without a key until the text is looked through: nobody is corrected in mid-word."""
MOST_DRAWN = 3_000
"""A session of more steps is not drawn: nobody waits for a picture of it while typing."""
DRAFT_AFTER = 2.0
"""Seconds of typing that a killed terminal can cost, at most."""


class EditorScreen(TextScreen):
    """Edits the file of ``document``, and gives back whether it was saved.

    ``notice`` is what is to be said first; ``routines`` are the names of those there are.
    """

    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(commands.EDITOR)]
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
        self._choices = Choices(self._write_choice)
        self.code = Code(document.text, self._choices, id="code")
        """The text; it can be read also when the screen is gone."""
        self._document = document
        self._notice = notice
        self._routines = routines
        self._now = now
        self._checked = Checked(document.text)
        self._check_timer: Timer | None = None
        self._draft_timer: Timer | None = None
        self._offered_at = (0, 0)
        self._saved = False

    def compose(self) -> ComposeResult:
        """The session in a row, the text, what is wrong in it, and a word about where one is."""
        with Horizontal(id="head"):
            yield Line(id="name")
            yield Paragraph(id="total")
        yield SessionStrip()
        yield self.code
        yield OptionList(id="problems", classes="-none", markup=False)
        yield Paragraph(id="hint")
        yield Footer(compact=True, show_command_palette=False)
        yield self._choices

    def on_mount(self) -> None:
        """Look through the text, and ask for a draft of it that was never saved."""
        self.code.focus()
        self._show_head()
        self._show_hint()
        self._look_through()
        draft = find_draft(self._document.path)
        if draft and draft.text != self._document.text:
            self._offer_draft(draft)

    def on_unmount(self) -> None:
        """However it ends, nothing is lost."""
        if self.unsaved:
            self._keep_draft()

    @property
    def unsaved(self) -> bool:
        """Whether anything is not in the file."""
        return self._text != self._document.text

    @property
    def _text(self) -> str:
        return "\n".join(self.code.lines)

    # -- while one types -----------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Look through it once the person pauses, keep a draft, and offer what fits."""
        self._notice = ""
        if self._check_timer:
            self._check_timer.stop()
        self._check_timer = self.set_timer(CHECK_AFTER, self._look_through)
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_AFTER, self._keep_draft)
        self._show_head()
        self._offer(asked=self._choices.shown)

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """What was offered was for another place."""
        if self._choices.shown and self.code.cursor_location != self._offered_at:
            self._choices.hide()
        self._show_hint()

    def _offer(self, *, asked: bool) -> None:
        row, column = self.code.cursor_location
        completion = complete(self.code.lines, row, column, self._routines)
        if completion and (asked or completion.eager) and self.code.selection.is_empty:
            self._offered_at = row, column
            cursor = self.code.cursor_screen_offset
            self._choices.offer(completion, cursor, column - completion.start)
        else:
            self._choices.hide()
        self._show_hint()

    def _write_choice(self, suggestion: Suggestion) -> None:
        row, column = self.code.cursor_location
        completion = complete(self.code.lines, row, column, self._routines)
        if completion:
            begin, end = (row, completion.start), (row, completion.end)
            self.code.replace(suggestion.insert, begin, end, maintain_selection_offset=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what it means."""
        self._show_hint()

    # -- what is wrong -------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="checking")
    def _look_through(self) -> None:
        checked = check(self._text, str(self._document.path))
        self.app.call_from_thread(self._show_checked, checked)

    def _show_checked(self, checked: Checked) -> None:
        if not self.is_attached:
            return
        self._checked = checked
        problems = self.query_one("#problems", OptionList)
        problems.clear_options()
        problems.add_options(Option(_told(remark)) for remark in checked.remarks)
        problems.set_class(not checked.remarks, "-none")
        self.code.mark_wrong([_place(problem) for problem in checked.problems])
        if plan := checked.plan:
            self.query_one(SessionStrip).plan = plan if len(plan.steps) <= MOST_DRAWN else None
        self._show_head()
        self._show_hint()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """To the place of the problem or warning."""
        self._go_to(self._checked.remarks[event.option_index])

    def _go_to(self, problem: Problem) -> None:
        row, column = _place(problem)
        row = min(row, len(self.code.lines) - 1)
        self.code.move_cursor((row, min(column, len(self.code.lines[row]))), center=True)
        self.code.focus()

    def action_next_problem(self) -> None:
        """To the first problem or warning behind the cursor, and from the last to the first."""
        problems = self._checked.remarks
        here = self.code.cursor_location
        behind = (problem for problem in problems if _place(problem) > here)
        if problem := next(behind, problems[0] if problems else None):
            self._go_to(problem)

    def action_problems(self) -> None:
        """Between the text and the list of problems."""
        problems = self.query_one("#problems", OptionList)
        if problems.has_focus or not self._checked.remarks:
            self.code.focus()
        else:
            problems.highlighted = problems.highlighted or 0
            problems.focus()

    # -- what is seen beside the text ----------------------------------------------------------

    def _show_head(self) -> None:
        mark = " \N{BULLET} not saved" if self.unsaved else ""
        self.query_one("#name", Line).words = f"{self._document.path.name}{mark}"
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
        if suggestion := self._choices.current:
            return suggestion.about
        if self._notice:
            return self._notice
        row, column = self.code.cursor_location
        for problem in self._checked.remarks:
            if _place(problem)[0] == row:
                return problem.message
        word = field_at(self.code.lines, row, column)
        return f"{word.name}: {word.about}" if word else ""

    def _say(self, words: str) -> None:
        self._notice = words
        self._show_hint()

    # -- saving --------------------------------------------------------------------------------

    @work(exclusive=True, group="saving")
    async def action_save(self) -> None:
        """Write it into the file."""
        await self._save()

    async def _save(self) -> bool:
        text = self._text
        checked = self._checked
        if checked.text != text:
            checked = await asyncio.to_thread(check, text, str(self._document.path))
            self._show_checked(checked)
        wrong = phrases.count(len(checked.problems), "problem") if checked.problems else ""
        if wrong and not await self._wants_it_wrong(wrong, checked.problems[0]):
            return False
        if not await self._write(text):
            return False
        self._say(f"Saved, with {wrong}." if wrong else "Saved.")
        return True

    async def _wants_it_wrong(self, wrong: str, first: Problem) -> bool:
        told = f"It can't be started until this is mended. Line {first.line}: {first.message}"
        return await self._ask(f"Save with {wrong}?", told, commands.WRONG) is commands.SAVE_WRONG

    async def _write(self, text: str) -> bool:
        """Write it; where another program has written meanwhile, as the person says."""
        over = False
        while True:
            try:
                self._document = save(self._document, text, over=over)
            except ChangedError:
                told = "What you typed is not in the file, and what is there is not here."
                question = "Another program has changed the file."
                answer = await self._ask(question, told, commands.CHANGED)
                if answer is commands.RELOAD:
                    self._reload()
                if answer is not commands.SAVE_OVER:
                    return False
                over = True
            except OSError as error:
                self._say(f"Can't save: {(error.strerror or str(error)).lower()}.")
                return False
            else:
                self._saved = True
                drop_draft(self._document.path)
                self._show_head()
                return True

    def _reload(self) -> None:
        try:
            self._document = open_document(self._document.path)
        except (OSError, UnfitError) as error:
            self._say(f"Can't read it: {error}.")
            return
        self._take(self._document.text)
        self._say("This is what is in the file; ctrl+z brings back what you had.")

    def _take(self, text: str) -> None:
        """Put ``text`` in place of all that is there, so that it can be taken back."""
        self.code.replace(text, (0, 0), self.code.document.end)
        self.code.move_cursor((0, 0))

    # -- drafts --------------------------------------------------------------------------------

    def _keep_draft(self) -> None:
        self._draft_timer = None
        if self.unsaved:
            keep_draft(self._document.path, self._text, self._document.hash, self._now())
        else:
            drop_draft(self._document.path)

    @work(exclusive=True, group="saving")
    async def _offer_draft(self, draft: Draft) -> None:
        told = f"It is from {draft.at.replace('T', ' at ')}, and was never saved."
        question = "There is more than the file has."
        if await self._ask(question, told, commands.DRAFT) is commands.TAKE_DRAFT:
            # Whether the file was changed since will be seen when it is saved.
            self._document = replace(self._document, hash=draft.hash)
            self._take(draft.text)
        else:
            drop_draft(self._document.path)

    # -- the end -------------------------------------------------------------------------------

    async def _ask(
        self, question: str, told: str, answers: tuple[KeyCommand, ...]
    ) -> KeyCommand | None:
        return await self.app.push_screen_wait(AskScreen(question, told, answers))

    @work(exclusive=True, group="saving")
    async def action_leave(self) -> None:  # type: ignore[override]  # a worker, of which nobody asks
        """Leave; with something unsaved, ask what is to become of it."""
        if self.unsaved:
            told = "What you typed is not in the file."
            answer = await self._ask("Leave the editor?", told, commands.UNSAVED)
            if answer is commands.SAVE_FIRST:
                if not await self._save():
                    return
            elif answer is not commands.DISCARD:
                return
        drop_draft(self._document.path)
        self._document = replace(self._document, text=self._text)
        self.dismiss(self._saved)

    def action_complete(self) -> None:
        """Offer what can be written here."""
        self._offer(asked=True)
        if not self._choices.shown:
            self._say("Nothing to offer here.")

    def action_help(self) -> None:
        """Show every key."""
        from stridetimer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("The editor", commands.EDITOR))


def _place(problem: Problem) -> tuple[int, int]:
    """Line and column, from 0."""
    return problem.line - 1, problem.column - 1


def _told(problem: Problem) -> Content:
    kind = "warning: " if problem.severity is Severity.WARNING else ""
    return Content.assemble((f"{problem.line}:{problem.column}  {kind}", "dim"), problem.message)
