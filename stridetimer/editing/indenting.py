"""How far the next line goes in."""

from stridetimer.editing.brackets import open_brackets
from stridetimer.editing.lines import line
from stridetimer.editing.outline import opens_text

STEP = 2


def indent_after(before: str) -> int:
    """The spaces that a new line begins with where ``before`` is what stands on the last one."""
    last = line(before.rstrip())
    if last.dashes and not last.content:
        return last.dashes[-1]
    if open_brackets(last.content):
        return last.column + STEP
    goes_in = bool(last.name and not last.value) or opens_text(before)
    return last.column + (STEP if goes_in else 0)
