"""Writes the published JSON Schema from the model of the routine file."""

import json

from stridetimer.routines.published import PUBLISHED
from stridetimer.routines.schema import json_schema


def text() -> str:
    """The whole file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(text(), encoding="utf-8", newline="\n")
