"""What is remembered of routine files, so that listing them does not mean reading them.

A digest holds for a file as long as its stamp does, and for the program that made it. None of it
is ever trusted to run a routine: whoever starts one reads its file. The file of digests may be
deleted at any time.
"""

import json
import os
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stridetimer import __version__, files, places

if TYPE_CHECKING:
    from stridetimer.core.plan import Plan

Stamp = tuple[int, int, int]
"""Size, and the instants of the last change of content and of the file itself in nanoseconds."""

SETTLED = 2.0
"""A file changed within so many seconds may change again without its stamp showing it."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What lists show of a routine."""

    name: str = ""
    summary: str = ""
    total_seconds: float = 0.0
    estimated: bool = False
    """Whether the length is reckoned."""
    steps: int = 0
    exercises: tuple[str, ...] = ()
    """Their names, each once, in the order written."""
    tags: tuple[str, ...] = ()
    problem: str = ""
    """The first thing that is wrong with it, in words; then nothing else is known."""
    line: int = 0
    """Where in the file that is, from 1; 0 where it is nowhere in it."""
    column: int = 0


def digest_of(plan: "Plan") -> Digest:
    """What lists show of ``plan``."""
    routine = plan.routine
    return Digest(
        routine.name,
        routine.summary,
        plan.total_seconds,
        plan.estimated,
        len(plan.steps),
        tuple(dict.fromkeys(exercise.name for exercise in routine.exercises())),
        routine.tags,
    )


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


class Digests:
    """The digests in ``file``, and those that were made since."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or places.cache_dir() / "routines.json"
        self._known = _content(self._file)
        self._changed = False

    def of(self, path: str) -> Digest | None:
        """The digest of the file at ``path`` as it is now; None where it must be read."""
        stamp, digest = self._known.get(path, (None, None))
        return digest if stamp and stamp == stamp_of(path) else None

    def remember(self, path: str, stamp: Stamp | None, digest: Digest) -> None:
        """Keep ``digest`` of the file at ``path``, whose stamp was taken before it was read."""
        if stamp and time.time() - max(stamp[1:]) / 1e9 > SETTLED:
            self._known[path] = (stamp, digest)
            self._changed = True

    def keep(self, paths: Collection[str]) -> None:
        """Write them down for the next time: those of the files at ``paths``."""
        if not self._changed:
            return
        kept = {path: self._known[path] for path in paths if path in self._known}
        text = json.dumps(
            {
                "made_by": maker(),
                "routines": {
                    path: [stamp, asdict(digest)] for path, (stamp, digest) in kept.items()
                },
            },
            ensure_ascii=False,
        )
        with suppress(OSError, ValueError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            files.replace(self._file, text.encode(), lasting=False)
            self._changed = False


def maker() -> str:
    """What reads routines here: another version, or other code, may find other things in a file."""
    changed = [path.stat().st_mtime_ns for path in Path(__file__).parent.glob("*.py")]
    return f"{__version__} {max(changed, default=0)}"


def _content(file: Path) -> dict[str, tuple[Stamp, Digest]]:
    try:
        found = json.loads(file.read_bytes())
        if found["made_by"] != maker():
            return {}
        return {path: _entry(*kept) for path, kept in found["routines"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _entry(stamp: Any, fields: Any) -> tuple[Stamp, Digest]:
    given: dict[str, Any] = {
        key: tuple(value) if type(value) is list else value for key, value in fields.items()
    }
    digest = Digest(**given)
    size, changed, moved = map(int, stamp)
    if any(type(value) is not _KINDS[key] for key, value in asdict(digest).items()):
        raise TypeError("that is no digest")
    return (size, changed, moved), digest


_KINDS = {key: type(value) for key, value in asdict(Digest()).items()}
