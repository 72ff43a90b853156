"""The line of the library in which a person types what they look for, there once it is wanted."""

from typing import TYPE_CHECKING, Any

from textual.events import Key
from textual.screen import Screen

if TYPE_CHECKING:
    from stridetimer.tui.widgets.search_line import SearchLine


class SearchOnDemand:
    """Has a search line at the top of ``#shelf`` in ``screen``.

    It is loaded when it is first wanted, as few want it. Until it is there, what is typed after the
    key that asks for it is kept for it.
    """

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._line: SearchLine | None = None
        self._ahead: str | None = None
        """What was typed since it was asked for; None where it was not, or is there."""

    async def open(self) -> None:
        """Have what is typed go there."""
        if self._line is None:
            from stridetimer.tui.widgets.search_line import SearchLine

            self._line = SearchLine()
            await self._screen.query_one("#shelf").mount(self._line, before=0)
        # At once: what is typed quickly must not be taken for keys of the library.
        self._screen.set_focus(self._line)
        typed, self._ahead = self._ahead, None
        self._line.insert_text_at_cursor(typed or "")

    def mind(self, event: Key) -> None:
        """Take what is typed for a search that is still to come, or see that one is asked for."""
        active = self._screen.active_bindings.get(event.key)
        if self._ahead is not None and event.is_printable and event.character:
            self._ahead += event.character
            event.prevent_default().stop()
        elif active and active.binding.action == "search":
            self._ahead = ""

    def clear(self) -> None:
        """Look for nothing any more."""
        if self._line is not None:
            self._line.value = ""
