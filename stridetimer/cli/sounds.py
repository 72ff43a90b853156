"""``sounds``: what can play here, what is used and why not the others, and every cue once."""

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.sound import load_settings
from stridetimer.cli.table import table
from stridetimer.core.sound_names import SOUNDS
from stridetimer.places import sound_log
from stridetimer.settings.state import load_state
from stridetimer.sound import names
from stridetimer.sound.cueset import replaced, sound_files
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.player import Player
from stridetimer.sound.probe import Found, probe
from stridetimer.sound.speech.engines import find_engine
from stridetimer.sound.waves import wave_seconds

PAUSE = 0.5
"""Between one sound and the next, in seconds."""
PATIENCE = 10.0
"""How long a backend may take to begin, in seconds."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found."""

    backends: tuple[Found, ...]
    used: str
    """A backend, or ``bell`` or ``silent``."""
    why: str
    speech: str
    """The program that would speak; empty for none."""
    files: dict[str, Path]
    volume: int
    """In percent, as it was last set."""


def sounds(audio: str | None, *, as_json: bool) -> int:
    """Say what can play, and play every cue once; as JSON, only say it.

    Returns:
        The exit code.
    """
    settings = load_settings()
    own = {name: Path(path) for name, path in settings.sounds.items()}
    survey = _survey(audio or settings.audio, own)
    if as_json:
        print(json.dumps(_json(survey), ensure_ascii=False))
        return Exit.DONE
    print(_text(survey), flush=True)
    match survey.used:
        case names.SILENT:
            _name_all("Nothing is heard of these:")
        case names.BELL:
            _name_all("Each of these rings the terminal's bell:", bell="\a")
        case _:
            _play_all(survey, own)
    return Exit.DONE


def _survey(wanted: str, own: dict[str, Path]) -> Survey:
    backends = tuple(probe(sound_log()))
    engine = find_engine()
    used, why = _used(wanted, backends)
    files = {**sound_files(), **dict(replaced(own))}
    return Survey(backends, used, why, engine.name if engine else "", files, load_state().volume)


def _used(wanted: str, backends: tuple[Found, ...]) -> tuple[str, str]:
    if wanted in (names.BELL, names.SILENT):
        return wanted, "as you asked"
    if wanted == names.AUTO:
        first = next((found.name for found in backends if found.plays), None)
        return (
            (first, "the first that can play") if first else (names.BELL, "nothing else can play")
        )
    chosen = next(found for found in backends if found.name == wanted)
    return (wanted, "as you asked") if chosen.plays else (names.BELL, chosen.why)


def _json(survey: Survey) -> dict[str, object]:
    return {
        "used": survey.used,
        "why": survey.why,
        "backends": [
            {"name": found.name, "plays": found.plays, "why": found.why}
            for found in survey.backends
        ],
        "speech": survey.speech or None,
        "volume": survey.volume,
        "sounds": {name: str(path) for name, path in survey.files.items()},
    }


def _text(survey: Survey) -> str:
    rows = [("backend", "", "")]
    for found in survey.backends:
        used = "used" if found.name == survey.used else "could play" if found.plays else "no"
        rows.append((found.name, used, found.why))
    speech = f"{survey.speech} would speak." if survey.speech else "No program that speaks."
    used = f"{survey.used} is used: {survey.why}. Volume {survey.volume} %. {speech}"
    return "\n".join([*table(rows), "", used, ""])


def _play_all(survey: Survey, own: dict[str, Path]) -> None:
    player = player_of(survey, own)
    player.start()
    try:
        _wait_until_ready(player)
        told = set[str]()
        for name, meaning in SOUNDS.items():
            _play(player, name, meaning, survey.files[name])
            _tell_complaint(player, told)
    finally:
        player.close(ring_out=True)


def player_of(survey: Survey, own: dict[str, Path]) -> Player:
    """A player as loud as it was last set to be."""
    return Player(audio=survey.used, log=sound_log(), own=own, volume=survey.volume)


def _wait_until_ready(player: Player) -> None:
    until = time.monotonic() + PATIENCE
    while not player.status.plays:
        if time.monotonic() > until:
            raise CommandError(f"stridetimer: {player.status.why}")
        time.sleep(0.02)


def _play(player: Player, name: str, meaning: str, path: Path) -> None:
    _name(name, meaning)
    player.schedule_sounds([ScheduledCue(time.monotonic() + PAUSE, name)])
    time.sleep(PAUSE + max(wave_seconds(path), 0.1))
    if not player.status.plays:
        raise CommandError(f"stridetimer: {player.status.why}")


def _tell_complaint(player: Player, told: set[str]) -> None:
    complaint = player.status.complaint
    if complaint and complaint not in told:
        told.add(complaint)
        print(complaint, file=sys.stderr)


def _name_all(head: str, bell: str = "") -> None:
    """Every cue by name; a terminal rings its ``bell``, the one sound it has, for each."""
    print(head)
    rings = bell and sys.stdout.isatty()
    for name, meaning in SOUNDS.items():
        _name(name, meaning, bell if rings else "")
        if rings:
            time.sleep(PAUSE)


def _name(name: str, meaning: str, bell: str = "") -> None:
    print(f"{name:<13} {meaning}{bell}", flush=True)
