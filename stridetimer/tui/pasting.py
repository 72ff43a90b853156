"""Text that is pasted into a terminal without bracketed paste becomes a paste all the same."""

import time
from collections.abc import Callable, Iterable

from textual.driver import Driver
from textual.events import Key, Paste
from textual.message import Message

from stridetimer.keys.burst import Burst

_WRITTEN = {"enter": "\n", "tab": "\t"}
"""The keys that write something, but are not printed."""


def minding_pastes(
    driver: type[Driver], clock: Callable[[], float] = time.monotonic
) -> type[Driver]:
    """``driver``, which hands text that came as keys over as one :class:`~textual.events.Paste`."""

    class Minding(driver):  # type: ignore[valid-type,misc]  # whichever the platform has
        """Lets every key wait until it is known whether it was pressed."""

        def process_message(self, message: Message) -> None:
            """Hold a key back; this comes from a thread of the driver's."""
            if isinstance(message, Key):
                # What is pressed while the program is busy is held together, and no paste for that.
                self._loop.call_soon_threadsafe(self._hold, message, clock())
            else:
                super().process_message(message)

        def _hold(self, key: Key, at: float) -> None:
            if not hasattr(self, "_burst"):
                self._burst, self._events = Burst(clock), list[Key]()
            self._burst.take(key.key, at)
            self._events.append(key)
            if len(self._events) == 1:
                self._look_again()

        def _look_again(self) -> None:
            due = self._burst.due
            assert due is not None, "something is held"
            self._loop.call_later(max(0.0, due - clock()), self._hand_over)

        def _hand_over(self) -> None:
            given = self._burst.give()
            if not given.keys:
                self._look_again()
                return
            events, self._events = self._events, []
            pasted = given.pasted and (_is_text(events) or not self._typing)
            for message in [Paste(written(events))] if pasted else events:
                super().process_message(message)

        @property
        def _typing(self) -> bool:
            """Whether letters are written where they would go."""
            focused = self._app.focused
            return focused is not None and focused.check_consume_key("a", "a")

    return Minding


def written(keys: Iterable[Key]) -> str:
    """The text that ``keys`` write."""
    return "".join(map(_letter, keys))


def _is_text(keys: Iterable[Key]) -> bool:
    """Whether each of ``keys`` writes something: who takes a letter back has typed."""
    return all(map(_letter, keys))


def _letter(key: Key) -> str:
    return key.character or "" if key.is_printable else _WRITTEN.get(key.key, "")
