"""What was done, when a session is over."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from stridetimer.conductor import Clock
from stridetimer.core.events import Ending, Outcome, SessionFinished
from stridetimer.core.session import Session
from stridetimer.keys import commands
from stridetimer.score import count_sets, score, totals
from stridetimer.tui.bindings import bindings
from stridetimer.tui.key_guard import KeyGuard
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.sheet import lines_of
from stridetimer.tui.widgets.page import Page


class SummaryScreen(Screen[None]):
    """Shows per exercise and side what was planned and what was done in ``session``.

    ``entered_at`` is when enter was pressed last: the one that ended the last set, still held
    down, must not close this too. ``go_on_command`` is what to type to go on with a session that
    was left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(commands.SUMMARY)]

    def __init__(
        self,
        session: Session,
        finished: SessionFinished,
        *,
        clock: Clock,
        entered_at: float,
        go_on_command: str = "",
    ) -> None:
        super().__init__()
        self._guard = KeyGuard(commands.SUMMARY, clock)
        self._guard.press("close", entered_at)
        self._session = session
        self._finished = finished
        self._go_on_command = go_on_command

    def compose(self) -> ComposeResult:
        """Headline and totals, then exercise by exercise."""
        with Page(id="sheet"):
            yield Static(self._headline(), id="headline")
            yield Static(Content("\n").join(self._lines()), id="rows")
        yield Footer(compact=True, show_command_palette=False)

    def _headline(self) -> Content:
        plan, results = self._session.plan, self._session.results
        parts = [
            self._ending(),
            Content.styled(plan.routine.name, "bold"),
            Content(totals(plan, results, self._finished.at)),
        ]
        if self._go_on_command:
            parts.append(Content(f"go on another time with: {self._go_on_command}"))
        return Content("\n").join(parts)

    def _ending(self) -> Content:
        """How it ended; a session in which nothing was done has nothing to tick off."""
        if self._finished.outcome is Ending.STOPPED:
            return Content.styled("Session left", "bold")
        if not count_sets(self._session.plan, self._session.results)[Outcome.DONE]:
            return Content.styled("Session over", "bold")
        return Content.styled("✓ Session complete", "bold $phase-work")

    def _lines(self) -> Iterator[Content]:
        for row in score(self._session.plan, self._session.results):
            yield Content()
            yield from lines_of(row)

    def action_close(self) -> None:
        """Leave it."""
        if self._guard.lets("close"):
            self.dismiss(None)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen("The summary", commands.SUMMARY))
