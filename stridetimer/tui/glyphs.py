"""Numerals as pixels, drawn in whatever size there is room for, and pixels as text.

A terminal cell holds two pixels, one above the other, which makes a pixel about square. Numerals
are drawn from strokes at any height.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

Pixels = tuple[str, ...]
"""Rows of ``#`` and blanks, all of one length."""

QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The block for the sum of its points: 1 and 2 are the upper ones, 4 and 8 the lower."""

TIMES = "\N{MULTIPLICATION SIGN}"
"""What stands before how often something is to be done."""

SMALLEST_ROWS = 3
"""Numerals with fewer rows than this are better written as text."""

_SEGMENTS = {
    "0": "abcdef",
    "1": "hi",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
    " ": "",
}
"""The strokes of each numeral: a top, b and c right, d bottom, e and f left, g across the middle,
h down the middle, i the flag of the 1."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The measures of a numeral, in pixels."""

    stroke: int
    height: int
    width: int

    @property
    def middle(self) -> int:
        """Where the stroke across the middle begins."""
        return (self.height - self.stroke) // 2

    @property
    def upright(self) -> int:
        """Where the stroke down the middle begins."""
        return (self.width - self.stroke + 1) // 2


def _frame(rows: int) -> _Frame:
    """The measures of numerals that take ``rows`` cells.

    The two halves of an 8 must come out equal, so an odd stroke needs an odd height.
    """
    stroke = max(1, round(rows / 3))
    height = 2 * rows - stroke % 2
    return _Frame(stroke, height, max(stroke * 2 + 1, round(height * 0.66)))


@cache
def numeral(character: str, rows: int) -> Pixels:
    """One character of a number, ``rows`` cells high: a numeral, a colon, a sign or a blank."""
    frame = _frame(rows)
    if character == ":":
        return _colon(frame)
    if character == "+":
        return _plus(frame)
    if character == TIMES:
        return _times(frame)
    lit = _SEGMENTS[character]
    return tuple(
        "".join("#" if _is_lit(lit, x, y, frame) else " " for x in range(frame.width))
        for y in range(frame.height)
    )


def _is_lit(lit: str, x: int, y: int, frame: _Frame) -> bool:
    left, right = x < frame.stroke, x >= frame.width - frame.stroke
    upper, lower = y < frame.middle + frame.stroke, y >= frame.middle
    strokes = {
        "a": y < frame.stroke,
        "b": right and upper,
        "c": right and lower,
        "d": y >= frame.height - frame.stroke,
        "e": left and lower,
        "f": left and upper,
        "g": upper and lower,
        "h": frame.upright <= x < frame.upright + frame.stroke,
        "i": y < frame.stroke and frame.upright - frame.stroke <= x < frame.upright,
    }
    return any(strokes[name] for name in lit) and not _is_rounded_off(lit, x, y, frame)


def _is_rounded_off(lit: str, x: int, y: int, frame: _Frame) -> bool:
    """Whether the pixel is at the very edge of a corner in which two strokes meet."""
    inward = min(x, frame.width - 1 - x) + min(y, frame.height - 1 - y)
    if x < frame.width // 2:
        meeting = "af" if y < frame.middle else "de"
    else:
        meeting = "ab" if y < frame.middle else "dc"
    return inward < frame.stroke // 2 and set(meeting) <= set(lit)


def _colon(frame: _Frame) -> Pixels:
    first = frame.height // 3 - frame.stroke // 2
    dots = set(range(first, first + frame.stroke))
    dots |= {frame.height - 1 - y for y in dots}
    return tuple(("#" if y in dots else " ") * frame.stroke for y in range(frame.height))


def _plus(frame: _Frame) -> Pixels:
    arm = max(1, frame.height // 5)
    upright = range(frame.middle - arm, frame.middle + frame.stroke + arm)
    across = range(frame.middle, frame.middle + frame.stroke)
    width = 2 * arm + frame.stroke
    thin = (" " * arm + "#" * frame.stroke).ljust(width)
    lines = dict.fromkeys(upright, thin) | dict.fromkeys(across, "#" * width)
    return tuple(lines.get(y, " " * width) for y in range(frame.height))


def _times(frame: _Frame) -> Pixels:
    """Two strokes that cross, on the ground line, half as high as a numeral."""
    size = frame.height // 2 + 1 - frame.height // 2 % 2  # odd, for one pixel where they cross
    width = size + frame.stroke - 1
    above = (" " * width,) * (frame.height - size)
    return above + tuple(
        "".join("#" if _is_crossed(x, y, size, frame.stroke) else " " for x in range(width))
        for y in range(size)
    )


def _is_crossed(x: int, y: int, size: int, stroke: int) -> bool:
    return 0 <= x - y < stroke or 0 <= x - (size - 1 - y) < stroke


@lru_cache(maxsize=256)
def cells(pixels: Pixels) -> Pixels:
    """``pixels`` as text: two rows of pixels to a row of half blocks."""
    blank = " " * len(pixels[0])
    padded = (*pixels, blank) if len(pixels) % 2 else pixels
    pairs = zip(padded[::2], padded[1::2], strict=True)
    return tuple("".join(map(_half_block, upper, lower)) for upper, lower in pairs)


def _half_block(upper: str, lower: str) -> str:
    return {"##": "█", "# ": "▀", " #": "▄", "  ": " "}[upper + lower]
