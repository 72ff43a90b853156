"""The two numbers that are read from afar: the count, where there is one, and the time."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.widget import Widget

from stridetimer.tui.face import Count
from stridetimer.tui.widgets.big_time import BigTime
from stridetimer.tui.widgets.words import Words

_LABEL = 20
"""Which part of the screen's height a word below a number may take."""


class Numbers(Widget):
    """The count at the left, the time at the right, each with what it is of below it.

    The time to go needs no word where it stands alone.
    """

    DEFAULT_CSS = """
    Numbers {
        height: 1fr;
        layout: horizontal;
        & > .number { height: 1fr; width: 3fr; }
        & > #count { width: 2fr; }
        & Words { text-align: center; }
    }
    """

    time: var[str] = var("", init=False)
    """The time."""
    time_label: var[str] = var("", init=False)
    """Whether it is what is left, or what has gone by."""
    count: var[Count] = var(Count(), init=False)
    """The count."""

    def __init__(self) -> None:
        super().__init__()
        # Held here, as what they say can come before they are on the screen.
        self._count_number = BigTime(padded=False, id="count-number")
        self._count_label = Words(share=_LABEL, id="count-label")
        self._clock_number = BigTime(id="clock-number")
        self._clock_label = Words(share=_LABEL, id="clock-label")

    def compose(self) -> ComposeResult:
        """The numbers, from left to right."""
        with Vertical(id="count", classes="number"):
            yield self._count_number
            yield self._count_label
        with Vertical(id="clock", classes="number"):
            yield self._clock_number
            yield self._clock_label

    def watch_time(self, time: str) -> None:
        """Show it."""
        self._clock_number.time = time

    def watch_time_label(self, label: str) -> None:
        """Show it."""
        self._clock_label.words = (label,)

    def watch_count(self, count: Count) -> None:
        """Show it."""
        self._count_number.time = count.number
        self._count_label.words = (count.label, count.brief or count.label)
