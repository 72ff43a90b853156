"""Noticing that routine files came, went or changed, whichever program did it.

The operating system says when something happens in a folder, and then all the files are looked at:
so it does not matter how an editor saves, and a burst of changes is one. What it does not say (a
folder that is only now made, the target of a link, a disk in the network) is noticed by looking now
and then.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
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


@dataclass(frozen=True, slots=True)
class _Watched:
    """What is watched."""

    scene: Callable[[], Scene]
    """All the files there are now."""
    folders: Callable[[], Collection[Path]]
    """Where something may happen to them; these need not exist."""
    deep: bool = True
    """Whether also in the folders in these."""


def changes(stop: Event) -> Iterator[None]:
    """Yield whenever files of routines came, went or changed; end soon after ``stop`` is set."""
    return _changes(_Watched(_routines, lambda: [folder for _, folder in folders()]), stop)


def changes_of(path: Path, stop: Event) -> Iterator[None]:
    """Yield whenever the file at ``path``, or what a link there leads to, came, went or changed."""
    around = {path.absolute().parent, Path(os.path.realpath(path)).parent}
    return _changes(_Watched(lambda: {str(path): stamp_of(path)}, lambda: around, deep=False), stop)


def _routines() -> Scene:
    return {str(found.path): stamp_of(found.path) for found in available()}


def _changes(watched: _Watched, stop: Event) -> Iterator[None]:
    seen = watched.scene()
    looks = _Looks(watched)
    for _ in _reasons(stop, looks):
        now = looks.at_all()
        if now != seen:
            seen = now
            yield


class _Looks:
    """Looks at all the files, and knows when the next is due without a reason."""

    def __init__(self, watched: _Watched) -> None:
        self.watched = watched
        self._due = time.monotonic() + LOOK_EVERY

    def at_all(self) -> Scene:
        began = time.monotonic()
        scene = self.watched.scene()
        now = time.monotonic()
        self._due = now + max(LOOK_EVERY, MOST_OF_THE_TIME * (now - began))
        return scene

    def wait(self) -> float:
        """Seconds until the next is due."""
        return max(0.0, self._due - time.monotonic())


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
    watched = _existing(looks.watched)
    try:
        # Here, because it takes longer than showing the screen; and not every platform has it.
        from watchfiles import watch

        for told in watch(
            *watched,
            watch_filter=None,
            recursive=looks.watched.deep,
            step=SETTLE,
            stop_event=stop,
            rust_timeout=int(LOOK_EVERY * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            if told or not looks.wait():
                yield
            if _existing(looks.watched) != watched:
                return
    except (ImportError, OSError, RuntimeError):
        return


def _existing(watched: _Watched) -> dict[str, tuple[int, int]]:
    """The folders that are there to be watched, and which they are: one may be made anew."""
    found = {}
    for folder in watched.folders():
        try:
            status = os.stat(folder)
        except (OSError, ValueError):
            continue
        found[str(folder)] = (status.st_dev, status.st_ino)
    return found
