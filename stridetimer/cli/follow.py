"""``run --plain`` and ``run --events``: a whole session on standard output."""

import contextlib
import os
import sys
import time
from collections.abc import Callable

from stridetimer.cli.failure import Exit
from stridetimer.cli.inputs import Inputs
from stridetimer.cli.live import Live, SampledClock, Tell
from stridetimer.cli.plain import KEYS, line_of
from stridetimer.cli.sound import new_player
from stridetimer.cli.wire import event_json
from stridetimer.conductor import Conductor
from stridetimer.core.events import Event
from stridetimer.core.plan import Plan
from stridetimer.core.session import Session
from stridetimer.gaps import GapWatch

Say = Callable[[str], None]


def follow(
    plan: Plan,
    routine: str,
    *,
    inputs: Inputs,
    speed: float,
    first: int,
    events: bool,
    mute: bool,
) -> int:
    """Go through ``plan`` on standard output.

    Returns:
        The exit code.
    """
    clock, watch, player = SampledClock(), GapWatch(), new_player(mute=mute)
    watch.start()
    conductor = Conductor(Session(plan, first), player, clock, speed, watch)
    tell, say = _teller(conductor, routine, events=events)
    try:
        return Live(conductor, inputs, tell, say, clock).follow()
    except OSError:
        return unheard()
    finally:
        conductor.close()


def _teller(conductor: Conductor, routine: str, *, events: bool) -> tuple[Tell, Say]:
    """How events are told, and what else there is to say to a person."""
    if events:
        return _json_teller(routine), lambda words: None
    if sys.stdin is not None and sys.stdin.isatty():
        _write(KEYS)
    return _plain_teller(conductor), _write


def _json_teller(routine: str) -> Tell:
    import json

    began = time.monotonic()

    def tell(event: Event) -> None:
        value = event_json(event, routine, time.monotonic() - began)
        _write(json.dumps(value, ensure_ascii=False))

    return tell


def _plain_teller(conductor: Conductor) -> Tell:
    def tell(event: Event) -> None:
        bell = "\a" if conductor.wants_bell(event) and sys.stdout.isatty() else ""
        line = line_of(event)
        if line or bell:
            _write(bell + (line or ""))

    return tell


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def unheard() -> int:
    """End without another word, because nobody reads any more: a closed pipe, a gone terminal.

    Returns:
        The exit code.
    """
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.CUT_SHORT
