"""The voice of a session: has everything rendered ahead, and says what is ready in time."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Thread

from stridetimer.core.events import Event
from stridetimer.core.plan import Plan
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.process import child_environment
from stridetimer.sound.speech.script import all_lines, line_of
from stridetimer.sound.speech.words import phrases
from stridetimer.sound.wire import SPOKEN

Learn = Callable[[Iterable[tuple[str, Path]]], None]


class Speaker:
    """Speaks ``language``; ``folder`` keeps what was rendered, for the next time, too."""

    def __init__(self, language: str, speaker: str, folder: Path) -> None:
        self._phrases = phrases(language)
        self._arguments = (str(folder), language, speaker)
        self._process: subprocess.Popen[str] | None = None
        self._closed = False

    def prepare(self, plan: Plan, learn: Learn) -> None:
        """Have everything rendered that ``plan`` may need; ``learn`` gets each when it is there."""
        texts = [_one_line(text) for text in all_lines(plan, self._phrases)]
        Thread(target=self._render, args=(texts, learn), name="speech", daemon=True).start()

    def lines(self, events: Iterable[tuple[float, Event]]) -> Iterator[ScheduledCue]:
        """What there is to say of ``events``, ready or not."""
        for instant, event in events:
            if said := line_of(event, self._phrases):
                behind, text = said
                yield ScheduledCue(instant + behind, sound_of(_one_line(text)))

    def close(self) -> None:
        """Render no more."""
        self._closed = True
        if self._process:
            with suppress(OSError):
                self._process.kill()

    def _render(self, texts: list[str], learn: Learn) -> None:
        try:
            process = self._process = _start(self._arguments)
        except OSError:
            return
        assert process.stdin
        assert process.stdout
        with suppress(OSError, ValueError), process:
            for text in texts:
                if self._closed:  # perhaps before there was a process to be killed
                    break
                process.stdin.write(f"{text}\n")
                process.stdin.flush()
                if path := process.stdout.readline().rstrip("\n"):
                    learn([(sound_of(text), Path(path))])


def sound_of(text: str) -> str:
    """The name of the sound that says ``text``."""
    return SPOKEN + sha256(text.encode()).hexdigest()[:16]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _start(arguments: Iterable[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "stridetimer.sound.speech.render", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=child_environment(),
        # Out of reach of ctrl-c, as the player is.
        process_group=0,
    )
