"""A line of a routine that is being written, by its parts."""

import re
from dataclasses import dataclass

_FIELD = re.compile(r"""([^\s#&*!|>%@`"'{}\[\],][^:#{}\[\]"']*?)\s*:(?:\s+(.*))?$""", re.DOTALL)
_ANCHOR = re.compile(r"&\S+(\s+|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """``  - name: Squat``: its dashes, and what follows them."""

    dashes: tuple[int, ...]
    """The columns of the dashes in front."""
    column: int
    """Where what follows them begins."""
    content: str

    @property
    def first(self) -> int:
        """The column of the first thing in it."""
        return self.dashes[0] if self.dashes else self.column

    @property
    def says_nothing(self) -> bool:
        """Whether it is blank, or a comment."""
        return not self.dashes and (not self.content.strip() or self.content.startswith("#"))

    @property
    def name(self) -> str:
        """The name of the field in it; empty where there is none."""
        return field_in(self.content)[0]

    @property
    def value(self) -> str:
        """What stands behind the name, or alone, without an anchor or a comment."""
        name, value = field_in(self.content)
        value = _ANCHOR.sub("", value if name else self.content, count=1)
        return "" if value.startswith("#") else value.rstrip()


def line(text: str) -> Line:
    """The parts of a line."""
    dashes: list[int] = []
    column = 0
    while True:
        column = len(text) - len(text[column:].lstrip(" "))
        if text[column : column + 1] != "-" or text[column + 1 : column + 2] not in ("", " "):
            return Line(tuple(dashes), column, text[column:])
        dashes.append(column)
        column += 1


def field_in(text: str) -> tuple[str, str]:
    """The name and the value in ``name: value``; both empty where no name is."""
    match = _FIELD.match(text)
    return (match[1], match[2] or "") if match else ("", "")


def has_value_place(text: str) -> bool:
    """Whether in ``name: value`` the place for the value has been reached."""
    match = _FIELD.match(text)
    return match is not None and match[2] is not None
