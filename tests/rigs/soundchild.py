"""A sound process that says what a test lets it say, and keeps what it was told."""

from collections.abc import Iterator
from queue import Queue

from stridetimer.sound.process import ChildGoneError


class FakeChild:
    """A child process that says what a test lets it say."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.deaf = False
        self.silent = False
        self.end: str | None = None
        self._says: Queue[str | None] = Queue()

    def says(self, line: str) -> None:
        assert self.end is None, "the dead say nothing"
        self._says.put(line)
        self._says.join()

    def dies(self) -> None:
        if self.end is None:
            self.end = "died"
            self._says.put(None)
            self._says.join()

    def write(self, text: str) -> None:
        if self.deaf or self.end:
            raise ChildGoneError("the sound process cannot be reached")
        self.told += text.splitlines()
        if text.startswith("beat") and not self.silent:
            self.says("beat")

    def read(self) -> Iterator[str]:
        while (line := self._says.get()) is not None:
            yield line
            self._says.task_done()
        self._says.task_done()

    def dismiss(self) -> None:
        self.dies()
        self.end = "dismissed"

    def kill(self) -> None:
        self.dies()
        if self.end == "died":
            self.end = "killed"

    @property
    def cues(self) -> list[str]:
        return [line for line in self.told if line.startswith("cue")]
