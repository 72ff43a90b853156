"""Who leads through a session, as the person's settings and the command line want it."""

import time

from stridetimer.awake import Awake
from stridetimer.cli.records import Performed
from stridetimer.cli.sound import load_settings, new_player
from stridetimer.cli.way import USUAL, Way
from stridetimer.conductor import Clock, Conductor
from stridetimer.gaps import GapWatch


def conductor_for(
    performed: Performed,
    way: Way = USUAL,
    *,
    clock: Clock = time.monotonic,
    at_the_keys: bool = True,
) -> Conductor:
    """Who leads through the session that is ``performed``.

    Whoever is not ``at_the_keys`` needs no moment to get ready after a pause.

    Raises:
        CommandError: something is wrong with the settings.
    """
    given = load_settings()
    watch = GapWatch()
    player = new_player(given, mute=way.mute, audio=way.audio)
    watch.start()
    return Conductor(
        performed.session,
        player,
        clock,
        speed=way.speed,
        watch=watch,
        recorder=performed.recorder,
        waker=Awake() if given.keep_awake else None,
        lead_in=given.lead_in,
        pause_lead_in=given.pause_lead_in if at_the_keys else 0.0,
    )
