"""Giving a routine another name, with all else in its file left as it is."""

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
)

from stridetimer.routines.writer import scalar


def renamed(text: str, name: str) -> str:
    """``text``, a routine without problems, with another ``name``.

    Where the name comes out of a merge there is nothing to be changed, and the text stays.
    """
    value = _value_of_name(text)
    if value is None:
        return text
    begin, end = _index(value.start_mark), _index(value.end_mark)
    anchor = f"&{value.anchor} " if value.anchor and not isinstance(value, AliasEvent) else ""
    after = "\n" if text[begin:end].endswith("\n") else ""
    return text[:begin] + anchor + scalar(name) + after + text[end:]


def _value_of_name(text: str) -> NodeEvent | None:
    """The value of ``name`` in the outermost mapping."""
    depth, key, is_key = 0, "", True
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        if depth == 1 and isinstance(event, NodeEvent):
            if not is_key and key == "name":
                return event
            if is_key:
                key = event.value if isinstance(event, ScalarEvent) else ""
            is_key = not is_key
        depth += _step(event)
    return None


def _step(event: Event) -> int:
    if isinstance(event, CollectionStartEvent):
        return 1
    return -1 if isinstance(event, CollectionEndEvent) else 0


def _index(mark: Any) -> int:
    """Where in the text ``mark`` is; the parser in C and the one in Python have each their own."""
    return int(mark.index)
