"""Every importer there is, and which of them a file is for."""

import json
from collections.abc import Sequence
from typing import Any

from stridetimer.importing import hiitimer, jawt, openhiit
from stridetimer.importing.importer import BadFileError, Imported, Importer, Source

IMPORTERS = (jawt.IMPORTER, openhiit.IMPORTER, hiitimer.IMPORTER)

LATIN = "letters beyond Latin-1, which the file itself has lost"


def imported(
    content: bytes, title: str
) -> tuple[Importer, Sequence[Imported], Sequence[BadFileError]]:
    """What the ``content`` of a file holds; ``title`` is for what has no name in it.

    Returns:
        Who knows it, the routines, and why others in it are left out.

    Raises:
        BadFileError: no importer knows it, or nothing in it makes sense to the one that does.
    """
    text, latin = _decoded(content)
    source = Source(text, title, _json(text))
    for importer in IMPORTERS:
        if importer.knows(source):
            found = importer.read(source)
            bad = [one for one in found if isinstance(one, BadFileError)]
            if len(bad) == len(found):
                raise bad[0]
            lost = (LATIN,) if latin else ()
            routines = [
                Imported(one.routine, lost + one.lost) for one in found if isinstance(one, Imported)
            ]
            return importer, routines, bad
    known = ", ".join(importer.program for importer in IMPORTERS)
    raise BadFileError(f"it is no file of a program that is known here ({known})")


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether it was not UTF-8: one of the programs exports Latin-1."""
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return content.decode("latin-1"), True


def _json(text: str) -> Any:
    """What the text says in JSON; None where it is none.

    Raises:
        BadFileError: it is JSON beyond reason.
    """
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text)
    except RecursionError:
        raise BadFileError("it is nested beyond reason") from None
    except ValueError as error:
        place = f" on line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadFileError(f"it begins like JSON and breaks off{place}") from None
