"""What was done, when a session is over."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from stridetimer.conductor import Clock
from stridetimer.core.events import Ending, Outcome, SessionFinished
from stridetimer.core.lengths import clock as clock_words
from stridetimer.core.session import Session
from stridetimer.history.records import PastSession
from stridetimer.keys.guard import KeyGuard
from stridetimer.keys.session import SUMMARY
from stridetimer.score import count_sets
from stridetimer.tui.bindings import bindings
from stridetimer.tui.diary import DiaryError
from stridetimer.tui.last_time import Before
from stridetimer.tui.outcome import table, told
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.sized import SizedScreen
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.headline import Headline
from stridetimer.tui.widgets.page import Page
from stridetimer.tui.widgets.paper import Paper

COMPLETE = ("DONE", "Session complete")
LEFT = ("SO FAR", "Session left")
OVER = ("OVER", "Session over")
"""How it ended, in large letters and in a line."""


class SummaryScreen(SizedScreen[None]):
    """Shows per exercise and side what was planned and what was done in ``session``.

    ``entered_at`` is when enter was pressed last: the one that ended the last set, still held
    down, must not close this too. ``now`` is the time of day. ``go_on_command`` is what to type
    to resume a session that was left. ``before`` finds how the routine went the time before,
    on another thread. ``unrecorded`` is what there is to say of the record.
    """

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SUMMARY)]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (20, "-normal")]  # noqa: RUF012 - Textual's own declaration

    class Found(Message):
        """How it went the time before."""

        def __init__(self, past: PastSession) -> None:
            super().__init__()
            self.past = past

    def __init__(
        self,
        session: Session,
        finished: SessionFinished,
        *,
        clock: Clock,
        entered_at: float,
        now: datetime,
        go_on_command: str = "",
        before: Callable[[], PastSession | None] = lambda: None,
        unrecorded: str = "",
    ) -> None:
        super().__init__()
        self._guard = KeyGuard(SUMMARY, clock)
        self._guard.press("close", entered_at)
        self._session = session
        self._finished = finished
        self._now = now
        self._go_on_command = go_on_command
        self._find_before = before
        self._unrecorded = unrecorded
        self._past: PastSession | None = None

    def compose(self) -> ComposeResult:
        """Headline and totals, then exercise by exercise."""
        yield Headline(id="headline")
        with Page(id="sheet"):
            yield Paper(id="told")
            yield Paper(id="rows")
        yield Footer()

    def on_mount(self) -> None:
        """Fill it in."""
        headline = self.query_one(Headline)
        headline.words = (self._ended[0], clock_words(self._finished.at))
        headline.set_class(self._ended is COMPLETE, "-done")
        self._write()
        self._look_back()

    def _write(self) -> None:
        # Each time another function: the same one would be no news.
        self.query_one("#told", Paper).text = partial(self._told, self._past)
        self.query_one("#rows", Paper).text = partial(self._rows, Before(self._past))

    @work(thread=True)
    def _look_back(self) -> None:
        # Where the history cannot be read there is nothing beside which to see this time.
        with suppress(DiaryError):
            if past := self._find_before():
                self.post_message(self.Found(past))

    def on_summary_screen_found(self, message: Found) -> None:
        """Show it beside this time."""
        self._past = message.past
        self._write()

    @property
    def _ended(self) -> tuple[str, str]:
        """How it ended; a session in which nothing was done has nothing to be proud of."""
        if self._finished.outcome is Ending.STOPPED:
            return LEFT
        counted = count_sets(self._session.plan, self._session.results)
        return COMPLETE if counted[Outcome.DONE] else OVER

    def _told(self, past: PastSession | None, width: int) -> list[Content]:
        session = self._session
        ended, seconds = self._ended[1], self._finished.at
        lines = told(ended, session.plan, session.results, seconds, self._now, past)
        if self._go_on_command:
            lines.append(Content(f"resume another time with: {self._go_on_command}"))
        if self._unrecorded:
            lines.append(Content.styled(self._unrecorded, "bold $phase-ready"))
        return [part for line in lines for part in line.wrap(width)]

    def _rows(self, before: Before, width: int) -> list[Content]:
        return table(self._session.plan, self._session.results, width, before)

    def action_close(self) -> None:
        """Leave it."""
        if self._guard.lets("close"):
            self.dismiss(None)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen("The summary", SUMMARY))
