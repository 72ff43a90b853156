"""The person's own editor: how it is found, given the file, and what is said when it fails."""

import os
import signal
import sys
from pathlib import Path

import pytest
from builders import ManualClock

from stridetimer.cli.main import run
from stridetimer.editing import making
from stridetimer.editing.external import (
    Editor,
    NoEditorError,
    chosen_editor,
    edit,
    ended_badly,
)
from stridetimer.editing.making import SOON, LentCopy
from stridetimer.routines.locate import find
from stridetimer.routines.published import SCHEMA_LINE

HERE = {"vi": "/bin/vi", "/a b/ed": "/a b/ed", r"C:\Tools\np.exe": r"C:\Tools\np.exe"}


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"EDITOR": "vi"}, ("/bin/vi",)),
        ({"VISUAL": "vi -y", "EDITOR": "nope"}, ("/bin/vi", "-y")),
        ({"VISUAL": "", "EDITOR": "vi '+set nu' x"}, ("/bin/vi", "+set nu", "x")),
        ({"EDITOR": "/a b/ed"}, ("/a b/ed",)),
        ({"EDITOR": "'/a b/ed' -w"}, ("/a b/ed", "-w")),
    ],
)
def test_an_editor_is_found_with_what_it_is_to_be_given(
    environment: dict[str, str], command: tuple[str, ...]
) -> None:
    editor = chosen_editor(environment, windows=False, which=HERE.get)
    assert editor
    assert editor.command == command


def test_on_windows_a_backslash_divides_folders() -> None:
    given = {"EDITOR": r'"C:\Tools\np.exe" --wait'}
    editor = chosen_editor(given, windows=True, which=HERE.get)
    assert editor
    assert editor.command == (r"C:\Tools\np.exe", "--wait")


def test_where_nothing_is_said_there_is_no_editor() -> None:
    assert chosen_editor({}) is None
    assert chosen_editor({"VISUAL": " ", "EDITOR": ""}) is None


@pytest.mark.parametrize("said", ["nope", "nope --wait", "'unclosed", "''"])
def test_one_that_is_not_there_is_said_with_its_variable(said: str) -> None:
    with pytest.raises(NoEditorError, match=r"^\$VISUAL is .* no such program here$"):
        chosen_editor({"VISUAL": said, "EDITOR": "vi"}, windows=False, which=HERE.get)


def script(folder: Path, code: str) -> str:
    """An editor that does ``code`` with the file ``path``, as one says it in a variable."""
    file = folder / "an editor.py"
    file.write_text(f"import os, signal, sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{code}\n")
    return f"'{sys.executable}' '{file}'"


def test_a_shipped_routine_is_copied_edited_and_checked(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = find("tabata").path.read_bytes()
    adds = script(tmp_path, "path.write_text(path.read_text() + 'rset: 5s\\n')")
    monkeypatch.setenv("EDITOR", adds)
    assert run(["edit", "tabata"]) == 1
    copy = home / "routines" / "tabata.yaml"
    said = capsys.readouterr().err
    assert f"tabata came with the program; this is your copy: {copy}" in said
    assert "unknown field 'rset'" in said
    line = f"{SCHEMA_LINE}\n".encode()
    assert copy.read_bytes() == line + shipped + b"rset: 5s\n", "with the line editors look for"
    assert find("tabata").path == copy

    monkeypatch.setenv("EDITOR", script(tmp_path, f"path.write_bytes({shipped!r})"))
    assert run(["edit", "tabata"]) == 0
    assert capsys.readouterr() == (f"{copy}: no problems\n", "")


@pytest.mark.parametrize(("seconds", "stays"), [(SOON + 1, False), (SOON / 2, True)])
def test_a_copy_in_which_nothing_was_changed_goes_unless_it_was_only_handed_on(
    seconds: float, stays: bool, home: Path
) -> None:
    clock = ManualClock()
    copy = LentCopy(find("tabata"), clock)
    clock.jump(seconds)
    assert copy.stays() is stays
    assert copy.path.exists() is stays


def test_a_copy_in_which_something_was_changed_stays(home: Path) -> None:
    clock = ManualClock()
    copy = LentCopy(find("tabata"), clock)
    clock.jump(SOON + 1)
    copy.path.write_text("name: Mine\n")
    assert copy.stays()
    assert copy.path.read_text() == "name: Mine\n"


def test_a_copy_that_was_taken_away_meanwhile_is_not_there(home: Path) -> None:
    copy = LentCopy(find("tabata"))
    copy.path.unlink()
    assert not copy.stays()


def test_who_only_looks_at_a_shipped_routine_is_told_that_the_copy_is_gone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(making, "SOON", 0.0)
    monkeypatch.setenv("EDITOR", script(tmp_path, f"assert path.parents[1].name == {home.name!r}"))
    shipped = find("tabata").path
    assert run(["edit", "tabata"]) == 0
    said = capsys.readouterr()
    assert said.err.splitlines()[1:] == [
        "stridetimer: nothing was changed, so the copy is gone again"
    ]
    assert said.out == f"{shipped}: no problems\n"
    assert find("tabata").path == shipped


def test_an_editor_that_fails_is_named_and_nothing_is_lost(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["new", "mine"])
    capsys.readouterr()
    monkeypatch.setenv("VISUAL", script(tmp_path, "sys.exit(3)"))
    assert run(["edit", "mine"]) == 2
    assert "from $VISUAL, ended with exit code 3" in capsys.readouterr().err
    assert (home / "routines" / "mine.yaml").is_file()


def test_without_the_editor_not_even_a_copy_is_made(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EDITOR", "/no/such/editor --wait")
    assert run(["edit", "tabata"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("stridetimer: $EDITOR is '/no/such/editor --wait'")
    assert said.count("\n") == 1
    assert not home.exists()


def test_without_an_editor_and_without_a_terminal_it_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    assert run(["edit", "tabata"]) == 2
    assert "set $VISUAL or $EDITOR" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_ctrl_c_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    file = tmp_path / "x"
    code = "os.kill(os.getppid(), signal.SIGINT); os.kill(os.getppid(), signal.SIGQUIT)"
    words = script(tmp_path, f"{code}; path.write_text(str(signal.getsignal(signal.SIGINT)))")
    editor = chosen_editor({"EDITOR": words})
    assert editor
    before = signal.getsignal(signal.SIGINT)  # ignored, where the tests run in the background
    assert edit(editor, file) == 0
    assert "default_int_handler" in file.read_text(), "what is kept from us still reaches it"
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_an_editor_that_is_killed_is_said(tmp_path: Path) -> None:
    editor = chosen_editor({"EDITOR": script(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")})
    assert editor
    assert ended_badly(editor, edit(editor, tmp_path)).endswith("was ended by signal 9")


@pytest.mark.skipif(os.name == "nt", reason="there a file needs no permission to be run")
def test_a_file_that_is_no_program_is_said(tmp_path: Path) -> None:
    file = tmp_path / "ed"
    file.write_bytes(b"\x00")
    file.chmod(0o755)
    with pytest.raises(NoEditorError, match=r"can't run \$EDITOR"):
        edit(Editor((str(file),), "EDITOR"), tmp_path)
