"""``new`` and ``edit``: from a wish to a routine file, and back to whether it is all right."""

import sys
from pathlib import Path

from stridetimer.cli.checking import check_files
from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.finding import found_by, read_found
from stridetimer.cli.keeping import keep, unwritable
from stridetimer.cli.sessions import has_screen
from stridetimer.editing.external import (
    NoEditorError,
    chosen_editor,
    edit,
    ended_badly,
    no_editor,
)
from stridetimer.editing.making import TakenError, make_routine, own_copy
from stridetimer.editing.template import template
from stridetimer.routines.locate import Found, Origin


def new_routine(name: str, *, kind: str, source: str | None) -> int:
    """Write a new routine of the person's own, and say where it is and what comes next."""
    text = _text_of(source) if source else template(kind)
    kept = keep(name, text, make_routine)
    print(kept.path)
    if kept.note:
        print(kept.note)
    print(f"Edit it:  stridetimer edit {kept.typed}")
    print(f"Run it:   stridetimer run {kept.typed}")
    return Exit.DONE


def _text_of(source: str) -> str:
    """The text of a routine, which has to be without problems: they would all be copied."""
    found = found_by(source)
    reading = read_found(found)
    if reading.routine is None:
        raise CommandError(reading.report())
    return found.path.read_bytes().decode("utf-8-sig")


def edit_routine(routine: str) -> int:
    """Let the person edit a routine, and then say what is wrong in it."""
    try:
        found = found_by(routine)
        editor = chosen_editor()
        if editor is None and not has_screen():
            raise no_editor()
        path = _own(found)
        if editor is None:
            from stridetimer.cli.screens import edit_here

            if code := edit_here(path):
                return code
        elif words := ended_badly(editor, edit(editor, path)):
            raise CommandError(f"stridetimer: {words}; {path} is as it was left")
    except NoEditorError as error:
        raise CommandError(f"stridetimer: {error}") from error
    return check_files([str(path)])


def _own(found: Found) -> Path:
    """The file of ``found``; of a shipped one, a copy of the person's own."""
    if found.origin is not Origin.SHIPPED:
        return found.path
    try:
        path = own_copy(found)
    except TakenError as error:
        raise CommandError(f"stridetimer: {error}") from error
    except OSError as error:
        raise unwritable(error) from error
    print(
        f"stridetimer: {found.name} came with the program; this is your copy: {path}",
        file=sys.stderr,
    )
    return path
