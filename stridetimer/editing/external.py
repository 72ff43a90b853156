"""The editor of the person's own choice, from ``$VISUAL`` or ``$EDITOR``."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stridetimer.files import why

VARIABLES = ("VISUAL", "EDITOR")
"""Where a person says which editor; the first that says anything counts."""

_NOTHING_BUT_SET = "set $VISUAL or $EDITOR to the command of an editor"


class NoEditorError(LookupError):
    """There is no such editor; the message says so in one line and names the variable."""


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor that is there."""

    command: tuple[str, ...]
    """The program, by its path, and what else is to be given it."""
    variable: str
    """Where it was named."""

    @property
    def name(self) -> str:
        """What to call it."""
        return Path(self.command[0]).name


def chosen_editor(
    environment: Mapping[str, str] = os.environ,
    *,
    windows: bool = sys.platform == "win32",
    which: Callable[[str], str | None] = shutil.which,
) -> Editor | None:
    """The editor that the person has chosen; None where nothing is said.

    Raises:
        NoEditorError: what is said cannot be run.
    """
    for variable in VARIABLES:
        if said := environment.get(variable, "").strip():
            return _editor(said, variable, windows, which)
    return None


def no_editor() -> NoEditorError:
    """Nothing is said, and one is needed."""
    return NoEditorError(f"there is no editor: {_NOTHING_BUT_SET}")


def _editor(said: str, variable: str, windows: bool, which: Callable[[str], str | None]) -> Editor:
    for words in ([said], _words(said, windows)):
        # The path of a program can have spaces in it, so as a whole it is tried first.
        if words and (program := which(os.path.expanduser(words[0]))):
            return Editor((program, *words[1:]), variable)
    raise NoEditorError(f"${variable} is {said!r}, and there is no such program here")


def _words(said: str, windows: bool) -> list[str]:
    try:
        if not windows:
            return shlex.split(said)
        # There a backslash divides folders, and escapes nothing.
        return [word.strip("\"'") for word in shlex.split(said, posix=False)]
    except ValueError:  # a quotation mark without a partner
        return []


def edit(editor: Editor, path: Path) -> int:
    """Let the person edit the file at ``path``, and wait until the editor ends.

    Returns:
        Its exit code, negative where a signal ended it.

    Raises:
        NoEditorError: it cannot be run.
    """
    try:
        with _keys_are_the_editors(), _told_what_is_waited_for(editor):
            return subprocess.run([*editor.command, str(path)], check=False).returncode
    except OSError as error:
        raise NoEditorError(
            f"can't run ${editor.variable}, {editor.command[0]}: {why(error)}"
        ) from error


def ended_badly(editor: Editor, code: int) -> str:
    """That ``editor`` ended with an error, in a sentence; empty where it did not."""
    if code > 0:
        return f"{editor.name}, from ${editor.variable}, ended with exit code {code}"
    return f"{editor.name}, from ${editor.variable}, was ended by signal {-code}" if code else ""


@contextmanager
def _told_what_is_waited_for(editor: Editor) -> Iterator[None]:
    """An editor with a window of its own leaves the terminal empty: say why nothing happens there.

    One that draws on the terminal draws over it.
    """
    told = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    if told:
        print(f"Waiting until {editor.name} ends … ", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def _keys_are_the_editors() -> Iterator[None]:
    """Ctrl-c and ctrl-\\ reach every program on the terminal; meant is the editor alone."""
    numbers = [signal.SIGINT, *([signal.SIGQUIT] if sys.platform != "win32" else [])]
    # A handler and not SIG_IGN, which the editor would inherit.
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
