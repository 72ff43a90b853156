"""What the text of a field means that takes one of a few words.

Apart from :mod:`~stridetimer.routines.values`, which the settings share: so they need not load what
a routine means.
"""

from stridetimer.core.routine import First, Order, Sides
from stridetimer.routines.characters import quoted


def sides(text: str) -> Sides:
    """How the two sides are used."""
    if text in (First.LEFT, First.RIGHT):
        raise ValueError(
            f"{quoted(text)} alone cannot be said here; leave it out, and say it in the name"
        )
    return Sides(_choice(text, [*Sides]))


def order(text: str) -> Order:
    """In which order the sets of two sides go."""
    return Order(_choice(text, [*Order]))


def first(text: str) -> First:
    """Which side begins."""
    return First(_choice(text, [*First]))


def _choice(text: str, known: list[str]) -> str:
    if text in known:
        return text
    raise ValueError(f"{quoted(text)} is none of {', '.join(known)}")
