"""New routine files in the person's own folder, from templates or from other routines."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from stridetimer import places
from stridetimer.editing.names import file_stem, title_of
from stridetimer.editing.saving import Document
from stridetimer.files import write_new
from stridetimer.routines.locate import Found
from stridetimer.routines.published import SCHEMA_LINE, schema_beside
from stridetimer.routines.renaming import renamed

SOON = 2.0
"""An editor that is back after fewer seconds has handed the file on, to a window of its own."""


class TakenError(ValueError):
    """There is a routine of that name already; the message says so in a sentence."""


def make_routine(name: str, text: str) -> Path:
    """Write ``text``, a routine without problems, as the person's own routine ``name``.

    Returns:
        Its file.

    Raises:
        BadNameError: no routine can be called that.
        TakenError: there is one already.
        OSError: it cannot be written.
    """
    return keep_routine(name, renamed(text, title_of(file_stem(name))))


def keep_routine(name: str, text: str) -> Path:
    """Write ``text`` as it is, but for the line that editors look for; otherwise the same."""
    return _write(file_stem(name), _known_to_editors(text).encode())


def copy_to_be(found: Found) -> Document:
    """The shipped routine ``found`` as the person's own, which is no file before it is saved.

    It begins with the line that editors look for: here, and not where it came from, its schema
    is beside it.

    Raises:
        TakenError: there is a file already.
        OSError: it cannot be read.
    """
    text = _known_to_editors(found.path.read_bytes().decode())
    return Document(_free(found.name), text.replace("\r\n", "\n"), is_copy=True)


class LentCopy:
    """The shipped routine ``found`` as a file of the person's own, for an editor that is not ours.

    Raises:
        TakenError: there is one already.
        OSError: it cannot be read or written.
    """

    def __init__(self, found: Found, clock: Callable[[], float] = monotonic) -> None:
        self._made = _known_to_editors(found.path.read_bytes().decode()).encode()
        self.path = _write(found.name, self._made)
        self._clock = clock
        self._began = clock()

    def stays(self) -> bool:
        """Whether it is kept, now that the editor is back; if not, it is gone.

        It is kept where anything was changed, and where it has only been handed on: then it is
        still open in a window.

        Raises:
            OSError: it cannot be looked at or taken away.
        """
        with suppress(FileNotFoundError):
            if self.path.read_bytes() != self._made or self._clock() - self._began < SOON:
                return True
        self.take_back()
        return False

    def take_back(self) -> None:
        """It was never seen."""
        self.path.unlink(missing_ok=True)


def _known_to_editors(text: str) -> str:
    if "yaml-language-server" in text:
        return text
    return SCHEMA_LINE + ("\r\n" if "\r\n" in text else "\n") + text


def _free(stem: str) -> Path:
    """Where a routine of the person's own lies; nothing is there."""
    path = places.user_routines() / f"{stem}.yaml"
    # The other ending would be found after this one, and so no longer at all.
    for taken in (path, path.with_suffix(".yml")):
        if taken.exists() or taken.is_symlink():
            raise TakenError(f"there is a routine of yours already: {taken}")
    return path


def _write(stem: str, content: bytes) -> Path:
    path = _free(stem)
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    try:
        write_new(path, content)
    except FileExistsError:
        raise TakenError(f"there is a routine of yours already: {path}") from None
    schema_beside(folder)
    return path
