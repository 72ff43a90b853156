"""Where a person types what they look for."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class SearchLine(Input):
    """One line; up and down move in the list meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.start", "start"),
        Binding("escape", "screen.leave", "whole list"),
        Binding("down", "screen.move('down')", show=False),
        Binding("up", "screen.move('up')", show=False),
        Binding("pagedown", "screen.move('page_down')", show=False),
        Binding("pageup", "screen.move('page_up')", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(placeholder="title, tag or exercise", compact=True, id="search")
