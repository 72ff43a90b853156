"""What was done of one exercise, session by session, each leg by itself."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from stridetimer.history.records import Effort, Progress

_QUERY = """
    SELECT session, started_at, exercise, side, planned_reps, reps, left_reps, right_reps,
           steps.seconds
    FROM steps JOIN sessions ON session = id
    WHERE exercise_id = ? AND kind = 'work' AND steps.outcome != 'skipped' AND speed = 1
    ORDER BY began, id, position
"""


def progress(db: sqlite3.Connection, exercise_id: str) -> Progress:
    """The exercise over time, rehearsals left out; the sets of a session are added up."""
    rows = db.execute(_QUERY, (exercise_id,)).fetchall()
    counted = any(row["planned_reps"] is not None for row in rows)
    sessions = (list(sets) for _, sets in groupby(rows, key=lambda row: row["session"]))
    efforts = tuple(_effort(sets, counted=counted) for sets in sessions)
    return Progress(rows[-1]["exercise"] if rows else exercise_id, counted, efforts)


def _effort(sets: Sequence[sqlite3.Row], *, counted: bool) -> Effort:
    began = datetime.fromisoformat(sets[0]["started_at"])
    if not counted:
        by_side = {side: _sum(_seconds(sets, side)) for side in ("left", "right")}
        both = _sum(row["seconds"] for row in sets if row["side"] not in by_side)
        return Effort(began, by_side["left"], by_side["right"], both)
    left, right = (_sum(_reps(sets, side)) for side in ("left", "right"))
    return Effort(began, left, right, _sum(row["reps"] for row in sets if row["side"] is None))


def _seconds(sets: Iterable[sqlite3.Row], side: str) -> Iterable[float | None]:
    return (row["seconds"] for row in sets if row["side"] == side)


def _reps(sets: Iterable[sqlite3.Row], side: str) -> Iterable[int | None]:
    """The repetitions of one leg; a set of the other leg has none of this."""
    return (row[f"{side}_reps"] for row in sets if row["side"] in (side, "alternating"))


def _sum(values: Iterable[float | None]) -> float | None:
    """The sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return round(sum(known), 3) if known else None
