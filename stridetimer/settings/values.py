"""From the text of a setting to its value. The messages read on from the setting's name."""

from collections.abc import Callable

from stridetimer.core.leadin import LONGEST_LEAD_IN
from stridetimer.core.lengths import in_words
from stridetimer.keys.names import read_keys as keys
from stridetimer.routines.characters import quoted
from stridetimer.routines.suggest import alike, did_you_mean
from stridetimer.routines.values import flag, length_or_zero, line

__all__ = ["choice", "countdown", "flag", "keys", "path", "word"]


def choice(*known: str) -> Callable[[str], str]:
    """Reads one of the ``known`` words."""

    def read(text: str) -> str:
        word = text.strip().lower()
        if word in known:
            return word
        near = did_you_mean(alike(word, known))
        raise ValueError(f"{quoted(text)} is none of {', '.join(known)}{near}")

    return read


def countdown(text: str) -> float:
    """Seconds to get ready in; none at all too."""
    seconds = length_or_zero(text)
    if seconds > LONGEST_LEAD_IN:
        raise ValueError(f"{quoted(text)} is too long; {in_words(LONGEST_LEAD_IN)} is the most")
    return seconds


def path(text: str) -> str:
    """The path of a file."""
    return line(text)


def word(text: str) -> str:
    """A name."""
    return line(text)
