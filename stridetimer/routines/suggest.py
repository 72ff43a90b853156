"""What somebody meant who wrote a name that is not known."""

from collections.abc import Iterable, Sequence

from stridetimer.routines.characters import quoted

_LONGEST_PATH = 200
"""Of a path, as many characters are shown as fit into a sentence."""

_OTHER_WORDS = {
    "active": ("enabled",),
    "alternate": ("sides",),
    "alternating": ("sides",),
    "amount": ("reps",),
    "amrap": ("open",),
    "author": ("source",),
    "beat": ("tempo",),
    "beats": ("tempo",),
    "block": ("circuit",),
    "both": ("sides",),
    "break": ("rest",),
    "breaks": ("rest",),
    "cadence": ("tempo", "pace"),
    "category": ("tags",),
    "change": ("switch",),
    "comment": ("summary", "how"),
    "count": ("reps",),
    "countdown": ("prepare",),
    "cues": ("form",),
    "cycles": ("rounds",),
    "delay": ("prepare",),
    "desc": ("summary", "how"),
    "description": ("summary", "how"),
    "difficulty": ("tags",),
    "disabled": ("enabled",),
    "duration": ("work", "hold"),
    "each": ("sides",),
    "each side": ("sides",),
    "failure": ("open",),
    "for": ("work", "hold"),
    "gear": ("equipment",),
    "get ready": ("prepare",),
    "getready": ("prepare",),
    "goal": ("aim",),
    "group": ("circuit",),
    "image": ("link",),
    "instructions": ("how",),
    "interval": ("work",),
    "isometric": ("hold",),
    "items": ("exercises",),
    "laps": ("rounds",),
    "lead in": ("prepare",),
    "left": ("sides", "first"),
    "leg": ("sides", "first"),
    "legs": ("sides",),
    "length": ("work", "hold"),
    "level": ("tags",),
    "loops": ("rounds",),
    "manual": ("wait",),
    "max": ("open",),
    "min": ("work", "hold"),
    "mins": ("work", "hold"),
    "minutes": ("work", "hold"),
    "name": ("circuit",),
    "notes": ("summary", "how"),
    "number": ("reps",),
    "pause": ("rest",),
    "per side": ("sides",),
    "progression": ("harder",),
    "regression": ("easier",),
    "repeat": ("rounds", "sets"),
    "repeats": ("rounds", "sets"),
    "repetitions": ("reps",),
    "rest between": ("rest", "between"),
    "rest between sets": ("rest",),
    "rhythm": ("tempo",),
    "right": ("sides", "first"),
    "rounds": ("sets",),
    "sec": ("work", "hold"),
    "seconds": ("work", "hold"),
    "secs": ("work", "hold"),
    "series": ("sets",),
    "side": ("sides", "first"),
    "skip": ("enabled",),
    "speed": ("tempo", "pace"),
    "start": ("first", "prepare"),
    "static": ("hold",),
    "steps": ("exercises",),
    "superset": ("circuit",),
    "target": ("aim",),
    "text": ("how",),
    "time": ("work", "hold"),
    "timer": ("work", "hold"),
    "times": ("sets", "reps"),
    "tips": ("form",),
    "title": ("name", "circuit"),
    "transition": ("switch", "between"),
    "unilateral": ("sides",),
    "url": ("link",),
    "version": ("format",),
    "video": ("link",),
    "warnings": ("cautions",),
    "workout": ("exercises",),
}
"""Words of other programs, and of everyday speech, for what we call something else."""


_CIRCUIT = "several exercises are gone through together under 'circuit: …' and 'exercises:'"
_OWN_EXERCISE = "write it as an exercise, the first or the last"
_SAID_ELSEWHERE = {
    "block": _CIRCUIT,
    "cool down": _OWN_EXERCISE,
    "cooldown": _OWN_EXERCISE,
    "distance": "say it in the name, or under 'form'",
    "emom": "for every minute on the minute write 'work: 1m' and 'rest: 0'",
    "every": "for every minute on the minute write 'work: 1m' and 'rest: 0'",
    "group": _CIRCUIT,
    "kg": "say it in the name, or under 'form'",
    "load": "say it in the name, or under 'form'",
    "superset": _CIRCUIT,
    "warm up": _OWN_EXERCISE,
    "warmup": _OWN_EXERCISE,
    "weight": "say it in the name, or under 'form'",
}
"""What nothing here has a field for, and where it is said instead."""


def said_elsewhere(name: str) -> str:
    """Where to say what ``name`` means, for which there is no field; nothing if not known."""
    return _SAID_ELSEWHERE.get(_plain(name), "")


def synonyms(name: str, known: Sequence[str]) -> list[str]:
    """Which of the ``known`` names say the same as ``name``."""
    plain = _plain(name)
    for form in (plain, plain + "s", plain.removesuffix("s")):
        if form in known:
            return [form]
        if form in _OTHER_WORDS:
            return [word for word in _OTHER_WORDS[form] if word in known]
    return []


def alike(name: str, known: Sequence[str], least: float = 0.6) -> list[str]:
    """Which of the ``known`` names look most like ``name``, nearest first; two at most."""
    from difflib import get_close_matches  # only where it is needed: it costs

    return get_close_matches(_plain(name), known, n=2, cutoff=least)


def meant(name: str, known: Sequence[str]) -> list[str]:
    """Which of the ``known`` names may be meant by ``name``."""
    return synonyms(name, known) or alike(name, known)


def _plain(name: str) -> str:
    """``name`` as it would be said; nobody says more than a few words."""
    return " ".join(name[:40].casefold().replace("_", " ").replace("-", " ").split())


def did_you_mean(names: Iterable[str]) -> str:
    """The end of a sentence that offers ``names``; nothing where there are none."""
    offered = " or ".join(quoted(name, _LONGEST_PATH) for name in names)
    return f"; did you mean {offered}?" if offered else ""
