"""The library and a session on the screen; where there is none, the library as text."""

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stridetimer.cli.diary import HistoryDiary
from stridetimer.cli.failure import Exit
from stridetimer.cli.past import HistoryPast
from stridetimer.cli.shelf import FileShelf
from stridetimer.cli.sound import load_settings
from stridetimer.cli.status import status_file
from stridetimer.cli.way import Way
from stridetimer.keys.keymap import Keymap
from stridetimer.places import user_routines
from stridetimer.routines.published import schema_beside
from stridetimer.settings.model import Settings
from stridetimer.settings.state import keep, load_state
from stridetimer.tui.entry import Entry
from stridetimer.tui.farewell import Farewell
from stridetimer.tui.manner import Manner
from stridetimer.tui.run import run_editor, run_history, run_library, run_session

if TYPE_CHECKING:
    # The library is on the screen before these are loaded.
    from stridetimer.cli.records import Performed
    from stridetimer.conductor import Conductor
    from stridetimer.editing.saving import Document


def library() -> int:
    """Open the library of routines.

    Returns:
        The exit code.
    """
    manner = _manner(load_settings())  # a mistake in them is said before there is a screen
    schema_beside(user_routines())
    return _part(
        run_library(
            FileShelf(), conduct=_conduct, past=HistoryPast(), diary=HistoryDiary(), manner=manner
        )
    )


def history() -> int:
    """Show what was done.

    Returns:
        The exit code.
    """
    return _part(run_history(HistoryDiary(), _manner(load_settings())))


def session(performed: "Performed", way: Way) -> int:
    """Go through a session.

    Returns:
        The exit code.
    """
    from stridetimer.cli.conducting import conductor_for
    from stridetimer.cli.records import say

    manner = _manner(load_settings())
    conductor = conductor_for(performed, way)
    code = _part(run_session(conductor, performed.typed, manner, HistoryDiary()))
    if conductor.unrecorded:
        with contextlib.suppress(OSError):  # a terminal that was closed
            say(conductor.unrecorded)
    return code


def _manner(given: Settings) -> Manner:
    """How the person wants the screens."""
    return Manner(
        keymap=Keymap(given.keys),
        flash=given.flash,
        theme=given.theme or load_state().theme,
        keep_theme=lambda name: keep(theme=name),
        title=given.title,
        status_file=status_file(),
    )


def _conduct(entry: Entry) -> "Conductor":
    """Who leads through a new session of what was chosen."""
    from stridetimer.cli.conducting import conductor_for
    from stridetimer.cli.records import begin

    assert entry.plan is not None, "only what could be read is started"
    performed = begin(entry.plan, entry.name, str(Path(entry.path).absolute()))
    return conductor_for(performed)


def _part(farewell: Farewell) -> int:
    """Say how to go on with a session that was left."""
    for line in farewell.told:
        print(line)
    if farewell.code == Exit.CUT_SHORT and farewell.go_on_command:
        from stridetimer.phrases import to_go_on

        print(to_go_on(farewell.go_on_command), file=sys.stderr)
    return farewell.code


def edit_here(document: "Document") -> int:
    """Let the person edit the file of ``document`` in the editor of our own.

    Returns:
        0, or what signals make it.
    """
    return run_editor(document, _manner(load_settings())).code
