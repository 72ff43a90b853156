"""The band across the top: what to do, and with which side."""

from collections.abc import Iterable

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.tui.band import Drawing, drawing
from stridetimer.tui.band_end import Ink, Piece
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign


class Band(Widget):
    """Shows a sign across its whole width, on the colour of the phase."""

    DEFAULT_CSS = """
    Band {
        height: 3;
        text-style: bold;
        & > .band--edge { text-style: not bold; }
        &:nocolor { text-style: bold reverse; }
        &:nocolor > .band--coming { text-style: bold not reverse; }
        &:nocolor > .band--edge { text-style: not bold not reverse; }
    }
    """

    COMPONENT_CLASSES = {"band--coming", "band--edge"}  # noqa: RUF012 - Textual's own declaration

    sign: reactive[Sign] = reactive(Sign(Phase.READY))
    """What it says."""

    def render_line(self, y: int) -> Strip:
        """One row of the band; the last of many is its edge, in the pattern of the phase."""
        width, height = self.size
        edge = height > 3
        drawn = drawing(self.sign, width, height - edge)
        if edge and y == height - 1:
            pattern = self.sign.phase.pattern * (drawn.stop - drawn.start)
            return self._row([Piece((pattern,), drawn.start, y, Ink.EDGE)], y, drawn)
        return self._row(drawn.pieces, y, drawn)

    def _row(self, pieces: Iterable[Piece], y: int, drawn: Drawing) -> Strip:
        """Row ``y`` of ``pieces``, from left to right, with what lies between them."""
        styles = {
            Ink.BAND: self.rich_style,
            Ink.PAGE: self.get_component_rich_style("band--coming"),
            Ink.EDGE: self.get_component_rich_style("band--edge"),
        }
        width = self.size.width
        grounds = (
            (0, drawn.start, styles[Ink.PAGE]),
            (drawn.start, drawn.stop, styles[Ink.BAND]),
            (drawn.stop, width, styles[Ink.PAGE]),
        )
        segments, at = [], 0
        for piece in (*pieces, Piece(("",), width, y)):
            if y not in piece.span:
                continue
            for start, stop, style in grounds:
                blanks = " " * (min(stop, piece.left) - max(start, at))
                segments += [Segment(blanks, style)] if blanks else []
            segments.append(Segment(piece.on(y), styles[piece.ink]))
            at = piece.right
        return Strip(segments).crop(0, width)
