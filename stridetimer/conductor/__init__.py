"""One session, a clock and a player: the only place where they meet.

- :mod:`~stridetimer.conductor.conductor`: what happens, and when to look again.
- :mod:`~stridetimer.conductor.ahead`: cues go to the player ahead of time.
- :mod:`~stridetimer.conductor.asked`: what keys that always mean the same ask of it.
- :mod:`~stridetimer.conductor.record`: when what happens is written down.
- :mod:`~stridetimer.conductor.pace`: the time of the session on the clock.
- :mod:`~stridetimer.conductor.roles`: what a conductor asks of who plays and who records.
"""

from stridetimer.conductor.ahead import AHEAD
from stridetimer.conductor.asked import ASKED
from stridetimer.conductor.conductor import VOLUME_STEP, Conductor
from stridetimer.conductor.roles import Clock, CuePlayer, Recorder

__all__ = [
    "AHEAD",
    "ASKED",
    "VOLUME_STEP",
    "Clock",
    "Conductor",
    "CuePlayer",
    "Recorder",
]
