"""Windows' own player, from Python's standard library. It plays one sound at a time."""

import sys
from pathlib import Path

from stridetimer.sound.backends import LostError, Sound, UnavailableError
from stridetimer.sound.backends.files import Files


class WindowsLauncher:
    """Plays every cue by ``winsound``."""

    name = "winsound"
    latency = 0.0

    def __init__(self) -> None:
        self._files = Files()
        if sys.platform != "win32":
            raise UnavailableError("winsound is only on Windows")

    def launch(self, sound: Sound, now: float, gain: float) -> None:
        """Start ``sound``; one that still plays is cut off."""
        self._play(self._files.of(sound, gain))

    def wake(self, seconds: float, now: float) -> None:
        """Play silence, which the cue then cuts off."""
        self._play(self._files.silence(seconds))

    def _play(self, path: Path) -> None:
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(path), flags)
            except RuntimeError as error:
                raise LostError(f"winsound fails: {error}") from error

    def close(self) -> None:
        """Stop what is playing."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(None, 0)
