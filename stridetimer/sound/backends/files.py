"""Files for the players that want one: a sound at a volume, written when it is first needed."""

from pathlib import Path

from stridetimer import files
from stridetimer.places import cache_dir
from stridetimer.sound.backends import LostError, Sound
from stridetimer.sound.waves import RATE, scaled, wave_of

MOST_KEPT = 64
"""So many files are kept for the next time."""


class Files:
    """Knows a WAV for every sound at every volume."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_dir() / "played"
        self._known: dict[tuple[Sound, float], Path] = {}
        self._prune()

    def of(self, sound: Sound, gain: float) -> Path:
        """The path of ``sound`` at ``gain``.

        Raises:
            LostError: it cannot be written.
        """
        # Not by its path: a person's own file sounds on the left, on the right and in the middle.
        key = (sound, gain)
        if key not in self._known:
            self._known[key] = self._written(
                sound.samples if gain == 1.0 else scaled(sound.samples, gain)
            )
        return self._known[key]

    def silence(self, seconds: float) -> Path:
        """The path of nothing to be heard for ``seconds``.

        Raises:
            LostError: it cannot be written.
        """
        return self._written(bytes(round(seconds * RATE) * 4))

    def _written(self, samples: bytes) -> Path:
        import hashlib  # here, as it loads a library that a process without players has no use for

        path = self._folder / f"{hashlib.sha256(samples).hexdigest()[:32]}.wav"
        if not path.is_file():
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                files.replace(path, wave_of(samples), lasting=False)
            except OSError as error:
                raise LostError(f"no sound can be written for a player: {error}") from error
        return path

    def _prune(self) -> None:
        try:
            found = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime)
            for path in found[:-MOST_KEPT]:
                path.unlink()
        except OSError:
            pass  # Another process was faster, or there is nothing yet.
