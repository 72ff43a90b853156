"""``history``: what was done, as text, JSON or CSV; and taking it out, away and in."""

import contextlib
import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from stridetimer import places
from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.records import TROUBLE, history, say
from stridetimer.cli.standard_input import NAME, bytes_of, called
from stridetimer.cli.table import table
from stridetimer.core.lengths import in_words
from stridetimer.files import why, write_new
from stridetimer.history import reading
from stridetimer.history.exchange import NoHistoryFileError, as_text, bring_in
from stridetimer.history.open import opened_to_write
from stridetimer.history.records import SessionRecord, StepRecord
from stridetimer.history.store import Store
from stridetimer.history.trouble import reason
from stridetimer.phrases import count
from stridetimer.routines.characters import printable


def show_history(*, as_json: bool, as_csv: bool) -> int:
    """Print every session, newest first."""
    with history(say) as db:
        sessions = reading.sessions(db)
    if as_json:
        print(json.dumps([session_json(session) for session in sessions], ensure_ascii=False))
    elif as_csv:
        _write_csv(sessions)
    elif sessions:
        head = ("id", "when", "routine", "took", "sets", "outcome", "")
        print("\n".join(table([head, *map(_row, sessions)], right=(0,))))
    else:
        print("Nothing has been recorded yet.")
    return Exit.DONE


def show_session(id_: int, *, as_json: bool) -> int:
    """Print one session, set by set."""
    with history(say) as db:
        session = _found(db, id_)
    if as_json:
        print(json.dumps(session_json(session), ensure_ascii=False))
        return Exit.DONE
    head = ("exercise", "set", "side", "reps", "time", "outcome")
    print(f"{session.name}, {_when(session)}: {session.outcome}, {_took(session)}\n")
    print("\n".join(table([head, *map(_step_row, session.work)])))
    return Exit.DONE


# -- as JSON and CSV -----------------------------------------------------------------------------


def session_json(session: SessionRecord) -> dict[str, Any]:
    """One session; its names are a promise to scripts."""
    return {
        "id": session.id,
        "routine": session.routine,
        "name": session.name,
        "started_at": session.started_at,
        "ended_at": session.ended_at,
        "outcome": session.outcome,
        "seconds": session.seconds,
        "speed": session.speed,
        "steps": [_step_json(step) for step in session.work],
    }


def _step_json(step: StepRecord) -> dict[str, Any]:
    return {
        "index": step.index,
        "kind": step.kind,
        "exercise": step.exercise,
        "exercise_id": step.exercise_id,
        "set": step.set,
        "side": step.side,
        "outcome": step.outcome,
        "seconds": step.seconds,
        "planned_seconds": step.planned_seconds,
        "reps": step.reps,
        "planned_reps": step.planned_reps,
        "left_reps": step.left_reps,
        "right_reps": step.right_reps,
        "ended_at": step.ended_at,
    }


_SESSION_COLUMNS = ("id", "routine", "name", "started_at", "session_outcome")
_STEP_COLUMNS = (
    "index",
    "exercise",
    "exercise_id",
    "set",
    "side",
    "outcome",
    "seconds",
    "planned_seconds",
    "reps",
    "planned_reps",
    "left_reps",
    "right_reps",
    "ended_at",
)


def _write_csv(sessions: Sequence[SessionRecord]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*_SESSION_COLUMNS, *_STEP_COLUMNS])
    for session in sessions:
        of_session = {**session_json(session), "session_outcome": session.outcome}
        if sys.stdout.isatty():
            # The name of a file is the one thing here that may hold what a terminal obeys.
            of_session["routine"] = printable(session.routine)
        for step in session.work:
            of_step = _step_json(step)
            values = [of_session[name] for name in _SESSION_COLUMNS]
            writer.writerow([*values, *(of_step[name] for name in _STEP_COLUMNS)])


# -- as text -------------------------------------------------------------------------------------


def _row(session: SessionRecord) -> tuple[str, ...]:
    speed = "" if session.speed == 1 else f"at {session.speed:g} times the speed"
    return (
        str(session.id),
        _when(session),
        session.routine,
        _took(session),
        count(session.sets_done, "set"),
        session.outcome,
        speed,
    )


def _when(session: SessionRecord) -> str:
    return f"{datetime.fromisoformat(session.started_at):%a %Y-%m-%d %H:%M}"


def _took(session: SessionRecord) -> str:
    return in_words(round(session.seconds))


def _step_row(step: StepRecord) -> tuple[str, ...]:
    return (
        step.exercise,
        str(step.set),
        step.side or "",
        "" if step.reps is None else str(step.reps),
        in_words(round(step.seconds)),
        step.outcome,
    )


# -- changing it -----------------------------------------------------------------------------------


def delete_session(id_: int, *, sure: bool) -> int:
    """Delete one session, once the person is sure."""
    with _to_write() as store:
        session = _found(store.db, id_)
        what = f"{session.name} of {_when(session)} ({count(len(session.sets), 'set')})"
        if not sure and not click.confirm(f"Delete {what} for good?", err=True):
            print("Nothing was deleted.", file=sys.stderr)
            return Exit.CUT_SHORT
        store.delete(id_)
    return Exit.DONE


def export_history(file: str) -> int:
    """Write the whole history into a new file, or to standard output."""
    with history(say) as db:
        text = as_text(db)
    if file == NAME:
        sys.stdout.write(text)
        return Exit.DONE
    try:
        write_new(Path(file), text.encode())
    except FileExistsError as error:
        raise CommandError(f"stridetimer: {file} is there already; name a new file") from error
    except OSError as error:
        raise CommandError(f"stridetimer: can't write {file}: {why(error)}") from error
    return Exit.DONE


def import_history(file: str) -> int:
    """Take in what was exported, from a file or from standard input."""
    name = called(file)
    try:
        text = bytes_of(file, Path(file).read_bytes).decode()
    except UnicodeDecodeError as error:
        raise CommandError(f"stridetimer: can't import {name}: it is not UTF-8") from error
    except (OSError, ValueError) as error:
        raise CommandError(f"stridetimer: can't read {name}: {why(error)}") from error
    with _to_write() as store:
        try:
            new, known = bring_in(store, text)
        except NoHistoryFileError as error:
            raise CommandError(f"stridetimer: can't import {name}: {error}") from error
    there = f"; {known} were there already" if known else ""
    print(f"{count(new, 'session')} imported{there}.")
    return Exit.DONE


@contextlib.contextmanager
def _to_write() -> Iterator[Store]:
    try:
        with contextlib.closing(opened_to_write(places.history(), say)) as store:
            yield store
    except TROUBLE as error:
        raise CommandError(f"stridetimer: can't change the history: {reason(error)}") from error


def _found(db: sqlite3.Connection, id_: int) -> SessionRecord:
    session = reading.session(db, id_)
    if session is None:
        raise CommandError(f"stridetimer: there is no session {id_} in the history")
    return session
