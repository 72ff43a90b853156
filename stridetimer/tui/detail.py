"""A routine in words: a few for the list, and all there is for the page beside it.

First what tells whether it is the one for today: how long, and what is done in it. Then the rest.
"""

from collections.abc import Iterator

from textual.content import Content

from stridetimer import phrases
from stridetimer.core.lengths import in_words
from stridetimer.core.plan import Plan
from stridetimer.core.routine import (
    Circuit,
    Exercise,
    Item,
    Open,
    Rest,
    Routine,
    Sides,
    Work,
)
from stridetimer.tui.columns import Cells, laid_out
from stridetimer.tui.entry import Entry
from stridetimer.tui.theme import PALE

_SIDES = {Sides.EACH: "each side", Sides.ALTERNATING: "in turn", Sides.BOTH: ""}


def head_of(entry: Entry, done: str, width: int) -> list[Content]:
    """What stands above the picture of the session; ``done`` says when it was last done."""
    lines = Content.styled(entry.title, "bold").wrap(width)
    if entry.plan:
        lines += _totals(entry.plan, width)
    said = " · ".join(filter(None, (entry.name, done)))
    return lines + Content.styled(said, PALE).wrap(width)


def body_of(entry: Entry, width: int) -> list[Content]:
    """What stands below it."""
    return list(_body(entry, width))


def _body(entry: Entry, width: int) -> Iterator[Content]:
    if entry.problem:
        yield from _problem(entry, width)
    elif entry.plan:
        yield from laid_out(list(_items(entry.plan.routine.items, 0)), width)
        for paragraph in _paragraphs(entry.plan.routine):
            yield from paragraph.wrap(width) if paragraph else [paragraph]


def _problem(entry: Entry, width: int) -> Iterator[Content]:
    yield Content()
    yield from Content.styled("It can't be started until this is mended:", "bold").wrap(width)
    if not entry.problems:
        yield Content()
        yield from Content(entry.problem).wrap(width)
    for problem in entry.problems:
        yield Content()
        yield from Content(f"line {problem.line}: {problem.message}").wrap(width)
        # The caret points at a place in the line above it: neither is wrapped.
        for line in problem.render("").split("\n")[1:]:
            yield Content.styled(line, PALE).truncate(width, ellipsis=True)


def _totals(plan: Plan, width: int) -> list[Content]:
    total = phrases.about(plan.total_seconds, estimated=plan.estimated)
    work = phrases.about(plan.work_seconds, estimated=False)
    rest = phrases.about(plan.rest_seconds, estimated=False)
    return Content.assemble((total, "bold"), f" · work {work} · rest {rest}").wrap(width)


def _items(items: tuple[Item, ...], depth: int) -> Iterator[Cells]:
    for item in items:
        match item:
            case Exercise():
                sets = f"{item.sets} {phrases.TIMES} " if item.sets > 1 else ""
                dose = Content(f"{sets}{_dose(item.work)}")
                side = Content.styled(_SIDES[item.sides], PALE)
                yield Cells(Content(item.name), (dose, side), depth * 2)
            case Rest(seconds=seconds):
                words = Content.styled("rest", PALE)
                yield Cells(words, (Content.styled(in_words(seconds), PALE),), depth * 2)
            case Circuit():
                rounds = phrases.count(item.rounds, "round")
                name = Content.styled(item.name, "bold")
                yield Cells(name, (Content.styled(rounds, "bold"),), depth * 2)
                yield from _items(item.items, depth + 1)


def _dose(work: Work) -> str:
    """One set of ``work``, no longer than a column can be."""
    match work:
        case Open(aim_seconds=float(aim)):
            return f"aim {in_words(aim)}"
        case Open(aim_reps=int(aim)):
            return f"aim {phrases.count(aim, 'rep')}"
    return phrases.dose(work)


def _paragraphs(routine: Routine) -> Iterator[Content]:
    yield Content()
    for caution in routine.cautions:
        yield Content.assemble(("! ", "bold $phase-ready"), caution)
    if routine.equipment:
        yield _labelled("you need", ", ".join(routine.equipment))
    if routine.after:
        yield _labelled("first master", routine.after)
    if routine.recovery:
        yield _labelled("then recover", in_words(routine.recovery))
    if routine.tags:
        yield _labelled("tags", ", ".join(routine.tags))
    if routine.summary:
        yield Content()
        yield Content(routine.summary)
    # Told once, however often an exercise is done.
    for exercise in dict.fromkeys(routine.exercises()):
        if exercise.how:
            yield Content()
            yield Content.styled(exercise.name, "bold")
            yield Content(exercise.how)
    if routine.source:
        yield Content()
        yield Content.styled(routine.source, PALE)


def _labelled(label: str, words: str) -> Content:
    return Content.assemble((f"{label} ", PALE), words)
