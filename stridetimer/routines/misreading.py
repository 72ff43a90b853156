"""What a person says in one line and means otherwise than it would be read: refused, with the words
that say it.

Nearly everything can be the name of an exercise, so what stands in the wrong place would end up
there: ``10 burpees x 3`` as one set of "Burpees x 3", ``400m run`` as nearly seven hours.
"""

import re

from stridetimer.routines.spoken import TIME, Part

_LIKE = {"flags": re.IGNORECASE}

_SETS_BEHIND = re.compile(r"(?<!\w)[x\u00d7*]\s*(?P<sets>[0-9]+)(?:\s*sets?)?\s*$", **_LIKE)
_AMOUNT = rf"(?:[0-9]+\s*[x\u00d7*]\s*)?(?:{TIME}|[0-9]+(?:\s*[-\u2013]\s*[0-9]+)?|max)"
_TURNED_ROUND = re.compile(rf"(?P<name>[a-z][^0-9]*)(?<=\s)(?P<amount>{_AMOUNT})", **_LIKE)
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
_NO_NAMES = (
    (
        rf"^{_MEASURE}",
        "a number here is of repetitions; say a distance or a weight behind the name,"
        " like 10 min run 5 km",
    ),
    (
        r"^(?:rest(?![\w-])|(?:pause|break|breather|recovery)\s*$)",
        "a rest is said like 60s rest, with a unit and nothing else",
    ),
    (
        r"(?:^|\b[0-9]+\s*)rounds?(?![\w-])",
        "rounds come first and go through all that follows, like 5 rounds of 10 squats, 10 lunges",
    ),
    (
        r"(?<![\w])[x\u00d7*]\s*[0-9]|(?<![\w])[0-9]+\s*(?:[x\u00d7*]|sets?|times)(?![a-z])",
        "the number of sets comes first, like 3x10 burpees",
    ),
    (
        rf"(?<![\w.:]){TIME}",
        "a length comes first; a rest has a / before it, and the next exercise a comma",
    ),
    (
        r"(?:(?<![\w])(?:and|then|plus|of)\s|[+&])\s*[0-9]"
        rf"|(?<=[a-z]s)\s+[0-9]+\s+(?!{_MEASURE})[a-z-]+s(?![\w-])",
        "one exercise was expected here; put a comma before the next",
    ),
    (
        r"(?<![\w])(?:each|per|both)\s+(?:sides?|legs?|arms?|foot|feet|hands?)(?![a-z])",
        "a set on the left and one on the right is said at the end, like 10 lunges each side",
    ),
)
"""What no name has in it, and what to say of it."""
_DOUBTS = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in _NO_NAMES)


def check_name(said: Part, name: Part, *, has_sets: bool) -> None:
    """See that ``name``, the end of ``said``, holds nothing that is to be understood.

    Raises:
        QuickError: it does.
    """
    if not has_sets and (match := _SETS_BEHIND.search(name.text)):
        before = said.whole[said.start : name.start + match.start()].rstrip()
        raise name.cut(*match.span()).error(
            f"the number of sets comes first: {match['sets']}x{before}"
        )
    for pattern, words in _DOUBTS:
        if match := pattern.search(name.text):
            raise name.cut(*match.span()).error(words)


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


def no_dose(part: Part, *, has_sets: bool) -> str:
    """What to say where ``part`` does not begin with how much is to be done."""
    if has_sets:
        return "how much was expected here, like 15, 15-20, 40s, 1:30 or max"
    if match := _TURNED_ROUND.fullmatch(part.text):
        name = re.sub(r"(?: [x\u00d7*]|:)$", "", " ".join(match["name"].split()))
        return f"how much comes before the name: {match['amount']} {name}"
    if part.text[:1].isalpha() and any(map(str.isdigit, part.text)):
        return "how much comes before the name, like 3x15 squats or 40s plank"
    return "how much was expected here, like 15, 3x15, 40s, 2x40s or 3x max"
