"""What the YAML parser minds, in a person's words and at the place that needs mending."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml.error import Mark as ParserMark
from yaml.error import MarkedYAMLError

from stridetimer.routines.characters import quoted
from stridetimer.routines.nodes import Mark


@dataclass(frozen=True, slots=True)
class Mistake:
    """A break in the syntax."""

    mark: Mark
    message: str
    sure: int
    """The first line that may not be what was meant."""


def explained(error: Exception, lines: list[str], reached: Mark) -> Mistake:
    """What ``error`` of the parser means in a text of ``lines``, read as far as ``reached``."""
    if not isinstance(error, MarkedYAMLError):
        return Mistake(reached, "this is not YAML", reached.line)
    broke = _mark(error.problem_mark) or reached
    began = _mark(error.context_mark) or broke
    said = f"{error.context or ''}\n{error.problem or ''}"
    line = lines[broke.line - 1] if broke.line <= len(lines) else ""
    words, at_start = _words(_Break(said, began, broke, line))
    # What a block began with stands; within brackets and quotes nothing is sure any more.
    sure = min(broke.line, reached.line if " block " in said else began.line)
    return Mistake(began if at_start else broke, words, sure)


def _mark(mark: ParserMark | None) -> Mark | None:
    return None if mark is None else Mark(mark.line + 1, mark.column + 1)


@dataclass(frozen=True, slots=True)
class _Break:
    """Where the parser could not go on."""

    said: str
    """Its words: what it was reading, and on a second line what it minds."""
    began: Mark
    """Where the thing that it was reading begins."""
    broke: Mark
    line: str
    """The line of ``broke``."""

    @property
    def rest(self) -> str:
        """The line from the place on."""
        return self.line[self.broke.column - 1 :]

    @property
    def opens_line(self) -> bool:
        """Whether nothing but indentation stands before the place in its line."""
        return not self.line[: self.broke.column - 1].strip(" \t")


def _words(at: _Break) -> tuple[str, bool]:
    """The message, and whether it is about where the thing began, not where reading broke off."""
    for rule in _RULES:
        if rule.pattern.search(at.said):
            words = rule.words if isinstance(rule.words, str) else rule.words(at)
            return words, rule.at_start
    return f"this is not YAML: {at.said.partition(chr(10))[2]}", False


def _misplaced(at: _Break) -> str:
    if at.opens_line:
        return "the indentation of this line does not fit the lines above it"
    return "this cannot follow here; a text with quotes or brackets in it needs quotes around it"


def _colon(at: _Break) -> str:
    key = at.line[: at.broke.column - 1]
    if ": " in key or key.endswith(":"):
        return "a second ':' on this line; a text with ': ' in it needs quotes around it"
    return "a field cannot begin here: mind its indentation, and the end of the line above"


def _bad_start(at: _Break) -> str:
    if at.rest.startswith("\t"):
        return "a tab cannot stand here; use spaces"
    return f"a text that begins with {quoted(at.rest[:1])} needs quotes around it"


def _no_value(at: _Break) -> str:
    if at.rest:
        return "a value was expected here"
    return "a value was expected, and nothing follows; '[' or '{' may be left open"


def _unclosed(at: _Break) -> str:
    opening, closing = ("[", "]") if "sequence" in at.said else ("{", "}")
    return f"'{opening}' has no end: ',' or '{closing}' was expected on line {at.broke.line}"


@dataclass(frozen=True, slots=True)
class _Rule:
    """How to word a break whose ``said`` holds ``pattern``."""

    pattern: re.Pattern[str]
    words: str | Callable[[_Break], str]
    at_start: bool = False


def _rule(pattern: str, words: str | Callable[[_Break], str], at_start: bool = False) -> _Rule:
    return _Rule(re.compile(pattern), words, at_start)


# The parser in C and the one in Python word the same things differently; first match wins.
_RULES = (
    _rule(r"quoted scalar\n.*(stream|document)", "this quotation mark has no partner", True),
    _rule(r"quoted scalar\n", "no such escape; in double quotes a backslash is written '\\\\'"),
    _rule(r"\n.*tab character", "a tab cannot stand here; use spaces"),
    _rule(r"\n.*cannot start any token", _bad_start),
    _rule(r"flow (sequence|mapping)\n", _unclosed, True),
    _rule(r"simple key\n", "a field is written 'name: value'; the ':' is missing here", True),
    _rule(r"\nmapping values are not allowed", _colon),
    _rule(r"sequence entries are not allowed", "a list begins on a line of its own"),
    _rule(r"mapping keys are not allowed", "a text that begins with '?' needs quotes around it"),
    _rule(r"unexpected ':'", "write a space behind the ':', or quotes around the text"),
    _rule(r"block scalar\n", "behind '|' or '>' only '+', '-' and a digit can stand"),
    _rule(r" (anchor|alias)\n", "a text that begins with '*' or '&' needs quotes around it", True),
    _rule(r" tag\n|\n.*\btag\b", "tags ('!…') cannot be used here"),
    _rule(r"directive|incompatible|%YAML", "a line cannot begin with '%' here", True),
    _rule(r"document start", "the file goes on behind its end"),
    _rule(r"node content", _no_value),
    _rule(r"block (collection|mapping|sequence)\n", _misplaced),
)
