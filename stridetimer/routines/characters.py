"""Which characters a routine may hold, and how text of any kind is made safe to show."""

import re
from unicodedata import category, east_asian_width

_REFUSED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line breaks
    "\u2028\u2029"  # separators that some take for line breaks
    "\u202a-\u202e\u2066-\u2069"  # turns of direction: text that does not say what it shows
    "\ufeff\ufffe\uffff\ud800-\udfff"  # stray byte order marks, and what is no character
)
UNREADABLE = re.compile(f"[{_REFUSED}]")
"""Characters that no routine file may hold, in no form."""
UNWRITABLE = re.compile(f"[\r{_REFUSED}]")
"""Characters that no escape may make: those, and the carriage return, a line break in a file."""

_UNPRINTABLE = re.compile(f"[\t\n\r{_REFUSED}]")
_ZERO_WIDTH_JOINER = "\u200d"


def refusal(char: str) -> str:
    """Why ``char``, one of the unreadable ones, is refused."""
    code = f"U+{ord(char):04X}"
    if "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
        return f"{code} turns the direction of the text around it and cannot be used"
    if char in "\u2028\u2029":
        return f"{code} is a line separator of its own kind; use an ordinary line break"
    if char == "\ufeff":
        return f"{code} is a byte order mark, which can only be the first character of a file"
    if "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff":
        return f"{code} is not a character"
    return f"{code} is a control character and cannot be used"


def printable(text: str) -> str:
    """``text`` with all that a terminal might obey as visible escapes, on one line."""
    return _UNPRINTABLE.sub(_escape, text)


def quoted(text: str, most: int = 40) -> str:
    """``text`` in quotation marks for use within a message, safe and not too long."""
    shown = text if len(text) <= most else text[: most - 1] + "…"
    return f"'{printable(shown)}'"


def cells(text: str) -> int:
    """How many terminal cells ``text`` takes."""
    width, joined = 0, False
    for char in text:
        width += 0 if joined else _width(char)
        joined = char == _ZERO_WIDTH_JOINER
    return width


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if category(char) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= char <= "\U0001f3ff":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
