"""The JSON Schema of the routine file, for editors: the model, told to them."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from stridetimer.routines.fields import LENGTH_TEXT, LONG_LENGTH_TEXT, SOME_LENGTH_TEXT
from stridetimer.routines.model import RoutineFile

_LENGTHS = {
    "Length": SOME_LENGTH_TEXT,
    "LengthOrZero": LENGTH_TEXT,
    "LongLength": LONG_LENGTH_TEXT,
}
"""What a length looks like, by the name it has in the schema."""


def json_schema() -> dict[str, Any]:
    """The schema of a routine file (draft 2020-12)."""
    schema = _with_references(RoutineFile.model_json_schema(schema_generator=_Generator))
    schema["$defs"].update(_LENGTHS)
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, "title": "Routine"}


def _with_references(node: Any) -> Any:
    """``node`` with the long patterns of lengths referred to, not repeated at every field."""
    for name, length in _LENGTHS.items():
        if node == length:
            return {"$ref": f"#/$defs/{name}"}
    if isinstance(node, dict):
        return {key: _with_references(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_with_references(value) for value in node]
    return node


class _Generator(GenerateJsonSchema):
    """Leaves out what is Python's and not the file's: titles, and None for what is not said."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        # Several fields share the inner one: the default goes into a copy.
        return inner if default is None else {**inner, "default": default}

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False
