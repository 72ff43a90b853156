"""Cues made heard, from a process of its own.

The parent's side is :mod:`~stridetimer.sound.player`; everything that may touch an audio library
runs in :mod:`~stridetimer.sound.child`. The two meet only in :mod:`~stridetimer.sound.wire`.
"""
