"""Finding routines, by name or by path.

Looked for, first found wins: a path as given; in the folders of ``$STRIDETIMER_ROUTINES``; in the
person's own folder; among those that come with the program. A routine's name is that of its file,
without ``.yaml`` or ``.yml``; one in a subfolder has that before it: ``hips/clamshell``.
"""

import os
import re
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from stridetimer import places
from stridetimer.routines.characters import quoted
from stridetimer.routines.suggest import did_you_mean

_ENDINGS = (".yaml", ".yml")
"""Of two files that differ in it alone, the one with the first is the routine."""
_DEEPEST = 4
_MOST_FOLDERS = 500
"""So deep, and into so many, subfolders are looked: somebody's whole home is no folder of
routines."""

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
NOT_FETCHED = "nothing is ever fetched from the network; save the file and give its path"


class Origin(StrEnum):
    """Where a routine comes from."""

    PATH = "path"
    ENVIRONMENT = "environment"
    USER = "user"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Found:
    """A routine file that is there to be read."""

    name: str
    path: Path
    origin: Origin
    root: Path = Path()
    """The folder that was searched."""

    @property
    def subfolder(self) -> str:
        """Where below that folder it lies: ``hips``; empty where it lies in it."""
        return self.name.rpartition("/")[0]


class NoSuchRoutineError(LookupError):
    """There is no routine of this name, or at this path; the message says so in a sentence."""

    def __init__(self, message: str, near: Sequence[str] = ()) -> None:
        super().__init__(message + did_you_mean(near))
        self.near = tuple(near)
        """What may have been meant, likeliest first."""


def is_path(routine: str) -> bool:
    """Whether ``routine`` is meant as the path of a file, not as a name."""
    separators = [separator for separator in (os.sep, os.altsep) if separator]
    return routine.endswith(_ENDINGS) or any(separator in routine for separator in separators)


def is_address(routine: str) -> bool:
    """Whether ``routine`` is meant as the address of something on the network."""
    return bool(_ADDRESS.match(routine))


def find(routine: str) -> Found:
    """The routine of this name, or at this path.

    Raises:
        NoSuchRoutineError: there is none.
    """
    path_like = is_path(routine)
    if os.path.exists(routine) if path_like else os.path.isfile(routine):
        return _at_path(Path(routine))
    if is_address(routine):
        raise NoSuchRoutineError(f"{quoted(routine)} is an address, and {NOT_FETCHED}")
    known = {found.name: found for found in available()}
    if routine in known:
        return known[routine]
    if path_like:
        return _at_path(Path(routine), known)
    here = [f".{os.sep}{routine}{ending}" for ending in _ENDINGS]
    near = [path for path in here if os.path.isfile(path)] or _near(routine, list(known))
    raise NoSuchRoutineError(f"there is no routine called {quoted(routine)}", near)


def available() -> list[Found]:
    """Every routine that can be found by name, sorted by it; hidden ones are left out."""
    known: dict[str, Found] = {}
    for origin, folder in folders():
        for path in _routine_files_below(folder):
            name = path.relative_to(folder).with_suffix("").as_posix()
            known.setdefault(name, Found(name, path, origin, folder))
    return sorted(known.values(), key=lambda found: found.name)


def _at_path(path: Path, known: Collection[str] = ()) -> Found:
    """The file at ``path``; where there is none, one of the ``known`` names may be meant."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        beside = {other.name: other for other in _routine_files(path.parent)}
        named = path.stem if path.parent == Path() and path.stem in known else None
        near = [named] if named else [str(beside[name]) for name in _near(path.name, list(beside))]
        raise NoSuchRoutineError(f"there is no file {quoted(str(path), 200)}", near) from None
    except OSError:
        pass  # It is there and cannot be looked at; whoever reads it will say why.
    return Found(path.stem, path, Origin.PATH)


def folders() -> Iterator[tuple[Origin, Path]]:
    """Where routines are looked for by name, the first of them first; they need not exist."""
    for folder in os.environ.get("STRIDETIMER_ROUTINES", "").split(os.pathsep):
        if folder:
            yield Origin.ENVIRONMENT, Path(os.path.expanduser(folder))
    yield Origin.USER, places.user_routines()
    yield Origin.SHIPPED, places.shipped("routines")


def _routine_files_below(folder: Path) -> Iterator[Path]:
    """The routine files in ``folder``, then those in its subfolders; hidden ones are left out."""
    pending = deque([(folder, tuple[object, ...]())])
    for _ in range(_MOST_FOLDERS):
        if not pending:
            return
        here, above = pending.popleft()
        identity = _identity(here)
        if identity in above:
            continue  # A link leads back to where one came from.
        yield from _routine_files(here)
        if len(above) < _DEEPEST:
            pending.extend((subfolder, (*above, identity)) for subfolder in _subfolders(here))


def _identity(folder: Path) -> object:
    """What a folder is known by, however one came to it; its path where the system says nothing."""
    try:
        status = folder.stat()
    except (OSError, ValueError):
        return folder
    return (status.st_dev, status.st_ino) if status.st_ino else folder


def _subfolders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_subfolder(entry)]
    except (OSError, ValueError):
        return []
    return [folder / name for name in sorted(names)]


def _is_subfolder(entry: os.DirEntry[str]) -> bool:
    try:
        return not entry.name.startswith(".") and entry.is_dir()
    except OSError:  # A link that leads to itself.
        return False


def _routine_files(folder: Path) -> list[Path]:
    """The routine files in ``folder``, the preferred ending first; none where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_routine(entry)]
    except (OSError, ValueError):
        return []
    return [folder / name for ending in _ENDINGS for name in sorted(names) if name.endswith(ending)]


def _is_routine(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or not entry.name.endswith(_ENDINGS):
        return False
    try:
        return entry.is_file()
    except OSError:  # A link that leads to itself.
        return False


def _near(name: str, known: list[str]) -> list[str]:
    from difflib import get_close_matches  # here, because it is for mistakes only

    plain = {one.casefold(): one for one in known}
    close = get_close_matches(name[:100].casefold(), list(plain), n=2, cutoff=0.6)
    return [plain[one] for one in close]
