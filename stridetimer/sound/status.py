"""What makes cues heard at the moment, as a screen says it."""

from dataclasses import dataclass

STARTING = "starting"
BELL = "bell"
SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Status:
    """``backend`` is a backend's name, or one of ``starting``, ``bell`` and ``silent``."""

    backend: str
    why: str
    """One sentence for the person."""

    @property
    def rings_bell(self) -> bool:
        """Nothing is heard unless the screen rings the terminal's bell at every cue."""
        return self.backend == BELL

    @property
    def plays(self) -> bool:
        """A sound device is there and plays."""
        return self.backend not in (STARTING, BELL, SILENT)
