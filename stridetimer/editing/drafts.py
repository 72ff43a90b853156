"""What was typed and not yet saved, kept for the case that the terminal is closed on it."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Lock

from stridetimer import files, places


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is not in its file."""

    path: str
    """The file, absolute."""
    text: str
    hash: str
    """Of what was in the file when the typing began; empty where there was none."""
    at: str
    """When it was kept: ISO 8601, local time."""


def keep_draft(path: Path, text: str, hash_: str, now: datetime) -> None:
    """Keep ``text`` as the draft for the file at ``path``, in place of an earlier one.

    Raises:
        OSError: it cannot be kept.
    """
    draft = Draft(_absolute(path), text, hash_, now.isoformat(timespec="seconds"))
    file = _file(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, json.dumps(asdict(draft)).encode(), 0o600)


def find_draft(path: Path) -> Draft | None:
    """The draft for the file at ``path``, if there is one that makes sense."""
    try:
        draft = Draft(**json.loads(_file(path).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    sound = all(isinstance(value, str) for value in asdict(draft).values())
    return draft if sound and draft.path == _absolute(path) else None


def drop_draft(path: Path) -> None:
    """There is nothing unsaved for the file at ``path`` any more."""
    with suppress(OSError):
        _file(path).unlink(missing_ok=True)


class Drafts:
    """The drafts for the file at ``path``, which threads may write: none is kept too late."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = Lock()
        self._wanted = 0
        """The number of the draft that is wanted; what came before it is not."""

    def following(self, text: str, hash_: str, now: datetime) -> Callable[[], None]:
        """What keeps ``text`` in place of all before it, unless more has been said by then; it
        raises OSError where that cannot be.
        """
        self._wanted += 1
        return partial(self._keep, self._wanted, text, hash_, now)

    def drop(self) -> None:
        """There is nothing unsaved any more."""
        self._wanted += 1
        with self._turn:
            drop_draft(self._path)

    def _keep(self, number: int, text: str, hash_: str, now: datetime) -> None:
        with self._turn:
            if number == self._wanted:
                keep_draft(self._path, text, hash_, now)


def _absolute(path: Path) -> str:
    return os.path.abspath(path)


def _file(path: Path) -> Path:
    return places.drafts() / f"{sha256(os.fsencode(_absolute(path))).hexdigest()[:32]}.json"
