"""``new`` and ``edit``: from a wish to a routine file, and back to whether it is all right."""

import sys
from pathlib import Path

from stridetimer.cli.checking import check_files
from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.finding import found_by, read_found
from stridetimer.cli.keeping import keep, unwritable
from stridetimer.cli.sessions import has_screen
from stridetimer.editing.external import (
    Editor,
    NoEditorError,
    chosen_editor,
    edit,
    ended_badly,
    no_editor,
)
from stridetimer.editing.making import LentCopy, TakenError, copy_to_be, make_routine
from stridetimer.editing.saving import Document, UnfitError, open_document
from stridetimer.editing.template import template
from stridetimer.files import why
from stridetimer.routines.characters import printable
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
        if editor is None:
            from stridetimer.cli.screens import edit_here

            document = _document(found)
            if code := edit_here(document):
                return code
            # Of a routine that came with the program there is a copy once something is saved.
            path = document.path if document.path.exists() else found.path
            if document.is_copy and path == document.path:
                _tell_of_copy(found, path)
        else:
            path = _edit_elsewhere(editor, found)
    except (NoEditorError, TakenError) as error:
        raise CommandError(f"stridetimer: {error}") from error
    return check_files([str(path)])


def _document(found: Found) -> Document:
    """What our own editor has to edit."""
    try:
        return copy_to_be(found) if found.origin is Origin.SHIPPED else open_document(found.path)
    except (OSError, UnfitError) as error:
        where = printable(str(found.path))
        raise CommandError(f"stridetimer: can't edit {where}: {why(error)}") from error


def _edit_elsewhere(editor: Editor, found: Found) -> Path:
    """Let the person edit it in their own editor, and return what there is to be checked."""
    copy = _copy(found) if found.origin is Origin.SHIPPED else None
    path = copy.path if copy else found.path
    try:
        words = ended_badly(editor, edit(editor, path))
    except NoEditorError:
        if copy:
            copy.take_back()
        raise
    if words:
        raise CommandError(f"stridetimer: {words}; {path} is as it was left")
    if copy is None or copy.stays():
        return path
    print("stridetimer: nothing was changed, so the copy is gone again", file=sys.stderr)
    return found.path


def _copy(found: Found) -> LentCopy:
    """A copy of the person's own."""
    try:
        copy = LentCopy(found)
    except OSError as error:
        raise unwritable(error) from error
    _tell_of_copy(found, copy.path)
    return copy


def _tell_of_copy(found: Found, path: Path) -> None:
    print(
        f"stridetimer: {found.name} came with the program; this is your copy: {path}",
        file=sys.stderr,
    )
