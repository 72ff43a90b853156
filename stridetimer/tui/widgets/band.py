"""The band across the top: what to do, and with which side."""

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.tui.band import Piece, pieces
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign


class Band(Widget):
    """Shows a sign across its whole width, on the colour of the phase."""

    DEFAULT_CSS = """
    Band {
        height: 3;
        text-style: bold;
        & > .band--coming { text-style: not bold; }
        & > .band--edge { text-style: not bold; }
        &:ansi > .band--coming { text-style: not bold dim; }
        &:nocolor { text-style: bold reverse; }
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
        if edge and y == height - 1:
            style = self.get_component_rich_style("band--edge")
            return Strip([Segment(self.sign.phase.pattern * width, style)])
        return self._row(y, pieces(self.sign, width, height - edge))

    def _row(self, y: int, pieces: tuple[Piece, ...]) -> Strip:
        style, faint = self.rich_style, self.get_component_rich_style("band--coming")
        segments, at = [], 0
        for piece in sorted(pieces, key=lambda piece: piece.left):
            if text := piece.on(y):
                segments.append(Segment(" " * (piece.left - at), style))
                segments.append(Segment(text, faint if piece.faint else style))
                at = piece.left + len(text)
        strip = Strip([*segments, Segment(" " * max(0, self.size.width - at), style)])
        return strip.crop(0, self.size.width)
