"""The JSON Schema: it takes what the reader takes, refuses what it can, and helps an editor."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from texts import WHOLE_EXAMPLE, problems, understood

from stridetimer.routines.model import Circuit, Defaults, Exercise, Rest, RoutineFile
from stridetimer.routines.reader import read
from stridetimer.routines.schema import json_schema


class CoreLoader(yaml.SafeLoader):
    """Reads plain text as an editor does, by the core schema of YAML 1.2 and not by 1.1."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, starts in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("merge", r"<<", "<"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(starts)
    )


def construct_decimal(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    """A leading zero is nothing special in YAML 1.2."""
    return int(node.value, 0 if node.value[:2] in ("0o", "0x") else 10)


CoreLoader.add_constructor("tag:yaml.org,2002:int", construct_decimal)


@cache
def validator() -> Draft202012Validator:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def accepted(text: str) -> bool:
    return validator().is_valid(yaml.load(text, Loader=CoreLoader))


def routine(fields: str) -> str:
    return f"name: A\nexercises: [{{name: Squat, {fields}}}]\n"


def test_the_whole_example_is_accepted() -> None:
    assert accepted(WHOLE_EXAMPLE)


VALID = [
    routine("reps: 15"),
    routine("reps: 017"),
    routine("reps: 15.0"),
    routine("reps: +15, sets: 0x10"),
    routine("hold: 1e2, rest: 0o17"),
    routine("reps: 15-20, pace: 4"),
    routine("reps: 3, tempo: 2"),
    routine("reps: 3, tempo: {up: 2s, 1: 3, on: 1:30}"),
    routine("hold: 1:30"),
    routine("hold: 0:45"),
    routine("hold: 1.5m, rest: 0, between: 0, switch: 0"),
    routine("work: '90'"),
    routine("open: yes, aim: 15"),
    routine("open: true, aim: 5m, wait: Off, enabled: YES"),
    routine("hold: 3, name: A, sides: each, order: by-side, first: other").replace(
        "name: Squat, ", ""
    ),
    routine("hold: 3, form: [1, true, 1.5, x], how: 3, link: 'https://example.org/a?b=c'"),
    "name: on\nsource: 1:30\nafter: 017\nexercises: [{name: no, hold: 3}]\n",
    "name: 1.5\nformat: '1'\nrecovery: 36h\nprepare: 0\nexercises: [{name: 3, hold: 3}]\n",
    "name: |\n  A\nrecovery: 72h\nexercises: [{name: B, hold: 3, rest: 24h}]\n",
    "name: A\nexercises:\n- &a {name: B, hold: 3}\n- *a\n- {<<: *a, name: C}\n",
    "name: A\nexercises: [{rest: 5s}, {circuit: B, rounds: 2, rest: 0, sets: 2, exercises: "
    "[{name: C, hold: 3}, {rest: 3}, {circuit: D, exercises: [{name: E, work: 3}]}]}]\n",
]


@pytest.mark.parametrize("text", VALID)
def test_what_the_reader_reads_is_accepted(text: str) -> None:
    understood(text)
    assert accepted(text)


INVALID = [
    "name: A\n",
    "name: A\nexercises: []\n",
    "name: ''\nexercises: [{name: B, hold: 3}]\n",
    "name: A\ncolour: red\nexercises: [{name: B, hold: 3}]\n",
    "name: A\ntags: []\nexercises: [{name: B, hold: 3}]\n",
    "name: A\ndefaults: {reps: 3}\nexercises: [{name: B, hold: 3}]\n",
    "name: A\nformat: 2\nexercises: [{name: B, hold: 3}]\n",
    "name: A\nexercises: [{hold: 3}]\n",
    "name: A\nexercises: [squat]\n",
    "name: A\nexercises: [{rest: 5s, sets: 3}]\n",
    "name: A\nexercises: [{circuit: B}]\n",
    "name: A\nexercises: [{rounds: 3, exercises: [{name: B, hold: 3}]}]\n",
    routine("sets: 3"),
    routine("reps: 3, hold: 3"),
    routine("hold: 3, tempo: 2s"),
    routine("hold: 3, aim: 3"),
    routine("reps: 3, tempo: {}"),
    routine("reps: 3, tempo: [2s]"),
    routine("reps: 3, rset: 3"),
    routine("reps: 0"),
    routine("reps: 2.5"),
    routine("reps: many"),
    routine("reps: [3]"),
    routine("hold: 0"),
    routine("hold: 86401"),
    routine("hold: soon"),
    routine("hold: -5s"),
    routine("hold: 3, sides: left"),
    routine("hold: 3, sets: 1000000000"),
    routine("hold: 3, wait: maybe"),
    routine("hold: 3, form: straight"),
    routine("hold: 3, link: 'javascript:x'"),
    routine("open: false"),
    routine("rest: 3"),
    routine("hold: 0s"),
    routine("hold: 25h"),
    routine("hold: 3, rest: 25h"),
    routine('hold: 3, id: "a\\tb"'),
    'name: "two\\nlines"\nexercises: [{name: B, hold: 3}]\n',
    routine('reps: 3, tempo: {"up\\tdown": 2s}'),
]


@pytest.mark.parametrize("text", INVALID)
def test_typical_mistakes_are_refused_by_both(text: str) -> None:
    assert problems(text)
    assert not accepted(text)


NUMBERS = ["3", "017", "0", "1.5", "'3'", "' 3 '", "99999999", "15-20", "15\N{EN DASH}20"]
LENGTHS = ["5s", "1:30", "0:45", ".5m", "25h", "'5s'", "' 5 s '", "soon", "2001-01-01"]
WORDS = ["true", "Yes", "off", "each", "'each'", "left", "by-side", "other"]
LISTS = ["[a]", "[1, on]", "[]", "{}", "{a: 2s}", "{1: 3}", "{a: x}"]
values = st.sampled_from(NUMBERS + LENGTHS + WORDS + LISTS)
names = st.sampled_from(sorted(Exercise.model_fields.keys() - {"name"}))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(names, values, max_size=3), st.sampled_from(["reps", "hold", "open"]))
def test_whatever_the_reader_reads_is_accepted(fields: dict[str, str], kind: str) -> None:
    fields.setdefault(kind, "true" if kind == "open" else "3")
    text = routine(", ".join(f"{name}: {value}" for name, value in fields.items()))
    if read(text, "any.yaml").routine is not None:
        assert accepted(text)


def described(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field in the schema."""
    for owner in (schema, *schema["$defs"].values()):
        yield from owner.get("properties", {}).items()


def test_every_field_tells_the_editor_what_it_means() -> None:
    for name, field in described(json_schema()):
        assert len(field["description"]) > 15, name
        assert field["description"].rstrip()[-1] in ".:`1", name


def test_every_field_of_the_model_is_in_the_schema() -> None:
    schema = json_schema()
    owners = {"Exercise": Exercise, "Circuit": Circuit, "Rest": Rest, "Defaults": Defaults}
    assert set(schema["properties"]) == set(RoutineFile.model_fields)
    for name, model in owners.items():
        assert set(schema["$defs"][name]["properties"]) == set(model.model_fields)


def test_the_schema_says_nothing_of_python() -> None:
    text = str(json_schema())
    assert "None" not in text
    assert "'null'" not in text
    assert "Annotated" not in text
    assert not [name for name, field in described(json_schema()) if "title" in field]
