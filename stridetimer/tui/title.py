"""The title of the terminal: the step and the time left, as long as a session runs."""

from collections.abc import Callable

EVERY = 1.0
"""It changes no more often than this, in real seconds."""
_NOISE = 0.05
"""Wake-ups a second apart are never exactly so."""
_KEEP, _GIVE_BACK = "\x1b[22;2t", "\x1b[23;2t"
"""The terminal puts its own title aside, and takes it again."""


class TerminalTitle:
    """Shows text in the title of the terminal that ``write`` leads to.

    ``write_along`` may wait with it for what is drawn.
    """

    def __init__(
        self,
        write: Callable[[str], None],
        clock: Callable[[], float],
        write_along: Callable[[str], None] | None = None,
    ) -> None:
        self._write = write
        self._write_along = write_along or write
        self._clock = clock
        self._shown = ""
        self._shown_at = float("-inf")
        self.due: float | None = None
        """The instant of the clock from which the text can be shown that came too soon."""

    def show(self, text: str) -> None:
        """Show ``text``, which has nothing in it that a terminal obeys."""
        now = self._clock()
        soonest = self._shown_at + EVERY - _NOISE
        self.due = None
        if text == self._shown:
            return
        if now < soonest:
            self.due = soonest
            return
        self._write_along(f"{'' if self._shown else _KEEP}\x1b]2;{text}\x07")
        self._shown, self._shown_at = text, now

    def close(self, write: Callable[[str], None] | None = None) -> None:
        """Give the terminal its own title back, where need be by another way to write."""
        if self._shown:
            # One that keeps no titles has at least not this one any more.
            (write or self._write)(f"\x1b]2;\x07{_GIVE_BACK}")
        self._shown, self._shown_at, self.due = "", float("-inf"), None
