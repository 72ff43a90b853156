"""Tells keys that a person presses from pasted text that comes as keys.

A terminal without bracketed paste sends what is pasted as if it had been typed, in an instant: the
letters of any sentence would pause, skip and leave. So each key waits for a moment, and where more
come in it than anybody can press, they are text.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

MOST = 3
"""As many keys as this can come at once, from fingers that roll or after a stall of the network."""
DIFFERENT = 3
"""So many of them are not the same: a key that is held down sends many alike."""
WITHIN = 0.05
"""In how many seconds; quiet for as long ends what was pasted."""
WAIT = 0.02
"""How many seconds a key waits for others: too few to be felt."""
IGNORED = "What was pasted is text, not keys: nothing was done."
"""What a person is told."""


@dataclass(frozen=True, slots=True)
class Given:
    """What has come."""

    keys: tuple[str, ...]
    pasted: bool
    """Whether it is text."""


class Burst:
    """Holds what is pressed until it is known what it is.

    Digits make no text: a number is typed at once with the key that it is for.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._recent: deque[tuple[float, str]] = deque()
        self._held: list[str] = []
        self._since = self._last = float("-inf")
        self._pasted = False

    def take(self, key: str, at: float) -> None:
        """This was pressed ``at`` an instant of the clock, now or not long ago."""
        self._last = at
        if not self._held:
            self._since = self._last
        self._held.append(key)
        while self._recent and self._last - self._recent[0][0] > WITHIN:
            self._recent.popleft()
        if not key.isdecimal():
            self._recent.append((self._last, key))
        different = len({one for _, one in self._recent})
        self._pasted |= len(self._recent) > MOST and different >= DIFFERENT

    @property
    def due(self) -> float | None:
        """The instant of the clock from which there is something to :meth:`give`, if ever."""
        if not self._held:
            return None
        return self._last + WITHIN if self._pasted else self._since + WAIT

    def give(self) -> Given:
        """What has come; nothing before it is due."""
        if self.due is None or self._clock() < self.due:
            return Given((), pasted=False)
        given = Given(tuple(self._held), self._pasted)
        self._held.clear()
        self._pasted = False
        return given
