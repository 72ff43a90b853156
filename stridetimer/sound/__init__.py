"""Cues made heard, from a process of its own.

- The parent's side is ``player``: an ``outbox`` of what the child is to know, and a ``keeper`` that
  has one alive, by ``process``, ``attendance`` and ``ladder``; ``status`` is what becomes of it,
  and ``ringing`` what still sounds. ``speech/`` makes words ahead of their time.
- The child's is ``child``, with an ``agenda`` and one of ``backends/``; everything that may touch
  an audio library runs there. What it streams comes out of ``mixer`` and ``frameclock``, watched
  by ``pulse``; ``waking`` is for sinks that sleep.
- The two meet in ``wire`` only. ``names`` are what a person calls them, ``probe`` asks each whether
  it plays, ``cueset`` knows the files of the sounds, and ``waves`` what is in them.
"""
