"""Keeps a child process alive, told and watched, from a thread that holds up nobody else.

A child that has ended, or does not answer, is replaced, but only so many times in a session.
"""

from collections.abc import Callable
from threading import Event, Thread

from stridetimer.sound import wire
from stridetimer.sound.attendance import HUNG, Attendance
from stridetimer.sound.outbox import Outbox
from stridetimer.sound.process import ChildGoneError, Process
from stridetimer.sound.status import BELL, STARTING, Status

Clock = Callable[[], float]
Spawn = Callable[[], Process]
Wait = Callable[[Event, float], object]
"""Waits for the event, but no longer than so many seconds."""

RESTARTS = (0.2, 2.0, 6.0)
"""How long to wait before each new child, in seconds; after the last one the bell rings."""
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
        self._has_played = False
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
        why = self._keep_one()
        for wait in RESTARTS:
            if why is None:
                return
            self.status = Status(BELL, f"Sound stopped and is tried again: {why}.")
            self._rest(wait)
            why = self._keep_one()
        if why is not None:
            self._give_up(why)

    def _give_up(self, why: str) -> None:
        self.status = Status(BELL, f"The terminal bell rings, because {why}.")

    def _rest(self, seconds: float) -> None:
        until = self._clock() + seconds
        while not self._closing.is_set() and (left := until - self._clock()) > 0:
            self._wait(self._poke, left)
            self._poke.clear()

    # -- one child ---------------------------------------------------------------------------

    def _keep_one(self) -> str | None:
        """Stay with a new child to its end; why it ended, or None where no other should follow."""
        if self._closing.is_set():
            return None
        try:
            process = self._process = self._spawn()
        except OSError as error:
            return f"the sound process cannot be started ({error})"
        child = Attendance(self._clock())
        listener = Thread(target=self._listen, args=(process, child), daemon=True)
        listener.start()
        why = self._attend(process, child)
        if self._closing.is_set():
            process.dismiss()
        else:
            process.kill()
        listener.join(HUNG)
        return self._judge(child, why)

    def _attend(self, process: Process, child: Attendance) -> str:
        self._outbox.meet_new_child(self._clock())
        started = self._clock()
        while not self._closing.is_set() and not child.ended:
            now = self._clock()
            if child.hangs(now):
                return "the sound process hangs"
            if not child.begun and now - started > HUNG:
                self.status = Status(BELL, "Sound takes its time to start.")
            try:
                self._tell(process, child, now)
            except ChildGoneError as error:
                return str(error)
            self._wait_for(child)
        return "the sound process ended"

    def _wait_for(self, child: Attendance) -> None:
        now = self._clock()
        wake_at = now + child.look_again_in(now)
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
            if word == wire.USING:
                child.begun = self._has_played = True
                self.status = Status(rest, f"Cues are played by {rest}.")
            elif word in (wire.NONE, wire.LOST):
                child.farewell = rest
        child.ended = True
        self._poke.set()

    def _judge(self, child: Attendance, why: str) -> str | None:
        """Where nothing has ever played, a child that says why is right, and asked only once."""
        if self._closing.is_set():
            return None
        if child.farewell and not self._has_played:
            self._give_up(child.farewell)
            return None
        return child.farewell or why
