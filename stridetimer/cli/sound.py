"""The player of a session, as the person's settings and the command line want it."""

from pathlib import Path
from typing import TYPE_CHECKING

from stridetimer.cli.failure import CommandError
from stridetimer.places import cache_dir, sound_log
from stridetimer.settings.model import Settings
from stridetimer.settings.reader import InvalidSettingsError, load
from stridetimer.settings.state import keep, load_state

if TYPE_CHECKING:
    # Whoever asks for no more than the settings need not load these.
    from stridetimer.sound.player import Player
    from stridetimer.sound.speech.speaker import Speaker


def load_settings() -> Settings:
    """The person's settings.

    Raises:
        CommandError: something is wrong with their file.
    """
    try:
        return load()
    except InvalidSettingsError as error:
        raise CommandError(str(error)) from error


def new_player(given: Settings, *, mute: bool = False, audio: str | None = None) -> "Player":
    """A player that is ready to play, by the backend ``audio`` or as ``given`` says."""
    from stridetimer.core.sound_names import Level
    from stridetimer.core.sounds import Wanted
    from stridetimer.sound.player import Player

    player = Player(
        mute=mute,
        audio=audio or given.audio,
        log=sound_log(),
        own={name: Path(path) for name, path in given.sounds.items()},
        wanted=Wanted(Level(given.cues), given.beats),
        volume=load_state().volume,
        keep=lambda percent: keep(volume=percent),
        speaker=_speaker(given),
    )
    player.start()
    return player


def _speaker(given: Settings) -> "Speaker | None":
    if not given.voice:
        return None
    from stridetimer.sound.speech.speaker import Speaker

    return Speaker(given.language, given.speaker, cache_dir() / "speech")
