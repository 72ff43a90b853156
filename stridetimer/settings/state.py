"""What the program keeps for the next time without being asked: ``state.json``.

None of it matters enough to be in anybody's way: what cannot be read is as if it were not there,
and what cannot be written is forgotten.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stridetimer import files
from stridetimer.places import data_dir

LOUDEST = 100
"""Volumes are percents of this machine's own."""


@dataclass(frozen=True, slots=True)
class State:
    """What is kept."""

    volume: int = LOUDEST
    """From 0 to 100."""
    routine: str = ""
    """The name of the routine that was started last from the library."""
    grouping: str = ""
    """What the headings of the library are; empty where nobody has chosen."""
    sorting: str = ""
    """What comes first in the library; empty where nobody has chosen."""
    theme: str = ""
    """The name of the theme that was chosen last; empty where nobody has chosen."""


def load_state(path: Path | None = None) -> State:
    """What was kept last; the defaults for whatever of it makes no sense."""
    kept = _content(path or _file())
    words = {name: _word(kept.get(name)) for name in ("routine", "grouping", "sorting", "theme")}
    return State(_volume(kept.get("volume")), **words)


def keep(path: Path | None = None, **changes: Any) -> None:
    """Keep ``changes``, and all else that is kept there, whoever wrote it."""
    path = path or _file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = json.dumps({**_content(path), **changes})
        files.replace(path, kept.encode(), lasting=False)


def _file() -> Path:
    return data_dir() / "state.json"


def _content(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes()[:100_000])
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _volume(kept: object) -> int:
    if type(kept) is int and 0 <= kept <= LOUDEST:
        return kept
    return LOUDEST


def _word(kept: object) -> str:
    return kept if isinstance(kept, str) else ""
