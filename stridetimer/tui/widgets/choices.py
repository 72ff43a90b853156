"""What is offered at the cursor of a text."""

from collections.abc import Callable

from textual.geometry import Offset
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from stridetimer.editing.completion import Completion, Suggestion
from stridetimer.routines.characters import cells

_MOST_ROWS = 8
_ROOM_ASIDE = 2
"""The blanks at both ends of a row."""


class Choices(OptionList, can_focus=False):
    """A short list over the text; the text keeps the focus, and hands on what :meth:`takes`.

    ``take`` writes what is chosen. It is called and not told by a message, so that the next letter
    comes behind it.
    """

    DEFAULT_CSS = """
    Choices {
        layer: choices; position: absolute; display: none;
        width: auto; max-width: 100%; height: auto; border: none; padding: 0;
        background: $panel; color: $foreground;
        scrollbar-size-vertical: 1;
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted {
            background: $primary; color: $text; text-style: bold;
        }
    }
    """

    def __init__(self, take: Callable[[Suggestion], None]) -> None:
        super().__init__(id="choices", markup=False)
        self._do_take = take
        self._suggestions: tuple[Suggestion, ...] = ()
        self._typed = 0

    @property
    def shown(self) -> bool:
        """Whether anything is offered."""
        return bool(self.display)

    @property
    def current(self) -> Suggestion | None:
        """The one that would be taken."""
        if not self.shown or self.highlighted is None:
            return None
        return self._suggestions[self.highlighted]

    def offer(self, completion: Completion, cursor: Offset, typed: int) -> None:
        """Offer it at ``cursor``, a cell of the screen, with the rows under what was ``typed``."""
        self._suggestions = completion.suggestions
        self.clear_options()
        self.add_options(Option(one.label) for one in self._suggestions)
        self.highlighted = 0
        self._typed = typed
        self.display = True
        self.stand_at(cursor)

    def stand_at(self, cursor: Offset) -> None:
        """Stay at ``cursor``, which may be elsewhere now, where anything is offered."""
        if not self.shown:
            return
        size = self.screen.size
        rows = min(len(self._suggestions), _MOST_ROWS)
        below = size.height - cursor.y - 1
        rows = min(rows, max(below, cursor.y))
        width = max(cells(one.label) for one in self._suggestions) + _ROOM_ASIDE
        x = max(0, min(cursor.x - self._typed - 1, size.width - width))
        y = cursor.y + 1 if rows <= below else cursor.y - rows
        self.styles.max_height = rows
        self.styles.offset = (x, y)

    def hide(self) -> None:
        """Offer nothing."""
        self.display = False

    def takes(self, key: str) -> bool:
        """Do what ``key`` does here; False where it does nothing."""
        match key:
            case "down":
                self.action_cursor_down()
            case "up":
                self.action_cursor_up()
            case "escape":
                self.hide()
            case "tab" | "enter":
                self._take()
            case _:
                return False
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """It was clicked."""
        event.stop()
        self._take()

    def _take(self) -> None:
        if suggestion := self.current:
            self.hide()
            self._do_take(suggestion)
