"""Whether the files that a routine has for sounds are there, and sounds.

They are looked at and not decoded: libraries that do so have no business in this process.
"""

import os
import stat
import wave
from collections.abc import Callable
from pathlib import Path

from stridetimer.core.sound_names import LONGEST, SOUNDS
from stridetimer.files import why
from stridetimer.places import located
from stridetimer.routines.characters import quoted
from stridetimer.routines.findings import Findings
from stridetimer.routines.nodes import Mapping, Mark, Node, Scalar, place

_HEAD = 64
"""Bytes by which a kind of file is known."""


def check(sounds: Node, folder: Path, findings: Findings, stands: Callable[[Mark], bool]) -> None:
    """Note which of ``sounds``, a field of a routine in ``folder``, cannot be played."""
    for name, field in sounds.fields.items() if isinstance(sounds, Mapping) else ():
        if name not in SOUNDS or not stands(field.key.mark) or not stands(place(field)):
            continue
        if isinstance(field.value, Scalar) and (written := field.value.text.strip()):
            path = Path(located({name: written}, folder)[name])
            if trouble := trouble_with(path):
                findings.add(place(field), f"sounds: {quoted(written)} {trouble}")


def trouble_with(path: Path) -> str:
    """Why the sound at ``path`` cannot be played, read on from its name; empty where it can."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return "is no file, but a folder" if path.is_dir() else "is no ordinary file"
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError:
        return "is not there"
    except (OSError, ValueError) as error:
        return f"cannot be read: {why(error)}"
    if not head:
        return "is empty"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return _trouble_with_wave(path)
    return "" if _is_other_sound(head) else "is no WAV, FLAC, OGG or MP3 file"


def _is_other_sound(head: bytes) -> bool:
    """Whether a file begins as FLAC (RFC 9639), OGG (RFC 3533) or MP3 (ISO 11172-3) does."""
    if head.startswith(b"OggS"):
        return b"\x01vorbis" in head or b"\x7fFLAC" in head
    frame = head[0] == 0xFF and len(head) > 1 and head[1] & 0xE0 == 0xE0 and head[1] & 0x06 != 0
    return frame or head.startswith((b"fLaC", b"ID3"))


def _trouble_with_wave(path: Path) -> str:
    try:
        with wave.open(os.fspath(path), "rb") as file:
            seconds = file.getnframes() / file.getframerate()
    except wave.Error as error:
        # There are kinds that Python does not read, and the player has a library that does.
        return "" if "unknown format" in str(error) else "is a broken WAV file"
    except (OSError, EOFError, ZeroDivisionError):
        return "is a broken WAV file"
    if not seconds:
        return "has nothing in it to be heard"
    return f"is longer than {LONGEST:.0f} s" if seconds > LONGEST else ""
