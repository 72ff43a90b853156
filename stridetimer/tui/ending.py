"""A signal ends the screens in order, with the terminal as it was."""

import asyncio
import contextlib
import signal
from collections.abc import Callable


def mind_ends(end: Callable[[int], None]) -> None:
    """Have ``end`` called with 128 + n at each signal n that asks a program to end."""
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Windows has no handlers on its loop; there the default must do.
        with contextlib.suppress(NotImplementedError):
            if number is not None:
                loop.add_signal_handler(number, end, 128 + number)
