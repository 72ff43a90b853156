"""How a session is gone through, as the command line says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """What :func:`~stridetimer.cli.options.session_options` gives a command."""

    plain: bool = False
    """Whether it comes as lines of text rather than on the screen."""
    events: bool = False
    """Whether it comes as JSON, a line for each event."""
    speed: float = 1.0
    """How many times faster than the clock it runs."""
    mute: bool = False
    audio: str | None = None
    """What plays the cues; None: what the settings say."""


USUAL = Way()
"""Where nothing is said."""
