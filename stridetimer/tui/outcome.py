"""What was planned and what was done, in columns, under the headline of the summary."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from textual.content import Content

from stridetimer import phrases
from stridetimer.core.events import Outcome, StepFinished
from stridetimer.core.lengths import in_words
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Side
from stridetimer.history.records import PastSession
from stridetimer.score import Part, Row, score, totals
from stridetimer.tui.columns import NARROWEST, Cells, fits, laid_out
from stridetimer.tui.last_time import Before, compared
from stridetimer.tui.theme import PALE

_NOTHING = Before()
ROOMY = 24
"""A first column with fewer cells than this gives no place to what went before."""
_OF_BOTH = {None: "", Side.ALTERNATING: "in turn "}
"""What is said of work that is no side's own, where others are."""


def told(
    ended: str,
    plan: Plan,
    results: Sequence[StepFinished],
    seconds: float,
    now: datetime,
    past: PastSession | None = None,
) -> list[Content]:
    """The session as a whole: how it ``ended``, its sets, work and rest, and when it may be next.

    ``seconds`` is how long it ran; ``past`` is the one of the same routine before it, if any.
    """
    work = sum(result.seconds for result in results if result.step.is_work)
    length = in_words(round(seconds))
    lines = [
        Content.styled(plan.routine.name, "bold"),
        Content(f"{ended}{totals(plan, results, seconds).removeprefix(length)}"),
        Content(f"work {in_words(round(work))} · rest {in_words(round(seconds - work))}"),
    ]
    if past:
        lines.append(Content.styled(compared(past, plan, results, seconds, now), PALE))
    done = any(result.step.is_work and result.outcome is Outcome.DONE for result in results)
    if (recovery := plan.routine.recovery) and done:
        again = now + timedelta(seconds=recovery)
        words = f"recover {in_words(recovery)}: next time from {again:%A %H:%M} on"
        lines.append(Content.styled(words, "$phase-ready"))
    return lines


def table(
    plan: Plan, results: Sequence[StepFinished], width: int, before: Before = _NOTHING
) -> list[Content]:
    """Exercise by exercise, side beside side; where that is too wide, side below side.

    What went otherwise ``before`` is told where there is room for it.
    """
    rows = score(plan, results)
    for told_before, narrowest in ((before, ROOMY), (_NOTHING, NARROWEST)):
        beside = list(_beside(rows, told_before))
        if fits(beside, width, narrowest):
            return laid_out(beside, width)
    return [line for row in rows for line in _below(row, width, before)]


def _beside(rows: Sequence[Row], before: Before) -> Iterator[Cells]:
    sided = any(_has_sides(row) for row in rows)
    heads = ("planned", Side.LEFT.name, Side.RIGHT.name) if sided else ("planned", "done")
    yield Cells(Content(), tuple(Content.styled(head, PALE) for head in heads))
    for row in rows:
        if _has_sides(row):
            by_side = {part.side: part for part in row.parts}
            parts = [by_side[side] for side in (Side.LEFT, Side.RIGHT) if side in by_side]
            done = [_went(row, part, before) for part in parts]
        else:
            done = [
                _went(row, part, before, _OF_BOTH.get(part.side, "") if sided else "")
                for part in row.parts
            ]
        planned = Content.styled(_planned(row), PALE)
        yield Cells(Content.styled(row.exercise.name, "bold"), (planned, *done))


def _below(row: Row, width: int, before: Before) -> Iterator[Content]:
    room = max(1, width - 2)
    yield from Content.assemble((row.exercise.name, "bold"), (f"  {_planned(row)}", PALE)).wrap(
        width
    )
    with_before = _labelled(row, before)
    bare = _labelled(row, _NOTHING)
    for lines in (_together(with_before), with_before, _together(bare)):
        if all(line.cell_length <= room for line in lines):
            yield from (line.pad_left(2) for line in lines)
            return
    for line in bare:
        yield from (part.pad_left(2) for part in line.wrap(room))


def _labelled(row: Row, before: Before) -> list[Content]:
    return [
        Content(f"{part.side.name:<6}" if part.side in (Side.LEFT, Side.RIGHT) else "")
        + _went(row, part, before)
        for part in row.parts
    ]


def _together(parts: Sequence[Content]) -> list[Content]:
    return [Content("  ").join(parts)]


def _has_sides(row: Row) -> bool:
    return any(part.side in (Side.LEFT, Side.RIGHT) for part in row.parts)


def _planned(row: Row) -> str:
    times = row.exercise.sets * row.turns
    sets = f"{times} {phrases.TIMES} " if times > 1 else ""
    return f"{sets}{phrases.dose(row.exercise.work)}"


def _went(row: Row, part: Part, before: Before, label: str = "") -> Content:
    mark = "✓" if part.whole else "·"
    style = "$phase-work" if part.whole else "$phase-ready"
    went = Content.assemble((f"{mark} ", f"bold {style}"), (label, PALE), (part.went, style))
    was = before.other_than(part.went, row.exercise, part.side)
    return Content.assemble(went, (f"  {was}", PALE)) if was else went
