"""``plan``, ``list`` and ``schema``: what is said of routines without running one."""

import json
from typing import Any

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.table import table
from stridetimer.core.lengths import clock, in_words
from stridetimer.core.plan import Plan
from stridetimer.core.step import Step
from stridetimer.phrases import about, count, dose
from stridetimer.routines.characters import printable
from stridetimer.routines.digests import Digest, Digests, stamp_of
from stridetimer.routines.locate import Found, available


def show_plan(routine: str, *, as_json: bool) -> int:
    """Print every step and the totals."""
    from stridetimer.cli.finding import plan_of

    name, plan = plan_of(routine)
    if as_json:
        from stridetimer.cli.wire import plan_json

        print(json.dumps(plan_json(name, plan), ensure_ascii=False))
    else:
        print(_plan_text(plan))
    return Exit.DONE


def _plan_text(plan: Plan) -> str:
    head = ("step", "at", "length", "kind", "exercise", "side", "set", "round", "work")
    rows = [_row(step) for step in plan.steps]
    return "\n".join(
        [
            plan.routine.name,
            "",
            *table([head, *rows], right=(0, 1, 2)),
            "",
            _totals(plan),
        ]
    )


def _row(step: Step) -> tuple[str, ...]:
    return (
        str(step.index),
        clock(step.starts_at),
        f"{'~' if step.estimated else ''}{in_words(step.seconds)}",
        step.kind.value,
        step.exercise.name,
        step.side.value if step.side else "",
        f"{step.set_number}/{step.exercise.sets}",
        f"{step.lap.number}/{step.lap.rounds}" if step.lap else "",
        dose(step.work) if step.is_work else "",
    )


def _totals(plan: Plan) -> str:
    parts = (
        ("Total", plan.total_seconds),
        ("work", plan.work_seconds),
        ("rest", plan.rest_seconds),
    )
    lengths = ", ".join(f"{name} {clock(length)}" for name, length in parts)
    note = "; steps marked ~ end when you say so, and are reckoned" if plan.estimated else ""
    return f"{lengths}, {count(len(plan.steps), 'step')}{note}."


def list_routines(*, as_json: bool) -> int:
    """Print every routine that can be found."""
    from stridetimer.cli.records import last_done  # here, because a plan needs no history

    found, digests, done = available(), Digests(), last_done()
    rows = [
        {**_listed(one, _digest(one, digests)), "last_done": done.get(one.name)} for one in found
    ]
    digests.keep([str(one.path) for one in found])
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    elif rows:
        head = ("routine", "takes", "from", "last done", "name")
        print("\n".join(table([head, *map(_list_row, rows)])))
    else:
        raise CommandError("there are no routines")
    return Exit.DONE


def _digest(found: Found, digests: Digests) -> Digest:
    """What is remembered of a routine, or else what its file says."""
    path = str(found.path)
    if known := digests.of(path):
        return known
    from stridetimer.cli.finding import held_in  # here, because it mostly is remembered

    stamp = stamp_of(path)
    digest = held_in(found).digest
    digests.remember(path, stamp, digest)
    return digest


def _listed(found: Found, digest: Digest) -> dict[str, Any]:
    """One routine of the list; with a problem it has no length."""
    known = {"routine": found.name, "origin": found.origin.value, "path": str(found.path)}
    if digest.problem:
        place = f"{printable(known['path'])}:{digest.line}:{digest.column}: " if digest.line else ""
        return {**known, "name": None, "problem": f"{place}{digest.problem}"}
    return {
        **known,
        "name": digest.name,
        "summary": digest.summary,
        "total_seconds": digest.total_seconds,
        "estimated": digest.estimated,
        "steps": digest.steps,
        "problem": None,
    }


def _list_row(row: dict[str, Any]) -> tuple[str, ...]:
    done = (row["last_done"] or "")[:10]
    if row["problem"]:
        return row["routine"], "-", row["origin"], done, row["problem"]
    length = about(row["total_seconds"], estimated=row["estimated"])
    return row["routine"], length, row["origin"], done, row["name"]


def show_schema() -> int:
    """Print the JSON Schema of the routine file."""
    from stridetimer.routines.published import PUBLISHED

    print(PUBLISHED.read_text(encoding="utf-8").rstrip())
    return Exit.DONE
