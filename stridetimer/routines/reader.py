"""From a routine file to a routine, or to everything that is wrong with it."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pydantic import ValidationError

from stridetimer.core.routine import Routine
from stridetimer.routines import bounds, rules
from stridetimer.routines.build import build
from stridetimer.routines.characters import quoted
from stridetimer.routines.compose import compose
from stridetimer.routines.findings import Findings
from stridetimer.routines.model import RoutineFile
from stridetimer.routines.nodes import START, Mapping, Mark, Node, Scalar, plain_data
from stridetimer.routines.problems import Problem, Severity
from stridetimer.routines.source import content_of, decode, lines, make_readable


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file: a routine, or problems; never both, never neither."""

    name: str
    """The file, as messages name it."""
    routine: Routine | None
    problems: tuple[Problem, ...] = ()
    """Everything that is wrong, in the order of the file."""
    warnings: tuple[Problem, ...] = ()
    """Of a routine, what is likely a slip, where that was asked for."""

    def report(self) -> str:
        """The problems, or the warnings, as blocks of text, ready to be shown."""
        return "\n".join(one.render(self.name) for one in self.problems + self.warnings)


def read_file(path: str | os.PathLike[str], *, warn: bool = False) -> Reading:
    """Read the routine file at ``path``; with ``warn`` look for slips too.

    Raises:
        OSError: it cannot be read, or is no ordinary file.
    """
    return read(content_of(path), os.fspath(path), warn=warn)


def read(content: str | bytes, name: str, *, warn: bool = False) -> Reading:
    """Read a routine from the ``content`` of a file, which messages call ``name``.

    With ``warn``, a routine without problems is looked through for slips.
    """
    findings, slips = Findings(), Findings() if warn else None
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    text = decode(data, findings)
    routine = None
    if text is not None:
        with _collector_paused():
            routine = _routine_in(text, findings, slips)
    if text is not None and routine is not None and not findings:
        warnings = slips.problems(lines(text), Severity.WARNING) if slips else ()
        return Reading(name, routine, (), warnings)
    shown = data.decode("utf-8", "replace") if text is None else text
    return Reading(name, None, findings.problems(lines(shown)))


def _routine_in(text: str, findings: Findings, slips: Findings | None) -> Routine | None:
    """The routine that ``text`` holds, if nothing is wrong with it; its ``slips`` are noted."""
    text, unreadable = make_readable(text, findings)
    composed = compose(text, findings)
    root = composed.root
    if root is None or (isinstance(root, Scalar) and root.empty):
        if not findings:
            findings.add(START, "the file is empty; a routine has a name and exercises")
        return None

    def stands(mark: Mark) -> bool:
        """Whether what is there is as it was meant, and nothing has been said of it yet."""
        sure = composed.sure is None or mark.line < composed.sure
        return sure and mark.line not in unreadable and not findings.at(mark)

    further = Findings()
    routine = _routine_from(root, further, slips)
    findings.take(further, stands)
    if slips is not None:
        for anchor, mark in composed.unused:
            slips.add(mark, f"the anchor {quoted('&' + anchor)} is used nowhere")
    return routine


def _routine_from(root: Node, findings: Findings, slips: Findings | None) -> Routine | None:
    """The routine at ``root``, if nothing is wrong with it; to be used where nothing was."""
    if not isinstance(root, Mapping):
        what = "one text" if isinstance(root, Scalar) else "a list"
        findings.add(root.mark, f"a routine is written as fields, like 'name: …'; this is {what}")
        return None
    file = None
    try:
        file = RoutineFile.model_validate(plain_data(root))
    except ValidationError as error:
        from stridetimer.routines.wording import translate  # only where it is needed: it costs

        translate(error, root, findings)
    rules.check(root, findings)
    if file is None or findings:
        return None
    routine = build(file)
    bounds.check(root, file, routine, findings)
    if slips is not None and not findings:
        from stridetimer.routines.slips import check  # only where it is asked for

        check(root, file, slips)
    return routine


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Spare the garbage collector the tree of a file: it would look through it again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
