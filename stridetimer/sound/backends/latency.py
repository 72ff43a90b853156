"""How long it takes from a request of a device to its sound, as far as that can be known.

Measured on servers that play to nowhere: what a real card adds by itself is not in it.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache

Latency = Callable[[float], float]
"""From a request to its sound, where there is one request every so many seconds; in seconds."""

BUFFER = 0.020
"""What a device asks for ahead, in seconds: as good a guess as any where nothing was measured."""
MEASURED = {"PulseAudio": 0.007, "ALSA": 0.030}
"""By miniaudio's name of the system, in seconds."""
PIPEWIRE = 0.0104
"""What PipeWire takes besides two of its cycles, in seconds."""
CYCLE = 256 / 48_000
"""PipeWire's shortest cycle for a program that speaks PulseAudio's language, in seconds."""
SEEN = 0.015
"""Requests further apart than this are a cycle apart; shorter cycles hide in the buffer. Seconds"""
PATIENCE = 1.0
"""A sound server that is well says sooner what it is, in seconds."""


def latency_of(system: str) -> Latency:
    """What ``system``, by miniaudio's name, takes."""
    if system == "PulseAudio" and is_pipewire():
        return _pipewire
    constant = MEASURED.get(system, BUFFER)
    return lambda _: constant


def _pipewire(turn: float) -> float:
    """It works in cycles, whose length depends on the card and on what else plays."""
    return PIPEWIRE + 2 * (turn if turn > SEEN else CYCLE)


@cache
def is_pipewire() -> bool:
    """Whether it is PipeWire that plays the part of PulseAudio's server."""
    if shutil.which("pipewire-pulse") is None:
        return False
    try:
        asked = subprocess.run(
            ["pactl", "info"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env={**os.environ, "LC_ALL": "C"},
            timeout=PATIENCE,
            check=True,
        )
    except FileNotFoundError:
        return shutil.which("pulseaudio") is None
    except (OSError, subprocess.SubprocessError):
        return False
    return b"PipeWire" in asked.stdout
