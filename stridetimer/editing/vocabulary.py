"""What may be written where in a routine, out of its JSON Schema."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from stridetimer.routines.published import PUBLISHED

ROUTINE, DEFAULTS, SOUNDS = "routine", "defaults", "sounds"
EXERCISE, CIRCUIT, REST = "exercise", "circuit", "rest"

_DEFINED = {DEFAULTS: "Defaults", EXERCISE: "Exercise", CIRCUIT: "Circuit", REST: "Rest"}
"""What has fields, by the name of its definition in the schema."""


class Holds(Enum):
    """What the value of a field is made of."""

    VALUE = "value"
    LIST = "list"
    FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class Word:
    """A field."""

    name: str
    about: str
    """What it means."""
    holds: Holds = Holds.VALUE
    choices: tuple[str, ...] = ()
    """All that it can be, where that is a choice."""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The fields of one kind of thing: of a routine, an exercise …"""

    words: Mapping[str, Word]
    """By name, required ones and those of which one is required first."""
    one_of: frozenset[str]
    """Of these it has exactly one."""
    needs: Mapping[str, str]
    """Fields that stand only beside another, and that other."""

    def legal(self, present: frozenset[str]) -> list[Word]:
        """The fields that can be added where those of the names ``present`` are there."""
        decided = present & self.one_of | {self.needs[name] for name in present & set(self.needs)}
        return [
            word
            for name, word in self.words.items()
            if name not in present
            and (name not in self.one_of or not decided or (name in decided))
            and self.needs.get(name, name) in present | {name}
        ]


@cache
def vocabulary(kind: str) -> Vocabulary | None:
    """The fields of a kind of thing; None where it has none of ours."""
    schema = _schema()
    if kind == ROUTINE:
        return _vocabulary(schema)
    if kind == SOUNDS:
        names = schema["properties"]["sounds"]["propertyNames"]["enum"]
        words = {name: Word(name, "Your own file in place of this sound.") for name in names}
        return Vocabulary(words, frozenset(), {})
    return _vocabulary(schema["$defs"][_DEFINED[kind]]) if kind in _DEFINED else None


def meaning(kind: str) -> str:
    """What a kind of thing is, in a sentence."""
    return _sentence(_schema()["$defs"][_DEFINED[kind]]["description"])


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(PUBLISHED.read_bytes())
    return schema


def _vocabulary(schema: Mapping[str, Any]) -> Vocabulary:
    one_of = [name for rule in schema.get("oneOf", ()) for name in rule["required"]]
    needs = {name: others[0] for name, others in schema.get("dependentRequired", {}).items()}
    fields = schema["properties"]
    names = dict.fromkeys([*schema.get("required", ()), *one_of, *fields])
    words = {name: _word(name, fields[name]) for name in names}
    return Vocabulary(words, frozenset(one_of), needs)


def _word(name: str, schema: Mapping[str, Any]) -> Word:
    return Word(
        name,
        _sentence(schema.get("description", "")),
        _holds(schema),
        tuple(map(_written, _choices(schema))),
        tuple(dict.fromkeys(map(_written, schema.get("examples", ())))),
    )


def _holds(schema: Mapping[str, Any]) -> Holds:
    if schema.get("type") == "array":
        return Holds.LIST
    return Holds.FIELDS if "$ref" in schema or schema.get("type") == "object" else Holds.VALUE


def _choices(schema: Mapping[str, Any]) -> list[Any]:
    for one in (schema, *schema.get("anyOf", ())):
        if "enum" in one:
            return [value for value in one["enum"] if not str(value).isdecimal() or value == 1]
    return []


def _written(value: Any) -> str:
    """A value as it stands in a routine."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        inside = ", ".join(f"{name}: {_written(one)}" for name, one in value.items())
        return f"{{{inside}}}"
    return str(value)


def _sentence(description: str) -> str:
    return " ".join(description.split())
