"""The process that makes cues heard: ``python -m stridetimer.sound.child [BACKEND [WITHOUT...]]``.

One thread reads the parent's lines, so that the end of the parent ends this process whatever the
sound device is doing; another looks after the backend, which may block for as long as it likes.
Lines are answered by the second one: silence on this side means that it hangs.
"""

import faulthandler
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from enum import IntEnum
from typing import NoReturn

from stridetimer.core.sounds import side_of
from stridetimer.files import why
from stridetimer.sound import wire
from stridetimer.sound.agenda import Agenda, Due
from stridetimer.sound.backends import (
    Backend,
    LostError,
    Loudness,
    Sound,
    Stage,
    UnavailableError,
)
from stridetimer.sound.backends.choice import choose
from stridetimer.sound.backends.decoding import read_sound
from stridetimer.sound.names import AUTO
from stridetimer.sound.wire import SPOKEN

SAME_CLOCK = 1.0
"""Instants of the two processes that differ by less than this are of one clock, in seconds."""


class Exit(IntEnum):
    """How this process ends, where it is not the leader of a group of its own."""

    DISMISSED = 0
    NONE = 69
    CRASHED = 70
    LOST = 75


class Child:
    """What the parent said, and what is to be answered."""

    def __init__(self) -> None:
        self.agenda = Agenda()
        self.sounds: dict[str, Sound] = {}
        self.loudness = Loudness()
        self.bad: list[tuple[str, str]] = []
        """Sounds that cannot be played, and why; the parent is still to be told."""
        self.poke = threading.Event()
        self._unanswered = threading.Event()
        self._offset: float | None = None

    def obey(self, line: str) -> None:
        """Take in one line of the parent."""
        match line.split():
            case ["cue", generation, instant, name]:
                at = float(instant) - (self._offset or 0.0)
                self.agenda.add(Due(at, name, int(generation)))
                self.poke.set()
            case ["take-back", generation]:
                self.agenda.take_back(int(generation))
            case [wire.BEAT, now]:
                self._heard_from_parent(float(now), time.monotonic())
            case ["volume", percent]:
                # The ear takes the square for even steps.
                self.loudness.gain = (int(percent) / 100) ** 2
            case ["sound", name, path]:
                self._learn(name, path)

    def answer(self, say: "Say") -> None:
        """Answer the parent's beat, if there is one, and say which sounds are bad."""
        while self.bad:
            say(wire.BAD, *self.bad.pop(0))
        if self._unanswered.is_set():
            self._unanswered.clear()
            say(wire.BEAT)

    def _heard_from_parent(self, theirs: float, ours: float) -> None:
        """Their clock is ahead of ours by at least this difference: lines only arrive late."""
        offset = theirs - ours
        self._offset = offset if self._offset is None else max(self._offset, offset)
        if abs(offset) < SAME_CLOCK:
            self._offset = 0.0
        self.agenda.vouch(ours + wire.VOUCHED)
        self._unanswered.set()
        self.poke.set()

    def _learn(self, name: str, word: str) -> None:
        path = wire.read_path(word)
        try:
            samples = read_sound(path, side_of(name))
            self.sounds[name] = Sound(path, samples, name.startswith(SPOKEN))
        except (OSError, ValueError) as error:
            print(f"{name}: {path} cannot be played: {why(error)}", file=sys.stderr, flush=True)
            self.bad.append((name, why(error)))
            self.poke.set()


class Say:
    """Writes lines to the parent."""

    def __call__(self, *words: object) -> None:
        """Write one line; a parent that has gone does not matter here."""
        with suppress(OSError, ValueError):
            sys.stdout.write(wire.one_line(" ".join(map(str, words))) + "\n")
            sys.stdout.flush()


def perform(child: Child, wanted: str, without: Sequence[str] = ()) -> Exit:
    """Make the cues heard for as long as something can play them."""
    say = Say()
    stage = Stage(child.agenda, child.sounds, time.monotonic, child.loudness)
    try:
        backend = choose(stage, wanted, without, lambda name: say(wire.TRYING, name))
    except UnavailableError as error:
        say(wire.NONE, error)
        return Exit.NONE
    say(wire.USING, backend.name)
    try:
        _tend_for_ever(backend, child, say)
    except LostError as error:
        say(wire.LOST, error)
    return Exit.LOST


def _tend_for_ever(backend: Backend, child: Child, say: Say) -> None:
    while True:
        wake_at = backend.tend(time.monotonic())
        child.answer(say)
        child.poke.wait(None if wake_at is None else max(0.0, wake_at - time.monotonic()))
        child.poke.clear()


def _perform_and_exit(child: Child, wanted: str, without: Sequence[str]) -> None:
    try:
        code = perform(child, wanted, without)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = Exit.CRASHED
    _end(code)


def _end(code: int) -> NoReturn:
    """End hard, with every player that was started: a device that has died cannot be closed."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(code)


def main(args: Sequence[str] = ()) -> None:
    """Read the parent's lines until it goes away."""
    faulthandler.enable()
    child = Child()
    wanted, *without = args or (AUTO,)
    threading.Thread(target=_perform_and_exit, args=(child, wanted, without), daemon=True).start()
    for line in sys.stdin:
        child.obey(line)
    _end(Exit.DISMISSED)


if __name__ == "__main__":
    main(sys.argv[1:])
