"""What can be asked of the history."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from stridetimer.core.events import Outcome, StepFinished
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Side
from stridetimer.core.standing import Standing
from stridetimer.history.archive import UnknownPlanError, plan_from
from stridetimer.history.records import (
    UNFINISHED,
    Brief,
    LeftOff,
    PastSession,
    SessionRecord,
    StepRecord,
)

_NEWEST_FIRST = "ORDER BY began DESC, id DESC"
_BRIEF = "id, routine, name, started_at, outcome, seconds, speed"


def sessions(db: sqlite3.Connection) -> list[SessionRecord]:
    """Every session, newest first."""
    rows = db.execute(f"SELECT * FROM sessions {_NEWEST_FIRST}").fetchall()
    return [_session(row, _steps_of(db, row["id"])) for row in rows]


def session(db: sqlite3.Connection, id_: int) -> SessionRecord | None:
    """One session."""
    row = db.execute("SELECT * FROM sessions WHERE id = ?", (id_,)).fetchone()
    return _session(row, _steps_of(db, id_)) if row else None


def briefs(db: sqlite3.Connection) -> list[Brief]:
    """Every session in brief, newest first."""
    rows = db.execute(f"SELECT {_BRIEF} FROM sessions {_NEWEST_FIRST}").fetchall()
    return [Brief(*row) for row in rows]


def past(db: sqlite3.Connection, id_: int) -> PastSession | None:
    """One session with what was planned and how each step ended."""
    row = db.execute(f"SELECT {_BRIEF}, plan FROM sessions WHERE id = ?", (id_,)).fetchone()
    if row is None:
        return None
    *brief, text = row
    try:
        plan = plan_from(text)
        return PastSession(Brief(*brief), plan, _all_finished(db, id_, plan))
    except (UnknownPlanError, IndexError):
        return PastSession(Brief(*brief), None, ())


def time_before(db: sqlite3.Connection, uid: str) -> PastSession | None:
    """The last session of the same routine in which anything was done, before the one of ``uid``.

    Rehearsals have none, and are none.
    """
    row = db.execute(
        "SELECT other.id FROM sessions AS this JOIN sessions AS other USING (routine, speed)"
        " WHERE this.uid = ? AND speed = 1 AND (other.began, other.id) < (this.began, this.id)"
        " AND EXISTS (SELECT 1 FROM steps"
        " WHERE session = other.id AND kind = 'work' AND outcome != 'skipped')"
        " ORDER BY other.began DESC, other.id DESC LIMIT 1",
        (uid,),
    ).fetchone()
    return past(db, row["id"]) if row else None


def _all_finished(db: sqlite3.Connection, id_: int, plan: Plan) -> tuple[StepFinished, ...]:
    return tuple(_finished(one, plan) for one in _steps_of(db, id_))


def last_done(db: sqlite3.Connection) -> dict[str, str]:
    """When each routine was last gone through to its end, by the name of the routine."""
    rows = db.execute(
        "SELECT routine, ended_at FROM sessions WHERE outcome = 'completed'"
        " AND ended_at IS NOT NULL ORDER BY began, id"
    )
    return {row["routine"]: row["ended_at"] for row in rows}


def led(db: sqlite3.Connection) -> dict[str, Side]:
    """The side that led last time, by the id of the exercise."""
    rows = db.execute(
        "SELECT exercise_id, leads FROM steps JOIN sessions ON session = id"
        " WHERE kind = 'work' AND steps.outcome != 'skipped' ORDER BY began, id, position"
    )
    return {row["exercise_id"]: Side(row["leads"]) for row in rows}


def left_off(db: sqlite3.Connection) -> Iterator[LeftOff]:
    """Every unfinished session that can be gone on with, newest first."""
    newest = db.execute(f"SELECT id FROM sessions {_NEWEST_FIRST} LIMIT 1").fetchone()
    rows = db.execute(f"SELECT * FROM sessions WHERE outcome = ? {_NEWEST_FIRST}", (UNFINISHED,))
    for row in rows.fetchall():
        left = _left_off(db, row, last=row["id"] == newest["id"])
        if left is not None:
            yield left


def _left_off(db: sqlite3.Connection, row: sqlite3.Row, *, last: bool) -> LeftOff | None:
    """The session of ``row``; None where one cannot go on with what is known of it."""
    # An import or a rescue may bring what no session ever wrote: steps that are in no plan.
    try:
        plan = plan_from(row["plan"])
        fits = 0 <= row["step"] < len(plan.steps)
        return _with_plan(db, row, plan, last=last) if fits else None
    except (ValueError, TypeError, IndexError):
        return None


def _with_plan(db: sqlite3.Connection, row: sqlite3.Row, plan: Plan, *, last: bool) -> LeftOff:
    step = plan.steps[row["step"]]
    length = step.seconds if row["step_length"] is None else row["step_length"]
    finished = _all_finished(db, row["id"], plan)
    return LeftOff(
        id=row["id"],
        uid=row["uid"],
        routine=row["routine"],
        path=row["path"],
        started_at=row["started_at"],
        declined=bool(row["declined"]),
        last=last,
        plan=plan,
        standing=Standing(
            step.index,
            row["step_elapsed"],
            length,
            row["seconds"],
            bool(row["step_halved"]),
            _dropped(row, finished),
        ),
        finished=finished,
    )


def _dropped(row: sqlite3.Row, finished: Iterable[StepFinished]) -> tuple[int, ...]:
    """The steps ahead that will be passed over.

    A session of a version that could not jump had left out all that it skipped.
    """
    dropped = row["step_dropped"] if "step_dropped" in row.keys() else None  # noqa: SIM118 - a row yields values
    if dropped is not None:
        return tuple(json.loads(dropped))
    skipped = (one.step.index for one in finished if one.outcome is Outcome.SKIPPED)
    return tuple(index for index in skipped if index > row["step"])


def _finished(step: StepRecord, plan: Plan) -> StepFinished:
    outcome = Outcome(step.outcome)
    return StepFinished(0.0, 0.0, plan.steps[step.index], outcome, step.seconds, step.reps)


def _steps_of(db: sqlite3.Connection, id_: int) -> tuple[StepRecord, ...]:
    rows = db.execute("SELECT * FROM steps WHERE session = ? ORDER BY position", (id_,))
    return tuple(_step(row) for row in rows)


def _step(row: sqlite3.Row) -> StepRecord:
    values = {name: row[name] for name in row.keys() if name != "session"}  # noqa: SIM118 - a row yields values
    return StepRecord(index=values.pop("position"), set=values.pop("set_number"), **values)


_KEPT_TO_ITSELF = {
    "began",
    "declined",
    "plan",
    "step",
    "step_elapsed",
    "step_length",
    "step_halved",
    "step_dropped",
}


def _session(row: sqlite3.Row, steps: tuple[StepRecord, ...]) -> SessionRecord:
    values = {name: row[name] for name in row.keys() if name not in _KEPT_TO_ITSELF}  # noqa: SIM118 - a row yields values
    values["seconds"] = round(values["seconds"], 3)
    return SessionRecord(steps=steps, **values)
