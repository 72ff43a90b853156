"""How the program ends once its screens are gone."""

import signal
from dataclasses import dataclass

COMPLETED = 0
CUT_SHORT = 1
INTERRUPTED = 128 + signal.SIGINT


@dataclass(frozen=True, slots=True)
class Farewell:
    """How the program ends."""

    code: int = COMPLETED
    """The exit code: 0 completed or nothing run, 1 cut short, 128 + n ended by signal n."""
    go_on_command: str = ""
    """What to type to go on with a session that was cut short; empty without one."""
    told: tuple[str, ...] = ()
    """What was done in such a session, in lines to be shown when the screen is gone."""
