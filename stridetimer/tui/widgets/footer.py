"""The keys of a screen, in one line below it."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from stridetimer.keys.groups import KNOWN
from stridetimer.keys.names import character_of
from stridetimer.tui.hints import APART, Hint, fitted


class Footer(Widget):
    """Names the keys that do something now, as many as there is room for; a click presses one.

    Textual's own lets those at the end be cut off, help and the way out among them, and is made of
    a widget for each key.
    """

    COMPONENT_CLASSES = {"footer--key"}  # noqa: RUF012 - Textual's own declaration
    DEFAULT_CSS = """
    Footer {
        dock: bottom;
        height: 1;
        color: $footer-description-foreground;
        background: $footer-background;
        & > .footer--key { color: $footer-key-foreground; text-style: bold; }
    }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._hints: list[Hint] = []

    def on_mount(self) -> None:
        """Follow what the keys do."""
        self.screen.bindings_updated_signal.subscribe(self, self._look)

    def _look(self, screen: Screen[object]) -> None:
        hints = list(self._active()) if self.is_attached else []
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def _active(self) -> Iterator[Hint]:
        """What the keys do now; of several keys for one thing, the first."""
        focused = self.screen.focused
        actions = set[str]()
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            typed = focused and focused.check_consume_key(key, character_of(key) or None)
            if binding.show and active.enabled and not typed and binding.action not in actions:
                actions.add(binding.action)
                yield self._hint(binding)

    def _hint(self, binding: Binding) -> Hint:
        command = KNOWN.get(binding.id or "")
        stays = command is None or command.essential or command.needed
        shown = self.app.get_key_display(binding)
        return Hint(shown, binding.description, stays, binding.key, binding.tooltip)

    def render_line(self, y: int) -> Strip:
        """The keys stand out from what they do."""
        key_style = self.get_component_rich_style("footer--key")
        width = self.size.width
        segments = []
        for hint in fitted(self._hints, width):
            segments.append(Segment(hint.shown, key_style))
            rest = hint.words.removeprefix(hint.shown) + " " * APART
            segments.append(Segment(rest, self.rich_style))
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _at(self, x: int) -> Hint | None:
        """What stands in a column."""
        begin = 0
        for hint in fitted(self._hints, self.size.width):
            end = begin + cell_len(hint.words)
            if begin <= x < end:
                return hint
            begin = end + APART
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say in a sentence what the key under the pointer does."""
        hint = self._at(event.x)
        self.tooltip = hint.tooltip if hint else None

    def on_click(self, event: events.Click) -> None:
        """Press the key."""
        if hint := self._at(event.x):
            self.app.simulate_key(hint.key)
