"""From the text of a setting to its value. The messages read on from the setting's name."""

from collections.abc import Callable

from stridetimer.routines.characters import quoted
from stridetimer.routines.suggest import alike, did_you_mean
from stridetimer.routines.values import flag, line

__all__ = ["choice", "flag", "path", "word"]


def choice(*known: str) -> Callable[[str], str]:
    """Reads one of the ``known`` words."""

    def read(text: str) -> str:
        word = text.strip().lower()
        if word in known:
            return word
        near = did_you_mean(alike(word, known))
        raise ValueError(f"{quoted(text)} is none of {', '.join(known)}{near}")

    return read


def path(text: str) -> str:
    """The path of a file."""
    return line(text)


def word(text: str) -> str:
    """A name."""
    return line(text)
