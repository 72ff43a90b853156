"""Editing in a real pseudo-terminal: by the person's own editor and by ours, ended in every way."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from terminal import Terminal, stridetimer

ROUTINE = """\
name: Evening
prepare: 10s
exercises:
  - {name: Wall press, hold: 10m}
"""

EDITOR = """\
import os, select, signal, sys, termios
path = sys.argv[-1]
modes = termios.tcgetattr(0)
print("cooked" if modes[3] & termios.ECHO and modes[3] & termios.ICANON else "raw", flush=True)
{does}
"""


@pytest.fixture
def routine(home: Path) -> Path:
    path = home / "routines" / "evening.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(ROUTINE, encoding="utf-8")
    return path


def editor(folder: Path, does: str) -> dict[str, str]:
    """The environment with an editor that does this with ``path``."""
    script = folder / "my editor.py"
    script.write_text(EDITOR.format(does=does), encoding="utf-8")
    return {"VISUAL": f"'{sys.executable}' '{script}'", "EDITOR": "nope"}


NONE = {"VISUAL": "", "EDITOR": ""}
WAITS = "input('edit ' + os.path.basename(path) + ': ')"
ADDS = f"{WAITS}; open(path, 'a').write('recovery: 36h\\n')"


def test_in_a_session_e_pauses_lends_the_terminal_and_has_it_back(
    routine: Path, tmp_path: Path
) -> None:
    given = editor(tmp_path, ADDS)
    with Terminal(stridetimer("run", "evening", "--mute"), environment=given) as terminal:
        terminal.until("Wall press")
        terminal.press("e")
        terminal.until("edit evening.yaml:")
        assert terminal.is_restored(), "the editor has the terminal as the shell had it"
        assert "cooked" in terminal.text
        assert "Waiting until python" in terminal.text
        terminal.press("\r")
        terminal.until("goes on as it was; what you changed counts from the next.")
        terminal.pause(0.4)
        terminal.press("q")
        terminal.until("Leave the session?")
        terminal.press("y")
        assert terminal.code() == 1
        assert terminal.is_restored()
    assert routine.read_text() == ROUTINE + "recovery: 36h\n"


def test_in_the_library_a_shipped_routine_is_copied_edited_and_shown(
    home: Path, tmp_path: Path
) -> None:
    given = editor(tmp_path, f"{WAITS}; open(path, 'w').write('name: Mine now')")
    with Terminal(stridetimer(), environment=given) as terminal:
        terminal.until("Basic strength")
        terminal.press("e")
        terminal.until("edit basic-strength.yaml:")
        terminal.press("\r")
        terminal.until("came with the program")
        terminal.press("q")
        assert terminal.code() == 0
        assert terminal.is_restored()
    assert (home / "routines" / "basic-strength.yaml").read_text() == "name: Mine now"


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("sys.exit(3)", "ended with exit code 3"),
        pytest.param(
            "os.kill(os.getpid(), signal.SIGKILL)", "was ended by signal 9", marks=pytest.mark.long
        ),
    ],
)
def test_an_editor_that_fails_is_said_and_the_screen_is_back(
    routine: Path, tmp_path: Path, does: str, said: str
) -> None:
    arguments = stridetimer("run", "evening", "--mute")
    with Terminal(arguments, environment=editor(tmp_path, does), columns=120) as terminal:
        terminal.until("Wall press")
        terminal.press("e")
        terminal.until(said)
        terminal.press("\x03")
        assert terminal.code() == 130
        assert terminal.is_restored()


@pytest.mark.long
def test_a_missing_editor_is_said_and_the_session_stands(routine: Path) -> None:
    given = {"VISUAL": "no-such-editor"}
    arguments = stridetimer("run", "evening", "--mute")
    with Terminal(arguments, environment=given, columns=120) as terminal:
        terminal.until("Wall press")
        terminal.press("e")
        terminal.until("$VISUAL is 'no-such-editor'")
        terminal.press("\x03")
        assert terminal.code() == 130
        assert terminal.is_restored()


@pytest.mark.long
def test_ctrl_c_in_the_editor_does_not_end_the_session(routine: Path, tmp_path: Path) -> None:
    does = """
signal.signal(signal.SIGINT, lambda *_: print('interrupted', flush=True))
print('edit evening.yaml:', flush=True)
while not select.select([0], [], [], 0.05)[0]:
    pass
"""
    arguments = stridetimer("run", "evening", "--mute")
    with Terminal(arguments, environment=editor(tmp_path, does)) as terminal:
        terminal.until("Wall press")
        terminal.press("e")
        terminal.until("edit evening.yaml:")
        terminal.press("\x03")
        terminal.until("interrupted")
        terminal.press("\r")
        terminal.until("goes on as it was")
        terminal.pause(0.3)
        terminal.press("\x03")
        assert terminal.code() == 130, "from then on it is ours again"
        assert terminal.is_restored()


@pytest.mark.long
def test_a_signal_that_comes_meanwhile_ends_the_program_after_the_editor(
    routine: Path, tmp_path: Path
) -> None:
    arguments = stridetimer("run", "evening", "--mute")
    with Terminal(arguments, environment=editor(tmp_path, WAITS)) as terminal:
        terminal.until("Wall press")
        terminal.press("e")
        terminal.until("edit evening.yaml:")
        terminal.send(signal.SIGTERM)
        terminal.pause(0.2)
        terminal.press("\r")
        assert terminal.code() == 143
        assert terminal.is_restored()


@pytest.mark.long
def test_a_program_stopped_in_the_editor_goes_on_there(routine: Path, tmp_path: Path) -> None:
    arguments = stridetimer("run", "evening", "--mute")
    with Terminal(arguments, environment=editor(tmp_path, WAITS)) as terminal:
        terminal.until("Wall press")
        terminal.press("e")
        terminal.until("edit evening.yaml:")
        before = len(terminal.raw)
        terminal.send(signal.SIGSTOP)
        terminal.pause(0.2)
        terminal.send(signal.SIGCONT)
        terminal.pause(0.3)
        assert b"\x1b" not in terminal.raw[before:], "nothing is drawn over the editor"
        assert terminal.is_restored()
        terminal.press("\r")
        terminal.until("goes on as it was.")
        terminal.press("\x03")
        assert terminal.code() == 130
        assert terminal.is_restored()


def test_edit_without_an_editor_opens_ours_and_then_says_what_is_wrong(routine: Path) -> None:
    with Terminal(stridetimer("edit", "evening"), environment=NONE) as terminal:
        terminal.until("name: Evening")
        terminal.press("x", ":", " ", "1", "\r")
        terminal.until("unknown field 'x'")
        terminal.press("\x13")
        terminal.until("Save with")
        terminal.press("s")
        terminal.until("Saved, with")
        terminal.press("\x1b")
        assert terminal.code() == 1
        assert terminal.is_restored()
        assert "unknown field 'x'" in terminal.text
    assert routine.read_text() == "x: 1\n" + ROUTINE


@pytest.mark.long
def test_of_a_shipped_routine_there_is_a_copy_once_something_is_saved(home: Path) -> None:
    copy = home / "routines" / "tabata.yaml"
    with Terminal(stridetimer("edit", "tabata"), environment=NONE) as terminal:
        terminal.until("what you save is a copy of your own")
        terminal.press("\x1b")
        assert terminal.code() == 0
        assert "this is your copy" not in terminal.text
    assert not copy.exists()
    with Terminal(stridetimer("edit", "tabata"), environment=NONE) as terminal:
        terminal.until("what you save is a copy of your own")
        terminal.press("#")
        terminal.press("\x13")
        terminal.until("Saved as your own copy")
        terminal.press("\x1b")
        assert terminal.code() == 0
        assert "this is your copy" in terminal.text
    assert copy.exists()


@pytest.mark.long
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_killed_editor_loses_nothing(home: Path, routine: Path, number: int) -> None:
    with Terminal(stridetimer("edit", "evening"), environment=NONE) as terminal:
        terminal.until("name: Evening")
        terminal.press("#", " ", "m", "y", "\r")
        terminal.until("2  name: Evening")
        if number == signal.SIGKILL:
            terminal.until(lambda _: any((home / "drafts").glob("*.json")))
        terminal.send(number)
        terminal.code()
    (draft,) = (home / "drafts").glob("*.json")
    assert json.loads(draft.read_text())["text"] == "# my\n" + ROUTINE
    assert routine.read_text() == ROUTINE
    with Terminal(stridetimer("edit", "evening"), environment=NONE) as terminal:
        terminal.until("There is more than the file has.")
        terminal.press("y")
        terminal.until("# my")
        terminal.press("\x13")
        terminal.until("Saved.")
        terminal.press("\x1b")
        assert terminal.code() == 0
    assert routine.read_text() == "# my\n" + ROUTINE
    assert not os.listdir(home / "drafts")


@pytest.mark.long
@pytest.mark.parametrize(("columns", "lines"), [(40, 15), (20, 5), (200, 60)])
def test_our_editor_works_at_any_size(routine: Path, columns: int, lines: int) -> None:
    routine.write_text("\n" + ROUTINE)
    arguments = stridetimer("edit", "evening")
    with Terminal(arguments, environment=NONE, columns=columns, lines=lines) as terminal:
        terminal.until("Evening")
        terminal.press("s", "u")
        terminal.until("summary")
        terminal.press("\t", "x")
        terminal.until("summary: x")
        terminal.press("\x13")
        terminal.until(lambda _: routine.read_text() == "summary: x\n" + ROUTINE)
        terminal.press("\x1b")
        assert terminal.code() == 0
        assert terminal.is_restored()
