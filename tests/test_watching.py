"""Routine files that change on disk are noticed, however an editor saves them."""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from stridetimer.routines import watching

SOON = 10.0
"""How long a change may take to be noticed on the slowest machine, in seconds."""
QUICK = 0.05


class Watcher:
    """Watches in a thread of its own, as the library does."""

    def __init__(self, changes: Callable[[threading.Event], Iterator[None]] | None = None) -> None:
        self._changes = changes or watching.changes
        self._stop = threading.Event()
        self._noticed = SimpleQueue[None]()
        self._thread = threading.Thread(target=self._watch)
        begun = threading.Event()

        class Looks(watching._Looks):  # made once it is known what there is to begin with
            def __init__(self, *watched: Any) -> None:
                super().__init__(*watched)
                begun.set()

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(watching, "_Looks", Looks)
            self._thread.start()
            assert begun.wait(SOON)

    def _watch(self) -> None:
        for _ in self._changes(self._stop):
            self._noticed.put(None)

    def notices(self, within: float = SOON) -> bool:
        try:
            self._noticed.get(timeout=within)
        except Empty:
            return False
        return True

    def ends(self) -> bool:
        self._stop.set()
        self._thread.join(SOON)
        return not self._thread.is_alive()


@pytest.fixture
def folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(watching, "LOOK_EVERY", QUICK)
    folder = home / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("name: Mine")
    return folder


@pytest.fixture(params=["told by the system", "looking now and then"])
def watcher(
    folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watcher]:
    if request.param == "looking now and then":
        monkeypatch.setitem(sys.modules, "watchfiles", None)
    watcher = Watcher()
    yield watcher
    assert watcher.ends()


def test_a_single_file_is_watched_wherever_it_lies_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK_EVERY", QUICK)
    file = tmp_path / "mine.yaml"
    file.write_text("name: Mine")
    watcher = Watcher(partial(watching.changes_of, file))
    (tmp_path / "other.yaml").write_text("name: Other")
    assert not watcher.notices(within=4 * QUICK)
    (tmp_path / "new.yaml").write_text("name: Mine, replaced")
    os.replace(tmp_path / "new.yaml", file)
    assert watcher.notices()
    assert watcher.ends()


def test_the_system_tells_of_a_change_long_before_anybody_looks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK_EVERY", 1000.0)
    watcher = Watcher()
    tries = 0
    while not watcher.notices(within=0.3):  # it may not be listening yet
        tries += 1
        assert tries < SOON / 0.3
        (folder / "mine.yaml").write_text(f"name: Mine, try {tries}")
    assert watcher.ends(), "and it ends although the next look is far away"


def test_a_file_that_is_saved_is_noticed(watcher: Watcher, folder: Path) -> None:
    (folder / "mine.yaml").write_text("name: Mine, longer")
    assert watcher.notices()


def test_a_file_that_an_editor_puts_in_the_place_of_another_is_noticed(
    watcher: Watcher, folder: Path
) -> None:
    (folder / ".mine.yaml.swp").write_text("name: Mini")
    os.replace(folder / ".mine.yaml.swp", folder / "mine.yaml")
    assert watcher.notices()


def test_a_new_file_in_a_new_subfolder_is_noticed_and_so_is_its_end(
    watcher: Watcher, folder: Path
) -> None:
    (folder / "hips").mkdir()
    (folder / "hips" / "clamshell.yaml").write_text("name: Clamshell")
    assert watcher.notices()
    shutil.rmtree(folder / "hips")
    assert watcher.notices()


def test_a_folder_that_vanishes_and_comes_back_is_watched_on(
    watcher: Watcher, folder: Path
) -> None:
    shutil.rmtree(folder)
    assert watcher.notices()
    folder.mkdir()
    (folder / "mine.yaml").write_text("name: Mine again")
    assert watcher.notices()
    (folder / "mine.yaml").write_text("name: Mine again, and longer")
    assert watcher.notices()


def test_what_is_no_routine_is_nobodys_business(watcher: Watcher, folder: Path) -> None:
    (folder / "notes.txt").write_text("Buy a band.")
    (folder / "mine.yaml~").write_text("name: Mine")
    assert not watcher.notices(within=4 * QUICK)


def test_a_burst_of_changes_is_noticed_as_one(folder: Path) -> None:
    watcher = Watcher()
    for number in range(200):
        (folder / f"routine-{number}.yaml").write_text("name: One of many")
    assert watcher.notices()
    times = 1
    while watcher.notices(within=0.5):
        times += 1
    assert times <= 3, "a save of two hundred files is not two hundred changes"
    assert watcher.ends()


def test_a_folder_need_not_exist_yet(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LOOK_EVERY", QUICK)
    monkeypatch.setenv("STRIDETIMER_ROUTINES", str(home / "later"))
    watcher = Watcher()
    (home / "later").mkdir(parents=True)
    (home / "later" / "new.yaml").write_text("name: New")
    assert watcher.notices()
    assert watcher.ends()
