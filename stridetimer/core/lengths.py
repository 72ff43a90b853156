"""Lengths of time as people write them and read them.

All lengths are seconds, exact to the millisecond.
"""

import re
from math import ceil

DAY = 24 * 60 * 60.0
"""The longest length a routine may hold, in seconds."""
LONGEST_RECOVERY = 31 * DAY
"""The longest that a routine may ask for between two sessions, in seconds."""

_NUMBER = r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"


def _amount(*units: str) -> str:
    """An optional number with one of ``units`` after it, in either case (no flags in a schema)."""
    names = "|".join("".join(f"[{char}{char.upper()}]" for char in unit) for unit in units)
    return rf"(?:({_NUMBER})\s*(?:{names}))?"


LENGTH_PATTERN = (
    r"^(?=.{1,40}$)\s*(?:([0-9]+)"
    r"|(?:([0-9]{1,2}):([0-5][0-9])|([0-9]{1,4})):([0-5][0-9])"
    rf"|(?=[0-9.]){_amount('h', 'hr', 'hrs', 'hour', 'hours')}"
    rf"\s*{_amount('m', 'min', 'mins', 'minute', 'minutes')}"
    rf"\s*{_amount('s', 'sec', 'secs', 'second', 'seconds')})\s*$"
)
"""What a length looks like: the grammar of :func:`parse_length`, fit for a JSON Schema.

Nobody writes a length of over 40 characters, and the bound keeps hostile ones cheap to refuse.
"""

_LENGTH = re.compile(LENGTH_PATTERN)
_FACTORS = (1.0, 3600.0, 60.0, 60.0, 1.0, 3600.0, 60.0, 1.0)
"""What each group of the pattern is worth: bare; clock (two ways to say minutes); units."""


def parse_length(text: str) -> float:
    """The seconds that ``text`` means.

    Takes ``90``, ``90s``, ``1m30s``, ``1m 30s``, ``1:30``, ``0:45``, ``1:00:00``, ``1h``,
    ``2 min`` and ``1.5m``. A whole number without a unit is seconds.

    Raises:
        ValueError: ``text`` is not a length; the message says what one looks like.
    """
    match = _LENGTH.match(text.strip())
    if match is None:
        raise ValueError("a length is written like 90s, 1m30s, 2 min or 1:30")
    parts = zip(match.groups(), _FACTORS, strict=True)
    return round(sum(float(part) * factor for part, factor in parts if part), 3)


def clock(seconds: float) -> str:
    """``seconds`` as a clock shows them: ``0:45``, ``12:05``, ``1:02:05``. Fractions are cut."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def countdown(seconds: float) -> int:
    """The whole seconds to show when ``seconds`` are left: the ceiling.

    So the digit changes in the instant a cue sounds, and 0 is never shown for a second that is
    still running. A microsecond of float noise does not count as a second.
    """
    return max(0, ceil(seconds - 1e-6))


def in_words(seconds: float) -> str:
    """``seconds`` in short words: ``45 s``, ``1 min 30 s``, ``2 min``, ``1 h 5 min``."""
    if seconds < 60:
        return f"{seconds:.3f}".rstrip("0").rstrip(".") + " s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min"), (rest, "s")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count)
