"""What the nodes of a routine are: which is an exercise, and what to call it in a message."""

from collections.abc import Iterator

from pydantic import BaseModel

from stridetimer.routines.characters import quoted
from stridetimer.routines.model import (
    CIRCUIT,
    EXERCISE,
    REST,
    Circuit,
    Defaults,
    Exercise,
    Rest,
    RoutineFile,
    kind_of,
)
from stridetimer.routines.nodes import Mapping, Node, Scalar, Sequence

ROUTINE, DEFAULTS = "routine", "defaults"

MODELS: dict[str, type[BaseModel]] = {
    ROUTINE: RoutineFile,
    DEFAULTS: Defaults,
    EXERCISE: Exercise,
    CIRCUIT: Circuit,
    REST: Rest,
}
"""Everything that has fields, by what it is called."""

_NAMED_BY = {EXERCISE: "name", CIRCUIT: "circuit"}
_WITH_ARTICLE = {EXERCISE: "an exercise", CIRCUIT: "a circuit", REST: "a rest"}


def kind_of_item(item: Node) -> str:
    """Which kind of item this is."""
    return kind_of(item.fields) if isinstance(item, Mapping) else EXERCISE


def text_of(item: Mapping, name: str) -> str:
    """The text of a field; empty where there is none."""
    field = item.fields.get(name)
    return field.value.text.strip() if field and isinstance(field.value, Scalar) else ""


def items_of(node: Node) -> tuple[Node, ...]:
    """The items of a routine or circuit, as far as there are any."""
    field = node.fields.get("exercises") if isinstance(node, Mapping) else None
    return field.value.items if field and isinstance(field.value, Sequence) else ()


def all_items(node: Node) -> Iterator[Node]:
    """Every item in a routine, circuits opened."""
    for item in items_of(node):
        yield item
        yield from all_items(item)


def called(item: Mapping, kind: str) -> str:
    """What to call an item: ``exercise 'Squat'``, ``an exercise``."""
    if kind == ROUTINE:
        return "the routine"
    if kind == DEFAULTS:
        return "'defaults'"
    name = text_of(item, _NAMED_BY.get(kind, ""))
    return f"{kind} {quoted(name)}" if name else _WITH_ARTICLE[kind]
