"""One stream, open while cues are near, in which every cue has its exact frame.

The stream runs on silence for a while before the first cue, because sinks that sleep swallow what
wakes them, and is closed again when no cue is near, so that waiting costs nothing.
"""

from collections.abc import Callable, Generator
from math import inf
from typing import Protocol

from stridetimer.sound.backends import LostError, Stage, UnavailableError
from stridetimer.sound.backends.latency import Latency
from stridetimer.sound.frameclock import FrameClock
from stridetimer.sound.mixer import Mixer
from stridetimer.sound.pulse import LOOK_EVERY, Pulse
from stridetimer.sound.waking import LEAD_IN, WARM_UP
from stridetimer.sound.waves import RATE

Frames = Generator[memoryview | bytes, int, None]
"""Is sent how many frames are wanted, and yields them."""

LINGER = 2.0
"""How long it stays open when nothing more sounds, in seconds."""
_AWAKE = round(LEAD_IN * RATE)
"""The first frame that no sink swallows any more."""


class Device(Protocol):
    """Asks for frames and plays them."""

    system: str
    latency: Latency

    def start(self, frames: Frames) -> None:
        """Begin to ask."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class Stream:
    """What an open device plays."""

    def __init__(self, stage: Stage, device: Device) -> None:
        self._stage = stage
        self._device = device
        self._mixer = Mixer()
        self._clock = FrameClock(RATE, device.latency)
        self._next_frame = 0
        self.asked_at = self.sounded_at = stage.clock()
        frames = self._play()
        next(frames)
        device.start(frames)

    def close(self) -> None:
        """Stop playing."""
        self._device.close()

    def _play(self) -> Frames:
        count = yield b""
        while True:
            count = yield self._render(count)

    def _render(self, count: int) -> memoryview | bytes:
        now = self.asked_at = self._stage.clock()
        first = self._next_frame
        self._next_frame += count
        self._clock.requested(now, first)
        for due in self._stage.agenda.take(now, self._clock.instant_of(self._next_frame)):
            if sound := self._stage.sounds.get(due.name):
                frame = max(first, _AWAKE, self._clock.frame_at(due.instant))
                self._mixer.begin(sound.samples, frame, spoken=sound.spoken)
        if not self._mixer.silent:
            self.sounded_at = now
        return self._mixer.render(first, count, self._stage.loudness.gain)


class StreamBackend:
    """Opens a stream ahead of cues and closes it after them."""

    def __init__(self, stage: Stage, name: str, open_device: Callable[[], Device]) -> None:
        self._stage = stage
        self._open_device = open_device
        self._stream: Stream | None = None
        self._pulse = Pulse()
        probe = open_device()
        self.name = f"{name} ({probe.system})"
        probe.close()

    def tend(self, now: float) -> float | None:
        """Open, watch or close the stream."""
        nearest = self._stage.agenda.next_instant
        if self._stream is None:
            if nearest - now > WARM_UP:
                return None if nearest == inf else nearest - WARM_UP
            self._stream = self._open()
        elif self._is_over(self._stream, now, nearest):
            self.close()
            return self.tend(now)
        elif self._pulse.has_stopped(now, self._stream.asked_at):
            raise LostError("the sound device or server stopped answering")
        return self._stage.clock() + LOOK_EVERY

    def close(self) -> None:
        """Close the stream, if it is open."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _open(self) -> Stream:
        try:
            return Stream(self._stage, self._open_device())
        except UnavailableError as error:
            raise LostError(str(error)) from error

    def _is_over(self, stream: Stream, now: float, nearest: float) -> bool:
        return now - stream.sounded_at > LINGER and nearest - now > WARM_UP + LINGER
