"""Repainting what changed, and nothing around it.

Textual asks every widget between the first change and the last for its lines, lays them over each
other, and writes each row from where its widget begins, in colours that it names anew. The changes
of a second lie each within one widget that nothing covers: the rows of that are all it takes.
"""

from collections.abc import Iterator

from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Patches(CompositorUpdate):
    """Pieces of rows, each with the cell where it begins."""

    def __init__(self, pieces: list[tuple[int, int, Strip]]) -> None:
        self._pieces = pieces

    def render_segments(self, console: Console) -> str:
        """What the terminal is to be sent."""
        # One strip of all, as neighbours of one colour have it named once.
        return Strip(self._segments()).simplify().render(console)

    def _segments(self) -> Iterator[Segment]:
        written_in = Style.null()
        for x, y, strip in self._pieces:
            goes_to = Control.move_to(x, y).segment.text
            for text, style, _ in strip:
                wanted = style or Style.null()
                if text.strip() or not _same_ground(wanted, written_in):
                    # What it has for the mouse is nothing to a terminal, and differs everywhere.
                    written_in = wanted.clear_meta_and_links()
                yield Segment(goes_to + text, written_in)
                goes_to = ""


def _same_ground(one: Style, other: Style) -> bool:
    """Whether a blank looks the same in both."""
    seen = (style.reverse or style.underline or style.strike for style in (one, other))
    return one.bgcolor == other.bgcolor and not any(seen)


class SparingCompositor(Compositor):
    """Asks only those widgets for their lines that changed, and only for the lines that did."""

    def render_partial_update(self) -> CompositorUpdate | None:  # type: ignore[override]  # any will do
        """What changed; as Textual has it where that is not each within one widget."""
        changed: dict[Widget, list[Region]] = {}
        for region in sorted(self._dirty_regions, key=lambda region: (region.y, region.x)):
            widget = self._shown_at(region)
            if widget is None:
                return super().render_partial_update()
            changed.setdefault(widget, []).append(region)
        self._dirty_regions.clear()
        pieces = [piece for widget in changed for piece in self._pieces(widget, changed[widget])]
        return Patches(pieces) if pieces else None

    def _shown_at(self, region: Region) -> Widget | None:
        """The widget that is all there is to be seen in ``region``; None where there are more."""
        # Those in front come first.
        for widget, (place, clip) in self.visible_widgets.items():
            shown = place.intersection(clip)
            if shown.overlaps(region):
                return widget if shown.contains_region(region) else None
        return None

    def _pieces(self, widget: Widget, regions: list[Region]) -> Iterator[tuple[int, int, Strip]]:
        place, _ = self.visible_widgets[widget]
        around = Region.from_union(regions)
        rows = widget.render_lines(around.translate(-place.offset))
        for region in regions:
            left = region.x - around.x
            for y in region.line_range:
                yield region.x, y, rows[y - around.y].crop(left, left + region.width)
