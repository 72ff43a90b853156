"""Small Textual programs to be measured against: ``python peers.py tmin|tbest|still``."""

import asyncio
import sys
from math import ceil
from time import monotonic

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Digits, Footer, Label, ProgressBar

SECONDS = 600.0


class Tmin(App[None]):
    """What one would write in five minutes: a countdown that is updated once a second."""

    BINDINGS = [("q", "quit", "Quit"), ("space", "toggle", "Pause")]  # noqa: RUF012 - Textual's own declaration

    def compose(self) -> ComposeResult:
        yield Label("countdown")
        yield Digits("10:00")
        yield ProgressBar(total=SECONDS, show_eta=False)
        yield Footer()

    def on_mount(self) -> None:
        self.ends_at = monotonic() + SECONDS
        self.set_interval(1.0, self.show)

    def show(self) -> None:
        left = self.ends_at - monotonic()
        self.query_one(Digits).update(f"{ceil(left) // 60:02}:{ceil(left) % 60:02}")
        self.query_one(ProgressBar).update(progress=SECONDS - left)


class Line(Widget):
    """A bar that is drawn only when it has grown by a cell."""

    DEFAULT_CSS = "Line { height: 1; }"

    filled: reactive[int] = reactive(0)
    """How many of its cells."""

    def render_line(self, y: int) -> Strip:
        rest = self.size.width - self.filled
        return Strip([Segment("━" * self.filled + "─" * rest, self.rich_style)])


class Tbest(App[None]):
    """The same as frugal as Textual lets it be: it wakes when the number changes, and only then."""

    BINDINGS = Tmin.BINDINGS
    CSS = "Digits { width: auto; }"

    def compose(self) -> ComposeResult:
        yield Label("countdown")
        yield Digits("10:00")
        yield Line()
        yield Footer()

    def on_mount(self) -> None:
        self.ends_at = asyncio.get_running_loop().time() + SECONDS
        self.number, self.line = self.query_one(Digits), self.query_one(Line)
        self.show(round(SECONDS))

    def show(self, left: int) -> None:
        self.number.update(f"{left // 60:02}:{left % 60:02}")
        self.line.filled = round(self.line.size.width * (1 - left / SECONDS))
        if left:
            loop = asyncio.get_running_loop()
            loop.call_at(self.ends_at - left + 1, self.show, left - 1)


class Still(App[None]):
    """Nothing moves: the floor for anything made with Textual."""

    def compose(self) -> ComposeResult:
        yield Label("countdown")
        yield Footer()


if __name__ == "__main__":
    {"tmin": Tmin, "tbest": Tbest, "still": Still}[sys.argv[1]]().run()
