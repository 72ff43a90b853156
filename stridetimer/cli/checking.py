"""``check``: what is wrong in routine files, and what is likely a slip."""

import json
import sys
from collections.abc import Iterator, Sequence

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.finding import found_by, read_found
from stridetimer.phrases import count
from stridetimer.routines.characters import printable
from stridetimer.routines.problems import Problem, Severity
from stridetimer.routines.reading import Reading

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What a GitHub workflow calls them."""


def check_files(files: Sequence[str], form: str = "text") -> int:
    """Say what is wrong in ``files``, as ``text``, ``json`` or ``github``; and what likely is.

    Raises:
        CommandError: one of them cannot be read; what is wrong in the others is said first.
    """
    readings, unread = _read_all(files)
    match form:
        case "json":
            found = [one.as_dict(name) for name, one in _findings(readings)]
            print(json.dumps(found, ensure_ascii=False))
        case "github":
            for name, one in _findings(readings):
                print(annotation(name, one))
        case _:
            _tell(readings)
    if unread:
        raise CommandError("\n".join(map(str, unread)))
    return Exit.CUT_SHORT if any(reading.problems for reading in readings) else Exit.DONE


def annotation(name: str, found: Problem) -> str:
    """The line by which a GitHub workflow shows what was found at its place in the file ``name``.

    Its form: "Workflow commands for GitHub Actions" in GitHub's documentation.
    """
    place = f"file={_escaped(printable(name), ':,')},line={found.line},col={found.column}"
    return f"::{_LEVELS[found.severity]} {place}::{_escaped(found.message)}"


def _escaped(text: str, besides: str = "") -> str:
    for char in "%\r\n" + besides:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _read_all(files: Sequence[str]) -> tuple[list[Reading], list[CommandError]]:
    readings, unread = [], []
    for file in files:
        try:
            readings.append(read_found(found_by(file), warn=True))
        except CommandError as error:
            unread.append(error)
    return readings, unread


def _findings(readings: Sequence[Reading]) -> Iterator[tuple[str, Problem]]:
    for reading in readings:
        for found in reading.remarks:
            yield reading.name, found


def _tell(readings: Sequence[Reading]) -> None:
    for reading in readings:
        if report := reading.report():
            print(report, file=sys.stderr)
        if not reading.problems:
            print(f"{reading.name}: no problems{_and_warnings(reading)}")
    if told := _summary([found for _, found in _findings(readings)]):
        print(f"{told} in {count(len(readings), 'file')}.", file=sys.stderr)


def _and_warnings(reading: Reading) -> str:
    return f", {count(len(reading.warnings), 'warning')}" if reading.warnings else ""


def _summary(found: Sequence[Problem]) -> str:
    """How much was found, in words; nothing where nothing was."""
    severities = [one.severity for one in found]
    counts = (
        (severities.count(Severity.ERROR), "problem"),
        (severities.count(Severity.WARNING), "warning"),
    )
    told = " and ".join(count(number, what) for number, what in counts if number)
    return f"more than {told}" if Severity.NOTE in severities else told
