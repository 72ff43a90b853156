"""The ways into the screens: the library, a session, the history, our editor.

Each of them returns a :class:`~stridetimer.tui.farewell.Farewell` when the screen is gone: the exit
code of the program, and what is left to say.
"""

import contextlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.farewell import COMPLETED, Farewell
from stridetimer.tui.manner import Manner
from stridetimer.tui.stage import Performance

if TYPE_CHECKING:
    # The library is on the screen before these are loaded.
    from stridetimer.conductor import Conductor
    from stridetimer.editing.saving import Document
    from stridetimer.tui.diary import Diary
    from stridetimer.tui.screens.offer import Past


def run_session(
    conductor: "Conductor", routine: str, manner: Manner, diary: "Diary | None" = None
) -> Farewell:
    """Lead through a session, and show the summary.

    ``routine`` is what a person types to run it; ``diary`` knows of the sessions before.
    """
    performance = Performance(conductor, routine)
    return _run(StridetimerApp(performance=performance, diary=diary, manner=manner))


def run_library(
    shelf: Shelf,
    *,
    conduct: "Callable[[Entry], Conductor]",
    past: "Past | None" = None,
    diary: "Diary | None" = None,
    manner: Manner,
) -> Farewell:
    """Show the routines of ``shelf``, and lead through those that are chosen.

    ``conduct`` makes the conductor of a new session; ``past`` knows of one that was not finished.
    """
    return _run(StridetimerApp(shelf=shelf, conduct=conduct, past=past, diary=diary, manner=manner))


def run_history(diary: "Diary", manner: Manner) -> Farewell:
    """Show what is in ``diary``."""
    return _run(StridetimerApp(diary=diary, manner=manner))


def run_editor(document: "Document", manner: Manner) -> Farewell:
    """Edit the file of ``document``."""
    return _run(StridetimerApp(document=document, manner=manner))


def _run(app: StridetimerApp) -> Farewell:
    try:
        farewell = app.run() or Farewell(app.return_code or COMPLETED)
    finally:
        app.outward.close(_to_terminal)
    if app.unforeseen:
        raise app.unforeseen
    return farewell


def _to_terminal(data: str) -> None:
    """Write to where the screen was drawn, now that it is gone."""
    with contextlib.suppress(OSError, ValueError):
        if sys.__stderr__ and sys.__stderr__.isatty():
            sys.__stderr__.write(data)
            sys.__stderr__.flush()
