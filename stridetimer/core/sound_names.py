"""The sounds by name, and how much of them can be wanted.

Apart from the cues that ask for them: settings know these names, and are read before anything else.
"""

from enum import StrEnum

SOUNDS = {
    "count": "the last three seconds of a timed step",
    "go": "work begins",
    "go-left": "work begins, on the left",
    "go-right": "work begins, on the right",
    "rest": "rest begins",
    "switch": "change sides",
    "switch-left": "change to the left",
    "switch-right": "change to the right",
    "halfway": "half of the time is over",
    "remaining": "so much time is left",
    "elapsed": "another minute of open work has gone by",
    "aim": "the aim of open work is reached",
    "beat": "the next movement of the tempo",
    "first-beat": "a repetition begins",
    "last": "one of the last three repetitions begins",
    "finish": "the session is over",
}
"""Every sound by name, with what it tells the person, in the order in which they are shown."""

LONGEST = 10.0
"""A sound of more seconds than this would still be heard when the next is due."""


class Level(StrEnum):
    """How many cues are heard."""

    MINIMAL = "minimal"
    """What a person must know to do the right thing: work, rest, change, count, repetition, end."""
    NORMAL = "normal"
    """Halfway, the aim, whole minutes and the movements of the tempo as well."""
    FULL = "full"
    """All there are."""
