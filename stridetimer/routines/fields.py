"""The types of a routine file's fields, for the model: read from text, shown in the schema.

A schema is for editors, which parse a file as YAML 1.2 and so see numbers and booleans where we
see text; it lets through whatever the reader takes, and as little besides as a schema can say.
"""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from stridetimer.core.lengths import DAY, LENGTH_PATTERN, LONGEST_RECOVERY
from stridetimer.core.limits import MOST_REPS, MOST_SETS
from stridetimer.core.routine import First as FirstSide
from stridetimer.core.routine import Order as SetOrder
from stridetimer.core.routine import Sides as UseOfSides
from stridetimer.core.sound_names import SOUNDS
from stridetimer.routines import choices, values

WRONG = "wrong_value"
"""The type of the error where a text does not mean what its field takes."""

LONG_LENGTH_TEXT: JsonDict = {"type": "string", "pattern": LENGTH_PATTERN}
"""What a length looks like in a schema, where it is not a number."""

_NO_DAYS = r"(?!\s*0*(?:2[5-9]|[3-9][0-9]|[0-9]{3,})\s*[hH])" + LENGTH_PATTERN[1:]
LENGTH_TEXT: JsonDict = {"type": "string", "pattern": f"^{_NO_DAYS}"}
"""The same for one that is not plainly more than a day."""
SOME_LENGTH_TEXT: JsonDict = {"type": "string", "pattern": f"^(?=.*[1-9]){_NO_DAYS}"}
"""The same for one that is more than nothing, too."""


def _reads(parse: Callable[[str], object]) -> PlainValidator:
    """A field whose text ``parse`` reads."""

    def validate(value: object) -> object:
        if isinstance(value, dict):
            raise _wrong("takes one value, not fields; a text with ': ' in it needs quotes")
        if not isinstance(value, str):
            raise _wrong("takes one value, not a list")
        try:
            return parse(value)
        except ValueError as error:
            raise _wrong(str(error)) from None

    return PlainValidator(validate)


def _wrong(words: str) -> PydanticCustomError:
    """A wrong value; unlike a ValueError it keeps no stack, and a file may hold thousands."""
    return PydanticCustomError(WRONG, "{words}", {"words": words})


def _shown(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema(schema)


def _length_schema(least: int, most: float, *examples: str) -> JsonDict:
    text = LONG_LENGTH_TEXT if most > DAY else SOME_LENGTH_TEXT if least else LENGTH_TEXT
    return {
        "anyOf": [{"type": "integer", "minimum": least, "maximum": int(most)}, text],
        "examples": list(examples),
    }


def _count_schema(most: int, pattern: str, *examples: int | str) -> JsonDict:
    return {
        "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": most},
            {"type": "string", "pattern": pattern},
        ],
        "examples": list(examples),
    }


def _flag_schema(*meanings: bool) -> JsonDict:
    words = [word for truth in meanings for word in _words(truth)]
    pattern = "|".join("".join(f"[{char}{char.upper()}]" for char in word) for word in words)
    return {
        "anyOf": [{"enum": list(meanings)}, {"type": "string", "pattern": rf"^\s*({pattern})\s*$"}]
    }


def _words(truth: bool) -> tuple[str, ...]:
    return values.TRUE_WORDS if truth else values.FALSE_WORDS


_LENGTH = _length_schema(1, DAY, "90s", "1m30s", "2 min", "1:30")

Line = Annotated[
    str,
    _reads(values.line),
    _shown(type=["string", "number", "boolean"], pattern=values.LINE_PATTERN),
]
Paragraphs = Annotated[str, _reads(values.paragraphs), _shown(type=["string", "number", "boolean"])]
Lines = Annotated[list[Line], Field(min_length=1)]
Link = Annotated[str, _reads(values.link), _shown(type="string", pattern=values.LINK_PATTERN)]
Length = Annotated[float, _reads(values.length), _shown(**_LENGTH)]
LengthOrZero = Annotated[
    float, _reads(values.length_or_zero), _shown(**_length_schema(0, DAY, "0", "90s", "2 min"))
]
Recovery = Annotated[
    float,
    _reads(values.recovery),
    _shown(**_length_schema(1, LONGEST_RECOVERY, "36h", "48h")),
]
Sets = Annotated[
    int, _reads(values.sets), _shown(**_count_schema(MOST_SETS, values.COUNT_PATTERN, 3))
]
RepRange = Annotated[
    values.RepRange,
    _reads(values.reps),
    _shown(**_count_schema(MOST_REPS, values.RANGE_PATTERN, 15, "15-20")),
]
Aim = Annotated[values.Aim, _reads(values.aim), _shown(**_length_schema(1, MOST_REPS, "5m", "15"))]
Flag = Annotated[bool, _reads(values.flag), _shown(**_flag_schema(True, False))]
Yes = Annotated[bool, _reads(values.true), _shown(**_flag_schema(True))]
Sides = Annotated[UseOfSides, _reads(choices.sides), _shown(enum=[*UseOfSides])]
Order = Annotated[SetOrder, _reads(choices.order), _shown(enum=[*SetOrder])]
First = Annotated[FirstSide, _reads(choices.first), _shown(enum=[*FirstSide])]
Format = Annotated[int, _reads(values.format_version), _shown(enum=[values.FORMAT, "1"])]


Beat = Annotated[float, _reads(values.beat), _shown(**_LENGTH)]


def _beats(value: object) -> object:
    """A tempo of one length is one beat without a name."""
    return {"": value} if isinstance(value, str) else value


Tempo = Annotated[
    dict[str, Beat],
    Field(min_length=1),
    BeforeValidator(_beats),
    _shown(
        anyOf=[
            *_LENGTH["anyOf"],
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": values.LINE_PATTERN},
                "additionalProperties": _LENGTH,
            },
        ],
        examples=["2s", {"stand up": "2s", "sit down slowly": "3s"}],
    ),
]
"""Seconds by the name of the beat, in order."""

Sounds = Annotated[
    dict[str, Line],
    _shown(
        type="object",
        propertyNames={"enum": list(SOUNDS)},
        additionalProperties={"type": "string", "pattern": values.LINE_PATTERN},
        examples=[{"go": "gong.mp3"}],
    ),
]
"""Files by the name of the sound whose place they take."""
