"""What pydantic minds, in a person's words and at its place in the file."""

from dataclasses import dataclass
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stridetimer.routines import fields
from stridetimer.routines.characters import quoted
from stridetimer.routines.findings import Findings
from stridetimer.routines.items import DEFAULTS, MODELS, ROUTINE, called
from stridetimer.routines.model import CIRCUIT, EXERCISE
from stridetimer.routines.nodes import Field, Mapping, Mark, Node, Scalar, Sequence, place
from stridetimer.routines.suggest import alike, did_you_mean, meant, said_elsewhere, synonyms

_NAMES = {kind: list(model.model_fields) for kind, model in MODELS.items()}
"""The fields of everything that has fields."""

_ALL_NAMES = sorted({name for names in _NAMES.values() for name in names})

_MOST_GUESSES = 20
"""Of so many unknown names it is guessed what they mean."""

_BELONGS = {
    ROUTINE: "at the top of the file",
    DEFAULTS: "under 'defaults'",
    EXERCISE: "in an exercise",
    CIRCUIT: "in a circuit",
}


@dataclass(frozen=True, slots=True)
class _Spot:
    """What an error is about."""

    kind: str
    """What has the field: a routine, an exercise …"""
    owner: Mapping
    name: str
    """The name of the field; of the innermost one, in a list of values."""
    field: Field | None
    """The field, where it is there and the error is not within its value."""
    node: Node
    """The value; of a field that is not there, the owner."""

    @property
    def mark(self) -> Mark:
        """The place to point to for a wrong value."""
        return place(self.field) if self.field else self.node.mark


def translate(error: ValidationError, root: Mapping, findings: Findings) -> None:
    """Note all that ``error`` says about the routine at ``root``."""
    for details in error.errors(include_url=False, include_input=False):
        if findings.full:
            return
        spot = _find(root, details["loc"])
        match details["type"]:
            case "missing":
                _note_missing(spot, findings)
            case "extra_forbidden":
                _note_unknown(spot, findings)
            case _:
                findings.add(spot.mark, _about_value(spot, details))


def _find(root: Mapping, steps: tuple[int | str, ...]) -> _Spot:
    """Follow the steps of an error, in which the kind of an item comes behind its index."""
    spot = _Spot(ROUTINE, root, "", None, root)
    for step in steps:
        spot = _step(spot, step)
    return spot


def _step(at: _Spot, step: int | str) -> _Spot:
    kind, node = at.kind, at.node
    if isinstance(node, Sequence) and isinstance(step, int):
        return _Spot(kind, at.owner, at.name, None, node.items[step])
    if at.name == "exercises" and at.field is None:
        owner = node if isinstance(node, Mapping) else at.owner
        return _Spot(str(step), owner, "", None, node)
    if not isinstance(node, Mapping):  # a tempo of one length: the beat is the length itself
        return at
    field = node.fields.get(str(step))
    value = field.value if field else node
    if at.name == "tempo":
        return _Spot(kind, at.owner, at.name, field, value)
    kind = DEFAULTS if at.name == "defaults" else kind
    return _Spot(kind, node, str(step), field, value)


def _note_missing(spot: _Spot, findings: Findings) -> None:
    known = _NAMES[spot.kind]
    others = islice((name for name in spot.owner.fields if name not in known), _MOST_GUESSES)
    if not spot.owner.whole or any(spot.name in meant(name, known) for name in others):
        return  # It is there under another name, of which more is said there.
    if spot.kind == CIRCUIT and spot.name == "circuit":
        words = "a circuit has no name; write 'circuit: …'"
    else:
        words = f"{called(spot.owner, spot.kind)} has no '{spot.name}'"
    findings.add(spot.owner.mark, words)


def _note_unknown(spot: _Spot, findings: Findings) -> None:
    if spot.field is not None:
        who = called(spot.owner, spot.kind)
        words = f"unknown field {quoted(spot.name)} in {who}{_hint(spot.name, spot.kind)}"
        findings.add(spot.field.key.mark, words, about="unknown field")


def _hint(name: str, kind: str) -> str:
    """The end of the sentence about an unknown field: what to do about it."""
    known = _NAMES[kind]
    before, colon, _ = name.partition(":")
    if colon and before in known:
        return f"; write a space behind '{before}:'"
    if same := synonyms(name, known):
        return did_you_mean(same)
    if homes := _homes(name):
        return f"; it belongs {homes}"
    if advice := said_elsewhere(name):
        return f"; {advice}"
    if others := synonyms(name, _ALL_NAMES):
        return f"; '{others[0]}' belongs {_homes(others[0])}"
    if near := alike(name, known):
        return did_you_mean(near)
    if near := alike(name, _ALL_NAMES, least=0.75):
        return f"; '{near[0]}' belongs {_homes(near[0])}"
    far = alike(name, known, least=0.1)
    return f"; the nearest that is known is '{far[0]}'" if far else ""


def _homes(name: str) -> str:
    """Where a field of this name belongs, in words; nothing where it belongs nowhere."""
    return " or ".join(home for kind, home in _BELONGS.items() if name in _NAMES[kind])


def _about_value(spot: _Spot, details: ErrorDetails) -> str:
    if isinstance(spot.node, Scalar) and spot.node.empty:
        return f"'{spot.name}' has no value" if spot.name else "there is nothing in this item"
    match details["type"]:
        case fields.WRONG if spot.name == "circuit" and isinstance(spot.node, Sequence):
            return "circuit: takes its name; the list goes under 'exercises'"
        case fields.WRONG:
            return f"{spot.name}: {details['ctx']['words']}"
        case "too_short" if spot.name == "tempo":
            return "tempo: there is no beat in it"
        case "too_short":
            return f"{spot.name}: the list is empty"
        case "list_type" if spot.name == "exercises":
            return "exercises: takes a list, in which each exercise begins with '- name:'"
        case "list_type":
            return f"{spot.name}: takes a list, like [one, another]"
        case "dict_type" if spot.name == "sounds":
            return "sounds: takes files by name, like {go: gong.mp3}"
        case "dict_type":
            return "tempo: takes a length, or beats by name, like {up: 2s, down: 3s}"
        case "model_type" if spot.name:
            return f"'{spot.name}' takes fields, like 'sets: 3'"
        case "model_type" if isinstance(spot.node, Scalar):
            return f"an exercise is written as fields, like 'name: {quoted(spot.node.text)[1:-1]}'"
        case "model_type":
            return "an exercise is written as fields, not as a list"
    return f"{spot.name}: this cannot stand here"
