"""Keys that a person presses, and text that comes as keys."""

import asyncio
from collections.abc import Iterable

from builders import ManualClock
from textual.driver import Driver
from textual.events import Key, Paste
from textual.message import Message

from stridetimer.keys.burst import WAIT, WITHIN, Burst, Given
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.pasting import minding_pastes, written


def given(keys: Iterable[str], apart: float) -> list[Given]:
    """What comes of ``keys`` that are pressed so many seconds from one another."""
    clock = ManualClock(0.0)
    burst = Burst(clock)
    came = []
    for number, key in enumerate(keys):
        clock.now = number * apart
        if (one := burst.give()).keys:
            came.append(one)
        burst.take(key, clock())
    clock.jump(1.0)
    return [*came, burst.give()]


def test_what_a_person_presses_comes_key_by_key_however_fast() -> None:
    typed = given("squats, quickly", apart=0.055)
    assert [one.keys for one in typed] == [(key,) for key in "squats, quickly"]
    assert not any(one.pasted for one in typed)


def test_more_keys_than_anybody_can_press_at_once_are_text_and_come_together() -> None:
    for apart in (0.0, 0.001, 0.006):
        assert given("see you at noon?\n", apart) == [Given(tuple("see you at noon?\n"), True)]


def test_text_that_trickles_in_is_found_out_after_the_first_of_it() -> None:
    first, *rest = given("see you", apart=0.011)
    assert not first.pasted
    assert "".join(key for one in rest for key in one.keys if not one.pasted) in ("", "e")
    assert rest[-1].pasted


def test_fingers_that_roll_keys_that_are_held_and_numbers_are_no_text() -> None:
    for keys in ("jkl", "nnnnnnnnnnnn", "jkjkjkjk", "1234\n"):
        assert not any(one.pasted for one in given(keys, apart=0.004)), keys


def test_a_key_waits_only_for_a_moment_and_a_paste_until_it_is_over() -> None:
    clock = ManualClock(10.0)
    burst = Burst(clock)
    assert burst.due is None
    burst.take("n", clock())
    assert burst.due == 10.0 + WAIT
    assert burst.give() == Given((), pasted=False)
    for key in "one":
        burst.take(key, clock())
    assert burst.due == 10.0 + WITHIN
    clock.jump(WITHIN)
    assert burst.give() == Given(tuple("none"), pasted=True)
    assert burst.due is None


class Wire(Driver):
    """Keeps what a driver would send."""

    def __init__(self) -> None:
        self._app = StridetimerApp()
        self._loop = asyncio.get_running_loop()
        self.sent: list[Message] = []

    def process_message(self, message: Message) -> None:
        self.sent.append(message)


Wire.__abstractmethods__ = frozenset()


def wire_of(clock: ManualClock) -> Wire:
    wire = minding_pastes(Wire, clock)()  # type: ignore[call-arg]  # it needs nothing
    assert isinstance(wire, Wire)
    return wire


KEYS = [Key("q", "q"), Key("space", " "), Key("enter", "\r"), Key("y", "y")]


async def test_a_driver_sends_text_that_came_as_keys_as_one_paste() -> None:
    clock = ManualClock(0.0)
    wire = wire_of(clock)
    for key in KEYS:
        wire.process_message(key)
    await sent(wire, 1, clock)
    wire.process_message(KEYS[0])
    await sent(wire, 2, clock)
    paste, pressed = wire.sent
    assert isinstance(paste, Paste)
    assert paste.text == "q \ny"
    assert pressed is KEYS[0]


async def test_keys_that_are_pressed_while_the_program_is_busy_are_no_paste() -> None:
    clock = ManualClock(0.0)
    wire = wire_of(clock)
    for key in KEYS:
        wire.process_message(key)
        clock.jump(WITHIN / 2)
    await sent(wire, len(KEYS), clock)
    assert wire.sent == KEYS


async def sent(wire: Wire, messages: int, clock: ManualClock) -> None:
    """Let so many messages be sent, and time go by for that."""
    for _ in range(1000):
        if len(wire.sent) >= messages:
            return
        clock.jump(WAIT)
        await asyncio.sleep(0.001)
    raise AssertionError(f"there is no more than {wire.sent}")


def test_text_is_written_as_its_keys_say() -> None:
    assert written([Key("a", "a"), Key("tab", "\t"), Key("up", None), Key("é", "é")]) == "a\té"
