"""The brackets that are open at a place: ``{name: Squat, tempo: {down: 2s, ``."""

from dataclasses import dataclass, field

from stridetimer.editing.lines import field_in

_BEFORE_VALUE = ("", "[", "{", ",", ":", "-")
"""Behind one of these a quotation mark or bracket opens; elsewhere it is a part of a text."""


@dataclass(slots=True)
class Bracket:
    """An open one."""

    opener: str
    name: str
    """The field whose value it is; empty where it is none's."""
    part: int
    """Where what stands behind its last comma begins."""
    names: set[str] = field(default_factory=set)
    """The fields in it, up to that comma."""


def open_brackets(text: str) -> list[Bracket] | None:
    """The brackets that are open at the end of ``text``, outermost first.

    Returns:
        None where it ends in quotes, or in a comment.
    """
    scan = _Scan(text)
    at = 0
    while at < len(text):
        at = scan.take(at)
        if at < 0:
            return None
    return scan.open


class _Scan:
    """Goes through a text, from one thing to the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._before = ""
        """The last character that was no blank."""
        self.open: list[Bracket] = []

    def take(self, at: int) -> int:
        """Look at what is there, and return where the next thing is; -1 where there is none."""
        char = self._text[at]
        if char in "'\"" and self._before in _BEFORE_VALUE:
            self._before = char
            return self._behind_quotes(at, char)
        if char == "#" and (at == 0 or self._text[at - 1].isspace()):
            return self._text.find("\n", at)
        if char in "[{" and self._before in _BEFORE_VALUE:
            self._push(at, char)
        elif self.open and char in "]}":
            self.open.pop()
        elif self.open and char == ",":
            self._end_part(at)
        if not char.isspace():
            self._before = char
        return at + 1

    def _behind_quotes(self, at: int, mark: str) -> int:
        end = at + 1
        while (found := self._text.find(mark, end)) >= 0:
            if mark == "'" and self._text.startswith("''", found):
                end = found + 2
            elif mark == '"' and self._escaped(at, found):
                end = found + 1
            else:
                return found + 1
        return -1

    def _escaped(self, start: int, at: int) -> bool:
        inside = self._text[start + 1 : at]
        return (len(inside) - len(inside.rstrip("\\"))) % 2 == 1

    def _push(self, at: int, char: str) -> None:
        part = self.open[-1].part if self.open else 0
        name, _ = field_in(self._text[part:at].strip() + " ")
        if self.open and name:
            self.open[-1].names.add(name)
        self.open.append(Bracket(char, name, at + 1))

    def _end_part(self, at: int) -> None:
        inside = self.open[-1]
        name, _ = field_in(self._text[inside.part : at].strip())
        if name:
            inside.names.add(name)
        inside.part = at + 1
