"""The routines that the library shows, as it knows them."""

from dataclasses import dataclass
from typing import Protocol

from stridetimer.core.plan import Plan


@dataclass(frozen=True, slots=True)
class Entry:
    """A routine in the library: found at first, later read."""

    name: str
    """What a person types to run it."""
    origin: str = ""
    """Where it comes from, in words."""
    plan: Plan | None = None
    """None until it has been read, and where something is wrong with it."""
    problem: str = ""
    """The first thing that is wrong with it, in words; empty while none is known."""

    @property
    def title(self) -> str:
        """What it calls itself, once it has been read."""
        return self.plan.routine.name if self.plan else self.name

    @property
    def read(self) -> bool:
        """Whether it has been read."""
        return self.plan is not None or bool(self.problem)


class Shelf(Protocol):
    """Where routines come from. Reading one takes long; finding them does not."""

    def found(self) -> list[Entry]:
        """Every routine there is, none of them read."""

    def read(self, entry: Entry) -> Entry:
        """``entry`` with its plan or its problem; called from another thread."""
