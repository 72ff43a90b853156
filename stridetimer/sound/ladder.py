"""What follows when what played has ended: the same again, another backend, or patience."""

from dataclasses import dataclass

RESTARTS = (0.2, 2.0, 6.0)
"""How long to wait before each new child, in seconds; after the last one the next backend plays."""
NEXT = 0.2
"""How long to wait before the next backend is tried, in seconds."""
AWAY = (10.0, 20.0, 40.0, 60.0)
"""How long to wait before sound that went away is looked for again; the last for ever."""


@dataclass(frozen=True, slots=True)
class End:
    """How a child ended."""

    why: str
    backend: str = ""
    """What it played with, or tried last."""
    played: bool = False
    """Whether it ever could play."""
    nothing: bool = False
    """Whether it said that nothing can play."""
    crashed: bool = False
    """Whether it ended without a word, by itself."""


class Ladder:
    """Remembers one session's ends."""

    def __init__(self) -> None:
        self.without: tuple[str, ...] = ()
        """The backends that are not to be tried any more."""
        self._crashed: tuple[str, ...] = ()
        self._restarts = 0
        self._looks = 0
        self._has_played = False

    def wait_after(self, end: End) -> float | None:
        """Seconds until the next child; None: there should be no other."""
        self._has_played = self._has_played or end.played
        if end.played:
            self._looks = 0
        if end.nothing:
            return self._look_again()
        if self._restarts < len(RESTARTS):
            self._restarts += 1
            return RESTARTS[self._restarts - 1]
        return self._next_backend(end)

    def _look_again(self) -> float | None:
        """A machine without sound is asked once; sound that was there may come back."""
        if not self._has_played:
            return None
        self.without = self._crashed
        self._looks += 1
        return AWAY[min(self._looks, len(AWAY)) - 1]

    def _next_backend(self, end: End) -> float | None:
        if not end.backend or end.backend in self.without:
            return None
        self.without += (end.backend,)
        if end.crashed:
            self._crashed += (end.backend,)
        return NEXT
