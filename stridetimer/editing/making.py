"""New routine files in the person's own folder, from templates or from other routines."""

from pathlib import Path

from stridetimer import places
from stridetimer.editing.names import file_stem, title_of
from stridetimer.files import write_new
from stridetimer.routines.locate import Found
from stridetimer.routines.published import SCHEMA_LINE, schema_beside
from stridetimer.routines.renaming import renamed


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


def own_copy(found: Found) -> Path:
    """The shipped routine ``found`` as a file of the person's own, which goes before it.

    It begins with the line that editors look for: here, and not where it came from, its schema
    is beside it.

    Returns:
        Its file.

    Raises:
        TakenError: there is one already.
        OSError: it cannot be read or written.
    """
    return _write(found.name, _known_to_editors(found.path.read_bytes().decode()).encode())


def _known_to_editors(text: str) -> str:
    if "yaml-language-server" in text:
        return text
    return SCHEMA_LINE + ("\r\n" if "\r\n" in text else "\n") + text


def _write(stem: str, content: bytes) -> Path:
    folder = places.user_routines()
    path = folder / f"{stem}.yaml"
    # The other ending would be found after this one, and so no longer at all.
    for taken in (path, path.with_suffix(".yml")):
        if taken.exists() or taken.is_symlink():
            raise TakenError(f"there is a routine of yours already: {taken}")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        write_new(path, content)
    except FileExistsError:
        raise TakenError(f"there is a routine of yours already: {path}") from None
    schema_beside(folder)
    return path
