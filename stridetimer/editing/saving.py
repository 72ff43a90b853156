"""A routine file as a text to be edited, and the way back into the file.

Nothing that another program wrote meanwhile is overwritten unasked: what is in the file is known
by its hash. Permissions, line endings and a byte order mark stay as they were.
"""

import codecs
import errno
import os
import re
import stat
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from stridetimer import files, places
from stridetimer.routines.content import MOST_BYTES
from stridetimer.routines.published import schema_beside

_ENDINGS = ("\r\n", "\n", "\r")
_OTHER_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What Python takes for the end of a line, and a routine file may not hold."""


class UnfitError(ValueError):
    """The file cannot be edited here; the message says why in a few words."""


class ChangedError(Exception):
    """The file is not what it was when it was opened: another program wrote it, or took it away."""

    def __init__(self, hash_: str) -> None:
        super().__init__("the file was changed by another program")
        self.hash = hash_
        """Of what is in it now; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read or written last."""

    path: Path
    text: str
    """Its lines, with plain line breaks between."""
    ending: str = "\n"
    """The line breaks that it has in the file."""
    marked: bool = False
    """Whether it begins with a byte order mark."""
    hash: str = ""
    """Of all its bytes; empty where there is no file."""
    is_copy: bool = False
    """Whether the text is that of a routine that came with the program; there is no file yet."""


def open_document(path: Path) -> Document:
    """The file at ``path``.

    Raises:
        OSError: it cannot be read.
        UnfitError: it is no text that can be edited here.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnfitError("it is no ordinary file")
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UnfitError("it is larger than 1 MiB, the most a routine may be")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise UnfitError("it is not UTF-8") from None
    if found := _OTHER_BREAKS.search(text):
        raise UnfitError(f"it holds U+{ord(found.group()):04X}, which would be lost")
    marked = data.startswith(codecs.BOM_UTF8)
    # Where several are mixed, the one that most lines have.
    ending = max(_ENDINGS, key=lambda one: len(re.findall(_exactly(one), text)))
    plain = re.sub("\r\n|\r", "\n", text.removeprefix("\ufeff"))
    return Document(path, plain, ending if "\n" in plain else "\n", marked, _hash(data))


def _exactly(ending: str) -> str:
    return {"\n": "(?<!\r)\n", "\r": "\r(?!\n)"}.get(ending, ending)


def save(document: Document, text: str) -> Document:
    """Write ``text`` in place of what is in the file of ``document``; a link is followed.

    Returns:
        The document as it is now.

    Raises:
        ChangedError: it was changed meanwhile; nothing was written.
        OSError: it cannot be written; the file is as it was.
    """
    if (there := hash_now(document.path)) != document.hash:
        raise ChangedError(there)
    data = text.replace("\n", document.ending).encode("utf-8", "replace")
    if document.marked:
        data = codecs.BOM_UTF8 + data
    _write(Path(os.path.realpath(document.path)), data)
    return replace(document, text=text, hash=_hash(data), is_copy=False)


def hash_now(path: Path) -> str:
    """Of all that is in the file at ``path``; empty where there is none.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return _hash(path.read_bytes())
    except FileNotFoundError:
        return ""


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _write(path: Path, data: bytes) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_new(path, data)
        if path.parent == places.user_routines():
            schema_beside(path.parent)
        return
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected", str(path))
    mode = stat.S_IMODE(path.stat().st_mode)
    try:
        files.replace(path, data, mode)
    except PermissionError:
        # The file may be written and its folder not: the draft holds the text should this fail.
        with open(path, "r+b") as file:
            file.write(data)
            file.truncate()
            os.fsync(file.fileno())
