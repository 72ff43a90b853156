"""The routines that the library shows, as it knows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING, Protocol

from stridetimer.routines.digests import Digest, digest_of

if TYPE_CHECKING:
    # The library is on the screen before these are loaded.
    from stridetimer.core.plan import Plan
    from stridetimer.routines.problems import Problem
    from stridetimer.tui.arrangement import Arrangement


@dataclass(frozen=True, slots=True)
class Entry:
    """A routine in the library: found at first, known by its digest, read where it is wanted."""

    name: str
    """What a person types to run it."""
    origin: str = ""
    """Where it comes from, in words: the heading under which it stands."""
    plan: "Plan | None" = None
    """None until it has been read, and where something is wrong with it."""
    problem: str = ""
    """The first thing that is wrong with it, in words; empty while none is known."""
    problems: "tuple[Problem, ...]" = ()
    """All that is wrong with it; empty until it has been read, and where it cannot be."""
    path: str = ""
    """Its file."""
    digest: Digest | None = None
    """What is known of it without reading it; None while nothing is."""

    @property
    def known(self) -> Digest | None:
        """What lists show of it; None while nothing is known but its name."""
        if self.digest or not self.plan:
            return self.digest
        return digest_of(self.plan)

    @property
    def title(self) -> str:
        """What it calls itself; its name while that is not known."""
        known = self.known
        return known.name if known and known.name else self.name

    @property
    def trouble(self) -> str:
        """The first thing that is wrong with it, whoever knows it; empty where nothing is."""
        if self.problem or not self.digest or not self.digest.problem:
            return self.problem
        place = f"line {self.digest.line}: " if self.digest.line else ""
        return f"{place}{self.digest.problem}"

    @property
    def read(self) -> bool:
        """Whether it has been read."""
        return self.plan is not None or bool(self.problem)


class Shelf(Protocol):
    """Where routines come from. Finding them is quick; the rest is asked for in other threads."""

    def found(self) -> list[Entry]:
        """Every routine there is, none of them read, those of one origin together."""

    def read(self, entry: Entry) -> Entry:
        """``entry`` with its plan and its digest, or with its problem."""

    def keep(self) -> None:
        """Remember for the next time what was read."""

    def arrangement(self) -> "Arrangement":
        """How the person wanted the list last."""

    def arrange(self, how: "Arrangement") -> None:
        """Remember how the person wants the list."""

    def done(self) -> Mapping[str, datetime]:
        """When each routine was last gone through to its end, by its name."""

    def changes(self, stop: Event) -> Iterator[None]:
        """Yield whenever files of routines came, went or changed; end when told to ``stop``."""
