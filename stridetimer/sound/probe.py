"""Asks every backend whether it can play here, each in a process of its own, all at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from stridetimer.sound import wire
from stridetimer.sound.names import BACKENDS
from stridetimer.sound.process import ChildProcess

PATIENCE = 6.0
"""A backend that takes longer hangs, in seconds."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one backend."""

    name: str
    plays: bool
    why: str
    """Through what it plays, or why it does not."""


def probe(log: Path | None) -> Iterator[Found]:
    """Every backend, in the order in which they are tried."""
    with ThreadPoolExecutor(len(BACKENDS)) as pool:
        yield from pool.map(lambda name: _ask(name, log), BACKENDS)


def _ask(name: str, log: Path | None) -> Found:
    try:
        child = ChildProcess(name, log)
    except OSError as error:
        return Found(name, plays=False, why=f"it cannot be started: {error}")
    patience = Timer(PATIENCE, child.kill)
    patience.start()
    try:
        return _answer(name, child)
    finally:
        patience.cancel()
        child.dismiss()


def _answer(name: str, child: ChildProcess) -> Found:
    for line in child.read():
        word, _, rest = line.partition(" ")
        if word == wire.USING:
            return Found(name, plays=True, why=rest)
        if word in (wire.NONE, wire.LOST):
            return Found(name, plays=False, why=rest)
    return Found(name, plays=False, why=f"{name} hangs or crashes")
