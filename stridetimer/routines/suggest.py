"""What somebody meant who wrote a name that is not known."""

from collections.abc import Iterable, Sequence

from stridetimer.routines.characters import quoted

_LONGEST_PATH = 200
"""Of a path, as many characters are shown as fit into a sentence."""

_OTHER_WORDS = {
    "amount": ("reps",),
    "break": ("rest",),
    "breaks": ("rest",),
    "countdown": ("prepare",),
    "cues": ("form",),
    "cycles": ("rounds",),
    "delay": ("prepare",),
    "description": ("summary", "how"),
    "disabled": ("enabled",),
    "duration": ("work", "hold"),
    "each side": ("sides",),
    "gear": ("equipment",),
    "get ready": ("prepare",),
    "goal": ("aim",),
    "instructions": ("how",),
    "laps": ("rounds",),
    "leg": ("sides", "first"),
    "legs": ("sides",),
    "length": ("work", "hold"),
    "loops": ("rounds",),
    "max": ("open",),
    "minutes": ("work", "hold"),
    "name": ("circuit",),
    "notes": ("summary", "how"),
    "pause": ("rest",),
    "per side": ("sides",),
    "repeat": ("rounds", "sets"),
    "repeats": ("rounds", "sets"),
    "repetitions": ("reps",),
    "rounds": ("sets",),
    "seconds": ("work", "hold"),
    "side": ("sides", "first"),
    "skip": ("enabled",),
    "speed": ("tempo", "pace"),
    "start": ("first", "prepare"),
    "steps": ("exercises",),
    "target": ("aim",),
    "time": ("work", "hold"),
    "times": ("sets", "reps"),
    "tips": ("form",),
    "title": ("name", "circuit"),
    "transition": ("switch", "between"),
    "unilateral": ("sides",),
    "url": ("link",),
    "version": ("format",),
    "warnings": ("cautions",),
    "workout": ("exercises",),
}
"""Words of other programs, and of everyday speech, for what we call something else."""


_SAID_ELSEWHERE = {
    "distance": "say it in the name, or under 'form'",
    "emom": "for every minute on the minute write 'work: 1m' and 'rest: 0'",
    "every": "for every minute on the minute write 'work: 1m' and 'rest: 0'",
    "kg": "say it in the name, or under 'form'",
    "load": "say it in the name, or under 'form'",
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
        if others := [word for word in _OTHER_WORDS.get(form, ()) if word in known]:
            return others
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
