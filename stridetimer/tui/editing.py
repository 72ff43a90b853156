"""Editing a routine from any screen: in the person's own editor, or in ours."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App
from textual.message import Message

from stridetimer.files import why
from stridetimer.tui.bindings import has_key
from stridetimer.tui.sized import SizedScreen

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
            path, said = _own(wanted.routine)
            if editor is None:
                self._edit_here(path, said, wanted.done)
            else:
                before = _content(path)
                trouble = self._edit_elsewhere(editor, path)
                wanted.done(_both(said, trouble), _content(path) != before)
        except CannotLendError as error:
            wanted.done(_both(str(error), self._instead()), False)
        except (NoEditorError, NoSuchRoutineError, TakenError) as error:
            wanted.done(str(error), False)
        except UnfitError as error:
            wanted.done(f"can't edit it here: {error}", False)
        except OSError as error:
            wanted.done(f"can't edit it: {why(error)}", False)

    def _edit_here(self, path: Path, said: str, done: Done) -> None:
        self._app.push_screen(editor_screen(path, said), lambda saved: done("", bool(saved)))

    def _edit_elsewhere(self, editor: Any, path: Path) -> str:
        from stridetimer.editing.external import edit, ended_badly

        return ended_badly(editor, self._lend(partial(edit, editor, path)))

    def _instead(self) -> str:
        """Which key of the screen leads to our own editor; empty where none does."""
        bindings = (active.binding for active in self._app.screen.active_bindings.values())
        here = next((one for one in bindings if one.action == "edit_here" and has_key(one)), None)
        return f"{self._app.get_key_display(here)} edits it here" if here else ""


def editor_screen(path: Path, notice: str = "") -> TextScreen:
    """The editor of our own with the file at ``path``.

    Raises:
        OSError: it cannot be read.
        UnfitError: it cannot be edited here.
    """
    from stridetimer.editing.saving import open_document
    from stridetimer.routines.locate import available
    from stridetimer.tui.screens.editor import EditorScreen

    names = [found.name for found in available()]
    return EditorScreen(open_document(path), notice=notice, routines=names)


def _own(routine: str) -> tuple[Path, str]:
    """The file of a routine, or of a shipped one a copy; and what is to be said of that."""
    from stridetimer.editing.making import own_copy
    from stridetimer.places import shipped
    from stridetimer.routines.locate import Origin, find

    found = find(routine)
    if found.path.parent == shipped("routines"):
        # A session that is taken up again knows the file it began with, which is not to be changed.
        found = find(found.name)
    if found.origin is not Origin.SHIPPED:
        return found.path, ""
    path = own_copy(found)
    return path, f"{found.name} came with the program; this is your copy: {path}"


def _content(path: Path) -> bytes | None:
    """What is in a file; None where that cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _both(*said: str) -> str:
    return "; ".join(filter(None, said))
