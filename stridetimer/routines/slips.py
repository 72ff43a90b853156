"""What is allowed and hardly meant: likely slips, told as warnings that stop nothing.

Few, and each with a way to say that it is meant; a warning that is wrong half the time is not read
the other half. They are told of whatever can be read, also beside problems; nothing is concluded
from what is not said where it may only be misspelt.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from stridetimer.core.lengths import in_words
from stridetimer.core.routine import Sides
from stridetimer.routines import choices, sound_files, values
from stridetimer.routines.characters import quoted
from stridetimer.routines.compose import Composed
from stridetimer.routines.findings import Findings
from stridetimer.routines.items import (
    DEFAULTS,
    MODELS,
    ROUTINE,
    items_of,
    kind_of_item,
)
from stridetimer.routines.model import CIRCUIT, EXERCISE, REST
from stridetimer.routines.nodes import Field, Mapping, Mark, Node, Scalar, place

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

Stands = Callable[[Mark], bool]
"""Whether what is at a place is as it was meant, and nothing has been said of it."""

_T = TypeVar("_T")


def check(
    composed: Composed, findings: Findings, stands: Stands, folder: Path | None = None
) -> None:
    """Note what is likely a slip in a file; sounds are looked for in its ``folder``."""
    for anchor, mark in composed.unused:
        if stands(mark):
            findings.add(mark, f"the anchor {quoted('&' + anchor)} is used nowhere")
    if not isinstance(composed.root, Mapping):
        return
    routine = _Part(ROUTINE, composed.root, stands)
    _check_lengths(routine, findings)
    sides = Sides.BOTH if routine.sure else None
    if defaults := routine.part(DEFAULTS):
        _check_lengths(defaults, findings)
        sides = _sides(defaults, sides)
    names: dict[str, Mark] = {}
    for part, inherited in _enabled(routine, sides):
        _check_lengths(part, findings)
        if part.kind == EXERCISE:
            _check_exercise(part, inherited, findings)
            _check_name(part, names, findings)
        elif part.kind == CIRCUIT:
            _check_circuit(part, findings)
    _check_last(routine, findings)
    if folder and (sounds := routine.field("sounds")):
        sound_files.check(sounds.value, folder, findings, stands)


@dataclass(frozen=True, slots=True)
class _Part:
    """The routine, what stands in ``defaults``, or an item."""

    kind: str
    node: Mapping
    stands: Stands

    def field(self, name: str) -> Field | None:
        """A field that it can have and has, and of which nothing has been said."""
        field = self.node.fields.get(name)
        if field is None or name not in MODELS[self.kind].model_fields:
            return None
        return field if self.stands(field.key.mark) and self.stands(place(field)) else None

    def said(self, name: str, parse: Callable[[str], _T]) -> _T | None:
        """What a field says; None where it says nothing that can be read."""
        field = self.field(name)
        return _read(field.value, parse) if field else None

    def has(self, *names: str) -> bool:
        """Whether it has one of these fields, whatever is in it."""
        return any(name in self.node.fields for name in names)

    @property
    def sure(self) -> bool:
        """Whether what it does not say is meant not to be said, and is not misspelt."""
        every = self.node.fields.values()
        return self.node.whole and all(self.stands(field.key.mark) for field in every)

    @property
    def rests(self) -> bool:
        """Whether its rest is of any length."""
        return bool(self.said("rest", values.length_or_zero))

    def part(self, name: str) -> "_Part | None":
        """The fields within one of its fields."""
        field = self.node.fields.get(name)
        inner = field.value if field else None
        return _Part(name, inner, self.stands) if isinstance(inner, Mapping) else None

    @property
    def counts(self) -> bool | None:
        """Whether it is not disabled; None where that cannot be told."""
        return self.said("enabled", values.flag) if self.has("enabled") else True

    def items(self) -> "Iterator[_Part | None]":
        """The items in it; None for one that is none."""
        for node in items_of(self.node):
            if isinstance(node, Mapping):
                yield _Part(kind_of_item(node), node, self.stands)
            else:
                yield None


def _read(node: Node, parse: Callable[[str], _T]) -> _T | None:
    if not isinstance(node, Scalar):
        return None
    try:
        return parse(node.text)
    except ValueError:
        return None


def _sides(part: _Part, inherited: Sides | None) -> Sides | None:
    """The use of sides that holds for a part; None where it cannot be told."""
    if part.has("sides"):
        return part.said("sides", choices.sides)
    return inherited if part.sure else None


def _enabled(part: _Part, sides: Sides | None) -> Iterator[tuple[_Part, Sides | None]]:
    """Every item that counts, circuits opened, with the use of sides that holds for it."""
    for item in part.items():
        if item is None or not item.counts:
            continue
        own = _sides(item, sides)
        yield item, own
        if item.kind == CIRCUIT:
            yield from _enabled(item, own)


def _check_lengths(part: _Part, findings: Findings) -> None:
    for name, (longest, what) in LONGEST.items():
        if field := part.field(name):
            _check_length(field, name, longest, what, findings)
    if tempo := part.field("tempo"):
        beats = tempo.value.fields.values() if isinstance(tempo.value, Mapping) else (tempo,)
        for beat in beats:
            if part.stands(place(beat)):
                _check_length(beat, "tempo", LONGEST_BEAT, "beat", findings)


def _check_length(field: Field, name: str, longest: float, what: str, findings: Findings) -> None:
    seconds = _read(field.value, values.length_or_zero)
    if seconds is None or seconds <= longest:
        return
    written = field.value.text if isinstance(field.value, Scalar) else ""
    match = _LENGTH.fullmatch(written.strip())
    meant = f"; was {match[1]}{_SMALLER_UNIT[match[2]]} meant?" if match else ""
    findings.add(place(field), f"{name}: {in_words(seconds)} is long for a {what}{meant}")


def _check_exercise(exercise: _Part, sides: Sides | None, findings: Findings) -> None:
    reps = exercise.said("reps", values.reps)
    # A range is paced to its lower number; at one's own pace it ends where the person likes.
    settled = reps and (reps.count == reps.upper or exercise.field("tempo"))
    if sides is Sides.ALTERNATING and reps and settled and reps.count % 2:
        findings.add(
            place(exercise.node.fields["reps"]),
            f"reps: of {reps.count} alternating repetitions one side does one more;"
            f" {reps.count + 1} would be even",
        )
    for name in _OF_TWO_SIDES:
        field = exercise.field(name)
        if field and sides not in (Sides.EACH, None):
            findings.add(
                field.key.mark, f"{quoted(name)} says nothing here; it goes with 'sides: each'"
            )
    needless = exercise.has("tempo") or not exercise.has("reps", "open")
    if (pace := exercise.field("pace")) and needless and exercise.sure:
        findings.add(
            pace.key.mark, "'pace' says nothing here; it reckons repetitions at one's own speed"
        )


def _check_name(exercise: _Part, names: dict[str, Mark], findings: Findings) -> None:
    """Two exercises of one name are one in the history; an anchor repeats one on purpose."""
    name = exercise.said("name", values.line)
    if name is None or exercise.has("id") or not exercise.sure:
        return
    mark = place(exercise.node.fields["name"])
    first = names.setdefault(name, mark)
    if first != mark:
        findings.add(
            mark,
            f"{quoted(name)} is the name of another exercise too, on line {first.line};"
            " if it is another one, give it a name or an 'id' of its own",
        )


def _check_circuit(circuit: _Part, findings: Findings) -> None:
    rest = circuit.field("rest")
    if rest and circuit.rests and not circuit.has("rounds") and circuit.sure:
        findings.add(
            rest.key.mark,
            "'rest' says nothing here; it is the rest between rounds, and no 'rounds' are given",
        )


def _check_last(routine: _Part, findings: Findings) -> None:
    exercises = routine.field("exercises")
    if exercises is None or isinstance(exercises.value, Scalar) or not exercises.value.whole:
        return
    items = [item for item in routine.items() if item is None or item.counts is not False]
    last = items[-1] if items else None
    if last and last.kind == REST and last.rests and last.counts and last.sure:
        findings.add(last.node.mark, "a rest at the end is left out, as nothing follows it")
