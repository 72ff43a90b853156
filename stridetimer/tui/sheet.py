"""What was planned and what was done of an exercise, as lines on the screen."""

from collections.abc import Iterator

from textual.content import Content

from stridetimer import phrases
from stridetimer.score import Part, Row


def lines_of(row: Row) -> Iterator[Content]:
    """The exercise with its plan, then a line for each side."""
    yield _heading(row)
    yield from map(_line, row.parts)


def _heading(row: Row) -> Content:
    planned = phrases.volume(row.exercise)
    if row.turns > 1:
        planned += f", {phrases.count(row.turns, 'time')}"
    return Content.assemble((row.exercise.name, "bold"), (f"  {planned}", "dim"))


def _line(part: Part) -> Content:
    side = part.side.name if part.side and part.side.other is not part.side else ""
    label = f"  {side:<6}" if side else "  "
    mark = "✓" if part.whole else "·"
    return Content.assemble(
        (f"{label}{mark} ", "bold"), (part.went, "" if part.whole else "$phase-ready")
    )
