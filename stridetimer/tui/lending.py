"""Lending the terminal to another program, and having it back whole."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from textual.app import App, SuspendNotSupported

Result = TypeVar("Result")


class CannotLendError(Exception):
    """This is no terminal that could be lent, but a browser; the message says so."""


def lent(app: App[Any], use: Callable[[], Result]) -> Result:
    """Call ``use`` with the terminal as it was before ``app`` started, and wait for it.

    Whatever it raises is raised when the screen is back.

    Raises:
        CannotLendError: there is nothing to lend.
    """
    failure: Exception | None = None
    result: list[Result] = []
    try:
        with app.suspend(), _left_alone():
            # What leaves the block would leave the terminal as it is there.
            try:
                result.append(use())
            except Exception as error:
                failure = error
    except SuspendNotSupported as error:
        raise CannotLendError("another program can't be shown here") from error
    if failure:
        raise failure
    return result[0]


@contextlib.contextmanager
def _left_alone() -> Iterator[None]:
    """Let the program that has the terminal have its keys too: ctrl-c and ctrl-z are meant for it.

    Both are sent to everybody on the terminal. Ctrl-z stops both programs, and what continues them
    must not make the app draw; some stop themselves otherwise, and are continued without a ctrl-z.
    What is to end the app is kept until it has the terminal again.
    """
    if sys.platform == "win32":
        yield
        return
    kept: list[int] = []
    handlers: dict[signal.Signals, Any] = {
        signal.SIGINT: lambda *_: None,
        signal.SIGTERM: lambda number, _: kept.append(number),
        signal.SIGHUP: lambda number, _: kept.append(number),
        signal.SIGTSTP: signal.SIG_DFL,
        signal.SIGCONT: signal.SIG_DFL,
    }
    # By this the loop would hear of them all, whatever the handlers.
    ear = signal.set_wakeup_fd(-1)
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(ear, warn_on_full_buffer=False)
        for one in kept:
            os.kill(os.getpid(), one)
