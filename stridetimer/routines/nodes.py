"""What a YAML file holds, with the place of everything in it. Every scalar is text."""

from dataclasses import dataclass
from types import EllipsisType
from typing import ClassVar, NamedTuple


class Mark(NamedTuple):
    """A place in the file: line and column, both from 1."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A text."""

    mark: Mark
    text: str
    plain: bool = True
    """Whether it is written without quotes."""
    size: ClassVar[int] = 1
    height: ClassVar[int] = 0

    @property
    def empty(self) -> bool:
        """Whether nothing at all is written: ``rest:`` with no value."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """A list."""

    mark: Mark
    items: "tuple[Node, ...]"
    size: int
    """How many nodes there are in it, itself and all that anchors repeat counted."""
    height: int
    """How many levels of lists and mappings it is high."""
    whole: bool = True
    """False where the file broke off within it."""


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """Fields by name, merges resolved."""

    mark: Mark
    fields: "dict[str, Field]"
    size: int
    height: int
    whole: bool = True


Node = Scalar | Sequence | Mapping


class Field(NamedTuple):
    """A field of a mapping: its name and its value."""

    key: Scalar
    value: Node


Data = str | EllipsisType | list["Data"] | dict[str, "Data"]


def plain_data(node: Node) -> Data:
    """``node`` as text, lists and dictionaries, without the places.

    Where nothing is written stands ``...``, which is a value of no field: neither the empty
    text, which some take, nor None, which would be a field that is not there.
    """
    match node:
        case Scalar():
            return ... if node.empty else node.text
        case Sequence():
            return [plain_data(item) for item in node.items]
        case Mapping():
            return {name: plain_data(field.value) for name, field in node.fields.items()}


def place(field: Field) -> Mark:
    """Where to point for a wrong value: at the value, or at the name where there is none."""
    empty = isinstance(field.value, Scalar) and field.value.empty
    return field.key.mark if empty else field.value.mark
