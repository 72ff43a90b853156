"""What the list of the library shows: all routines as a person wants them, or what is sought."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from stridetimer.tui.arrangement import Arrangement, Grouping, Row, arranged, following
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.lines import Describer
from stridetimer.tui.searching import found_for

EMPTY = "There is no routine yet. `stridetimer new NAME` makes one."


class Listing:
    """The routines of ``shelf`` in rows, for ``describer`` to say of them what it is told here.

    How a person wants them is remembered on the shelf.
    """

    def __init__(self, shelf: Shelf, describer: Describer) -> None:
        self._shelf = shelf
        self._describer = describer
        self._arrangement = shelf.arrangement()
        self.entries = shelf.found()
        """Every routine there is."""

    @property
    def chosen(self) -> str:
        """The name of the routine that was started last."""
        return self._arrangement.chosen

    def learn(self, entries: list[Entry], done: Mapping[str, datetime], now: datetime) -> None:
        """What is known of them ``now``, and when each was last done."""
        self.entries = entries
        self._describer.done = done
        self._describer.now = now

    def rows(self) -> list[Row]:
        """What is in the list, from the top."""
        if query := self._describer.query:
            return [Row("", entry) for entry in found_for(query, self.entries)]
        return arranged(self.entries, self._arrangement, self._describer.done)

    @property
    def emptiness(self) -> str:
        """What to say where there are no rows."""
        query = self._describer.query
        return f"nothing is called {query}" if query else EMPTY

    def group(self) -> str:
        """Group by something else; which, in words."""
        grouping = following(self._arrangement.grouping)
        self._arrange(replace(self._arrangement, grouping=grouping))
        return "not grouped" if grouping is Grouping.NONE else f"grouped by {grouping}"

    def sort(self) -> str:
        """Order by something else; which, in words."""
        sorting = following(self._arrangement.sorting)
        self._arrange(replace(self._arrangement, sorting=sorting))
        return f"ordered by {sorting}"

    def choose(self, entry: Entry) -> None:
        """Remember which was started."""
        self._arrange(replace(self._arrangement, chosen=entry.name))

    def _arrange(self, how: Arrangement) -> None:
        self._arrangement = how
        self._shelf.arrange(how)
