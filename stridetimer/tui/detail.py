"""A routine in words, as the library shows it beside the list."""

from collections.abc import Iterator

from textual.content import Content

from stridetimer import phrases
from stridetimer.core.lengths import in_words
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Circuit, Exercise, Item, Rest, Routine
from stridetimer.tui.entry import Entry

_LABEL = "dim"


def summary_of(entry: Entry) -> Content:
    """Title and length of ``entry`` in two lines, for the list."""
    return Content.assemble(entry.title, "\n", (_length(entry), _LABEL))


def _length(entry: Entry) -> str:
    if entry.problem:
        return "! can't be started"
    if entry.plan is None:
        return "…"
    plan = entry.plan
    exercises = sum(1 for _ in plan.routine.exercises())
    length = phrases.about(plan.total_seconds, estimated=plan.estimated)
    return f"{length} · {phrases.count(exercises, 'exercise')}"


def detail_of(entry: Entry) -> Content:
    """All there is to know of ``entry`` before it is started."""
    if entry.problem:
        return Content("\n").join(_problem(entry))
    if entry.plan is None:
        return Content.styled("reading …", _LABEL)
    return Content("\n").join(_paragraphs(entry, entry.plan))


def _problem(entry: Entry) -> Iterator[Content]:
    yield Content.styled(entry.title, "bold")
    yield Content.styled(entry.origin, _LABEL)
    yield Content()
    yield Content.styled("It can't be started until this is mended:", "bold")
    yield Content(entry.problem)
    yield Content()
    yield Content.styled(f"stridetimer check {entry.name} shows every problem.", _LABEL)


def _paragraphs(entry: Entry, plan: Plan) -> Iterator[Content]:
    routine = plan.routine
    yield Content.styled(routine.name, "bold")
    yield Content.styled(" · ".join(filter(None, (entry.name, entry.origin))), _LABEL)
    yield _total(plan)
    for caution in routine.cautions:
        yield Content.assemble(("! ", "bold $text-warning"), caution)
    yield from _needs(routine)
    if routine.summary:
        yield Content()
        yield Content(routine.summary)
    yield Content()
    yield from _items(routine.items, "")
    yield from _how(routine)
    if routine.source:
        yield Content()
        yield Content.styled(routine.source, _LABEL)


def _how(routine: Routine) -> Iterator[Content]:
    """How each exercise is done, told once however often it is done."""
    for exercise in dict.fromkeys(routine.exercises()):
        if exercise.how:
            yield Content()
            yield Content.styled(exercise.name, "bold")
            yield Content(exercise.how)


def _needs(routine: Routine) -> Iterator[Content]:
    if routine.equipment:
        yield _labelled("you need", ", ".join(routine.equipment))
    if routine.after:
        yield _labelled("first master", routine.after)
    if routine.recovery:
        yield _labelled("then recover", in_words(routine.recovery))


def _total(plan: Plan) -> Content:
    total = phrases.about(plan.total_seconds, estimated=plan.estimated)
    work = phrases.about(plan.work_seconds, estimated=False)
    steps = phrases.count(len(plan.steps), "step")
    return Content.assemble((total, "bold"), f", {work} of it work, in {steps}")


def _labelled(label: str, words: str) -> Content:
    return Content.assemble((f"{label} ", _LABEL), words)


def _items(items: tuple[Item, ...], indent: str) -> Iterator[Content]:
    for item in items:
        match item:
            case Exercise():
                yield Content.assemble(f"{indent}{item.name}  ", (phrases.volume(item), _LABEL))
            case Rest(seconds=seconds):
                yield Content.styled(f"{indent}rest {in_words(seconds)}", _LABEL)
            case Circuit():
                rounds = phrases.count(item.rounds, "round")
                yield Content.assemble(f"{indent}{item.name}  ", (rounds, _LABEL))
                yield from _items(item.items, indent + "  ")
