"""From a routine file to a routine, or to everything that is wrong with it."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from stridetimer.core.routine import Routine
from stridetimer.routines import bounds, rules
from stridetimer.routines.build import build
from stridetimer.routines.compose import compose
from stridetimer.routines.content import content_of
from stridetimer.routines.findings import Findings
from stridetimer.routines.model import RoutineFile
from stridetimer.routines.nodes import START, Mapping, Mark, Node, Scalar, plain_data
from stridetimer.routines.problems import Severity
from stridetimer.routines.reading import Reading
from stridetimer.routines.source import decode, lines, make_readable


def read_file(path: str | os.PathLike[str], *, warn: bool = False) -> Reading:
    """Read the routine file at ``path``; with ``warn`` look for slips too.

    Raises:
        OSError: it cannot be read, or is no ordinary file.
    """
    folder = Path(path).absolute().parent if warn else None
    return read(content_of(path), os.fspath(path), warn=warn, folder=folder)


def read(
    content: str | bytes, name: str, *, warn: bool = False, folder: Path | None = None
) -> Reading:
    """Read a routine from the ``content`` of a file, which messages call ``name``.

    With ``warn`` it is looked through for slips; with ``folder``, the absolute one in which the
    file lies, also for files of sounds that cannot be played.
    """
    findings, slips = Findings(), Findings() if warn else None
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    text = decode(data, findings)
    routine = None
    if text is not None:
        with _collector_paused():
            routine = _routine_in(text, findings, slips, folder)
    shown = lines(data.decode("utf-8", "replace") if text is None else text)
    warnings = slips.problems(shown, Severity.WARNING) if slips else ()
    if findings:
        return Reading(name, None, findings.problems(shown), warnings)
    return Reading(name, routine, (), warnings)


def _routine_in(
    text: str, findings: Findings, slips: Findings | None, folder: Path | None
) -> Routine | None:
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
    routine = _routine_from(root, further)
    findings.take(further, stands)
    if slips is not None and not findings.full:
        from stridetimer.routines import slips as likely  # only where it is asked for

        likely.check(composed, slips, stands, folder)
    return routine


def _routine_from(root: Node, findings: Findings) -> Routine | None:
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
