"""One command that has keys."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyCommand:
    """Something a key does."""

    id: str
    """Stable, for those who want other keys: ``session.next``; its last part is the action."""
    keys: str
    """The keys it has unless a person gives it others, with commas between."""
    name: str
    """One or two words, for the footer."""
    tooltip: str
    """One sentence, for the help."""
    shown: bool = True
    """Whether the footer has it."""
    again_after: float = 0.0
    """The same key within so many seconds is a finger that stayed on it, not a second wish."""
    undo: str = ""
    """What the key does, in a word, where the same key takes back what it did."""
    essential: bool = False
    """Whether it must have a key: there would be no way out, or on, without it."""
    needed: bool = False
    """Whether the footer has it however narrow it is, as it has all that are essential."""

    @property
    def action(self) -> str:
        """The name of the action method, without its prefix."""
        return self.id.rpartition(".")[2].replace("-", "_")

    @property
    def undo_action(self) -> str:
        """The name of the action method that takes it back."""
        return self.undo.replace("-", "_")

    @property
    def default(self) -> tuple[str, ...]:
        """The keys it has unless a person gives it others."""
        return tuple(self.keys.split(","))
