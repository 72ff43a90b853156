"""What the list of the library says of a routine, in a line or two."""

from collections.abc import Mapping
from datetime import datetime

from textual.content import Content

from stridetimer.core.lengths import in_words
from stridetimer.tui.entry import Entry
from stridetimer.tui.searching import exercise_for
from stridetimer.tui.theme import PALE
from stridetimer.tui.when import ago

_WARNING = "$phase-ready"


class Describer:
    """Describes routines; what it knows besides them may change."""

    def __init__(self, now: datetime) -> None:
        self.done: Mapping[str, datetime] = {}
        """When each was last gone through to its end, by its name."""
        self.now = now
        self.query = ""
        """What is searched for."""

    def last_done(self, entry: Entry) -> str:
        """``3 days ago``; empty where it never was."""
        then = self.done.get(entry.name)
        return ago(then, self.now) if then else ""

    def advice(self, entry: Entry) -> str:
        """When it was last done, and whether it wants more rest than that; empty if it never was.

        What it wants is known once it has been read.
        """
        then = self.done.get(entry.name)
        if then is None:
            return ""
        wanted = entry.plan.routine.recovery if entry.plan else None
        gone = (self.now.astimezone() - then.astimezone()).total_seconds()
        too_soon = wanted and 0 <= gone < wanted
        rest = f", and {in_words(wanted)} of rest are advised" if too_soon and wanted else ""
        return f"done {ago(then, self.now)}{rest}"

    def __call__(self, entry: Entry, width: int, lines: int) -> list[Content]:
        """``entry`` in so many lines of at most ``width`` cells."""
        if lines == 1:
            return [self._line(entry, width)]
        mark = "! " if entry.trouble else ""
        title = Content.assemble((mark, f"bold {_WARNING}"), entry.title)
        second = self._second(entry, width)
        return [title.truncate(width, ellipsis=True), second.truncate(width, ellipsis=True)]

    def _line(self, entry: Entry, width: int) -> Content:
        """Title and length; the title gives way."""
        if entry.trouble:
            warned = Content.assemble(("! ", f"bold {_WARNING}"), entry.title)
            return warned.truncate(width, ellipsis=True)
        length = _length(entry)
        room = width - len(length) - 1
        if room < len(length):
            return Content(entry.title).truncate(width, ellipsis=True)
        title = Content(entry.title).truncate(room, ellipsis=True)
        return title.pad_right(room + 1 - title.cell_length) + Content.styled(length, PALE)

    def _second(self, entry: Entry, width: int) -> Content:
        if entry.trouble:
            return Content.styled(entry.trouble, _WARNING)
        if entry.known is None:
            return Content.styled("…", PALE)
        number = len(entry.known.exercises)
        exercises = f"{number} exercise{'' if number == 1 else 's'}"
        found = exercise_for(self.query, entry) if self.query else ""
        length, done = _length(entry), self.last_done(entry)
        said = _joined(length, found or exercises, done)
        if len(said) > width and not found:
            said = _joined(length, f"{number} ex.", done)
        return Content.styled(said, PALE)


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _length(entry: Entry) -> str:
    """``35 min``; ``~35 min`` where it is reckoned, ``…`` while it is not known."""
    known = entry.known
    if known is None:
        return "…"
    seconds = known.total_seconds
    shown = in_words(round(seconds / 60) * 60) if seconds >= 60 else in_words(round(seconds))
    return f"~{shown}" if known.estimated else shown
