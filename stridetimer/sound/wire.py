"""What the two processes say to each other: short lines of ASCII words.

To the child::

    sound NAME PATH             a sound that cues may ask for (the path is percent-encoded)
    beat NOW                    I am there; NOW is my time.monotonic()
    cue GENERATION INSTANT NAME let NAME begin at INSTANT of my time.monotonic()
    take-back GENERATION        every cue of an earlier generation is void
    volume PERCENT              of full volume, from here on

From the child::

    beat                        I heard yours, and am well
    trying BACKEND              I look whether this can play
    bad NAME WHY                this sound cannot be played; the one before it stays
    using BACKEND               this is what plays
    none WHY                    nothing here can play; the child ends
    lost WHY                    what played has gone; the child ends
"""

import os
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

BEAT = "beat"
TRYING = "trying"
USING = "using"
BAD = "bad"
NONE = "none"
LOST = "lost"

SPOKEN = "say-"
"""What the names of spoken sounds begin with."""

VOUCHED = 2.0
"""How long one beat stands for, in seconds: who says nothing for longer is taken for frozen."""


def sound_line(name: str, path: Path) -> str:
    """Makes ``name`` known."""
    return f"sound {name} {quote_from_bytes(os.fsencode(path))}"


def beat_line(now: float) -> str:
    """Says that the parent is there."""
    return f"{BEAT} {now:.6f}"


def cue_line(generation: int, instant: float, name: str) -> str:
    """Asks for a sound."""
    return f"cue {generation} {instant:.6f} {name}"


def take_back_line(generation: int) -> str:
    """Makes earlier generations void."""
    return f"take-back {generation}"


def volume_line(percent: int) -> str:
    """Sets the volume."""
    return f"volume {percent}"


def read_path(word: str) -> Path:
    """The path in a ``sound`` line."""
    return Path(os.fsdecode(unquote_to_bytes(word)))


def one_line(text: object) -> str:
    """``text`` as it may stand at the end of a line, whatever an audio library put into it."""
    words = " ".join(str(text).split())[:200]
    return "".join(c if c.isascii() and c.isprintable() else "?" for c in words)
