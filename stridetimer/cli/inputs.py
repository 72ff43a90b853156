"""What comes from the person in a session without a screen: lines, keys, signals.

Each source puts what it gets into one queue, so that the session waits in one place only.
"""

import contextlib
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from types import FrameType
from typing import TextIO

from stridetimer.cli.orders import Nonsense, Order, order_of
from stridetimer.keys.burst import Given


@dataclass(frozen=True, slots=True)
class Key:
    """A key was pressed."""

    name: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text came where keys were expected."""


@dataclass(frozen=True, slots=True)
class Signal:
    """The program was asked to end."""

    number: int


@dataclass(frozen=True, slots=True)
class Ended:
    """There is nobody any more who could say anything."""


Input = Order | Nonsense | Key | Pasted | Signal | Ended
Inputs = SimpleQueue[Input]


@contextlib.contextmanager
def listening(stdin: TextIO | None) -> Iterator[Inputs]:
    """A queue that fills with what comes from ``stdin``, keys where it is a terminal, and signals.

    The reading begins at once, so that what was piped in is there when the session starts.
    """
    inputs: Inputs = SimpleQueue()
    with contextlib.ExitStack() as stack:
        stack.enter_context(_signals(inputs))
        if stdin is not None and stdin.isatty():
            from stridetimer.cli.keyboard import keys

            stack.enter_context(keys(stdin, partial(_take_keys, inputs)))
        else:
            _read_lines(stdin, inputs)
        yield inputs


def _take_keys(inputs: Inputs, given: Given) -> None:
    for one in [Pasted()] if given.pasted else [Key(name) for name in given.keys if name]:
        inputs.put(one)


def _read_lines(stdin: TextIO | None, inputs: Inputs) -> None:
    def read() -> None:
        # A pipe may hold anything; what is no text is no command either.
        with contextlib.suppress(OSError, ValueError):
            for line in stdin or ():
                order = order_of(line)
                if order is not None:
                    inputs.put(order)
        inputs.put(Ended())

    if stdin is not None and hasattr(stdin, "reconfigure"):
        stdin.reconfigure(errors="replace")
    thread = threading.Thread(target=read, name="commands", daemon=True)
    thread.start()
    # A file or a closed pipe is read in no time: then nobody is there from the first instant.
    thread.join(0.05)


@contextlib.contextmanager
def _signals(inputs: Inputs) -> Iterator[None]:
    def caught(number: int, _: FrameType | None) -> None:
        inputs.put(Signal(number))

    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, caught) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
