"""How much of something there can be, for who reads a number of it and needs nothing else."""

MOST_REPS = 10_000
"""More repetitions than this in one set are a slip of the hand."""
MOST_SETS = 100_000
"""More sets of one exercise, or rounds of one circuit, are refused."""
MOST_BEATS = 100_000
"""Each beat of a set is a cue; a set with more than this is refused."""
