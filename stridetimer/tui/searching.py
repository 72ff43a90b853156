"""Finding routines by what a person types.

Every word that is typed must be somewhere in a routine: its title, its name, a tag, an exercise.
What has it nearer to the front of that list comes first; and where a word is nowhere, letters left
out are forgiven in the title: ``bsc str`` finds Basic strength.
"""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining, normalize

from stridetimer.tui.entry import Entry

_FEWEST = 3
"""With fewer letters than this, forgiving would find nearly everything."""
_FORGIVEN = 8
"""The rank of a title that has the letters in their order, but not side by side."""


def found_for(query: str, entries: Iterable[Entry]) -> list[Entry]:
    """Those of ``entries`` that ``query`` may mean, the likeliest first."""
    words = folded(query).split()
    ranked = [(rank, entry) for entry in entries if (rank := _rank(words, entry)) is not None]
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


def exercise_for(query: str, entry: Entry) -> str:
    """The exercise that makes ``entry`` be found; empty where its title or name does."""
    words = folded(query).split()
    if all(word in folded(f"{entry.title} {entry.name}") for word in words):
        return ""
    exercises = entry.known.exercises if entry.known else ()
    return next((name for name in exercises if any(word in folded(name) for word in words)), "")


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """``text`` without what nobody types in a search: capitals and accents."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))


def _rank(words: list[str], entry: Entry) -> int | None:
    ranks = [_rank_of(word, entry) for word in words]
    return None if None in ranks else sum(rank for rank in ranks if rank is not None)


def _rank_of(word: str, entry: Entry) -> int | None:
    """How near to the front of all that is said of ``entry`` ``word`` is; None where nowhere."""
    title = folded(entry.title)
    if title.startswith(word):
        return 0
    if f" {word}" in title:
        return 1
    if word in title:
        return 2
    for rank, text in enumerate(_further(entry), start=3):
        if word in folded(text):
            return rank
    return _FORGIVEN if _has_letters(word, title) else None


def _further(entry: Entry) -> Iterable[str]:
    known = entry.known
    yield entry.name
    yield "\n".join(known.tags) if known else ""
    yield "\n".join(known.exercises) if known else ""
    yield entry.origin


def _has_letters(word: str, title: str) -> bool:
    """Whether ``title`` has the letters of ``word`` in their order, from where a word begins."""
    if len(word) < _FEWEST:
        return False
    begin = title.find(word[0]) if title.startswith(word[0]) else title.find(f" {word[0]}")
    rest = iter(title[begin:])
    return begin >= 0 and all(letter in rest for letter in word)
