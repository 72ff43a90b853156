"""From the bytes of a file to text that is safe to parse and to show."""

import codecs
import re

from stridetimer.routines.characters import UNREADABLE, refusal
from stridetimer.routines.content import MOST_BYTES
from stridetimer.routines.findings import Findings
from stridetimer.routines.nodes import START, Mark

_LINE_BREAK = re.compile("\r\n|\r|\n")
_BLANK_WITH_TAB = re.compile("(?m)^[ ]*\t[ \t]*(?=\r?$)")
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, findings: Findings) -> str | None:
    """The text of ``data``, or None where it is too large or not UTF-8."""
    if len(data) > MOST_BYTES:
        findings.add(START, "the file is larger than 1 MiB, the most a routine may be")
        return None
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            findings.add(START, f"the file is written in {encoding}; save it as UTF-8")
            return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = lines(data[: error.start].decode())
        findings.add(
            Mark(len(before), len(before[-1]) + 1),
            f"the file is not UTF-8: byte 0x{data[error.start]:02X} cannot stand here",
        )
        return None


def lines(text: str) -> list[str]:
    """The lines of ``text`` as YAML counts them, unreadable characters aside."""
    return _LINE_BREAK.split(text)


def make_readable(text: str, findings: Findings) -> tuple[str, frozenset[int]]:
    """``text`` with a placeholder for every character that is refused, and the lines of these.

    The places of all else stay what they are. Tabs on blank lines, which say nothing and which
    the parser minds, are gone.
    """
    text = _BLANK_WITH_TAB.sub("", text)
    if not UNREADABLE.search(text):
        return text, frozenset()
    touched = set()
    for number, line in enumerate(lines(text), start=1):
        for match in UNREADABLE.finditer(line):
            touched.add(number)
            if not findings.full:
                findings.add(Mark(number, match.start() + 1), refusal(match.group()))
    return UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text), frozenset(touched)
