"""The countdown, in numerals as large as there is room for."""

from collections.abc import Iterator
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import Region
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.tui.glyphs import SMALLEST_ROWS, Pixels, cells, numeral

_LONGEST = len("+00:00:00")
_NUMERALS = str.maketrans("0123456789", " " * 10)
_TIGHT = 6
"""With more rows than this one is left free, so that the numerals stand apart."""


class Glyph(Widget):
    """One character of the countdown. It repaints only those of its rows that differ.

    It is a widget of its own because what is painted on a line begins where a widget does: in a
    single one every second would cost the whole width.
    """

    DEFAULT_CSS = """
    Glyph { width: 1; height: 1; }
    """

    rows: reactive[Pixels] = reactive((), repaint=False)
    """What it shows, row by row."""

    def watch_rows(self, old: Pixels, new: Pixels) -> None:
        """Repaint of the rows that differ as much as differs."""
        if list(map(len, old)) != list(map(len, new)):
            self.refresh()
        elif regions := list(_differences(old, new)):
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its rows within ``crop``, without a look for borders and paddings in each of them."""
        style, (_, ground) = self.rich_style, self.background_colors
        strips = [self._row(y, style).crop(crop.x, crop.right) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One row of it."""
        return self._row(y, self.rich_style)

    def _row(self, y: int, style: Style) -> Strip:
        row = self.rows[y] if y < len(self.rows) else ""
        return Strip([Segment(row.ljust(self.size.width), style)])


def _differences(old: Pixels, new: Pixels) -> Iterator[Region]:
    for y, (was, row) in enumerate(zip(old, new, strict=True)):
        if differing := [x for x, cell in enumerate(row) if cell != was[x]]:
            yield Region(differing[0], y, 1 + differing[-1] - differing[0], 1)


class BigTime(Widget):
    """Shows a time such as ``0:45`` or ``+1:05``.

    How large it is follows from the length of the text and the room, not from the numerals in it,
    so that nothing jumps while it counts. Blanks before it keep its numerals where they are while
    it gets shorter; without ``padded`` they only count for its size, and it stands in the middle.
    """

    DEFAULT_CSS = """
    BigTime {
        height: 1fr;
        layout: horizontal;
        align: center middle;
    }
    """

    time: var[str] = var("", init=False)
    """What to show: numerals, colons, blanks and signs."""

    def __init__(self, *, padded: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._padded = padded
        self._glyphs = [Glyph() for _ in range(_LONGEST)]
        self._placed_for = (0, 0, 0)
        """For how many characters, of how many rows, in what height the glyphs have places."""

    def compose(self) -> ComposeResult:
        """A place for every character there can be."""
        yield from self._glyphs

    def on_resize(self) -> None:
        """Draw it for the new size."""
        self.watch_time()

    def watch_time(self) -> None:
        """Draw it."""
        if not self.time or not self.size:
            return
        rows = rows_for(self.time, self.size.width, self.size.height)
        drawing = _draw(self.time if self._padded else self.time.strip(), rows)
        if self._placed_for != (len(drawing), rows, self.size.height):
            self._placed_for = (len(drawing), rows, self.size.height)
            self._place(drawing, _gap(rows))
        for glyph, pixels in zip(self._glyphs, drawing, strict=False):
            glyph.rows = pixels

    def _place(self, drawing: tuple[Pixels, ...], gap: int) -> None:
        """Give every glyph its room, the gap behind it included.

        A blank at its end keeps what is painted of it apart from its neighbour, which would
        otherwise cost a movement of the cursor on every row. Of an odd row that is left over, the
        words above need it more than those below.
        """
        spare = (self.size.height - len(drawing[0])) % 2
        for number, glyph in enumerate(self._glyphs):
            glyph.display = number < len(drawing)
            if glyph.display:
                is_last = number == len(drawing) - 1
                glyph.styles.width = len(drawing[number][0]) + (min(gap, 1) if is_last else gap)
                glyph.styles.height = len(drawing[number])
                glyph.styles.margin = (spare, 0, 0, 0)


def rows_for(time: str, width: int, height: int) -> int:
    """How many rows the largest numerals have in which ``time`` fits; 1 where only text does."""
    # All numerals are as wide as a blank, so every second of a step is asked for as the first is.
    return _rows_for(time.translate(_NUMERALS), width, height)


@lru_cache(maxsize=64)
def _rows_for(time: str, width: int, height: int) -> int:
    most = height - 1 if height > _TIGHT else height
    for rows in range(most, SMALLEST_ROWS - 1, -1):
        taken = [len(glyph[0]) for glyph in _draw(time, rows)]
        if sum(taken) + _gap(rows) * (len(taken) - 1) <= width:
            return rows
    return 1


@lru_cache(maxsize=256)
def _draw(time: str, rows: int) -> tuple[Pixels, ...]:
    if rows < SMALLEST_ROWS:
        return tuple((character,) for character in time)
    return tuple(cells(_grounded(numeral(character, rows))) for character in time)


def _grounded(pixels: Pixels) -> Pixels:
    """``pixels`` with a blank above an odd number of them, as what is there needs it more."""
    return (" " * len(pixels[0]), *pixels) if len(pixels) % 2 else pixels


def _gap(rows: int) -> int:
    """The blanks between two numerals."""
    return round(rows / 3)
