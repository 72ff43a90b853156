"""The player: cues in, sound out, and nothing that happens to sound reaches the caller.

No method waits for the device, the sound server or the child process.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from stridetimer.core.cues import Cue
from stridetimer.core.events import Event
from stridetimer.core.plan import Plan
from stridetimer.core.sounds import Wanted, sound_for
from stridetimer.sound.cueset import replaced, sound_files
from stridetimer.sound.keeper import Clock, Keeper, Spawn
from stridetimer.sound.names import AUTO, BELL, SILENT
from stridetimer.sound.outbox import FULL_VOLUME, Outbox, ScheduledCue
from stridetimer.sound.process import ChildProcess
from stridetimer.sound.ringing import Ringing
from stridetimer.sound.speech.speaker import Speaker
from stridetimer.sound.status import Status

_WITHOUT_CHILD = {
    BELL: Status(BELL, "The terminal bell rings, as you asked."),
    SILENT: Status(SILENT, "Nothing is heard, as you asked."),
}


class Player:
    """Makes cues heard by a child process.

    ``audio`` is one of :data:`~stridetimer.sound.names.CHOICES`; ``log`` gets what the child has
    to say; a player that starts ``mute`` starts no child until it is to be heard. ``own`` are
    files in the place of shipped sounds; only cues that are ``wanted`` are heard; ``speaker``
    speaks between them. ``keep`` is told of every volume that is set. Methods are for one thread.
    """

    def __init__(
        self,
        *,
        mute: bool = False,
        audio: str = AUTO,
        log: Path | None = None,
        own: Mapping[str, Path] | None = None,
        wanted: Wanted = Wanted(),  # noqa: B008 - a frozen value
        volume: int = FULL_VOLUME,
        keep: Callable[[int], None] = lambda _: None,
        speaker: Speaker | None = None,
        clock: Clock = time.monotonic,
        spawn: Spawn | None = None,
    ) -> None:
        self._outbox = Outbox(sound_files())
        self._outbox.learn(replaced(own or {}))
        self._outbox.mute(mute)
        self._outbox.set_volume(volume)
        self._ringing = Ringing(self._outbox.file_of)
        self._wanted, self._speaker = wanted, speaker
        self._volume, self._keep = volume, keep
        self._clock = clock
        self._childless = _WITHOUT_CHILD.get(audio)
        self._keeper = Keeper(
            spawn or (lambda without: ChildProcess(AUTO if without else audio, log, without)),
            self._outbox,
            clock,
        )
        self._mute = mute
        self._started = self._running = False

    def start(self) -> None:
        """Get ready to play."""
        self._started = True
        self._run_if_heard()

    def prepare(self, plan: Plan) -> None:
        """Get ready for the session of ``plan``: its own sounds, and what is to be spoken."""
        own = {name: Path(path) for name, path in plan.routine.sounds}
        self._outbox.learn(replaced(own))
        if self._speaker and self._childless is None:
            self._speaker.prepare(plan, self._outbox.learn)
        self._keeper.poke()

    def wants(self, cue: Cue) -> bool:
        """Whether ``cue`` is to be heard at all."""
        return self._wanted.has(cue)

    def schedule(self, cues: Iterable[tuple[float, Cue]]) -> None:
        """Let each cue that is wanted be heard at its instant of ``time.monotonic``."""
        self.schedule_sounds(
            ScheduledCue(instant, sound_for(cue)) for instant, cue in cues if self.wants(cue)
        )

    def announce(self, events: Iterable[tuple[float, Event]]) -> None:
        """Let be said what there is to say of ``events``, where no cue is in the way."""
        if self._speaker:
            self._outbox.say(self._speaker.lines(events))
            self._keeper.poke()

    def schedule_sounds(self, cues: Iterable[ScheduledCue]) -> None:
        """The same for sounds by name; a name that nobody knows stays silent."""
        known = [cue for cue in cues if self._outbox.file_of(cue.sound)]
        self._outbox.add(known)
        self._ringing.add(known, self._clock())
        self._keeper.poke()

    def cancel(self) -> None:
        """Take back every cue that is not sounding yet."""
        self._outbox.take_back()
        self._ringing.take_back(self._clock())
        self._keeper.poke()

    def close(self, *, ring_out: bool = False) -> None:
        """Take back everything and end the child.

        With ``ring_out`` the sound that has begun is heard to its end first, which takes no
        longer than that sound; otherwise this does not wait.
        """
        if ring_out and self.status.plays:
            # Taken back first, what was asked for in this very moment would never begin.
            time.sleep(self._ringing.left(self._clock()))
        self.cancel()
        if self._speaker:
            self._speaker.close()
        if self._running:
            self._keeper.close()
            self._running = False

    @property
    def volume(self) -> int:
        """In percent of full volume; what is set is kept for the next time."""
        return self._volume

    @volume.setter
    def volume(self, percent: int) -> None:
        self._volume = min(max(0, percent), FULL_VOLUME)
        self._outbox.set_volume(self._volume)
        self._keep(self._volume)
        self._keeper.poke()

    @property
    def mute(self) -> bool:
        """Nothing is to be heard. Cues still ahead are kept, and heard when that ends in time."""
        return self._mute

    @mute.setter
    def mute(self, mute: bool) -> None:
        self._mute = mute
        self._outbox.mute(mute)
        self._run_if_heard()
        self._keeper.poke()

    @property
    def status(self) -> Status:
        """What makes cues heard now."""
        if self._mute:
            return Status(SILENT, "Sound is muted.")
        return self._childless or self._keeper.status

    def _run_if_heard(self) -> None:
        if self._started and not self._running and not self._mute and self._childless is None:
            self._running = True
            self._keeper.start()
