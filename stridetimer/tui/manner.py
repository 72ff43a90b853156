"""How a person wants the screens."""

from collections.abc import Callable
from dataclasses import dataclass

from stridetimer.keys.keymap import DEFAULT, Keymap
from stridetimer.statusfile import StatusFile


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person has settled about the screens; each default is what holds without."""

    keymap: Keymap = DEFAULT
    """The keys that hold."""
    flash: bool = False
    """Whether the whole screen lights up as a step begins."""
    theme: str = ""
    """The theme that was settled or chosen last; empty where none was."""
    keep_theme: Callable[[str], None] = lambda name: None
    """Keeps the theme that the person chooses."""
    title: bool = True
    """Whether the terminal's title says where the session stands."""
    status_file: StatusFile | None = None
    """The file that says so."""


USUAL = Manner()
"""How the screens are for whoever has settled nothing."""
