"""What makes cues heard at the moment, as a screen says it."""

from dataclasses import dataclass

from stridetimer.sound.names import BELL, SILENT

__all__ = ["BELL", "SILENT", "STARTING", "SoundNews", "Status"]

STARTING = "starting"


@dataclass(frozen=True, slots=True)
class Status:
    """``backend`` is a backend's name, or one of ``starting``, ``bell`` and ``silent``."""

    backend: str
    why: str
    """One sentence for the person."""
    complaint: str = ""
    """One sentence about a sound of the person's that cannot be played."""

    @property
    def rings_bell(self) -> bool:
        """Nothing is heard unless the screen rings the terminal's bell at every cue."""
        return self.backend == BELL

    @property
    def plays(self) -> bool:
        """A sound device is there and plays."""
        return self.backend not in (STARTING, BELL, SILENT)


class SoundNews:
    """Says each change once: that the bell took over and why, and that sound is back."""

    def __init__(self) -> None:
        self._rang = False
        self._complaint = ""

    def of(self, status: Status) -> str:
        """What there is to say now; empty for nothing."""
        if status.complaint != self._complaint:
            self._complaint = status.complaint
            return status.complaint
        if status.rings_bell and not self._rang:
            self._rang = True
            return status.why
        if status.plays and self._rang:
            self._rang = False
            return f"Sound is back. {status.why}"
        return ""
