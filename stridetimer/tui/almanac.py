"""The days on which there were sessions, week by week."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from stridetimer.history.records import Brief

DAYS = 7


@dataclass(frozen=True)
class Almanac:
    """Every week from the first session to ``today``, this week first; rehearsals do not count."""

    briefs: tuple[Brief, ...]
    today: date

    @cached_property
    def seconds(self) -> Counter[date]:
        """How long was trained on each day, in seconds; only days with a session are in it."""
        seconds = Counter[date]()
        for brief in self._counted():
            seconds[brief.began.date()] += round(brief.seconds)
        return seconds

    @cached_property
    def sessions(self) -> Counter[date]:
        """How many sessions there were in each week, by its Monday."""
        return Counter(monday(brief.began.date()) for brief in self._counted())

    @cached_property
    def weeks(self) -> int:
        """How many weeks there are."""
        # A session in the future is one of a clock that was set wrong.
        first = min((*self.seconds, self.today))
        return (monday(self.today) - monday(first)).days // DAYS + 1

    def day(self, week: int, weekday: int) -> date:
        """The day ``weekday`` from 0, Monday, in the week that was so many weeks ago."""
        return monday(self.today) + timedelta(days=weekday - DAYS * week)

    def week_of(self, day: date) -> int:
        """How many weeks ago the week of ``day`` was."""
        return (monday(self.today) - monday(day)).days // DAYS

    def total(self, week: int) -> int:
        """How long was trained in the week that was so many weeks ago, in seconds."""
        return sum(self.seconds.get(self.day(week, weekday), 0) for weekday in range(DAYS))

    def _counted(self) -> Iterable[Brief]:
        return (brief for brief in self.briefs if not brief.rehearsal)


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())
