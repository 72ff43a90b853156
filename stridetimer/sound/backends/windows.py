"""Windows' own player, from Python's standard library. It plays one sound at a time."""

import sys

from stridetimer.sound.backends import LostError, Sound, UnavailableError


class WindowsLauncher:
    """Plays every cue by ``winsound``."""

    name = "winsound"
    latency = 0.0

    def __init__(self) -> None:
        if sys.platform != "win32":
            raise UnavailableError("winsound is only on Windows")

    def launch(self, sound: Sound, now: float) -> None:
        """Start ``sound``; one that still plays is cut off."""
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(sound.path), flags)
            except RuntimeError as error:
                raise LostError(f"winsound fails: {error}") from error

    def close(self) -> None:
        """Stop what is playing."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(None, 0)
