"""The library in a real terminal, with real files."""

import os
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")

if sys.platform != "win32":
    from terminal import Terminal, stridetimer

MINE = "name: {name}\nexercises: [{{name: Squat, work: {work}}}]\n"


@pytest.mark.long
def test_a_file_that_an_editor_saves_shows_at_once_with_its_problem_or_without(home: Path) -> None:
    folder = home / "routines"
    folder.mkdir(parents=True)
    with Terminal(stridetimer(), columns=100) as terminal:
        terminal.until("35 min")
        save(folder / "mine.yaml", MINE.format(name="Mine", work="40s"))
        terminal.until("50 s · 1 exercise")
        save(folder / "mine.yaml", MINE.format(name="Mine", work="much"))
        terminal.until("! mine")
        save(folder / "mine.yaml", MINE.format(name="Mine anew", work="90s"))
        terminal.until("Mine anew")
        (folder / "mine.yaml").unlink()
        terminal.until(lambda text: "Mine" not in text)
        terminal.press("q")
        assert terminal.code() == 0
        assert terminal.is_restored()


@pytest.mark.long
def test_what_a_file_name_holds_never_steers_the_terminal(home: Path) -> None:
    folder = home / "routines"
    folder.mkdir(parents=True)
    (folder / "evil\x1b[31m\x1b]0;owned\x07.yaml").write_text("name: [\n")
    with Terminal(stridetimer(), columns=100) as terminal:
        terminal.until("evil\\x1b[31m")
        terminal.press("q")
        assert terminal.code() == 0
        assert b"owned\x07" not in terminal.raw


def save(path: Path, text: str) -> None:
    """Write ``text`` as an editor does that never leaves half a file."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text)
    os.replace(beside, path)
