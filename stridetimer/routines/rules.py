"""The rules that span fields, checked on what is written, whatever else is wrong with it."""

from itertools import islice

from stridetimer.core.sound_names import SOUNDS
from stridetimer.routines.characters import quoted
from stridetimer.routines.findings import Findings
from stridetimer.routines.items import all_items, called, items_of, kind_of_item, text_of
from stridetimer.routines.model import CIRCUIT, EXERCISE, NEEDS, REST, WORK, Exercise
from stridetimer.routines.nodes import Mapping, Mark
from stridetimer.routines.suggest import alike, did_you_mean, meant
from stridetimer.routines.values import FALSE_WORDS, line

_MOST_GUESSES = 20
"""Of so many names it is guessed whether they mean work."""


def check(root: Mapping, findings: Findings) -> None:
    """Note every rule that the routine at ``root`` breaks."""
    ids: dict[str, Mark] = {}
    _check_holds_exercise(root, "the routine", findings)
    _check_sounds(root, findings)
    for item in all_items(root):
        if findings.full:
            return
        if not isinstance(item, Mapping):
            continue
        kind = kind_of_item(item)
        if kind == CIRCUIT:
            _check_holds_exercise(item, called(item, kind), findings)
        elif kind == EXERCISE:
            _check_work(item, findings)
            _check_needs(item, findings)
            _check_beats(item, findings)
            _check_id(item, ids, findings)


def _check_sounds(root: Mapping, findings: Findings) -> None:
    sounds = root.fields.get("sounds")
    if sounds is None or not isinstance(sounds.value, Mapping):
        return
    for name, field in islice(sounds.value.fields.items(), _MOST_GUESSES):
        if name not in SOUNDS:
            near = did_you_mean(alike(name, list(SOUNDS))) or f"; there are {', '.join(SOUNDS)}"
            findings.add(field.key.mark, f"sounds: there is none called {quoted(name)}{near}")


def _check_work(exercise: Mapping, findings: Findings) -> None:
    kinds = [field for name, field in exercise.fields.items() if name in WORK]
    who = called(exercise, EXERCISE)
    for second in kinds[1:]:
        first = quoted(kinds[0].key.text)
        findings.add(
            second.key.mark,
            f"{who} has two kinds of work, {first} and {quoted(second.key.text)}; keep one",
            about="two kinds of work",
        )
    if not kinds and exercise.whole and not _means_work(exercise):
        words = f"{who} has no work; give it one of {', '.join(WORK[:-1])} or {WORK[-1]}"
        if set(exercise.fields) == {"name", "rest"}:
            words += "; a rest of its own has no 'name'"
        findings.add(exercise.mark, words)


def _means_work(exercise: Mapping) -> bool:
    """Whether work is written under another name, of which more is said there."""
    unknown = (name for name in exercise.fields if name not in Exercise.model_fields)
    return any(meant(name, WORK) for name in islice(unknown, _MOST_GUESSES))


def _check_needs(exercise: Mapping, findings: Findings) -> None:
    for name, other in NEEDS.items():
        if name in exercise.fields and other not in exercise.fields and exercise.whole:
            findings.add(exercise.fields[name].key.mark, f"{quoted(name)} goes with '{other}' only")


def _check_beats(exercise: Mapping, findings: Findings) -> None:
    tempo = exercise.fields.get("tempo")
    if tempo is None or not isinstance(tempo.value, Mapping):
        return
    for name, beat in tempo.value.fields.items():
        try:
            line(name)
        except ValueError as error:
            findings.add(beat.key.mark, f"the name of a beat: {error}")


def _check_id(exercise: Mapping, ids: dict[str, Mark], findings: Findings) -> None:
    """An exercise repeated by an anchor keeps its id; two exercises cannot share one."""
    name = text_of(exercise, "id")
    if not name or text_of(exercise, "enabled").lower() in FALSE_WORDS:
        return
    mark = exercise.fields["id"].key.mark
    first = ids.setdefault(name, mark)
    if first != mark:
        findings.add(
            mark, f"id: {quoted(name)} is the id of another exercise, on line {first.line}"
        )


def _check_holds_exercise(owner: Mapping, who: str, findings: Findings) -> None:
    items = items_of(owner)
    if items and owner.whole and all(kind_of_item(item) == REST for item in items):
        mark = owner.fields["exercises"].key.mark
        findings.add(mark, f"{who} has no exercise in it, only rests")
