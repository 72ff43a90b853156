"""How a person wants the screens."""

from dataclasses import dataclass

from stridetimer.keys.keymap import DEFAULT, Keymap


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person has settled about the screens; each default is what holds without."""

    keymap: Keymap = DEFAULT
    """The keys that hold."""
    flash: bool = False
    """Whether the whole screen lights up as a step begins."""


USUAL = Manner()
"""How the screens are for whoever has settled nothing."""
