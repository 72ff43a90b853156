"""What the history survives."""

import json
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue

import pytest
from builders import ManualClock
from fakes import RecordingPlayer
from history_support import (
    HALF_PAST_SIX,
    Evening,
    history_file,  # noqa: F401 - a fixture, known by another name
    recorded,
    squats,
)

from stridetimer.conductor import Conductor
from stridetimer.core.session import Session
from stridetimer.history.exchange import as_text, bring_in
from stridetimer.history.recorder import Recorder
from stridetimer.history.records import Heading
from stridetimer.history.rescue import is_damage, rescued
from stridetimer.history.schema import VERSION
from stridetimer.history.store import Store


def unrecorded(path: Path) -> str:
    """What is said of a session that goes to its end, and its end is checked here."""
    evening = Evening(path)
    evening.pass_time(300)
    evening.close()
    assert evening.conductor.session.state == "completed"
    return evening.conductor.unrecorded


def test_a_folder_that_is_a_file_does_not_stop_a_session(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = unrecorded(tmp_path / "file" / "history.db")
    assert said.startswith("This session could not be recorded: ")


def test_a_history_that_is_a_folder_does_not_stop_a_session(path: Path) -> None:
    path.mkdir(parents=True)
    assert unrecorded(path) == "This session could not be recorded: the history cannot be opened."


def test_a_home_that_cannot_be_made_does_not_stop_a_session() -> None:
    assert unrecorded(Path("/proc/no/such/home/history.db")).startswith("This session could not")


def test_a_history_of_a_newer_version_is_left_alone(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert "newer version" in unrecorded(path)
    assert [file.name for file in path.parent.glob("history.db*")] == ["history.db"]


def test_a_locked_history_is_written_to_once_it_is_free(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        evening = Evening(path)
        evening.pass_time(20)
        deadline = time.monotonic() + 10
        while not evening.conductor.unrecorded and time.monotonic() < deadline:
            time.sleep(0.02)
        assert "another program keeps the history" in evening.conductor.unrecorded
        other.execute("ROLLBACK")
    evening.pass_time(300)
    evening.close()
    assert evening.conductor.unrecorded == ""
    (session,) = recorded(path)
    assert (session.outcome, len(session.work)) == ("completed", 3)


def test_what_python_says_of_a_database_is_no_damage_to_the_file() -> None:
    db = sqlite3.connect(":memory:")
    db.close()
    with pytest.raises(sqlite3.DatabaseError) as closed:
        db.execute("SELECT 1")
    assert not is_damage(closed.value)


def test_one_session_that_was_rescued_is_one_session() -> None:
    assert "damaged: 1 session could be kept" in rescued(1, Path("history.db.damaged"))


def test_a_file_that_is_no_history_is_moved_aside_and_never_deleted(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database" * 1000)
    said = unrecorded(path)
    assert said.startswith("The history was damaged: 0 sessions could be kept")
    (aside,) = path.parent.glob("history.db.damaged-*-1")
    assert aside.read_bytes() == b"not a database" * 1000
    assert recorded(path)[0].outcome == "completed"


def test_what_can_be_read_of_a_damaged_history_is_kept(path: Path) -> None:
    many_sessions(path, 40)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(content)
    evening = Evening(path)
    evening.pass_time(300)
    evening.close()
    assert "could be kept" in evening.recorder.notice
    kept = recorded(path)
    assert 20 <= len(kept) <= 41
    assert kept[0].outcome == "completed"
    assert list(path.parent.glob("history.db.damaged-*-1"))


def many_sessions(path: Path, count: int) -> None:
    evening = Evening(path)
    evening.pass_time(300)
    evening.close()
    with closing(Store(path)) as store:
        text = json.loads(as_text(store.db))
        (one,) = text["sessions"]
        text["sessions"] = [{**one, "uid": str(number)} for number in range(count)]
        bring_in(store, json.dumps(text))
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_history_that_is_taken_away_is_begun_anew_with_the_whole_session(path: Path) -> None:
    evening = Evening(path)
    evening.pass_time(60)
    shutil.move(path.parent, path.parent.with_name("elsewhere"))
    evening.pass_time(300)
    evening.close()
    (session,) = recorded(path)
    assert (session.outcome, len(session.work)) == ("completed", 3)


def test_a_disk_that_hangs_delays_a_session_by_less_than_a_person_notices(path: Path) -> None:
    release = threading.Event()

    def hanging(path: Path) -> Store:
        release.wait(10)
        return Store(path)

    heading = Heading("a", "squats", "", 1.0, HALF_PAST_SIX.isoformat(), squats())
    clock, recorder = ManualClock(100.0), Recorder(path, heading, open_store=hanging)
    recorder.start()
    conductor = Conductor(Session(squats()), RecordingPlayer(clock), clock, recorder=recorder)
    began = time.monotonic()
    conductor.start()
    while (at := conductor.wake_at()) is not None:
        clock.now = at
        conductor.tick()
    assert time.monotonic() - began < 0.25 + 3 * 0.05 + 0.5
    release.set()
    conductor.close()
    assert recorded(path)[0].outcome == "completed"


def test_where_a_session_stands_survives_the_loss_of_power_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: SimpleQueue[float] = SimpleQueue()

    def sync(store: Store) -> None:
        flushed.put(store.db.execute("SELECT step_elapsed FROM sessions").fetchone()[0])

    monkeypatch.setattr(Store, "sync", sync)
    evening = Evening(path)
    evening.pass_time(9.0)
    while flushed.get(timeout=10) < 4.0:
        pass  # what was flushed as it began
    evening.close()
