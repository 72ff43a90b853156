"""What a person says in one line and means otherwise than it would be read: refused, with the words
that say it.

Nearly everything can be the name of an exercise, so what stands in the wrong place would end up
there: ``10 burpees x 3`` as one set of "Burpees x 3", ``400m run`` as nearly seven hours.
"""

import re

from stridetimer.routines.spoken import TIME, Part
from stridetimer.routines.wrong_order import IN_WORDS, name_first, rest_behind, sets_behind

_LIKE = {"flags": re.IGNORECASE}

_METRES = re.compile(r"(?P<number>[0-9]+)\s*m", **_LIKE)
_COVERS_GROUND = re.compile(
    r"\b(?:run|jog|sprint|swim|row|walk|hike|ski|ride|bike|cycle|crawl|carry)", **_LIKE
)
_MOST_MINUTES, _MOST_METRES = 100, 10
"""From so many on a bare ``m`` is hardly minutes; of what covers ground, from so many already."""

_MEASURE = (
    r"(?:(?:kilo)?met(?:re|er)s?|km|miles?|mi|yards?|yds?|k?cal(?:orie)?s?|k(?:ilo)?gs?|lbs?"
    r"|pounds?)(?![\w-])"
)
_DISTANCE = (
    "a number here is of repetitions; say a distance or a weight behind the name,"
    " like 10 min run 5 km"
)
_TOO_MANY = "one exercise was expected here; put a comma before the next"
_SETS_FIRST = "the number of sets comes first"
_EVERY_MINUTE = r"(?<!\w)(?:emom|every\s+minute)(?!\w)"
_A_LENGTH = "for every minute on the minute say a length, like 10x1m squats / no rest"
_NO_NAMES = (
    (
        rf"^(?:on|work)\W+{TIME}\s*(?:off|rest)(?!\w)",
        "intervals are said like --work 40s --rest 20s --rounds 8",
    ),
    (rf"^{_MEASURE}", _DISTANCE),
    (_EVERY_MINUTE, _A_LENGTH),
    (
        r"^(?:rest(?![\w-])|(?:pause|break|breather|recovery)\s*$)",
        "a rest is said like 60s rest, with a unit and nothing else",
    ),
    (
        r"(?:^|\b[0-9]+\s*)rounds?(?![\w-])",
        "rounds come first and go through all that follows, like 5 rounds of 10 squats, 10 lunges",
    ),
    (
        r"(?:(?<![\w])(?:and|then|plus|of)\s|[+&])\s*[0-9]"
        r"|(?<![\w])[0-9]+\s*[x\u00d7*]\s*[0-9]+\s*[a-z]"
        rf"|(?<=[a-z]s)\s+[0-9]+\s+(?!{_MEASURE})[a-z-]+s(?![\w-])",
        _TOO_MANY,
    ),
    (
        r"(?<![\w])[x\u00d7*]\s*[0-9]|(?<![\w])[0-9]+\s*(?:[x\u00d7*]|sets?|times)(?![a-z])",
        f"{_SETS_FIRST}, like 3x10 burpees",
    ),
    (
        rf"(?<![\w.:]){TIME}",
        "a length comes first; a rest has a / before it, and the next exercise a comma",
    ),
    (
        r"(?<![\w])(?:each|per|both)\s+(?:sides?|legs?|arms?|foot|feet|hands?)(?![a-z])",
        "a set on the left and one on the right is said at the end, like 10 lunges each side",
    ),
)
"""What no name has in it, and what to say of it."""
_DOUBTS = tuple((re.compile(pattern, **_LIKE), words) for pattern, words in _NO_NAMES)
_SIDES_BEHIND = re.compile(r"\s(?:on\s+each|each|per)\s+\w+$", **_LIKE)
_NO_DOSES = (
    (re.compile(rf"[0-9.,]+\s*(?:k(?![\w-])|{_MEASURE})", **_LIKE), _DISTANCE),
    (re.compile(_EVERY_MINUTE, **_LIKE), _A_LENGTH),
    (IN_WORDS, "a number is written in digits, like 3x15 squats or 1 min plank"),
)
"""What does not say how much, and what to say of it."""


def check_name(said: Part, name: Part, *, has_sets: bool) -> None:
    """See that ``name``, the end of ``said``, holds nothing that is to be understood.

    Raises:
        QuickError: it does.
    """
    sets, rest = sets_behind(name.text), rest_behind(name.text)
    if sets and not has_sets and _is_name(name.text[: sets.start]):
        before = said.whole[said.start : name.start + sets.start].rstrip()
        raise name.cut(sets.start).error(f"{_SETS_FIRST}: {sets.said}x{before}")
    if rest and _is_name(name.text[: rest.start]):
        before = said.whole[said.start : name.start + rest.start]
        raise name.cut(rest.start).error(f"a rest has a / before it: {before} / {rest.said}")
    if doubt := _doubt(name.text):
        match, words = doubt
        raise name.cut(*match.span()).error(words)


def _is_name(text: str) -> bool:
    """Whether nothing in ``text`` is to be understood, but for the sides at its end."""
    return bool(text.strip()) and not _doubt(_SIDES_BEHIND.sub("", text.rstrip()))


def _doubt(name: str) -> tuple[re.Match[str], str] | None:
    """What in ``name`` is none, and what to say of it."""
    matches = ((pattern.search(name), words) for pattern, words in _DOUBTS)
    return next(((match, words) for match, words in matches if match), None)


def check_length(length: Part, name: str) -> None:
    """See that ``length``, of an exercise called ``name``, is not meant as metres.

    Raises:
        QuickError: it may well be.
    """
    match = _METRES.fullmatch(length.text)
    if match is None:
        return
    number = int(match["number"])
    if number >= (_MOST_METRES if _COVERS_GROUND.search(name) else _MOST_MINUTES):
        raise length.error(
            f"m is minutes, and a distance has no place here; write {number} min if you mean those"
        )


def no_dose(part: Part, sets: str) -> str:
    """What to say where ``part``, after a number of ``sets`` or none, does not begin with how much
    is to be done.
    """
    if said := name_first(part.text, sets, _is_name):
        return f"how much comes before the name: {said}"
    for pattern, words in _NO_DOSES:
        if pattern.match(part.text):
            return words
    if sets and not part.text:
        return "the number of sets comes right before how much, like 3x15 squats"
    if sets:
        return "how much was expected here, like 15, 15-20, 40s, 1:30 or max"
    if part.text[:1].isalpha() and any(map(str.isdigit, part.text)):
        return "how much comes before the name, like 3x15 squats or 40s plank"
    return "how much was expected here, like 15, 3x15, 40s, 2x40s or 3x max"
