"""Noticing that routine files came, went or changed, whichever program did it.

The operating system says when something happens in a folder, and then all the files are looked at:
so it does not matter how an editor saves, and a burst of changes is one. What it does not say (a
folder that is only now made, the target of a link, a disk in the network) is noticed by looking now
and then.
"""

import os
import time
from collections.abc import Iterator
from threading import Event

from stridetimer.routines.digests import Stamp, stamp_of
from stridetimer.routines.locate import available, folders

LOOK_EVERY = 2.0
"""Seconds between two looks without a reason."""
MOST_OF_THE_TIME = 50
"""Where a look takes long, the next comes after so many times as long."""
SETTLE = 100
"""Milliseconds without a further change that end a burst."""

Scene = dict[str, Stamp | None]


def changes(stop: Event) -> Iterator[None]:
    """Yield whenever files of routines came, went or changed; end soon after ``stop`` is set."""
    seen = _scene()
    looks = _Looks()
    for _ in _reasons(stop, looks):
        now = looks.at_all()
        if now != seen:
            seen = now
            yield


class _Looks:
    """Looks at all the files, and knows when the next is due without a reason."""

    def __init__(self) -> None:
        self._due = time.monotonic() + LOOK_EVERY

    def at_all(self) -> Scene:
        began = time.monotonic()
        scene = _scene()
        now = time.monotonic()
        self._due = now + max(LOOK_EVERY, MOST_OF_THE_TIME * (now - began))
        return scene

    def wait(self) -> float:
        """Seconds until the next is due."""
        return max(0.0, self._due - time.monotonic())


def _scene() -> Scene:
    return {str(found.path): stamp_of(found.path) for found in available()}


def _reasons(stop: Event, looks: _Looks) -> Iterator[None]:
    """Yield when it is time to look."""
    while not stop.is_set():
        yield from _told(stop, looks)
        # Nobody tells, or no longer: a folder came or went, or there is no watcher here.
        stop.wait(min(looks.wait(), LOOK_EVERY))
        if not stop.is_set():
            yield


def _told(stop: Event, looks: _Looks) -> Iterator[None]:
    """Yield when the system tells of a change, or a look is due; end where it cannot tell."""
    watched = _existing()
    try:
        # Here, because it takes longer than showing the screen; and not every platform has it.
        from watchfiles import watch

        for told in watch(
            *watched,
            watch_filter=None,
            step=SETTLE,
            stop_event=stop,
            rust_timeout=int(LOOK_EVERY * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            if told or not looks.wait():
                yield
            if _existing() != watched:
                return
    except (ImportError, OSError, RuntimeError):
        return


def _existing() -> dict[str, tuple[int, int]]:
    """The folders that are there to be watched, and which they are: one may be made anew."""
    found = {}
    for _, folder in folders():
        try:
            status = os.stat(folder)
        except (OSError, ValueError):
            continue
        found[str(folder)] = (status.st_dev, status.st_ino)
    return found
