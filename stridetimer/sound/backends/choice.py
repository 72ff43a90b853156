"""Finds the backend to use: the first that really can play here."""

import sys
from collections.abc import Callable, Collection

from stridetimer.sound.backends import Backend, Stage, UnavailableError
from stridetimer.sound.backends.commands import PROGRAMS, CommandLauncher, Program
from stridetimer.sound.backends.percue import PerCueBackend
from stridetimer.sound.backends.stream import StreamBackend
from stridetimer.sound.backends.windows import WindowsLauncher
from stridetimer.sound.names import AUTO, BACKENDS

Maker = Callable[[Stage], Backend]


def _miniaudio(stage: Stage) -> Backend:
    try:
        from stridetimer.sound.backends.device import MiniaudioDevice
    except ImportError as error:
        raise UnavailableError(f"miniaudio is not installed: {error}") from error
    return StreamBackend(stage, "miniaudio", MiniaudioDevice)


def _simpleaudio(stage: Stage) -> Backend:
    try:
        from stridetimer.sound.backends.simple import SimpleaudioLauncher
    except ImportError as error:
        raise UnavailableError(f"simpleaudio is not installed: {error}") from error
    return PerCueBackend(stage, SimpleaudioLauncher())


def _program(program: Program) -> Maker:
    return lambda stage: PerCueBackend(stage, CommandLauncher(program))


_MAKERS: dict[str, Maker] = {
    "miniaudio": _miniaudio,
    "simpleaudio": _simpleaudio,
    **{program.name: _program(program) for program in PROGRAMS},
    "winsound": lambda stage: PerCueBackend(stage, WindowsLauncher()),
}

MAKERS: dict[str, Maker] = {name: _MAKERS[name] for name in BACKENDS}
"""Every backend by name, in the order in which they are tried."""


def choose(
    stage: Stage,
    wanted: str = AUTO,
    without: Collection[str] = (),
    tell: Callable[[str], object] = lambda name: None,
) -> Backend:
    """The first backend that can play here, or the one that is ``wanted``.

    Those ``without`` are left out; ``tell`` gets the name of each before it is tried. Why the
    others cannot goes to standard error, which is a log.

    Raises:
        UnavailableError: none can; the message says why not.
    """
    if wanted != AUTO:
        tell(wanted)
        return _named(wanted)(stage)
    for name, make in MAKERS.items():
        if name in without:
            continue
        tell(name)
        try:
            return make(stage)
        except Exception as error:
            # Libraries raise what they please, and the next one may well work.
            print(f"not {name}: {error}", file=sys.stderr, flush=True)
    raise UnavailableError("no sound device was found")


def _named(name: str) -> Maker:
    if name not in MAKERS:
        raise UnavailableError(f"there is no backend {name}; there are {', '.join(MAKERS)}")
    return MAKERS[name]
