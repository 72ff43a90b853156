"""The core: what a routine means, what will happen, and what is happening.

Nothing in here reads a clock, a disk, a screen or a loudspeaker; it knows the standard library
only. Time comes in as ``now`` (seconds on any clock that never goes back), everything the core
has to say goes out as a return value.
"""
