"""A calendar: a row a week, and in it the minutes of each day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from textual.message import Message
from textual.reactive import reactive

from stridetimer.phrases import about, count
from stridetimer.tui.almanac import DAYS, Almanac
from stridetimer.tui.widgets.rows import Piece, Rows, cell

WIDE = 56
"""Narrower than this in cells, year and totals are left out."""
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Calendar(Rows):
    """Shows the weeks of an almanac, this week first; the cursor is on a day."""

    weekday: reactive[int] = reactive(0, init=False)
    """The day that the cursor is on, from 0, Monday."""

    almanac = Almanac((), date.min)

    class Resized(Message):
        """Its columns may stand elsewhere."""

    def on_resize(self) -> None:
        """Say so: what stands above the days goes with them."""
        self.post_message(self.Resized())

    def show(self, almanac: Almanac) -> None:
        """Show this one, the cursor on the same day as before, at first on today."""
        day = self.day if self.almanac.briefs else almanac.today
        self.almanac = almanac
        self.renew()
        self.to_day(day)

    @property
    def count(self) -> int:
        """How many weeks there are."""
        return self.almanac.weeks

    @property
    def day(self) -> date:
        """The day that the cursor is on."""
        return self.almanac.day(self.cursor, self.weekday)

    def to_day(self, day: date) -> None:
        """Put the cursor on ``day``, or on the nearest that there is."""
        last = self.almanac.day(self.almanac.weeks - 1, 0)
        day = max(last, min(day, self.almanac.today))
        self.cursor, self.weekday = self.almanac.week_of(day), day.weekday()

    def by_days(self, days: int) -> None:
        """Move the cursor as the person wishes, from one week into the next."""
        self.to_day(self.day + timedelta(days=days))
        self.post_message(self.Moved(self))

    def move(self, rows: int) -> None:
        """Move the cursor as the person wishes; never past today."""
        self.by_days(DAYS * max(-self.cursor, min(rows, self.count - 1 - self.cursor)) * -1)

    def point_at(self, row: int, x: int) -> None:
        """Put the cursor on a day, or on the nearest that there is."""
        width = self.size.width
        weekday = max(0, min((x - 1 - _label(width)) // _column(width), DAYS - 1))
        self.by_days((self.almanac.day(row, weekday) - self.day).days)

    def watch_weekday(self) -> None:
        """Draw the cursor where it is now."""
        self.refresh()

    # -- what is seen ----------------------------------------------------------------------

    @staticmethod
    def head(width: int) -> str:
        """What stands above the days."""
        days = "".join(f"{name:>{_column(width)}}" for name in _NAMES)
        return f" {'':{_label(width)}}{days}"

    def pieces(self, index: int, width: int) -> Iterator[Piece]:
        """When the week began, its days, and what they come to."""
        first = self.almanac.day(index, 0)
        label = f"{first:%d %b %Y}" if width >= WIDE else f"{first:%d %b}"
        yield f" {label:<{_label(width)}}", ""
        for weekday in range(DAYS):
            yield from self._day(index, weekday, _column(width))
        if width >= WIDE:
            yield f"   {self._total(index)}", ""

    def _day(self, index: int, weekday: int, width: int) -> Iterable[Piece]:
        day = self.almanac.day(index, weekday)
        seconds = self.almanac.seconds.get(day)
        if day > self.almanac.today:
            return [(" " * width, "")]
        shown = "·" if seconds is None else _minutes(seconds)
        if day == self.almanac.today:
            shown = f"[{shown}]" if width > 4 else f"{shown}*"
        here = index == self.cursor and weekday == self.weekday
        style = "rows--cursor" if here else "" if seconds is None else "rows--strong"
        # The blank before it is not the cursor's.
        return [(" ", ""), (cell(shown, width - 1, right=True), style)]

    def _total(self, index: int) -> str:
        sessions = self.almanac.sessions.get(self.almanac.day(index, 0), 0)
        if not sessions:
            return ""
        total = about(self.almanac.total(index), estimated=False)
        return f"{count(sessions, 'session')}, {total}"


def _column(width: int) -> int:
    return 6 if width >= WIDE + 15 else 5 if width >= WIDE else 4


def _label(width: int) -> int:
    return 11 if width >= WIDE else 6


def _minutes(seconds: float) -> str:
    """Whole minutes, and hours where those would be many."""
    minutes = max(1, round(seconds / 60))
    return str(minutes) if minutes < 100 else f"{minutes // 60}h"
