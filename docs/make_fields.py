"""Writes the tables of fields in ``docs/routine-format.md`` from the model of the routine file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from stridetimer.routines import fields
from stridetimer.routines.model import Circuit, Defaults, Exercise, Items, Rest, RoutineFile

PAGE = Path(__file__).with_name("routine-format.md")

TABLES: dict[str, type[BaseModel]] = {
    "routine": RoutineFile,
    "exercise": Exercise,
    "circuit": Circuit,
    "rest": Rest,
    "defaults": Defaults,
}
"""What has fields, by the name of its table in the page."""

_A_LENGTH = "[a length](#lengths-of-time)"
_TAKES: tuple[tuple[Any, str], ...] = (
    (fields.Line, "text"),
    (fields.Paragraphs, "text"),
    (fields.Lines, "a list of texts"),
    (fields.Link, "a web address"),
    (fields.Length, _A_LENGTH),
    (fields.LengthOrZero, f"{_A_LENGTH}, or 0"),
    (fields.Recovery, f"{_A_LENGTH}, up to 31 days"),
    (fields.Sets, "a number"),
    (fields.RepRange, "`15`, or `15-20`"),
    (fields.Aim, "`15`, or [a length](#lengths-of-time)"),
    (fields.Flag, "`true` or `false`"),
    (fields.Yes, "`true`"),
    (fields.Sides, "`both`, `each`, `alternating`"),
    (fields.Order, "`by-set`, `by-side`"),
    (fields.First, "`left`, `right`, `other`"),
    (fields.Format, "`1`"),
    (fields.Tempo, "[a tempo](#tempo)"),
    (fields.Sounds, "[files by name](sound.md#your-own-sounds)"),
    (
        Items,
        "a list of [exercises](#fields-of-an-exercise), [circuits](#circuits), [rests](#rests)",
    ),
    (Defaults, "[fields](#fields-of-defaults)"),
)


def table(model: type[BaseModel]) -> str:
    """The fields of ``model``: its own first, then those that it shares with others."""
    own = [name for name in model.__annotations__ if name in model.model_fields]
    shared = [name for name in model.model_fields if name not in own]
    rows = "".join(_rows(model, own + shared))
    return f"| field | takes | meaning |\n|---|---|---|\n{rows}"


def _rows(model: type[BaseModel], names: list[str]) -> Iterator[str]:
    hints = get_type_hints(model, include_extras=True)
    for name in names:
        field = model.model_fields[name]
        required = "**Required.** " if field.is_required() else ""
        yield f"| `{name}` | {_takes(hints[name])} | {required}{field.description} |\n"


def _takes(hint: Any) -> str:
    """What a field of this type takes, in words; None among it says that it may be left out."""
    for known, words in _TAKES:
        if hint == known or known in get_args(hint):
            return words
    raise LookupError(hint)


def page() -> str:
    """The whole page, its tables as the model has them."""
    text = PAGE.read_text(encoding="utf-8")
    for name, model in TABLES.items():
        block = re.compile(rf"(<!-- fields of {name} -->\n).*?(<!-- end -->\n)", re.DOTALL)
        text, times = block.subn(lambda match, m=model: match[1] + table(m) + match[2], text)
        if times != 1:
            raise LookupError(f"the page has {times} tables of {name}")
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
