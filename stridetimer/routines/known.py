"""What routine files came to, so that one that has not changed need not be understood again.

That takes a library which takes longer to load than all else of a session. What a file came to
holds for exactly the bytes that it had, and for the program that read it. Where anything about it
is not as it must be, the file is read; so what is kept may be deleted, or spoilt, at any time.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from stridetimer import files, places
from stridetimer.core.plain import NOT_PLAIN, plain, routine_from
from stridetimer.core.routine import Routine
from stridetimer.routines.content import content_of
from stridetimer.routines.digests import maker
from stridetimer.routines.reading import Reading
from stridetimer.routines.sane import is_sane

MOST_KEPT = 1024 * 1024
"""What comes to more bytes is not kept."""


def read_file(path: str | os.PathLike[str]) -> Reading:
    """What the routine file at ``path`` comes to, as it is now.

    Raises:
        OSError: it cannot be read, or is no ordinary file.
    """
    data = content_of(path)
    name, kept_in, state = os.fspath(path), _file(path), _state(data)
    if routine := _kept(kept_in, state):
        return Reading(name, routine)
    from stridetimer.routines.reader import read  # here, because it is what takes so long

    reading = read(data, name)
    if reading.routine:
        _keep(kept_in, state, reading.routine)
    return reading


def _file(path: str | os.PathLike[str]) -> Path:
    """Where it is kept what the file at ``path`` came to: one place for all that it ever holds."""
    where = os.path.abspath(path).encode("utf-8", "surrogatepass")
    return places.cache_dir() / "read" / f"{sha256(where).hexdigest()[:32]}.json"


def _state(data: bytes) -> str:
    """What must be the same for a file to come to the same: its bytes, and who reads them."""
    return sha256(maker().encode() + b"\n" + data).hexdigest()


def _kept(kept_in: Path, state: str) -> Routine | None:
    try:
        with kept_in.open("rb") as file:
            kept = json.loads(file.read(MOST_KEPT))
        if kept["state"] != state:
            return None
        routine = routine_from(kept["routine"])
        return routine if is_sane(routine) else None
    except (OSError, *NOT_PLAIN):
        return None


def _keep(kept_in: Path, state: str, routine: Routine) -> None:
    held: dict[str, Any] = {"state": state, "routine": plain(routine)}
    text = json.dumps(held, ensure_ascii=False).encode()
    if len(text) > MOST_KEPT:
        return
    with suppress(OSError):
        kept_in.parent.mkdir(parents=True, exist_ok=True)
        files.replace(kept_in, text, lasting=False)
