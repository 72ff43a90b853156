"""The history: a calendar of the weeks, and the list of all sessions."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical

from stridetimer.core.lengths import in_words
from stridetimer.history.records import Brief
from stridetimer.keys.history import HISTORY
from stridetimer.phrases import count
from stridetimer.tui.almanac import Almanac
from stridetimer.tui.bindings import bindings
from stridetimer.tui.diary import Diary
from stridetimer.tui.screens.reading import ReadingScreen
from stridetimer.tui.widgets.calendar import Calendar
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.line import Line, Remark
from stridetimer.tui.widgets.rows import Rows
from stridetimer.tui.widgets.sessions import Sessions


class HistoryScreen(ReadingScreen):
    """Shows what is in ``diary``; ``wall`` tells the time of day."""

    KEYS = ("The history", HISTORY)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY)]

    def __init__(self, diary: Diary, wall: Callable[[], datetime]) -> None:
        super().__init__(diary)
        self._wall = wall

    def compose(self) -> ComposeResult:
        """The calendar beside or above the list."""
        yield Line(id="headline")
        with Container(id="books"):
            with Vertical(id="weeks"):
                yield Line(id="days")
                yield Calendar(id="calendar")
            yield Sessions(id="list")
        yield Remark()
        yield Footer()

    def on_mount(self) -> None:
        """Read it all."""
        self._headline("")
        self.query_one(Calendar).show(Almanac((), self._wall().date()))
        self.query_one(Sessions).focus()
        self._read()

    def on_calendar_resized(self) -> None:
        """Keep the names of the days above their columns."""
        calendar = self.query_one(Calendar)
        self.query_one("#days", Line).words = calendar.head(calendar.size.width)

    def _read(self) -> None:
        self.ask(self.diary.briefs, self._show)

    def _show(self, briefs: list[Brief]) -> None:
        almanac = Almanac(tuple(briefs), self._wall().date())
        self.query_one(Sessions).show(briefs)
        self.query_one(Calendar).show(almanac)
        if not briefs:
            self._headline(": nothing has been recorded yet")
            return
        week = almanac.total(0)
        this_week = f" · this week {in_words(round(week / 60) * 60)}" if week else ""
        self._headline(f": {count(len(briefs), 'session')}{this_week}")

    def _headline(self, words: str) -> None:
        self.query_one("#headline", Line).words = f"History{words}"

    # -- moving ----------------------------------------------------------------------------

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The other of the two follows."""
        calendar, sessions = self.query_one(Calendar), self.query_one(Sessions)
        if message.rows is calendar:
            sessions.to_day(calendar.day)
        elif chosen := sessions.chosen:
            calendar.to_day(chosen.began.date())

    def on_rows_picked(self) -> None:
        """Show what was clicked twice."""
        self.action_open()

    @property
    def _in_calendar(self) -> bool:
        return self.query_one(Calendar).has_focus

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One key leads from the one to the other: the footer says which."""
        if not self.is_mounted:
            return True
        by_day, room = self._in_calendar, not self.has_class("-slim")
        return {"swap": not by_day and room, "list": by_day}.get(action, True)

    def action_swap(self) -> None:
        """To the calendar."""
        self._to(self.query_one(Calendar))

    def action_list(self) -> None:
        """To the list."""
        self._to(self.query_one(Sessions))

    def _to(self, rows: Rows) -> None:
        self.set_class(isinstance(rows, Calendar), "-by-day")
        rows.focus()
        self.refresh_bindings()

    def action_day_before(self) -> None:
        """A day back."""
        if self._in_calendar:
            self.query_one(Calendar).by_days(-1)

    def action_day_after(self) -> None:
        """A day on."""
        if self._in_calendar:
            self.query_one(Calendar).by_days(1)

    # -- one session -----------------------------------------------------------------------

    def _chosen(self) -> Brief | None:
        """The session that is looked at; on a day without one there is none, which is said."""
        chosen = self.query_one(Sessions).chosen
        day = self.query_one(Calendar).day
        if self._in_calendar and (chosen is None or chosen.began.date() != day):
            self.say(f"No session on {day:%A %d %B}.")
            return None
        self.say("")
        return chosen

    def action_open(self) -> None:
        """Show it."""
        if chosen := self._chosen():
            from stridetimer.tui.screens.past import PastScreen

            self.app.push_screen(PastScreen(self.diary, chosen), self._came_back)

    def _came_back(self, deleted: bool | None) -> None:
        if deleted:
            self._read()

    def action_delete(self) -> None:
        """Delete it, once the person is sure."""
        self.ask_to_delete(self._chosen(), self._read)

    def action_close(self) -> None:
        """Back to where it was asked for."""
        self.dismiss(False)
