"""What the voice says, in the languages it knows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stridetimer.core.routine import Side


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language; ``{}`` stands for what is filled in."""

    left: str
    right: str
    in_turn: str
    next: str
    halfway: str
    one_minute: str
    minutes: str
    seconds: str

    def side(self, side: "Side | None") -> str:
        """The word for ``side``; empty for none."""
        from stridetimer.core.routine import Side  # here: settings want the languages alone

        known = {Side.LEFT: self.left, Side.RIGHT: self.right, Side.ALTERNATING: self.in_turn}
        return known[side] if side else ""

    def left_over(self, seconds: float) -> str:
        """So much time is left."""
        minutes, rest = divmod(round(seconds), 60)
        if minutes == 1 and not rest:
            return self.one_minute
        return self.seconds.format(round(seconds)) if rest else self.minutes.format(minutes)


_PHRASES = {
    "en": Phrases(
        "left",
        "right",
        "left and right in turn",
        "next, {}",
        "halfway",
        "one minute left",
        "{} minutes left",
        "{} seconds left",
    ),
    "de": Phrases(
        "links",
        "rechts",
        "links und rechts im Wechsel",
        "als Nächstes, {}",
        "Halbzeit",
        "noch eine Minute",
        "noch {} Minuten",
        "noch {} Sekunden",
    ),
    "fr": Phrases(
        "à gauche",
        "à droite",
        "gauche et droite en alternance",
        "ensuite, {}",
        "mi-temps",
        "encore une minute",
        "encore {} minutes",
        "encore {} secondes",
    ),
    "es": Phrases(
        "izquierda",
        "derecha",
        "izquierda y derecha por turnos",
        "después, {}",
        "mitad",
        "queda un minuto",
        "quedan {} minutos",
        "quedan {} segundos",
    ),
}

LANGUAGES = tuple(_PHRASES)
"""The languages by their codes."""


def phrases(language: str) -> Phrases:
    """The words of ``language``, one of :data:`LANGUAGES`."""
    return _PHRASES[language]
