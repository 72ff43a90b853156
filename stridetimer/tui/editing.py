"""Editing a routine from any screen: in the person's own editor, or in ours."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.message import Message

from stridetimer.files import why
from stridetimer.tui.bindings import has_key
from stridetimer.tui.sized import SizedScreen

if TYPE_CHECKING:
    from stridetimer.editing.external import Editor
    from stridetimer.editing.saving import Document
    from stridetimer.routines.locate import Found

Done = Callable[[str, bool], None]
"""Told, when the editing is over, what there is to say, or nothing, and whether the file is another
now."""


class EditWanted(Message):
    """The routine that one runs as ``routine`` is to be edited; ``here``: in our own editor."""

    def __init__(self, routine: str, done: Done, *, here: bool) -> None:
        super().__init__()
        self.routine = routine
        self.done = done
        self.here = here


class TextScreen(SizedScreen[bool]):
    """A screen with a text to be edited; it gives back whether anything was saved."""

    def action_leave(self) -> None:
        """Leave it; with something unsaved, ask first."""
        raise NotImplementedError


class Workshop:
    """Where the routines of ``app`` are edited; it lends the terminal by ``lend``."""

    def __init__(self, app: App[Any], lend: Callable[[Callable[[], int]], int]) -> None:
        self._app = app
        self._lend = lend

    def edit(self, wanted: EditWanted) -> None:
        """Let the person edit what is wanted."""
        # Here, because most sessions are led through without.
        from stridetimer.editing.external import NoEditorError, chosen_editor
        from stridetimer.editing.making import TakenError
        from stridetimer.editing.saving import UnfitError
        from stridetimer.routines.locate import NoSuchRoutineError
        from stridetimer.tui.lending import CannotLendError

        try:
            editor = None if wanted.here else chosen_editor()
            found = _found(wanted.routine)
            if editor is None:
                self._edit_here(found, wanted.done)
            else:
                wanted.done(*self._edit_elsewhere(editor, found))
        except CannotLendError as error:
            wanted.done(_both(str(error), self._instead()), False)
        except (NoEditorError, NoSuchRoutineError, TakenError) as error:
            wanted.done(str(error), False)
        except UnfitError as error:
            wanted.done(f"can't edit it here: {error}", False)
        except OSError as error:
            wanted.done(f"can't edit it: {why(error)}", False)

    def _edit_here(self, found: "Found", done: Done) -> None:
        from stridetimer.editing.making import copy_to_be
        from stridetimer.editing.saving import open_document

        shipped = _is_shipped(found)
        document = copy_to_be(found) if shipped else open_document(found.path)
        said = _copied(found, document.path) if shipped else ""
        self._app.push_screen(
            editor_screen(document), lambda saved: done(said if saved else "", bool(saved))
        )

    def _edit_elsewhere(self, editor: "Editor", found: "Found") -> tuple[str, bool]:
        """Let the person's own editor have it.

        Returns:
            What there is to say, and whether the file is another now.
        """
        from stridetimer.editing.external import edit, ended_badly
        from stridetimer.editing.making import LentCopy

        copy = LentCopy(found) if _is_shipped(found) else None
        path = copy.path if copy else found.path
        before = _content(path)
        try:
            trouble = ended_badly(editor, self._lend(partial(edit, editor, path)))
        except Exception:
            if copy:
                copy.take_back()
            raise
        if copy and not copy.stays():
            gone = f"nothing was changed, so the copy of {found.name} is gone again"
            return _both(gone, trouble), False
        said = _copied(found, path) if copy else ""
        return _both(said, trouble), _content(path) != before

    def _instead(self) -> str:
        """Which key of the screen leads to our own editor; empty where none does."""
        bindings = (active.binding for active in self._app.screen.active_bindings.values())
        here = next((one for one in bindings if one.action == "edit_here" and has_key(one)), None)
        return f"{self._app.get_key_display(here)} edits it here" if here else ""


def editor_screen(document: "Document") -> TextScreen:
    """The editor of our own with the file of ``document``."""
    from stridetimer.routines.locate import available
    from stridetimer.tui.screens.editor import EditorScreen

    notice = "This came with the program; what you save is a copy of your own."
    names = [found.name for found in available()]
    return EditorScreen(document, notice=notice if document.is_copy else "", routines=names)


def _found(routine: str) -> "Found":
    """Where a routine lies."""
    from stridetimer.places import shipped
    from stridetimer.routines.locate import find

    found = find(routine)
    # A session that is taken up again knows the file it began with, which is not to be changed.
    return find(found.name) if found.path.parent == shipped("routines") else found


def _is_shipped(found: "Found") -> bool:
    """Whether it is not to be changed, but a copy of it."""
    from stridetimer.routines.locate import Origin

    return found.origin is Origin.SHIPPED


def _copied(found: "Found", path: Path) -> str:
    return f"{found.name} came with the program; this is your copy: {path}"


def _content(path: Path) -> bytes | None:
    """What is in a file; None where that cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _both(*said: str) -> str:
    return "; ".join(filter(None, said))
