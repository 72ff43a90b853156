"""The core: what a routine means, what will happen, and what is happening.

Nothing in here reads a clock, a disk, a screen or a loudspeaker; it knows the standard library
only. Time comes in as ``now`` (seconds on any clock that never goes back), everything the core
has to say goes out as a return value.

- What a ``routine`` means, in ``lengths`` of time and within ``limits``; ``plain`` writes it down.
- What will happen: ``plan`` lays it out in ``step`` after step, with ``unroll`` and ``tally``;
  ``cues`` fall into each, and ``sounds`` stand for them, by ``sound_names``.
- What is happening: ``session`` takes commands by the ``law`` and reports ``events``. It has a
  ``course`` through the plan, a ``passage`` through the step of the moment, a ``stopwatch`` for its
  time, and a ``standstill`` with a ``leadin`` for its pauses. ``view`` is what it looks like,
  ``standing`` what is needed to go on another time.
"""
