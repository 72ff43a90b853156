"""How much of the session has gone by."""

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


class SessionBar(Widget):
    """A thin bar that moves one cell at a time, and is repainted only when it does."""

    DEFAULT_CSS = """
    SessionBar {
        height: 1;
        & > .bar--gone { color: $foreground; }
        & > .bar--ahead { color: $foreground 30%; }
    }
    """

    COMPONENT_CLASSES = {"bar--gone", "bar--ahead"}  # noqa: RUF012 - Textual's own declaration

    fraction: reactive[float] = reactive(0.0, repaint=False)
    """How much has gone by, from 0 to 1."""

    def watch_fraction(self, old: float, new: float) -> None:
        """Repaint when another cell is full."""
        if self._full(old) != self._full(new):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The bar."""
        full = self._full(self.fraction)
        gone = Segment("━" * full, self.get_component_rich_style("bar--gone"))
        ahead = Segment("─" * (self.size.width - full), self.get_component_rich_style("bar--ahead"))
        return Strip([gone, ahead])

    def _full(self, fraction: float) -> int:
        return int(min(1.0, max(0.0, fraction)) * self.size.width + 1e-9)
