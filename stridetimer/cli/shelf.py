"""The routines that can be found on disk, for the library to show."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Event
from typing import TypeVar

from stridetimer.routines.characters import printable
from stridetimer.routines.digests import Digests, stamp_of
from stridetimer.routines.locate import Found, Origin, available, folders
from stridetimer.settings.state import keep, load_state
from stridetimer.tui.arrangement import Arrangement, Grouping, Sorting
from stridetimer.tui.entry import Entry

HEADINGS = {Origin.USER: "Yours", Origin.SHIPPED: "Comes with stridetimer"}


class FileShelf:
    """The routines that can be found."""

    def __init__(self) -> None:
        self._digests = Digests()

    def found(self) -> list[Entry]:
        """Every routine there is, none of them read, those of one origin together."""
        order = {folder: number for number, (_, folder) in reversed([*enumerate(folders())])}
        found = sorted(available(), key=lambda one: (order.get(one.root, 0), one.subfolder))
        return [self._entry(one) for one in found]

    def _entry(self, found: Found) -> Entry:
        path = str(found.path)
        digest = self._digests.of(path)
        return Entry(printable(found.name), _heading(found), path=path, digest=digest)

    def read(self, entry: Entry) -> Entry:
        """``entry`` with its plan and its digest, or with its problem."""
        # Here, because it takes longer than showing the screen.
        from stridetimer.cli.finding import held_in

        stamp = stamp_of(entry.path)
        held = held_in(Found(entry.name, Path(entry.path), Origin.PATH))
        self._digests.remember(entry.path, stamp, held.digest)
        known = replace(entry, plan=held.plan, digest=held.digest, problem="")
        return replace(known, problem=known.trouble, problems=held.problems)

    def keep(self) -> None:
        """Remember for the next time what was read."""
        self._digests.keep([str(found.path) for found in available()])

    def arrangement(self) -> Arrangement:
        """How the person wanted the list last."""
        kept = load_state()
        return Arrangement(
            _one_of(Grouping, kept.grouping), _one_of(Sorting, kept.sorting), kept.routine
        )

    def arrange(self, how: Arrangement) -> None:
        """Remember how the person wants the list."""
        keep(grouping=how.grouping.value, sorting=how.sorting.value, routine=how.chosen)

    def done(self) -> Mapping[str, datetime]:
        """When each routine was last gone through to its end, by its name."""
        from stridetimer.cli.records import last_done

        return {name: datetime.fromisoformat(at) for name, at in last_done().items()}

    def changes(self, stop: Event) -> Iterator[None]:
        """Yield whenever files of routines came, went or changed; end when told to ``stop``."""
        from stridetimer.routines.watching import changes

        return changes(stop)


Word = TypeVar("Word", bound=StrEnum)


def _one_of(words: type[Word], kept: str) -> Word:
    """The word that was kept; the first of them where it is none."""
    return next((word for word in words if word == kept), next(iter(words)))


def _heading(found: Found) -> str:
    whose = HEADINGS.get(found.origin) or printable(found.root.name or str(found.root))
    return " · ".join(filter(None, (whose, printable(found.subfolder))))
