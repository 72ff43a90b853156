"""From text to nodes, by way of the events of PyYAML's parser.

Why not ``yaml.compose``: it recurses (in C, past anybody's stack), takes tags and duplicate keys
as they come and stops at the first thing it minds. Here the stack is ours, an alias is the node
it names and never a copy of what is in it, and how much anchors expand to is added up, not tried.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from stridetimer.routines.characters import UNWRITABLE, quoted, refusal
from stridetimer.routines.findings import Findings
from stridetimer.routines.merges import merged
from stridetimer.routines.nodes import START, Field, Mapping, Mark, Node, Scalar, Sequence
from stridetimer.routines.source import lines

DEEPEST_CIRCUIT = 32
"""Circuits may stand in one another this many levels deep."""
_DEEPEST = 2 * DEEPEST_CIRCUIT + 4
"""Levels of lists and mappings down to the ``form`` of an exercise in the deepest circuit: the file
and each circuit are a mapping with a list in it."""

MOST_NODES = 300_000
"""A file may hold so many nodes, all that anchors repeat counted. (1 MiB can hold as many.)"""

# The wheels of PyYAML carry the parser in C, which is ten times as fast; a build may lack it.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Composed:
    """What could be made of a text."""

    root: Node | None
    """None where there is nothing, or nothing that may be looked into."""
    sure: int | None = None
    """Where the syntax broke: only what stands on earlier lines than this is as it was meant."""
    unused: tuple[tuple[str, Mark], ...] = ()
    """Anchors that nothing refers to, and where they are set."""


class _TooMuchError(Exception):
    """The file is beyond the bounds, and nothing more is read of it."""


def compose(text: str, findings: Findings) -> Composed:
    """The nodes of the first document in ``text``, noting whatever YAML or we do not allow."""
    try:
        return _compose(text, _Composer(findings), findings)
    except _TooMuchError:
        return Composed(None)


def _compose(text: str, composer: "_Composer", findings: Findings) -> Composed:
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not composer.take(event):
                break
        return Composed(composer.root, unused=composer.unused)
    # Without the C library an escape that is no character ends in a ValueError.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        from stridetimer.routines.syntax import explained  # only where it is needed: it costs

        mistake = explained(error, lines(text), Mark(composer.line, 1))
        findings.add(mistake.mark, mistake.message)
        composer.break_off()
        return Composed(composer.root, min(composer.line, mistake.sure))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    mark: Mark
    anchor: str | None
    keyed: bool
    size: int = 1
    height: int = 1
    items: list[Node] = field(default_factory=list)
    pairs: list[Field] = field(default_factory=list)
    key: Node | None = None


class _Composer:
    """Builds nodes from events, one at a time."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._open: list[_Open] = []
        self._anchors: dict[str, Node | None] = {}
        """The node of each anchor; None while its end has not come."""
        self._unused: set[tuple[str, Mark]] = set()
        self._meant_another = False
        """Whether an anchor is referred to that is not there: one of the others was meant."""
        self._set_at: dict[str, Mark] = {}
        self._documents = 0
        self.root: Node | None = None
        self._last: Event | None = None

    @property
    def line(self) -> int:
        """The line at which the last event began."""
        return 1 if self._last is None else _mark(self._last).line

    @property
    def unused(self) -> tuple[tuple[str, Mark], ...]:
        """Anchors that surely nothing refers to."""
        return () if self._meant_another else tuple(self._unused)

    def take(self, event: Event) -> bool:
        """Go on by one event; False when there is nothing more to be read."""
        self._last = event
        anchor = getattr(event, "anchor", None)
        if anchor and not isinstance(event, AliasEvent):
            self._set_at[anchor] = _mark(event)
            self._unused.add((anchor, _mark(event)))
        match event:
            case ScalarEvent():
                self._scalar(event)
            case CollectionStartEvent():
                self._begin(event)
            case CollectionEndEvent():
                self._end()
            case AliasEvent():
                self._alias(event)
            case DocumentStartEvent():
                return self._document(event)
        return True

    def break_off(self) -> None:
        """End here, within whatever is open."""
        while self._open:
            self._end(whole=False)

    def _document(self, event: DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._note(_mark(event), "a second document begins here; a file holds one routine")
        return self._documents == 1

    def _scalar(self, event: ScalarEvent) -> None:
        self._refuse_tag(event)
        mark, plain = _mark(event), not event.style
        if event.anchor and plain:
            mark = _behind_anchor(event)
        if not plain and (match := UNWRITABLE.search(event.value)):
            self._note(
                mark, f"an escape makes a character that is refused: {refusal(match.group())}"
            )
        self._attach(Scalar(mark, event.value, plain), event.anchor)

    def _begin(self, event: CollectionStartEvent) -> None:
        self._refuse_tag(event)
        if len(self._open) == _DEEPEST:
            self._too_deep(_mark(event))
        if event.anchor:
            self._anchors[event.anchor] = None
        keyed = isinstance(event, MappingStartEvent)
        self._open.append(_Open(_mark(event), event.anchor, keyed))

    def _end(self, whole: bool = True) -> None:
        top = self._open.pop()
        node: Node
        if top.keyed:
            fields = merged(top.pairs, self._findings)
            node = Mapping(top.mark, fields, top.size, top.height, whole)
        else:
            node = Sequence(top.mark, tuple(top.items), top.size, top.height, whole)
        self._attach(node, top.anchor)

    def _alias(self, event: AliasEvent) -> None:
        mark, anchor = _mark(event), str(event.anchor)
        node = self._anchors.get(anchor)
        self._unused.discard((anchor, self._set_at.get(anchor, mark)))
        if node is None:
            self._meant_another = True
            what = "refers to itself" if anchor in self._anchors else "is not set before this"
            self._note(mark, f"the anchor {quoted('&' + anchor)} {what}")
            node = Scalar(mark, "", plain=False)
        if len(self._open) + node.height > _DEEPEST:
            self._too_deep(mark)
        self._attach(replace(node, mark=mark), None)

    def _attach(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        top.size += node.size
        top.height = max(top.height, node.height + 1)
        if top.size > MOST_NODES:
            self._note(
                node.mark,
                f"the file holds more than {MOST_NODES:,} values, all that its anchors repeat "
                "counted: it expands beyond reason",
            )
            raise _TooMuchError
        if not top.keyed:
            top.items.append(node)
        elif top.key is None:
            top.key = node
        else:
            self._add_pair(top, top.key, node)
            top.key = None

    def _add_pair(self, top: _Open, key: Node, value: Node) -> None:
        if isinstance(key, Scalar):
            top.pairs.append(Field(key, value))
        else:
            self._note(key.mark, "the name of a field is a text, not a list or fields")

    def _refuse_tag(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.tag is not None:
            self._note(_mark(event), "tags ('!…') cannot be used here")

    def _note(self, mark: Mark, message: str) -> None:
        self._findings.add(mark, message)
        if self._findings.full:
            raise _TooMuchError

    def _too_deep(self, mark: Mark) -> None:
        self._note(
            mark,
            f"lists and fields stand more than {_DEEPEST} levels deep here; circuits may hold "
            f"circuits {DEEPEST_CIRCUIT} levels deep",
        )
        raise _TooMuchError


def _mark(event: Event) -> Mark:
    start = event.start_mark
    return START if start is None else Mark(start.line + 1, start.column + 1)


def _behind_anchor(event: ScalarEvent) -> Mark:
    """Where the text itself begins; the event begins at the anchor in front of it."""
    begin, end = _mark(event), event.end_mark
    if end is None or end.line + 1 != begin.line:
        return begin
    return Mark(begin.line, end.column - len(event.value) + 1)
