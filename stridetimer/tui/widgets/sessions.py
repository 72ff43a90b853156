"""The list of all sessions that were performed, the newest first."""

from collections.abc import Iterable, Sequence
from datetime import date

from stridetimer.history.records import Brief
from stridetimer.phrases import TIMES, about
from stridetimer.tui.widgets.rows import Piece, Rows, cell

WIDE = 70
"""Narrower than this in cells, the day of the week, the year and how it ended are left out."""
NARROW = 34
"""Narrower than this, the time of day too."""


class Sessions(Rows):
    """Lists ``briefs``."""

    briefs: Sequence[Brief] = ()

    def show(self, briefs: Sequence[Brief]) -> None:
        """List these."""
        self.briefs = briefs
        self.renew()

    @property
    def count(self) -> int:
        """How many sessions there are."""
        return len(self.briefs)

    @property
    def chosen(self) -> Brief | None:
        """The session that the cursor is on."""
        return self.briefs[self.cursor] if self.briefs else None

    def to_day(self, day: date) -> None:
        """To the newest session of ``day``, or of the last day before it that has one."""
        later = (index for index, brief in enumerate(self.briefs) if brief.began.date() <= day)
        self.cursor = next(later, self.count)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """When it was, what it was, how long it took and how it ended."""
        brief = self.briefs[index]
        style = "rows--cursor" if index == self.cursor else ""
        when, ending = _when(brief, width), cell(_ending(brief), 12) if width >= WIDE else ""
        took = cell(_took(brief, width), 10 if width >= NARROW else 4, right=True)
        name = cell(brief.name, max(1, width - len(when) - len(took) - len(ending) - 6))
        yield f" {when}  ", style
        yield name, style
        yield f" {took}  {ending}", style


def _when(brief: Brief, width: int) -> str:
    if width >= WIDE:
        return f"{brief.began:%a %d %b %Y  %H:%M}"
    return f"{brief.began:%d %b %H:%M}" if width >= NARROW else f"{brief.began:%d.%m}"


def _took(brief: Brief, width: int) -> str:
    if width >= NARROW:
        return about(brief.seconds, estimated=False)
    return f"{round(brief.seconds / 60)}m"


def _ending(brief: Brief) -> str:
    return f"{TIMES} {brief.speed:g}" if brief.rehearsal else brief.outcome
