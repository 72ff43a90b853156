"""Into the file and out of it: nothing is lost, and nothing of anybody else's is overwritten."""

import json
import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from stridetimer import files, places
from stridetimer.cli.failure import CommandError
from stridetimer.cli.writing import edit_routine
from stridetimer.editing.drafts import Drafts, drop_draft, find_draft, keep_draft
from stridetimer.editing.external import VARIABLES
from stridetimer.editing.saving import ChangedError, UnfitError, open_document, save

NOW = datetime(2026, 3, 1, 18, 2)
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="no such permissions there")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"name: Mine\n")
    return path


@pytest.mark.parametrize(
    "data",
    [
        b"a\nb\n",
        b"a\r\nb\r\n",
        b"a\rb\r",
        b"\xef\xbb\xbfa\r\nb",
        b"",
        b"a",
        "ü 🏃\n".encode(),
        b"\n\n",
    ],
)
def test_a_file_saved_as_it_was_opened_is_the_same_to_the_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    document = open_document(path)
    assert "\r" not in document.text
    saved = save(document, document.text)
    assert path.read_bytes() == data
    assert saved == document
    assert [one.name for one in tmp_path.iterdir()] == ["x.yaml"]


def test_new_lines_get_the_line_breaks_that_most_lines_have(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a\r\nb\nc\r\n")
    document = open_document(path)
    save(document, document.text + "d\n")
    assert path.read_bytes() == b"a\r\nb\r\nc\r\nd\r\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"\xff", "UTF-8"), ("a\u2028b".encode(), r"U\+2028"), (b"a" * (2**20 + 1), "1 MiB")],
)
def test_what_would_be_harmed_is_not_opened(
    tmp_path: Path, data: bytes, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    with pytest.raises(UnfitError, match=why):
        open_document(path)
    with pytest.raises(UnfitError, match="no ordinary file"):
        open_document(tmp_path)
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("stridetimer.cli.writing.has_screen", lambda: True)
    with pytest.raises(CommandError, match=why):
        edit_routine(str(path))


def test_a_file_changed_underneath_is_noticed_and_left_alone(file: Path) -> None:
    document = open_document(file)
    file.write_bytes(b"name: Theirs\n")
    with pytest.raises(ChangedError) as changed:
        save(document, "name: Ours\n")
    assert file.read_bytes() == b"name: Theirs\n"
    save(replace(document, hash=changed.value.hash), "name: Ours\n")
    assert file.read_bytes() == b"name: Ours\n"


def test_a_file_touched_but_not_changed_is_no_matter(file: Path) -> None:
    document = open_document(file)
    file.write_bytes(b"name: Mine\n")
    save(document, "name: Ours\n")
    assert file.read_bytes() == b"name: Ours\n"


def test_a_file_taken_away_counts_as_changed_and_can_be_written_again(file: Path) -> None:
    document = open_document(file)
    file.unlink()
    with pytest.raises(ChangedError) as changed:
        save(document, "name: Ours\n")
    save(replace(document, hash=changed.value.hash), "name: Ours\n")
    assert file.read_bytes() == b"name: Ours\n"


def test_after_saving_the_next_save_knows_what_is_in_the_file(file: Path) -> None:
    document = save(open_document(file), "name: One\n")
    save(document, "name: Two\n")
    assert file.read_bytes() == b"name: Two\n"


@not_on_windows
def test_permissions_stay_and_a_link_is_followed(tmp_path: Path, file: Path) -> None:
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to("mine.yaml")
    save(open_document(link), "name: New\n")
    assert link.is_symlink()
    assert file.read_bytes() == b"name: New\n"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_write_protected_file_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(PermissionError, match="write-protected"):
        save(open_document(file), "name: New\n")
    assert file.read_bytes() == b"name: Mine\n"


def test_a_folder_in_which_nothing_can_be_made_will_do(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "replace", refuse)
    save(open_document(file), "name: N\n")
    assert file.read_bytes() == b"name: N\n"


def test_a_disk_that_is_full_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(open_document(file), "name: New\n")
    assert file.read_bytes() == b"name: Mine\n"
    assert [one.name for one in file.parent.iterdir()] == ["mine.yaml"]


def test_a_draft_is_found_again_by_its_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_draft(file) is None
    keep_draft(file, "name: Mi\ud800\n", "abc", NOW)
    monkeypatch.chdir(file.parent)
    draft = find_draft(Path("mine.yaml"))
    assert draft
    assert (draft.text, draft.hash, draft.at) == ("name: Mi\ud800\n", "abc", "2026-03-01T18:02:00")
    assert find_draft(file.with_name("other.yaml")) is None
    drop_draft(file)
    drop_draft(file)
    assert find_draft(file) is None


def test_a_draft_that_comes_too_late_is_not_kept(file: Path) -> None:
    drafts = Drafts(file)
    early, later = drafts.following("one", "", NOW), drafts.following("two", "", NOW)
    later()
    early()
    assert (draft := find_draft(file))
    assert draft.text == "two"
    late = drafts.following("three", "", NOW)
    drafts.drop()
    late()
    assert find_draft(file) is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"path": 1}', "\x00"])
def test_a_draft_that_makes_no_sense_is_none(file: Path, content: str) -> None:
    keep_draft(file, "x", "", NOW)
    (kept,) = places.drafts().iterdir()
    kept.write_text(content)
    assert find_draft(file) is None
    kept.write_text(json.dumps({"path": str(file), "text": 1, "hash": "", "at": ""}))
    assert find_draft(file) is None


def test_where_no_draft_can_be_kept_whoever_types_can_be_told(home: Path, file: Path) -> None:
    home.write_text("in the way")
    with pytest.raises(OSError, match="drafts"):
        keep_draft(file, "x", "", NOW)
    assert find_draft(file) is None
