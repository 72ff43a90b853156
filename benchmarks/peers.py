"""Small Textual programs to be measured against: ``python peers.py tmin|still``."""

import sys
from math import ceil
from time import monotonic

from textual.app import App, ComposeResult
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


class Still(App[None]):
    """Nothing moves: the floor for anything made with Textual."""

    def compose(self) -> ComposeResult:
        yield Label("countdown")
        yield Footer()


if __name__ == "__main__":
    {"tmin": Tmin, "still": Still}[sys.argv[1]]().run()
