"""What the lists of the screens share: keys that move in them, and how a line of one is drawn."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from stridetimer.keys.everywhere import MOVES
from stridetimer.tui.bindings import bindings

_ALL = 1_000_000_000
"""More rows than any list has."""
_NOTCH = 3
"""How many rows the wheel goes at once, where there are as many to be seen."""


class MovingList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list in which one row is looked at; what moving means, a subclass says."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVES)]

    def move(self, rows: int) -> None:
        """Look so many rows further down, or further up, as far as there are any."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """How many rows a screenful further is: one of those that are seen now stays."""
        return max(1, self.size.height - 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel takes along what is looked at: enter is never for something out of sight."""
        self._turn(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, upwards."""
        self._turn(event, -1)

    def _turn(self, event: events.MouseEvent, way: int) -> None:
        event.prevent_default().stop()
        self.move(way * min(_NOTCH, self.page))

    def action_down(self) -> None:
        """Look at the next."""
        self.move(1)

    def action_up(self) -> None:
        """Look at the one before."""
        self.move(-1)

    def action_page_down(self) -> None:
        """Look a screenful further down."""
        self.move(self.page)

    def action_page_up(self) -> None:
        """Look a screenful further up."""
        self.move(-self.page)

    def action_first(self) -> None:
        """Look at the first."""
        self.move(-_ALL)

    def action_last(self) -> None:
        """Look at the last."""
        self.move(_ALL)


def drawn(
    widget: Widget, content: Content, component: str, width: int, *, looked_at: bool
) -> Strip:
    """One line of ``content`` in the style of ``component``, ``width`` cells wide.

    That which is ``looked_at`` has a mark, which says what the colour says, and no colours else.
    """
    content = Content("▌") + content.without_spans if looked_at else content.pad_left(1)
    style = widget.get_visual_style(component)
    fitted = content.truncate(width, ellipsis=True)
    strips = Visual.to_strips(widget, fitted, width, 1, style, pad=True)
    return strips[0] if strips else Strip.blank(width, style.rich_style)
