"""What a routine file may be called, so that every system takes it and every command finds it."""

import re
import unicodedata

from stridetimer.routines.characters import printable, quoted

MOST_BYTES = 200
"""The longest name of a file is 255 bytes on most systems; some add endings of their own."""
_ENOUGH = 50
"""Characters of a name that is made up: four bytes each, at the most, are not too long."""

_ENDING = re.compile(r"\.ya?ml$", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.I)
"""Devices of Windows, with whatever ending."""


class BadNameError(ValueError):
    """No routine can be called this; the message says why in a sentence."""


def file_stem(name: str) -> str:
    """The name of a new routine as its file has it, without ``.yaml``.

    Raises:
        BadNameError: it would not work everywhere.
    """
    stem = _ENDING.sub("", unicodedata.normalize("NFC", name.strip()))
    if why := _objection(stem):
        raise BadNameError(f"a routine can't be called {quoted(name)}: {why}")
    return stem


def _objection(stem: str) -> str:
    """What speaks against it; empty where nothing does."""
    if not stem:
        return "there is nothing in it"
    if printable(stem) != stem:
        return "it holds a character that can't be printed"
    if found := _FORBIDDEN.search(stem):
        return f"it holds {found.group()}, which a file name can't have everywhere"
    if stem[0] in ".-~":
        return f"it begins with {stem[0]}"
    if stem[-1] == ".":
        return "it ends with a dot"
    if _RESERVED.fullmatch(stem):
        return "on Windows that is the name of a device"
    if len(stem.encode()) > MOST_BYTES:
        return "it is too long"
    return ""


def stem_like(name: str, otherwise: str) -> str:
    """What the file of a routine called ``name`` can be called; ``otherwise`` helps where nothing
    of the name can be used, or not by itself.
    """
    plain = unicodedata.normalize("NFC", name).casefold()
    stem = re.sub(r"\W+", "-", plain)[:_ENOUGH].strip("-_") or otherwise
    return f"{stem}-{otherwise}" if _objection(stem) else stem


def title_of(stem: str) -> str:
    """The name in words, for the person: ``tuesday-legs`` is Tuesday legs."""
    words = stem if " " in stem else " ".join(re.split(r"[-_]+", stem)).strip() or stem
    return words[:1].upper() + words[1:]
