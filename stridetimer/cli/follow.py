"""``run --plain`` and ``run --events``: a whole session on standard output."""

import contextlib
import errno
import sys
import time
from collections.abc import Callable, Iterable

from stridetimer.cli.conducting import conductor_for
from stridetimer.cli.failure import Exit
from stridetimer.cli.inputs import Inputs
from stridetimer.cli.live import Live, SampledClock, Tell
from stridetimer.cli.output import give_up_output
from stridetimer.cli.plain import line_of
from stridetimer.cli.pressing import keys_in_words
from stridetimer.cli.records import Performed
from stridetimer.cli.sound import load_settings
from stridetimer.cli.status import status_file
from stridetimer.cli.way import Way
from stridetimer.cli.wire import event_json
from stridetimer.conductor import Conductor
from stridetimer.core.events import Event, SessionFinished
from stridetimer.keys.keymap import Keymap
from stridetimer.score import told
from stridetimer.sound.status import SoundNews

_UNHEARD = (errno.EPIPE, errno.EIO)
"""Nobody reads any more: a closed pipe, a terminal that is gone."""

Say = Callable[[str], None]


def follow(performed: Performed, way: Way, inputs: Inputs) -> int:
    """Go through a session on standard output.

    Returns:
        The exit code.
    """
    clock = SampledClock()
    at_the_keys = sys.stdin is not None and sys.stdin.isatty() and not way.events
    conductor = conductor_for(performed, way, clock=clock, at_the_keys=at_the_keys)
    keymap = Keymap(load_settings().keys)
    file = status_file()
    clock.look()  # the session begins now: what had to be opened for it took none of its time
    tell, say = _teller(conductor, performed.routine, clock(), keymap, events=way.events)
    warn = _warner(lambda: (conductor.unrecorded, file.trouble if file else ""))

    def tell_and_warn(event: Event) -> None:
        tell(event)
        warn()

    try:
        return Live(conductor, inputs, tell_and_warn, say, clock, file, keymap).follow()
    except OSError as error:
        if error.errno not in _UNHEARD:
            raise
        give_up_output()
        return Exit.CUT_SHORT
    finally:
        conductor.close()
        if file:
            file.close()
        warn()


def _warner(troubles: Callable[[], Iterable[str]]) -> Callable[[], None]:
    """Says once of each trouble on standard error what it is."""
    said = set[int]()

    def warn() -> None:
        for about, words in enumerate(troubles()):
            if not words or about in said:
                continue
            said.add(about)
            with contextlib.suppress(OSError):
                print(f"stridetimer: {words}", file=sys.stderr, flush=True)

    return warn


def _teller(
    conductor: Conductor, routine: str, began: float, keymap: Keymap, *, events: bool
) -> tuple[Tell, Say]:
    """How events are told, and what else there is to say to a person."""
    if events:
        return _json_teller(routine, began), lambda words: None
    if sys.stdin is not None and sys.stdin.isatty():
        _write(keys_in_words(keymap))
    return _plain_teller(conductor), _write


def _json_teller(routine: str, began: float) -> Tell:
    import json

    def tell(event: Event) -> None:
        value = event_json(event, routine, time.monotonic() - began)
        _write(json.dumps(value, ensure_ascii=False))

    return tell


def _plain_teller(conductor: Conductor) -> Tell:
    news = SoundNews()

    def tell(event: Event) -> None:
        if said := news.of(conductor.sound):
            _write(said)
        bell = "\a" if conductor.wants_bell(event) and sys.stdout.isatty() else ""
        line = line_of(event, left=conductor.left)
        if line or bell:
            _write(bell + (line or ""))
        if isinstance(event, SessionFinished):
            session = conductor.session
            _write("\n".join(told(session.plan, session.results, event.at)))
            if conductor.unrecorded:
                _write(conductor.unrecorded)

    return tell


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
