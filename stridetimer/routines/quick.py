"""A session said in one line: ``3x15 squats / 60s rest, 2x40s plank each side``.

The grammar, as ``docs/quick.md`` tells it to people::

    session   [number "rounds of"] exercise (("," or ";" or a new line) exercise)*
    exercise  [sets "x"] dose name [sides] ["@" tempo] ("/" pause)*   or   length "rest"
    dose      reps, reps-reps, a length of time, or "max"
    sides     "each side", "per leg" …, "alternating"; then "left first" or "right first"
    tempo     length, or (name length)+
    pause     length ["rest" or "switch" or "between"]

Neither YAML nor pydantic is needed for it. All that it says can be said in a routine file.
"""

import re
from dataclasses import replace
from typing import Any

from stridetimer.core.lengths import DAY
from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    First,
    Item,
    Open,
    Reps,
    Rest,
    Routine,
    Sides,
    Timed,
    Work,
)
from stridetimer.routines import values
from stridetimer.routines.characters import UNREADABLE, refusal
from stridetimer.routines.misreading import check_length, check_name, no_dose
from stridetimer.routines.spoken import TIME, Part

MOST_TEXT = 2_000
"""Nobody says more than so many characters in one go."""
BETWEEN_ROUNDS = 60.0
"""The rest between rounds where none is said, as between sets; seconds."""

_LIKE = {"flags": re.IGNORECASE}

_BETWEEN = re.compile(r"[,;\n]")
_ROUNDS = re.compile(
    r"(?P<rounds>[0-9]+)\s*(?:(?:rounds?|circuits?)(?![\w-])\s*(?:of(?![\w-])|:)?|times\s*:)",
    **_LIKE,
)
_OWN_REST = re.compile(rf"(?:rest\s+(?P<a>{TIME})|(?P<b>{TIME})\s*(?:of\s+)?rest)\s*", **_LIKE)
_SETS = re.compile(
    r"(?P<sets>[0-9]+)\s*"
    r"(?:[x\u00d7*]|sets?(?:\s+of|\s*[x\u00d7*])?(?![a-z])|times(?:\s+of)?(?=\s+[0-9]))\s*",
    **_LIKE,
)
_DOSE = re.compile(
    rf"(?:(?P<time>{TIME})"
    r"|(?P<reps>[0-9]+(?:\s*[-\u2013]\s*[0-9]+)?)(?![0-9a-z:.])(?:\s*(?:reps?|times)(?![a-z]))?"
    r"|(?P<max>max|amrap)(?![a-z]))\s*(?:of\s+)?",
    **_LIKE,
)
_SIDES = re.compile(
    r"(?:^|\s)(?:(?P<each>(?:on\s+each|each|per)\s+(?:side|leg|arm|foot|hand))"
    r"|(?P<alternating>alternating(?:\s+(?:sides|legs|arms|feet|hands))?)"
    r"|(?P<first>left|right)\s+first)\s*$",
    **_LIKE,
)
_PAUSE = re.compile(
    rf"\s*(?:(?P<none>no\s+rest)|(?:(?P<a>rest|switch|between)\s+)?(?P<time>{TIME}|[0-9]+)"
    r"\s*(?P<b>rest|switch|between)?)\s*",
    **_LIKE,
)
_BEAT = re.compile(rf"\s*(?P<name>[^0-9]*?)\s*(?P<time>{TIME}|[0-9]+(?![0-9a-z:.]))", **_LIKE)
_HELD = re.compile(
    r"\b(?:plank|holds?|hang|balance|bridge|stretch|wall (?:sit|press)|l-sit)\b", **_LIKE
)
"""Names of what is held rather than moved; it changes a word on the screen and nothing else."""


def quick(text: str) -> Routine:
    """The routine that ``text`` says.

    Raises:
        QuickError: it says none.
    """
    whole = _whole(text)
    said = whole.cut(0)
    rounds = _ROUNDS.match(said.text)
    rest = said.cut(rounds.end()) if rounds else said
    items = [_item(part, in_round=bool(rounds)) for part in rest.split(_BETWEEN) if part.text]
    names = [item.name for item in items if isinstance(item, Exercise)]
    if not names:
        raise rest.error("there is no exercise in it; write one like 3x15 squats")
    if rounds:
        items = [_circuit(said.group(rounds, "rounds").value(values.sets), items)]
    return Routine(_title(names), tuple(items))


def intervals(work: float, rest: float, rounds: int, names: str = "") -> Routine:
    """``rounds`` times ``work`` seconds of each of ``names``, ``rest`` seconds after each.

    Raises:
        QuickError: a name cannot be one.
    """
    parts = [part.value(values.line) for part in _whole(names).split(_BETWEEN) if part.text]
    timed = Timed(work, hold=False)
    items = tuple(_exercise(_capital(name), timed) for name in parts or ["Work"])
    between = rest if len(items) > 1 else None
    circuit = Circuit("Intervals", rounds, rest, between, items)
    return Routine(_title([item.name for item in items]) if parts else "Intervals", (circuit,))


def _whole(text: str) -> Part:
    """The whole of a text, which holds nothing that could steer a terminal."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    whole = Part(text, 0, len(text))
    if len(text) > MOST_TEXT:
        raise whole.error(f"this is longer than {MOST_TEXT:,} characters; write a routine file")
    if match := UNREADABLE.search(text):
        raise whole.cut(match.start(), match.end()).error(refusal(match.group()))
    return whole


def _exercise(name: str, work: Work, **fields: Any) -> Exercise:
    return Exercise(name, work, id=name, **fields)


def _circuit(rounds: int, items: list[Item]) -> Circuit:
    """``rounds`` times ``items``; the rest after the last of them lies between the rounds."""
    *before, last = items
    if isinstance(last, Rest):
        return Circuit("Round", rounds, last.seconds, None, tuple(before))
    if isinstance(last, Exercise) and last.between is not None:
        return Circuit("Round", rounds, last.between, None, (*before, replace(last, between=None)))
    return Circuit("Round", rounds, BETWEEN_ROUNDS, None, tuple(items))


def _item(part: Part, *, in_round: bool) -> Item:
    """An exercise, or a rest; in a round they follow at once, but for a rest that is said."""
    main, *pauses = part.split(re.compile("/"))
    if match := _OWN_REST.fullmatch(main.text):
        if pauses:
            raise pauses[0].error("a rest has no pause of its own; put a comma before the next")
        length = main.group(match, "a" if match["a"] else "b")
        return Rest(length.value(values.length_or_zero))
    main, fields = _sides(main)
    main, *tempos = main.split(re.compile("@"))
    main, more = _sides(main)
    fields |= more
    for pause in pauses:
        kind, seconds = _pause(pause)
        if kind in fields:
            raise pause.error(f"there is a {kind} already; put a comma before the next exercise")
        if kind == "switch" and fields.get("sides") is not Sides.EACH:
            raise pause.error("a switch goes with 'each side' only")
        fields[kind] = seconds
    if in_round and "rest" in fields:
        fields.setdefault("between", fields["rest"])
    sets, work, name = _dose(main)
    if sets is not None:
        fields["sets"] = sets.value(values.sets)
    if tempos:
        work = _with_tempo(work, tempos)
    return _exercise(_capital(name.value(values.line)), work, **fields)


def _sides(part: Part) -> tuple[Part, dict[str, Any]]:
    """A part without what its end says of sides, and that."""
    fields: dict[str, Any] = {}
    while match := _SIDES.search(part.text):
        if match["first"]:
            fields["first"] = First(match["first"].lower())
        use = Sides.ALTERNATING if match["alternating"] else Sides.EACH
        fields.setdefault("sides", use)
        if match["each"] or match["alternating"]:
            fields["sides"] = use
        part = part.cut(0, match.start())
    return part, fields


def _dose(part: Part) -> tuple[Part | None, Work, Part]:
    """The number of sets where one is given, the work, and what is left: the name."""
    said, sets = part, None
    if match := _SETS.match(part.text):
        sets, part = part.group(match, "sets"), part.cut(match.end())
    match = _DOSE.match(part.text)
    if match is None:
        raise part.error(no_dose(part, sets.text if sets else ""))
    name = part.cut(match.end())
    if not name.text or name.text[0].isdigit():
        raise name.error("the name of the exercise was expected here, like 3x15 squats")
    check_name(said, name, has_sets=sets is not None)
    return sets, _work(part, match, name.text), name


def _work(part: Part, match: re.Match[str], name: str) -> Work:
    if match["time"]:
        length = part.group(match, "time")
        check_length(length, name)
        return Timed(length.value(values.length), hold=bool(_HELD.search(name)))
    if match["reps"]:
        given = part.group(match, "reps").value(values.reps)
        return Reps(given.count, given.upper, (), Open().pace)
    return Open()


def _with_tempo(work: Work, tempos: list[Part]) -> Work:
    tempo, *others = tempos
    if not isinstance(work, Reps):
        raise tempo.error("a tempo goes with repetitions only")
    if others:
        raise others[0].error("there is a tempo already")
    beats = list[Beat]()
    position = 0
    while position < len(tempo.text) or not beats:
        match = _BEAT.match(tempo.text, position)
        if match is None:
            raise tempo.cut(position).error("a tempo was expected here, like 3s or up 1s down 3s")
        beats.append(Beat(match["name"], tempo.group(match, "time").value(values.length)))
        position = match.end()
    names = [beat.name for beat in beats]
    if len(set(names)) < len(names) or (len(beats) > 1 and "" in names):
        raise tempo.error("each beat of a tempo has a name of its own, like up 1s down 3s")
    if work.count * sum(beat.seconds for beat in beats) > DAY:
        raise tempo.error("at this tempo one set takes longer than 24 h")
    return Reps(work.count, work.upper, tuple(beats), work.pace)


def _pause(part: Part) -> tuple[str, float]:
    match = _PAUSE.fullmatch(part.text)
    if match is None or (match["a"] and match["b"]):
        raise part.error("a rest was expected here, like 60s rest")
    if match["none"]:
        return "rest", 0.0
    kind = (match["a"] or match["b"] or "rest").lower()
    return kind, part.group(match, "time").value(values.length_or_zero)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _title(names: list[str]) -> str:
    """What to call the session: by its exercises."""
    first, *others = dict.fromkeys(names)
    if not others:
        return first
    rest = [name[:1].lower() + name[1:] for name in others]
    if len(rest) > 2:
        rest = [rest[0], f"{len(others) - 1} more"]
    return f"{', '.join([first, *rest[:-1]])} and {rest[-1]}"
