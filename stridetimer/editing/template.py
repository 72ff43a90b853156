"""What a new routine can begin as."""

from pathlib import Path

_FOLDER = Path(__file__).with_name("templates")

TEMPLATES = ("strength", "holds", "circuit", "tabata", "balance")
"""The first is the one that says most about the format."""


def template(kind: str) -> str:
    """The text of one of the :data:`TEMPLATES`."""
    return (_FOLDER / f"{kind}.yaml").read_text(encoding="utf-8")
