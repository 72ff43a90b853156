"""Letters as pixels, five pixels high, which grow by whole factors.

They are capitals, numerals and the signs that names of exercises have; set dots among them are
round. What has other characters in it is better written as text.
"""

from functools import lru_cache
from itertools import groupby

from stridetimer.tui.discs import MARKS, disc
from stridetimer.tui.glyphs import Pixels, cells

HEIGHT = 5
"""Of a letter, in pixels."""
SPACE = 3
"""The width of a blank, in pixels."""

_DRAWN: dict[str, Pixels] = {
    "A": (" ## ", "#  #", "####", "#  #", "#  #"),
    "B": ("### ", "#  #", "### ", "#  #", "### "),
    "C": (" ###", "#   ", "#   ", "#   ", " ###"),
    "D": ("### ", "#  #", "#  #", "#  #", "### "),
    "E": ("####", "#   ", "### ", "#   ", "####"),
    "F": ("####", "#   ", "### ", "#   ", "#   "),
    "G": (" ###", "#   ", "# ##", "#  #", " ###"),
    "H": ("#  #", "#  #", "####", "#  #", "#  #"),
    "I": ("#", "#", "#", "#", "#"),
    "J": ("   #", "   #", "   #", "#  #", " ## "),
    "K": ("#  #", "# # ", "##  ", "# # ", "#  #"),
    "L": ("#   ", "#   ", "#   ", "#   ", "####"),
    "M": ("#   #", "## ##", "# # #", "#   #", "#   #"),
    "N": ("#   #", "##  #", "# # #", "#  ##", "#   #"),
    "O": (" ## ", "#  #", "#  #", "#  #", " ## "),
    "P": ("### ", "#  #", "### ", "#   ", "#   "),
    "Q": (" ## ", "#  #", "#  #", "# ##", " ###"),
    "R": ("### ", "#  #", "### ", "# # ", "#  #"),
    "S": (" ###", "#   ", " ## ", "   #", "### "),
    "T": ("#####", "  #  ", "  #  ", "  #  ", "  #  "),
    "U": ("#  #", "#  #", "#  #", "#  #", " ## "),
    "V": ("#   #", "#   #", " # # ", " # # ", "  #  "),
    "W": ("#   #", "#   #", "# # #", "## ##", "#   #"),
    "X": ("#   #", " # # ", "  #  ", " # # ", "#   #"),
    "Y": ("#   #", " # # ", "  #  ", "  #  ", "  #  "),
    "Z": ("####", "   #", " ## ", "#   ", "####"),
    "0": (" ## ", "# ##", "## #", "#  #", " ## "),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("### ", "   #", " ## ", "#   ", "####"),
    "3": ("### ", "   #", " ## ", "   #", "### "),
    "4": ("#  #", "#  #", "####", "   #", "   #"),
    "5": ("####", "#   ", "### ", "   #", "### "),
    "6": (" ## ", "#   ", "### ", "#  #", " ## "),
    "7": ("####", "   #", "  # ", " #  ", " #  "),
    "8": (" ## ", "#  #", " ## ", "#  #", " ## "),
    "9": (" ## ", "#  #", " ###", "   #", " ## "),
    " ": (" " * SPACE,) * HEIGHT,
    "-": ("   ", "   ", "###", "   ", "   "),
    ".": (" ", " ", " ", " ", "#"),
    ",": ("  ", "  ", "  ", " #", "# "),
    "\N{MIDDLE DOT}": (" ", " ", "#", " ", " "),
    ":": (" ", "#", " ", "#", " "),
    "'": ("#", "#", " ", " ", " "),
    "\N{RIGHT SINGLE QUOTATION MARK}": ("#", "#", " ", " ", " "),
    "!": ("#", "#", "#", " ", "#"),
    "?": ("### ", "   #", " ## ", "    ", " #  "),
    "/": ("    #", "   # ", "  #  ", " #   ", "#    "),
    "+": ("   ", " # ", "###", " # ", "   "),
    "&": (" #  ", "# # ", " #  ", "# ##", " ## "),
    "(": (" #", "# ", "# ", "# ", " #"),
    ")": ("# ", " #", " #", " #", "# "),
    "%": ("#  #", "  # ", " #  ", "#   ", "#  #"),
}


def can_be_drawn(text: str) -> bool:
    """Whether there is a letter or a dot for every character of ``text``."""
    return bool(text.strip()) and all(
        letter in _DRAWN or letter in MARKS for letter in text.upper()
    )


@lru_cache(maxsize=256)
def word(text: str, scale: int) -> Pixels:
    """``text`` in large letters, each pixel of them ``scale`` pixels wide and high.

    Raises:
        KeyError: there is a character in it that has no letter.
    """
    letters = [_DRAWN[letter] for letter in text.upper()]
    lines = (" ".join(letter[row] for letter in letters) for row in range(HEIGHT))
    return tuple("".join(pixel * scale for pixel in line) for line in lines for _ in range(scale))


def rows_of(scale: int) -> int:
    """How many rows of cells letters of this scale take."""
    return (HEIGHT * scale + 1) // 2


@lru_cache(maxsize=256)
def drawn(text: str, scale: int, *, low: bool = False) -> Pixels:
    """``text`` as rows of cells, in large letters and round set dots.

    Of letters that leave an odd row of pixels free, that is below them; above, if they are ``low``.

    Raises:
        KeyError: there is a character in it that has no letter.
    """
    parts: list[Pixels] = []
    for are_marks, run in groupby(text, key=MARKS.__contains__):
        if are_marks:
            parts.extend(disc(mark, rows_of(scale)) for mark in run)
        else:
            parts.append(_rows(word("".join(run), scale), low=low))
    return tuple((" " * scale).join(row) for row in zip(*parts, strict=True))


def _rows(pixels: Pixels, *, low: bool) -> Pixels:
    """``pixels`` as rows of cells."""
    above = (" " * len(pixels[0]),) if low and len(pixels) % 2 else ()
    return cells((*above, *pixels))
