"""Where the WAV of every sound lies."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from stridetimer.core.sound_names import SOUNDS
from stridetimer.core.sounds import versions_of
from stridetimer.places import shipped


def sound_files() -> dict[str, Path]:
    """The shipped WAV of every sound, by name."""
    folder = shipped("sounds")
    return {name: folder / f"{name}.wav" for name in SOUNDS}


def replaced(own: Mapping[str, Path]) -> Iterable[tuple[str, Path]]:
    """Every sound that has a file of the person's in its place, with that file.

    A sound replaced is replaced for both sides, unless a side has a file of its own.
    """
    files = {version: path for name, path in own.items() for version in versions_of(name)}
    return {**files, **own}.items()
