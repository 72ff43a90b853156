"""The line of the session screen that is said for a while, and what is said unasked."""

from stridetimer.conductor import Conductor
from stridetimer.sound.status import SoundNews
from stridetimer.tui.outward import Outward

SECONDS = 5.0
"""How long a notice stays to be read, in real seconds; news that nobody asked for, twice that."""


class Notice:
    """What is said now, and the instant of the clock until which it is."""

    def __init__(self) -> None:
        self.text = ""
        self.until: float | None = None
        self._lasting = False

    def say(self, text: str, until: float, *, lasting: bool = False) -> None:
        """Say this instead of what was said; ``lasting`` is what is not about this moment."""
        self.text, self.until, self._lasting = text, until, lasting

    def forget(self) -> None:
        """The moment has passed, and with it what was said about it."""
        if not self._lasting:
            self.text, self.until = "", None

    def fade(self, now: float) -> None:
        """Take it away, if it was there long enough."""
        if self.until is not None and now >= self.until:
            self._lasting = False
            self.forget()


class News:
    """What a person is to know about sound, the record and what is shown elsewhere: each once."""

    def __init__(self, conductor: Conductor, outward: Outward) -> None:
        self._conductor = conductor
        self._outward = outward
        self._sound = SoundNews()
        self._told = set[str]()
        self._until = 0.0

    def tell(self, notice: Notice, now: float) -> None:
        """Say what is new; what of sound is new meanwhile waits until the rest has been read."""
        if now < self._until:
            return
        for about, trouble in (
            ("record", self._conductor.unrecorded),
            ("outward", self._outward.trouble),
        ):
            if trouble and about not in self._told:
                self._told.add(about)
                self._until = now + 2 * SECONDS
                notice.say(trouble, self._until, lasting=True)
                return
        if news := self._sound.of(self._conductor.sound):
            notice.say(news, now + SECONDS, lasting=True)
