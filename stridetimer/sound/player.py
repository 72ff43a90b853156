"""The player: cues in, sound out, and nothing that happens to sound reaches the caller.

No method waits for the device, the sound server or the child process.
"""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from stridetimer.core.cues import Cue
from stridetimer.sound.cueset import sound_files, sound_for
from stridetimer.sound.keeper import Clock, Keeper, Spawn
from stridetimer.sound.outbox import Outbox, ScheduledCue
from stridetimer.sound.process import ChildProcess
from stridetimer.sound.ringing import Ringing
from stridetimer.sound.status import SILENT, Status

__all__ = ["Player", "ScheduledCue", "Status"]

AUTO = "auto"
"""Whatever plays here."""


class Player:
    """Makes cues heard by a child process.

    ``audio`` names a backend, or is ``auto``; ``log`` gets what the child has to say; a player
    that starts ``mute`` starts no child until it is to be heard. Methods are for one thread.
    """

    def __init__(
        self,
        *,
        mute: bool = False,
        audio: str = AUTO,
        log: Path | None = None,
        sounds: Mapping[str, Path] | None = None,
        clock: Clock = time.monotonic,
        spawn: Spawn | None = None,
    ) -> None:
        self._sounds = sound_files() if sounds is None else dict(sounds)
        self._outbox = Outbox(self._sounds)
        self._outbox.mute(mute)
        self._ringing = Ringing(self._sounds)
        self._clock = clock
        self._keeper = Keeper(spawn or (lambda: ChildProcess(audio, log)), self._outbox, clock)
        self._mute = mute
        self._started = self._running = False
        self._told: Status | None = None

    def start(self) -> None:
        """Get ready to play."""
        self._started = True
        self._run_if_heard()

    def schedule(self, cues: Iterable[tuple[float, Cue]]) -> None:
        """Let each cue be heard at its instant of ``time.monotonic``."""
        named = ((instant, sound_for(cue)) for instant, cue in cues)
        self.schedule_sounds(ScheduledCue(at, sound) for at, sound in named if sound)

    def schedule_sounds(self, cues: Iterable[ScheduledCue]) -> None:
        """The same for sounds by name; a name that nobody knows stays silent."""
        known = [cue for cue in cues if cue.sound in self._sounds]
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
        self.cancel()
        if ring_out and self.status.plays:
            time.sleep(self._ringing.left(self._clock()))
        if self._running:
            self._keeper.close()
            self._running = False

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
        return self._keeper.status

    def poll(self) -> Status | None:
        """The status when it is not the one that was polled last."""
        status = self.status
        if status == self._told:
            return None
        self._told = status
        return status

    def _run_if_heard(self) -> None:
        if self._started and not self._running and not self._mute:
            self._running = True
            self._keeper.start()
