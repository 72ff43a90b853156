"""The text of ``config.yaml``, composed by the reader of routines: places, carets, near names."""

from typing import Any

from stridetimer.routines.characters import quoted
from stridetimer.routines.compose import compose
from stridetimer.routines.findings import Findings
from stridetimer.routines.nodes import Field, Mapping, Mark, Node, Scalar, place
from stridetimer.routines.problems import Problem
from stridetimer.routines.source import decode, lines, make_readable
from stridetimer.routines.suggest import alike, did_you_mean
from stridetimer.settings.model import ABOUT, About

MOST_NEAR = 3
"""More names than this are no help to somebody who meant one."""


def parse(data: bytes) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The values that ``data`` gives, by name, and everything that is wrong with it."""
    findings = Findings()
    text = decode(data, findings)
    if text is None:
        return {}, findings.problems(lines(data.decode("utf-8", "replace")))
    readable, _ = make_readable(text, findings)
    root = compose(readable, findings).root
    values = {} if findings else _values(root, findings)
    return values, findings.problems(lines(text))


def _values(root: Node | None, findings: Findings) -> dict[str, Any]:
    if root is None or (isinstance(root, Scalar) and root.empty):
        return {}
    if not isinstance(root, Mapping):
        findings.add(root.mark, "settings are written as fields, like 'audio: auto'")
        return {}
    known = _known(root, tuple(ABOUT), "there is no setting", findings)
    read = {name: _value(name, field, ABOUT[name], findings) for name, field in known.items()}
    return {name: value for name, value in read.items() if value is not None}


def _known(
    owner: Mapping, names: tuple[str, ...], unknown: str, findings: Findings, listed: str = ""
) -> dict[str, Field]:
    """The fields that have one of ``names``; of the others it is said that they are unknown.

    ``listed`` says where the names are to be read, where they are too many for a message.
    """
    for name, field in owner.fields.items():
        if name not in names:
            hint = did_you_mean(_near(name, names)) or f"; {listed or _listed(names)}"
            findings.add(field.key.mark, f"{unknown} {quoted(name)}{hint}")
    return {name: field for name, field in owner.fields.items() if name in names}


def _value(name: str, field: Field, about: About, findings: Findings) -> Any:
    if not about.names:
        return _scalar(name, field, about, findings)
    if not isinstance(field.value, Mapping):
        findings.add(place(field), f"{name}: takes fields, like '{about.names[0]}: …'")
        return None
    inner = _known(
        field.value, about.names, f"{name}: there is none called", findings, about.listed
    )
    read = {key: _scalar(f"{name}: {key}", each, about, findings) for key, each in inner.items()}
    said = {key: value for key, value in read.items() if value is not None}
    for key, wrong in about.check(said):
        findings.add(place(inner[key]), f"{name}: {key}: {wrong}")
    return said


def _scalar(name: str, field: Field, about: About, findings: Findings) -> Any:
    mark: Mark = place(field)
    if not isinstance(field.value, Scalar):
        findings.add(mark, f"{name}: takes one value: {about.each or about.takes}")
    elif field.value.empty:
        findings.add(mark, f"'{name}' has no value")
    else:
        try:
            return about.read(field.value.text)
        except ValueError as error:
            findings.add(mark, f"{name}: {error}")
    return None


def _near(name: str, names: tuple[str, ...]) -> list[str]:
    """Which of ``names`` may be meant by ``name``, the part before the dot left out perhaps."""
    ends = alike(_end(name), tuple(dict.fromkeys(map(_end, names))))
    by_end = [other for other in names if _end(other) in ends[:1]][:MOST_NEAR]
    whole = alike(name, names)
    return (whole or by_end) if "." in name else (by_end or whole)


def _end(name: str) -> str:
    return name.rpartition(".")[2]


def _listed(names: tuple[str, ...]) -> str:
    """``names``, as a person may write them."""
    return f"there are {', '.join(names)}"
