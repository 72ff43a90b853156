"""Keeps a child process alive, told and watched, from a thread that holds up nobody else.

A child that has ended, or does not answer, is replaced, but only so many times in a session.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

from stridetimer.core.sound_names import SOUNDS
from stridetimer.sound import wire
from stridetimer.sound.attendance import HUNG, Attendance
from stridetimer.sound.ladder import End, Ladder
from stridetimer.sound.outbox import Outbox
from stridetimer.sound.process import ChildGoneError, Process
from stridetimer.sound.status import BELL, STARTING, Status

Clock = Callable[[], float]
Spawn = Callable[[Sequence[str]], Process]
"""Starts a child that does not try the backends of these names."""
Wait = Callable[[Event, float], object]
"""Waits for the event, but no longer than so many seconds."""

OVERSLEPT = 0.5
"""Who wakes this much late was not there to hear an answer, in seconds."""


class Keeper:
    """Works from :meth:`start` to :meth:`close`."""

    def __init__(self, spawn: Spawn, outbox: Outbox, clock: Clock, wait: Wait = Event.wait) -> None:
        self.status = Status(STARTING, "Sound is starting.")
        """What makes cues heard now."""
        self._spawn = spawn
        self._outbox = outbox
        self._clock = clock
        self._wait = wait
        self._poke = Event()
        self._closing = Event()
        self._ladder = Ladder()
        self._complained_of = set[Path]()
        self._process: Process | None = None
        self._thread = Thread(target=self.run, name="stridetimer-sound", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def poke(self) -> None:
        """There is something new in the outbox."""
        self._poke.set()

    def close(self, patience: float = 1.0) -> None:
        """End the child and the thread."""
        self._closing.set()
        self._poke.set()
        self._thread.join(patience)
        if self._thread.is_alive() and self._process is not None:
            self._process.kill()

    def run(self) -> None:
        """What the thread does: stay with one child after the other."""
        while (end := self._keep_one()) is not None:
            wait = self._ladder.wait_after(end)
            if wait is None:
                self._say(BELL, f"The terminal bell rings, because {end.why}.")
                return
            self._say(BELL, f"Sound stopped and is tried again: {end.why}.")
            self._rest(wait)

    def _say(self, backend: str, why: str) -> None:
        self.status = Status(backend, why, self.status.complaint)

    def _rest(self, seconds: float) -> None:
        until = self._clock() + seconds
        while not self._closing.is_set() and (left := until - self._clock()) > 0:
            self._wait(self._poke, left)
            self._poke.clear()

    # -- one child ---------------------------------------------------------------------------

    def _keep_one(self) -> End | None:
        """Stay with a new child to its end; how it ended, or None where the session did."""
        if self._closing.is_set():
            return None
        try:
            process = self._process = self._spawn(self._ladder.without)
        except OSError as error:
            return End(f"the sound process cannot be started ({error})")
        child = Attendance(self._clock())
        listener = Thread(target=self._listen, args=(process, child), daemon=True)
        listener.start()
        why = self._attend(process, child)
        if self._closing.is_set():
            process.dismiss()
        else:
            process.kill()
        listener.join(HUNG)
        return None if self._closing.is_set() else child.end(why)

    def _attend(self, process: Process, child: Attendance) -> str:
        self._outbox.meet_new_child(self._clock())
        started = self._clock()
        while not self._closing.is_set() and not child.ended:
            now = self._clock()
            if child.hangs(now):
                return "the sound process hangs"
            if not child.begun and now - started > HUNG:
                self._say(BELL, "Sound takes its time to start.")
            try:
                self._tell(process, child, now)
            except ChildGoneError as error:
                return str(error)
            self._wait_for(child)
        return "the sound process ended"

    def _wait_for(self, child: Attendance) -> None:
        now = self._clock()
        wake_at = now + min(child.look_again_in(now), self._outbox.speaks_in(now))
        self._wait(self._poke, wake_at - now)
        self._poke.clear()
        if self._clock() - wake_at > OVERSLEPT:
            child.excused(self._clock())

    def _tell(self, process: Process, child: Attendance, now: float) -> None:
        lines = []
        if now >= child.next_beat:
            lines.append(wire.beat_line(now))
            child.asked(now)
        lines += self._outbox.lines(now)
        if lines:
            process.write("".join(f"{line}\n" for line in lines))

    def _listen(self, process: Process, child: Attendance) -> None:
        for line in process.read():
            child.heard(self._clock())
            word, _, rest = line.partition(" ")
            match word:
                case wire.TRYING:
                    child.backend = rest
                case wire.USING:
                    child.begun = True
                    child.backend = rest.partition(" ")[0]
                    self._say(rest, f"Cues are played by {rest}.")
                case wire.NONE | wire.LOST:
                    child.farewell, child.found_nothing = rest, word == wire.NONE
                case wire.BAD:
                    self._complain(*rest.partition(" ")[::2])
        child.ended = True
        self._poke.set()

    def _complain(self, name: str, why: str) -> None:
        path = self._outbox.file_of(name)
        if path and name in SOUNDS and path not in self._complained_of:
            self._complained_of.add(path)
            words = f"{path.name} cannot be played, so {name} sounds as it always did: {why}."
            self.status = replace(self.status, complaint=words)
