"""From the pairs of a mapping to its fields: names once, merges (``<<``) resolved."""

from collections.abc import Iterator

from stridetimer.routines.characters import quoted
from stridetimer.routines.findings import Findings
from stridetimer.routines.nodes import Field, Mapping, Node, Sequence

MERGE = "<<"


def merged(pairs: list[Field], findings: Findings) -> dict[str, Field]:
    """The fields of a mapping written as ``pairs``.

    A mapping's own fields win over merged ones, and of merged ones those named earlier. What is
    merged keeps the place where it is written.
    """
    own: dict[str, Field] = {}
    merge: Field | None = None
    for pair in pairs:
        is_merge = pair.key.plain and pair.key.text == MERGE
        before = merge if is_merge else own.get(pair.key.text)
        if before is not None:
            _refuse_twice(before, pair, findings)
        elif is_merge:
            merge = pair
        else:
            own[pair.key.text] = pair
    if merge is None:
        return own
    fields: dict[str, Field] = {}
    for source in _sources(merge.value, findings):
        fields = source.fields | fields
    return fields | own


def _sources(value: Node, findings: Findings) -> Iterator[Mapping]:
    """The mappings that a merge names, in order."""
    for node in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(node, Mapping):
            yield node
        elif not findings.at(node.mark):
            findings.add(node.mark, "'<<' takes the fields of an anchor, or a list of such")


def _refuse_twice(first: Field, second: Field, findings: Findings) -> None:
    where = (
        f"{quoted(second.key.text)} is written again; the first is on line {first.key.mark.line}"
    )
    hint = "; write '<<: [*one, *other]'" if second.key.text == MERGE else ""
    findings.add(second.key.mark, where + hint)
