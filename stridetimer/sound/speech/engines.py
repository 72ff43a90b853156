"""The programs that can speak: what of them is there, and how each is asked."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from stridetimer.sound.speech import bundled

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text, in a language, by a voice (empty: the one that the language has), to a WAV."""

    text: str
    language: str
    speaker: str
    path: Path


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that speaks into a WAV; ``variables`` say in its environment what to say."""

    program: str
    command: Callable[[Utterance], Command]
    variables: Callable[[Utterance], Mapping[str, str]] = field(default=lambda _: {})
    reads: bool = False
    """It reads the text from its standard input."""
    package: str = ""
    """The package of Python's that it needs."""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.package.replace("_", "-") or self.program

    @property
    def installed(self) -> bool:
        """Whether it is there."""
        return find_spec(self.package) is not None if self.package else bool(which(self.program))


def _espeak(utterance: Utterance) -> Command:
    voice, rate = utterance.speaker or utterance.language, str(bundled.WORDS_A_MINUTE)
    # The text follows "--": an exercise may be called -w.
    return ("-v", voice, "-s", rate, "-w", str(utterance.path), "--", utterance.text)


def _say(utterance: Utterance) -> Command:
    voice = ("-v", utterance.speaker) if utterance.speaker else ()
    form = ("--file-format=WAVE", "--data-format=LEI16@22050")
    return (*voice, "-o", str(utterance.path), *form, "-f", "-")


def _bundled(utterance: Utterance) -> Command:
    voice = utterance.speaker or utterance.language
    return ("-P", "-m", bundled.__name__, voice, str(utterance.path), utterance.text)


_SAPI = """
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
if ($env:STRIDETIMER_SPEAKER) { $voice.SelectVoice($env:STRIDETIMER_SPEAKER) }
else { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $env:STRIDETIMER_LANGUAGE) }
$voice.SetOutputToWaveFile($env:STRIDETIMER_WAVE)
$voice.Speak($env:STRIDETIMER_TEXT)
$voice.Dispose()
"""


def _sapi_variables(utterance: Utterance) -> Mapping[str, str]:
    """No text of a routine ever becomes part of a script."""
    return {
        "STRIDETIMER_TEXT": utterance.text,
        "STRIDETIMER_LANGUAGE": utterance.language,
        "STRIDETIMER_SPEAKER": utterance.speaker,
        "STRIDETIMER_WAVE": str(utterance.path),
    }


def engines_on(platform: str) -> tuple[Engine, ...]:
    """What may speak on ``platform``, in the order in which it is asked.

    What the machine has of its own comes before the extra.
    """
    own = {
        "darwin": (Engine("say", _say, reads=True),),
        "win32": (
            Engine("powershell", lambda _: ("-NoProfile", "-Command", _SAPI), _sapi_variables),
        ),
    }
    return (
        Engine("espeak-ng", _espeak),
        *own.get(platform, ()),
        Engine(sys.executable, _bundled, package=bundled.PACKAGE),
    )


def find_engine() -> Engine | None:
    """The first that is installed."""
    return next((engine for engine in engines_on(sys.platform) if engine.installed), None)
