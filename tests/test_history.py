"""The history: what is written, what is read again, and what it survives."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from builders import ManualClock, each, hold, paced, plan_of, self_paced
from fakes import RecordingPlayer
from hypothesis import given
from strategies import plans

from stridetimer.cli import main
from stridetimer.conductor import Conductor
from stridetimer.core.law import Command
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Sides
from stridetimer.core.session import Session
from stridetimer.history import reading
from stridetimer.history.archive import UnknownPlanError, plan_from, plan_text
from stridetimer.history.claim import Claim, is_claimed
from stridetimer.history.exchange import as_text, bring_in
from stridetimer.history.journal import Journal
from stridetimer.history.open import opened
from stridetimer.history.recorder import Recorder
from stridetimer.history.records import Heading, LeftOff, SessionRecord
from stridetimer.history.rescue import is_damage, rescued
from stridetimer.history.schema import VERSION
from stridetimer.history.store import Store

HALF_PAST_SIX = datetime(2026, 3, 1, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def squats() -> Plan:
    """10 s to get ready, then 30 s, 5 s, 30 s, 60 s rest, and 20 alternating taps."""
    taps = Exercise("Toe taps", paced(5, ("tap", 2.0)), sides=Sides.ALTERNATING)
    return plan_of(each("Squat", hold(30)), taps, prepare=10)


class Evening:
    """A session that is recorded; time passes when told."""

    def __init__(
        self,
        path: Path,
        plan: Plan | None = None,
        session: Session | None = None,
        journal: Journal | None = None,
    ):
        self.path = path
        self.plan = plan or squats()
        self.clock = ManualClock(100.0)
        self.wall = HALF_PAST_SIX
        heading = Heading("a" * 32, "squats", "/squats.yaml", 1.0, self.wall.isoformat(), self.plan)
        self.recorder = Recorder(path, heading, wall=lambda: self.wall, journal=journal)
        self.recorder.start()
        self.conductor = Conductor(
            session or Session(self.plan),
            RecordingPlayer(self.clock),
            self.clock,
            recorder=self.recorder,
        )
        self.conductor.start()

    def pass_time(self, seconds: float) -> None:
        end = self.clock.now + seconds
        while (at := self.conductor.wake_at()) is not None and at <= end:
            self.clock.now = max(self.clock.now, at)
            self.conductor.tick()
        self.clock.now = end
        self.wall += timedelta(seconds=seconds)

    def close(self) -> None:
        self.conductor.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


def recorded(path: Path) -> list[SessionRecord]:
    with opened(path) as db:
        return reading.sessions(db)


def left_off(path: Path) -> LeftOff:
    with opened(path) as db:
        return next(reading.left_off(db))


# -- what is written -----------------------------------------------------------------------------


def test_every_step_of_work_is_recorded_with_what_was_planned_and_done(path: Path) -> None:
    evening = Evening(path)
    evening.pass_time(40)
    evening.conductor.do(Command.NEXT)
    evening.pass_time(300)
    evening.close()
    (session,) = recorded(path)
    assert (session.routine, session.name, session.outcome) == ("squats", "A routine", "completed")
    assert session.started_at == "2026-03-01T18:30:00+01:00"
    assert session.ended_at == "2026-03-01T18:30:40+01:00"
    work = [(s.exercise, s.side, s.outcome, s.seconds, s.reps) for s in session.work]
    assert work == [
        ("Squat", "left", "done", 30.0, None),
        ("Squat", "right", "done", 30.0, None),
        ("Toe taps", "alternating", "done", 10.0, 5),
    ]
    assert session.seconds == 140.0


def test_alternating_repetitions_are_recorded_leg_by_leg(path: Path) -> None:
    taps = Exercise("Toe taps", paced(5, ("tap", 2.0)), sides=Sides.ALTERNATING)
    evening = Evening(path, plan_of(taps, each("Hop", self_paced(8))))
    evening.pass_time(10 + 60)
    evening.conductor.do(Command.DONE, 7)
    evening.conductor.do(Command.NEXT)
    evening.conductor.do(Command.DONE, 6)
    evening.close()
    (session,) = recorded(path)
    legs = [(s.reps, s.left_reps, s.right_reps) for s in session.work]
    assert legs == [(5, 3, 2), (7, 7, 0), (6, 0, 6)]


def test_where_it_stands_is_recorded_every_few_seconds(path: Path) -> None:
    evening = Evening(path)
    for _ in range(8):
        evening.pass_time(4.5)
        evening.recorder.take((), evening.conductor.session.standing)
    deadline = time.monotonic() + 5
    while left_off(path).standing.at < 31 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert left_off(path).standing.at == pytest.approx(36, abs=5)
    evening.close()


def test_a_session_that_was_left_goes_on_where_it_was(path: Path) -> None:
    evening = Evening(path)
    evening.pass_time(52)
    evening.conductor.leave()
    evening.close()
    (session,) = recorded(path)
    assert session.outcome == "unfinished"
    left = left_off(path)
    assert (left.standing.step, left.standing.elapsed, left.last) == (3, 7.0, True)
    again = Evening(path, left.plan, Session.take_up(left.plan, left.standing, left.finished))
    again.pass_time(5 + 23)
    again.pass_time(1)
    steps = [(s.index, s.outcome, s.seconds) for s in recorded(path)[0].steps]
    assert steps == [(0, "done", 10), (1, "done", 30), (2, "done", 5), (3, "done", 30)]
    again.pass_time(200)
    again.close()
    (session,) = recorded(path)
    assert (session.outcome, session.seconds) == ("completed", 145)


def test_a_session_that_jumped_ahead_and_back_goes_on_through_what_it_had_leapt_over(
    path: Path,
) -> None:
    evening = Evening(path)
    evening.pass_time(12)
    evening.conductor.do(Command.JUMP, 5)
    evening.conductor.do(Command.JUMP, 2)
    evening.close()
    left = left_off(path)
    assert [one.outcome.value for one in left.finished] == [
        "done",
        "cut",
        "skipped",
        "skipped",
        "skipped",
        "cut",
    ]
    session = Session.take_up(left.plan, left.standing, left.finished)
    second = Evening(path, session=session)
    second.pass_time(400)
    assert [one.outcome.value for one in session.results] == ["done", "cut", *["done"] * 4]
    second.close()


def test_a_history_from_before_one_could_jump_is_read_and_gone_on_with(path: Path) -> None:
    evening = Evening(path)
    evening.pass_time(12)
    evening.close()
    with opened(path) as db:
        exported = as_text(db)
        db.execute("ALTER TABLE sessions DROP COLUMN step_dropped")
        db.execute("PRAGMA user_version = 1")
        assert next(reading.left_off(db)).standing.dropped == ()
    assert left_off(path).standing.step == 1
    older = json.loads(exported)
    del older["sessions"][0]["step_dropped"]
    other = path.with_name("other.db")
    assert bring_in(Store(other), json.dumps(older)) == (1, 0)
    assert left_off(other).standing.step == 1


def test_a_stopped_session_is_not_gone_on_with(path: Path) -> None:
    evening = Evening(path)
    evening.conductor.do(Command.STOP)
    evening.close()
    assert recorded(path)[0].outcome == "stopped"
    with opened(path) as db:
        assert list(reading.left_off(db)) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        "UPDATE steps SET position = position + 900",
        "UPDATE sessions SET step = 'three'",
        "UPDATE sessions SET step_dropped = '['",
    ],
)
def test_an_unfinished_session_that_fits_no_plan_is_none_to_go_on_with(
    path: Path, spoilt: str
) -> None:
    evening = Evening(path)
    evening.pass_time(50)
    evening.close()
    assert left_off(path).standing.step
    with closing(sqlite3.connect(path)) as db:
        db.execute(spoilt)
        db.commit()
    with opened(path) as db:
        assert list(reading.left_off(db)) == []


@pytest.mark.parametrize(
    "jump", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=366)], ids=str
)
def test_a_clock_that_is_set_changes_labels_alone(path: Path, jump: timedelta) -> None:
    evening = Evening(path)
    evening.pass_time(30)
    evening.wall += jump
    evening.pass_time(300)
    evening.close()
    (session,) = recorded(path)
    assert session.seconds == 145
    assert [s.seconds for s in session.work] == [30, 30, 10]
    assert session.started_at == "2026-03-01T18:30:00+01:00"


def test_sessions_are_in_order_though_the_clock_was_set_back(path: Path) -> None:
    with closing(Store(path)) as store:
        for uid, hours in (("first", 0), ("second", -1)):
            began = (HALF_PAST_SIX + timedelta(hours=hours)).isoformat()
            store.begin(Heading(uid, uid, "", 1.0, began, squats()))
    assert [session.routine for session in recorded(path)] == ["second", "first"]


@given(plans)
def test_a_plan_comes_back_from_its_text_as_it_was(plan: Plan) -> None:
    assert plan_from(plan_text(plan)) == plan


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"routine": {"type": "Rest"}, "led": {}}'])
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(UnknownPlanError):
        plan_from(text)


def test_only_the_living_claim_a_session(tmp_path: Path) -> None:
    mine, other = Claim(tmp_path, "x"), Claim(tmp_path, "x")
    assert mine.stake()
    assert not other.stake()
    assert is_claimed(tmp_path, "x")
    mine.release()
    assert not is_claimed(tmp_path, "x")
    assert other.stake()
    other.release()


def test_what_killed_programs_left_behind_is_swept_away_and_the_living_keep_theirs(
    tmp_path: Path,
) -> None:
    (tmp_path / "dead.lock").touch()
    living, mine = Claim(tmp_path, "living"), Claim(tmp_path, "mine")
    assert living.stake()
    assert mine.stake()
    mine.sweep()
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["living", "mine"]
    assert is_claimed(tmp_path, "living")
    living.release()
    mine.release()
    assert not list(tmp_path.iterdir())


def test_a_claim_swept_away_in_the_instant_it_was_made_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[Path] = []

    def lock_after_a_sweep(file: int) -> None:
        if not swept:
            swept.append(tmp_path / "x.lock")
            swept[0].unlink()

    monkeypatch.setattr("stridetimer.history.claim._lock", lock_after_a_sweep)
    claim = Claim(tmp_path, "x")
    assert claim.stake()
    assert (tmp_path / "x.lock").exists()
    claim.release()


# -- what it survives ------------------------------------------------------------------------------


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
    assert said.startswith("This session is not being recorded: ")


def test_a_history_that_is_a_folder_does_not_stop_a_session(path: Path) -> None:
    path.mkdir(parents=True)
    assert unrecorded(path) == ("This session is not being recorded: the history cannot be opened.")


def test_a_home_that_cannot_be_made_does_not_stop_a_session() -> None:
    assert unrecorded(Path("/proc/no/such/home/history.db")).startswith("This session is not")


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


# -- the program itself --------------------------------------------------------------------------

PROGRAM = (sys.executable, "-m", "stridetimer")
SHORT = """\
name: Short
prepare: 1s
recovery: 36h
exercises:
  - {name: Squat, work: 5s, sets: 2, rest: 1s}
  - {name: Balance, hold: 5s, sides: each, first: other}
"""


@pytest.fixture
def short(tmp_path: Path) -> str:
    (tmp_path / "short.yaml").write_text(SHORT)
    return str(tmp_path / "short.yaml")


@pytest.fixture
def say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, short: str
) -> Callable[..., tuple[int, str, str]]:
    """The exit code and the words of a command, where a session has been performed."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main.run(arguments)
        out, errors = capsys.readouterr()
        return code, out, errors

    monkeypatch.setattr(sys, "stdin", None)
    assert run(*performing(short))[0] == 0
    return run


def performing(routine: str) -> tuple[str, ...]:
    """How a whole session is performed at once."""
    return "run", routine, "--events", "--mute", "--speed", "2000"


def performed(routine: str, home: str, limit: int) -> "subprocess.CompletedProcess[str]":
    """A whole session, in a process that may write files of ``limit`` bytes."""
    return subprocess.run(
        [*PROGRAM, *performing(routine)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "STRIDETIMER_HOME": home},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )


def test_history_tells_what_was_done(say: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = say("history", "--json")
    (session,) = json.loads(out)
    assert code == 0
    assert (session["routine"], session["name"], session["outcome"]) == (
        "short",
        "Short",
        "completed",
    )
    assert session["seconds"] == pytest.approx(33, abs=30)
    assert [(s["exercise"], s["side"]) for s in session["steps"]] == [
        ("Squat", None),
        ("Squat", None),
        ("Balance", "left"),
        ("Balance", "right"),
    ]
    assert datetime.fromisoformat(session["started_at"]).tzinfo is not None
    _, rows, _ = say("history", "--csv")
    assert len(rows.splitlines()) == 1 + 4
    _, text, _ = say("history")
    assert "completed" in text
    _, detail, _ = say("history", "show", "1")
    assert detail.count("done") == 4


def test_what_was_done_is_listed_and_advice_is_one_line(
    say: Callable[..., tuple[int, str, str]], short: str, home: Path
) -> None:
    code, _, errors = say(*performing(short))
    assert code == 0
    assert errors == (
        "stridetimer: You did this 1 min ago; it recommends 36 h of rest between sessions.\n"
    )
    (home / "routines").mkdir()
    shutil.copy(short, home / "routines")
    listed = {row["routine"]: row for row in json.loads(say("list", "--json")[1])}
    assert listed["short"]["last_done"].startswith("20")
    assert listed["tabata"]["last_done"] is None


def test_the_other_side_leads_the_next_time(
    say: Callable[..., tuple[int, str, str]], short: str
) -> None:
    _, out, _ = say("plan", short, "--json")
    sides = [step["side"] for step in json.loads(out)["steps"] if step["kind"] == "work"]
    assert sides == [None, None, "right", "left"]


def test_deleting_asks_and_only_yes_is_yes(
    say: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    assert say("history", "delete", "1")[0] == 1
    assert len(json.loads(say("history", "--json")[1])) == 1
    assert say("history", "delete", "1", "--yes")[0] == 0
    assert json.loads(say("history", "--json")[1]) == []
    code, _, errors = say("history", "delete", "1", "--yes")
    assert (code, errors) == (2, "stridetimer: there is no session 1 in the history\n")


def test_the_whole_history_goes_out_and_comes_in_again(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = say("history", "--json")[1]
    file = str(tmp_path / "kept.json")
    assert say("history", "export", file) == (0, "", "")
    assert say("history", "export", file)[0] == 2
    assert say("history", "import", file)[1] == "0 sessions imported; 1 were there already.\n"
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    assert say("history", "import", file)[1] == "1 session imported.\n"
    assert say("history", "--json")[1] == before
    assert say("history", "export", "-")[1] == Path(file).read_text()


def test_the_history_goes_out_to_a_stick_that_knows_no_links(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unknown)
    file = tmp_path / "kept.json"
    assert say("history", "export", str(file)) == (0, "", "")
    assert say("history", "export", str(file))[0] == 2
    assert say("history", "export", "-")[1] == file.read_text()


@pytest.mark.parametrize("word", ["Squat", "Short"])
def test_what_a_terminal_would_obey_is_not_imported(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    word: str,
) -> None:
    file = tmp_path / "kept.json"
    say("history", "export", str(file))
    kept = file.read_text()
    # In a name of the session, and in one of its plan, which is text within the text.
    file.write_text(
        kept.replace(f'"{word}"', '"\\u001b[2J"').replace(f'\\"{word}\\"', '\\"\\\\u001b[2J\\"')
    )
    assert file.read_text() != kept
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    assert say("history", "import", str(file))[::2] == (
        2,
        f"stridetimer: can't import {file}: its sessions are not whole\n",
    )


@pytest.mark.parametrize("began", ["yesterday", "2026-03-01T18:30:00", 7])
def test_a_session_that_began_at_no_known_instant_is_not_imported(
    say: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    began: object,
) -> None:
    file = tmp_path / "kept.json"
    say("history", "export", str(file))
    kept = json.loads(file.read_text())
    kept["sessions"][0]["started_at"] = began
    file.write_text(json.dumps(kept))
    monkeypatch.setenv("STRIDETIMER_HOME", str(tmp_path / "another"))
    assert "its sessions are not whole" in say("history", "import", str(file))[2]


@pytest.mark.parametrize("content", ["", "[]", '{"format": "stridetimer history 1"}'])
def test_what_is_no_history_is_not_imported(
    say: Callable[..., tuple[int, str, str]], tmp_path: Path, content: str
) -> None:
    (tmp_path / "x.json").write_text(content)
    code, _, errors = say("history", "import", str(tmp_path / "x.json"))
    assert code == 2
    assert errors.startswith("stridetimer: can't import")
    assert len(errors.splitlines()) == 1


def test_with_no_history_there_is_an_empty_one(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert main.run(["history", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"
    assert main.run(["resume", "--events"]) == 2
    assert capsys.readouterr().err == (
        "stridetimer: there is no unfinished session to go on with\n"
    )
    assert not home.exists()


def last_line(done: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    line: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return line


@pytest.mark.parametrize("limit", [1, 20_000, 60_000])
def test_on_a_full_disk_the_session_goes_on_and_says_it_once(
    short: str, tmp_path: Path, limit: int
) -> None:
    done = performed(short, str(tmp_path / "full"), limit)
    assert last_line(done)["outcome"] == "completed"
    assert done.stderr.count("This session is not being recorded") == 1


def test_with_no_home_at_all_the_session_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, short: str
) -> None:
    monkeypatch.setenv("STRIDETIMER_HOME", "/proc/no-such-home")
    monkeypatch.setattr(sys, "stdin", None)
    assert main.run(performing(short)) == 0
    told, errors = capsys.readouterr()
    assert json.loads(told.splitlines()[-1])["outcome"] == "completed"
    assert errors.count("This session is not being recorded") == 1


def test_two_at_once_are_both_recorded(short: str, home: Path) -> None:
    both = [
        subprocess.Popen(
            [*PROGRAM, "run", short, "--events", "--mute", "--speed", "20"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    assert [one.communicate(timeout=60) and one.returncode for one in both] == [0, 0]
    sessions = recorded(home / "history.db")
    assert [(s.outcome, len(s.work)) for s in sessions] == [("completed", 4)] * 2


def test_a_changed_routine_is_told_and_the_session_goes_on_as_it_was(short: str) -> None:
    begun = subprocess.Popen(
        [*PROGRAM, "run", short, "--events", "--mute"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert begun.stdin
    assert begun.stdout
    begun.stdin.write("next\n")
    begun.stdin.flush()
    while json.loads(begun.stdout.readline())["event"] != "step_finished":
        pass
    begun.terminate()
    begun.communicate()
    assert begun.returncode == 128 + signal.SIGTERM
    Path(short).write_text(SHORT.replace("Squat", "Lunge"))
    done = subprocess.run(
        [*PROGRAM, "resume", "--events", "--mute", "--speed", "1000"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == (
        "stridetimer: the routine has been changed since; the session goes on as it was begun\n"
    )
    steps = [json.loads(line) for line in done.stdout.splitlines() if "step_started" in line]
    assert [step["step"]["exercise"] for step in steps] == ["Squat"] * 3 + ["Balance"] * 4
    assert last_line(done)["outcome"] == "completed"
