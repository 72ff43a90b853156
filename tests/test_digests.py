"""What is remembered of routine files, and when it no longer holds."""

import json
import os
import time
from pathlib import Path

import pytest

from stridetimer.routines import digests
from stridetimer.routines.digests import Digest, Digests, stamp_of

SQUATS = Digest("Squats", "", 60.0, False, 3, ("Squat",), ("strength",))


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    path = tmp_path / "squats.yaml"
    path.write_text("name: Squats")
    yesterday = time.time() - 86_400
    os.utime(path, (yesterday, yesterday))
    return path


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(digests, "SETTLED", -1.0)  # the file of the test is as old as it will get
    return tmp_path / "cache" / "routines.json"


def remembered(store: Path, routine: Path) -> None:
    known = Digests(store)
    known.remember(str(routine), stamp_of(routine), SQUATS)
    known.keep([str(routine)])


def test_what_was_read_is_known_the_next_time(store: Path, routine: Path) -> None:
    remembered(store, routine)
    assert Digests(store).of(str(routine)) == SQUATS


def test_another_content_is_not_known(store: Path, routine: Path) -> None:
    remembered(store, routine)
    routine.write_text("name: Lunges")
    assert Digests(store).of(str(routine)) is None


def test_another_file_of_the_same_size_and_time_is_not_known(store: Path, routine: Path) -> None:
    remembered(store, routine)
    before = routine.stat()
    other = routine.with_name("other")
    other.write_text("name: Lunges")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(other, routine)
    assert Digests(store).of(str(routine)) is None


def test_a_file_that_was_changed_this_moment_may_still_change_and_is_not_remembered(
    tmp_path: Path, routine: Path
) -> None:
    known = Digests(tmp_path / "routines.json")
    routine.write_text("name: Squats!")
    known.remember(str(routine), stamp_of(routine), SQUATS)
    assert known.of(str(routine)) is None


def test_what_another_version_remembered_does_not_hold(
    store: Path, routine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered(store, routine)
    monkeypatch.setattr(digests, "__version__", "99.0")
    assert Digests(store).of(str(routine)) is None


def test_files_that_are_gone_are_forgotten(store: Path, routine: Path) -> None:
    remembered(store, routine)
    known = Digests(store)
    known.remember(str(routine), stamp_of(routine), SQUATS)
    known.keep([])
    assert json.loads(store.read_text())["routines"] == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b'{"made_by": 3}', b"[" * 100_000, b'{"routines": {"a": 1}}'],
)
def test_a_broken_store_is_as_if_there_were_none(
    store: Path, routine: Path, content: bytes
) -> None:
    remembered(store, routine)
    store.write_bytes(content)
    assert Digests(store).of(str(routine)) is None


@pytest.mark.parametrize(
    "change",
    [{"name": 7}, {"exercises": "Squat"}, {"colour": "red"}, {"steps": None}],
    ids=str,
)
def test_a_digest_that_makes_no_sense_is_none(
    store: Path, routine: Path, change: dict[str, object]
) -> None:
    remembered(store, routine)
    content = json.loads(store.read_text())
    content["routines"][str(routine)][1] |= change
    store.write_text(json.dumps(content))
    assert Digests(store).of(str(routine)) is None


def test_where_nothing_can_be_written_nothing_is_remembered(
    tmp_path: Path, routine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "SETTLED", -1.0)
    (tmp_path / "file").write_text("in the way")
    remembered(tmp_path / "file" / "routines.json", routine)
    assert (tmp_path / "file").read_text() == "in the way"
