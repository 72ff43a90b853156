"""A text that a person said in one go, its parts, and where in it a mistake is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from stridetimer.routines.problems import Problem

_T = TypeVar("_T")
_UNIT = r"(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?![a-z])"
TIME = rf"(?:[0-9]{{1,4}}(?::[0-9]+)+|(?:[0-9]{{0,9}}\.?[0-9]{{1,9}}\s*{_UNIT}\s*)+)(?![0-9a-z:.])"
"""A length of time with its unit, or with a colon."""


class QuickError(ValueError):
    """The text is no session; :attr:`problem` says where and what was expected."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text, and where it begins."""

    whole: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """What it says."""
        return self.whole[self.start : self.end]

    def cut(self, start: int, end: int | None = None) -> "Part":
        """Some of it, without the blanks around."""
        begin, stop = self.start + start, self.end if end is None else self.start + end
        text = self.whole[begin:stop]
        return Part(
            self.whole,
            begin + len(text) - len(text.lstrip()),
            stop - len(text) + len(text.rstrip()),
        )

    def split(self, pattern: re.Pattern[str]) -> Iterator["Part"]:
        """What lies between the places that match ``pattern``."""
        begin = 0
        for match in pattern.finditer(self.text):
            yield self.cut(begin, match.start())
            begin = match.end()
        yield self.cut(begin)

    def error(self, message: str) -> QuickError:
        """What is wrong at the beginning of it."""
        before = self.whole[: self.start].split("\n")
        source = self.whole.split("\n")[len(before) - 1]
        return QuickError(Problem(len(before), len(before[-1]) + 1, message, source))

    def group(self, match: re.Match[str], name: str) -> "Part":
        """What ``match``, in this part, has in one of its groups."""
        return self.cut(*match.span(name))

    def value(self, parse: Callable[[str], _T]) -> _T:
        """What it means; a mistake has its place."""
        try:
            return parse(self.text)
        except ValueError as error:
            raise self.error(str(error)) from None
