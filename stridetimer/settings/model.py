"""Every setting of ``config.yaml``: what it takes, what holds without it, and what it does.

Declared once: the reader, its messages and the documentation are made from :class:`Settings`.
A new setting is one more field there.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from stridetimer.core.leadin import AFTER_PAUSE, TAKING_UP
from stridetimer.core.sound_names import SOUNDS, Level
from stridetimer.keys.groups import KNOWN
from stridetimer.keys.keymap import clashes
from stridetimer.settings import values
from stridetimer.settings.themes import NAMES, OURS
from stridetimer.sound.names import AUTO, CHOICES
from stridetimer.sound.speech.words import LANGUAGES

Read = Callable[[str], Any]
"""From the text of a setting to its value; raises ValueError with the words for the person."""
Check = Callable[[Mapping[str, Any]], Iterable[tuple[str, str]]]
"""What is wrong with fields that are each right by themselves: a name, and the words."""


def _nothing(fields: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return ()


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a setting besides its default."""

    read: Read
    takes: str
    """What may be written, in words."""
    description: str
    names: tuple[str, ...] = ()
    """Where it takes fields: the names they may have."""
    check: Check = _nothing
    """Where it takes fields: whether they go together."""
    listed: str = ""
    """Where the names are to be read, where they are too many for a message."""
    each: str = ""
    """Where it takes fields: what may be written in one, in words."""


def _about(
    read: Read,
    takes: str,
    description: str,
    *,
    names: Iterable[str] = (),
    check: Check = _nothing,
    listed: str = "",
    each: str = "",
) -> dict[str, About]:
    return {"about": About(read, takes, description, tuple(names), check, listed, each)}


def _one_of(choices: Sequence[str], description: str) -> dict[str, About]:
    return _about(values.choice(*choices), ", ".join(choices), description)


def _flag(description: str) -> dict[str, About]:
    return _about(values.flag, "on, off", description)


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds; without a file, the defaults."""

    audio: str = field(
        default=AUTO,
        metadata=_one_of(CHOICES, "What plays the cues; `stridetimer sounds` says what is there."),
    )
    cues: str = field(
        default=Level.FULL.value,
        metadata=_one_of(
            list(Level),
            "How many cues are heard: `minimal` leaves what tells you what to do, `normal` adds "
            "halfway, the aim, whole minutes left and each movement of a tempo, `full` is all.",
        ),
    )
    beats: bool = field(
        default=True, metadata=_flag("Whether the tempo of paced repetitions is heard.")
    )
    sounds: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_about(
            values.path,
            "sounds by name, each a WAV, FLAC, OGG or MP3 file",
            "Your own sounds in place of the shipped ones. A path that is not absolute begins "
            "at the folder of this file.",
            names=SOUNDS,
        ),
    )
    voice: bool = field(
        default=False,
        metadata=_flag(
            "Whether a voice says side and exercise, what comes next, halfway and time left."
        ),
    )
    language: str = field(default="en", metadata=_one_of(LANGUAGES, "The language of the voice."))
    speaker: str = field(
        default="",
        metadata=_about(
            values.word,
            "the name of a voice",
            "Which voice of this machine speaks, by the name that its speech program has for it.",
        ),
    )
    lead_in: float = field(
        default=TAKING_UP,
        metadata=_about(
            values.countdown,
            "a length, up to a minute",
            "The countdown before a session that was left is resumed; `0` is none.",
        ),
    )
    pause_lead_in: float = field(
        default=AFTER_PAUSE,
        metadata=_about(
            values.countdown,
            "a length, up to a minute",
            "The countdown that ends a pause of more than five seconds; `0` is none.",
        ),
    )
    journal: str = field(
        default="",
        metadata=_about(
            values.path,
            "the path of a file",
            "A text file that gets one line for each set as it ends; a path that is not absolute "
            "begins at the folder of this file.",
        ),
    )
    keep_awake: bool = field(
        default=True,
        metadata=_flag("Whether the screen is kept from sleeping while a session runs."),
    )
    flash: bool = field(
        default=False,
        metadata=_flag(
            "Whether the whole screen lights up for a moment as each step begins, for whoever "
            "trains with headphones or does not hear the cues."
        ),
    )
    theme: str = field(
        default="",
        metadata=_about(
            values.choice(*NAMES),
            ", ".join(OURS) + ", or one of Textual's",
            "The colours at the start; without it, those chosen last with f2 or in the palette.",
        ),
    )
    title: bool = field(
        default=True,
        metadata=_flag("Whether the title of the terminal says the step and the time left."),
    )
    keys: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata=_about(
            values.keys,
            "commands by name, each one or more keys",
            "Other keys than those in [keys.md](keys.md), on the screen and as text.",
            names=KNOWN,
            check=clashes,
            listed="`stridetimer keys` lists them all",
            each="keys with commas between, like 'right, pgdn'",
        ),
    )


ABOUT: dict[str, About] = {each.name: each.metadata["about"] for each in fields(Settings)}
"""Every setting by name."""
