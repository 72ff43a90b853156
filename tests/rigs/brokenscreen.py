"""The program with a mistake in it, in the place that the first argument says: b brings it out."""

import sys

from stridetimer.cli.main import run
from stridetimer.tui.screens.session import SessionScreen
from stridetimer.tui.widgets.board import Board


def fall() -> None:
    raise RuntimeError("the roof is on fire\n[red]")


def in_a_key(screen: SessionScreen) -> None:
    fall()


def in_a_timer(screen: SessionScreen) -> None:
    screen.set_timer(0.01, fall)


def in_a_worker(screen: SessionScreen) -> None:
    screen.run_worker(fall, thread=True)


def in_the_drawing(screen: SessionScreen) -> None:
    board = screen.query_one(Board)
    board.render_lines = lambda crop: fall()  # type: ignore[method-assign, assignment, return-value, func-returns-value]  # it breaks
    board.refresh()


SessionScreen.action_back = globals()[sys.argv[1]]  # type: ignore[method-assign]  # it breaks
sys.exit(run(sys.argv[2:]))
