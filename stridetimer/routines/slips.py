"""What is allowed and hardly meant: likely slips, told as warnings that stop nothing.

Few, and each with a way to say that it is meant; a warning that is wrong half the time is not read
the other half.
"""

import re
from collections.abc import Iterator, Sequence

from stridetimer.core.lengths import in_words
from stridetimer.core.routine import Sides
from stridetimer.routines import model
from stridetimer.routines.characters import quoted
from stridetimer.routines.findings import Findings
from stridetimer.routines.items import items_of, text_of
from stridetimer.routines.nodes import Mapping, Mark, Node, Scalar, place

_MINUTE, _HOUR = 60.0, 3600.0
_SMALLER_UNIT = {"h": "m", "m": "s", "min": "s"}
_LENGTH = re.compile(rf"([0-9]+)\s*({'|'.join(_SMALLER_UNIT)})")

LONGEST = {
    "rest": (10 * _MINUTE, "rest"),
    "between": (10 * _MINUTE, "rest"),
    "switch": (10 * _MINUTE, "change of sides"),
    "prepare": (10 * _MINUTE, "time to get ready"),
    "pace": (5 * _MINUTE, "repetition"),
    "hold": (30 * _MINUTE, "hold"),
    "work": (3 * _HOUR, "block of work"),
}
"""The longest that nobody wonders about, in seconds, and what it is, by the field."""

LONGEST_BEAT = 5 * _MINUTE
"""The same for one beat of a tempo."""

_OF_TWO_SIDES = ("switch", "order", "first")


def check(root: Mapping, file: model.RoutineFile, findings: Findings) -> None:
    """Note what is likely a slip in a routine that can be read: ``file``, which ``root`` holds."""
    _check_lengths(root, file, findings)
    sides = None
    if file.defaults:
        defaults = root.fields["defaults"].value
        assert isinstance(defaults, Mapping)
        _check_lengths(defaults, file.defaults, findings)
        sides = file.defaults.sides
    names: dict[str, Mark] = {}
    for item, node, inherited in _enabled(file.exercises, items_of(root), sides):
        _check_lengths(node, item, findings)
        if isinstance(item, model.Exercise):
            _check_exercise(node, item, inherited or Sides.BOTH, findings)
            _check_name(node, item, names, findings)
        elif isinstance(item, model.Circuit):
            _check_circuit(node, item, findings)
    _check_last(file.exercises, items_of(root), findings)


def _enabled(
    items: Sequence[model.Item], nodes: Sequence[Node], sides: Sides | None
) -> Iterator[tuple[model.Item, Mapping, Sides | None]]:
    """Every item that counts, circuits opened, with the use of sides that holds for it."""
    for item, node in zip(items, nodes, strict=True):
        if not item.enabled or not isinstance(node, Mapping):
            continue
        own = sides
        if isinstance(item, model.Shared) and item.sides:
            own = item.sides
        yield item, node, own
        if isinstance(item, model.Circuit):
            yield from _enabled(item.exercises, items_of(node), own)


def _check_lengths(node: Mapping, fields: object, findings: Findings) -> None:
    for name, (longest, what) in LONGEST.items():
        seconds = getattr(fields, name, None)
        if seconds and seconds > longest and name in node.fields:
            _note_long(place(node.fields[name]), name, seconds, what, text_of(node, name), findings)
    tempo = node.fields.get("tempo")
    for beat, seconds in (getattr(fields, "tempo", None) or {}).items():
        if seconds > LONGEST_BEAT and tempo:
            within = tempo.value.fields[beat] if isinstance(tempo.value, Mapping) else tempo
            text = within.value.text if isinstance(within.value, Scalar) else ""
            _note_long(place(within), "tempo", seconds, "beat", text, findings)


def _note_long(
    mark: Mark, field: str, seconds: float, what: str, written: str, findings: Findings
) -> None:
    match = _LENGTH.fullmatch(written.strip())
    meant = f"; was {match[1]}{_SMALLER_UNIT[match[2]]} meant?" if match else ""
    findings.add(mark, f"{field}: {in_words(seconds)} is long for a {what}{meant}")


def _check_exercise(
    node: Mapping, exercise: model.Exercise, sides: Sides, findings: Findings
) -> None:
    reps = exercise.reps
    if sides is Sides.ALTERNATING and reps and reps.count == reps.upper and reps.count % 2:
        findings.add(
            place(node.fields["reps"]),
            f"reps: of {reps.count} alternating repetitions one side does one more;"
            f" {reps.count + 1} would be even",
        )
    for name in _OF_TWO_SIDES:
        if name in node.fields and sides is not Sides.EACH:
            findings.add(
                node.fields[name].key.mark,
                f"{quoted(name)} says nothing here; it goes with 'sides: each'",
            )
    if "pace" in node.fields and (exercise.tempo or not (reps or exercise.open)):
        findings.add(
            node.fields["pace"].key.mark,
            "'pace' says nothing here; it reckons repetitions at one's own speed",
        )


def _check_name(
    node: Mapping, exercise: model.Exercise, names: dict[str, Mark], findings: Findings
) -> None:
    """Two exercises of one name are one in the history; an anchor repeats one on purpose."""
    if exercise.id:
        return
    mark = place(node.fields["name"])
    first = names.setdefault(exercise.name, mark)
    if first != mark:
        findings.add(
            mark,
            f"{quoted(exercise.name)} is the name of another exercise too, on line {first.line};"
            " if it is another one, give it a name or an 'id' of its own",
        )


def _check_circuit(node: Mapping, circuit: model.Circuit, findings: Findings) -> None:
    if circuit.rest and "rounds" not in node.fields:
        findings.add(
            node.fields["rest"].key.mark,
            "'rest' says nothing here; it is the rest between rounds, and no 'rounds' are given",
        )


def _check_last(items: Sequence[model.Item], nodes: Sequence[Node], findings: Findings) -> None:
    enabled = [pair for pair in zip(items, nodes, strict=True) if pair[0].enabled]
    item, node = enabled[-1]
    if isinstance(item, model.Rest) and item.rest:
        findings.add(node.mark, "a rest at the end is left out, as nothing follows it")
