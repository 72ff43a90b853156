"""What the parts of a line of YAML are, so that they can be told apart by colour.

Line by line, as far as a line tells: also where the text is not YAML yet, and in no more time for
a long file than for a short one.
"""

import re
from collections.abc import Iterator, Sequence

from stridetimer.editing.outline import opens_text

_NEAR = 200
"""So many lines up it is looked for the beginning of a text over several lines."""

LONGEST = 2_000
"""A line of more characters stays plain: it is running text, and each of its rows is drawn anew."""

# No part may be looked for to the end of the line from each of its places: that is how a paragraph
# in one line would take minutes.
_PARTS = re.compile(
    r"""
    (?P<comment> (?:^|(?<=\s))\#.* )
    | (?P<quoted> (?:^|(?<=[\s\[{,:-])) (?: "(?:[^"\\]|\\.)*"? | '(?:[^']|'')*'? ) )
    | (?P<anchor> (?:^|(?<=[\s\[{,])) (?: [&*][^\s,\[\]{}]+ | <<(?=\s*:) ) )
    | (?P<name> (?<![^\s{\[,#-]) [^\s\#&*!|>%@`"'{}\[\],-][^:\#{}\[\]"',]{0,80}? (?=\s*:(?:\s|$)) )
    | (?P<number> (?<=:\s)\s*\d[\w.:\ -]{0,40}? (?=\s*(?:$|[,\]}]|\s\#)) )
    | (?P<word> (?<=:\s)\s*(?:true|false|yes|no|on|off) (?=\s*(?:$|[,\]}]|\s\#)) )
    | (?P<mark> ^\s*-(?=\s|$) | (?<=-\s)-(?=\s|$) | [\[\]{}] | (?<=:\s)[|>][-+0-9]* )
    """,
    re.VERBOSE,
)

PARTS = tuple(_PARTS.groupindex)
"""What a part of a line can be; all else is plain text."""


def parts(lines: Sequence[str], row: int) -> Iterator[tuple[int, int, str]]:
    """Begin, end and kind of what there is in a line, one of :data:`PARTS`."""
    if len(lines[row]) <= LONGEST and not _is_text(lines, row):
        for match in _PARTS.finditer(lines[row]):
            yield match.start(), match.end(), match.lastgroup or ""


def _is_text(lines: Sequence[str], row: int) -> bool:
    """Whether a line belongs to a text that goes over several."""
    column = _indent(lines[row])
    for above in reversed(lines[max(row - _NEAR, 0) : row]):
        if not column:
            return False
        if above.strip() and _indent(above) < column:
            if opens_text(above):
                return True
            column = _indent(above)
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" ")) if line.strip() else 0
