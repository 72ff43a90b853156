"""How much of something there can be, for who reads a number of it and needs nothing else."""

MOST_REPS = 10_000
"""More repetitions than this in one set are a slip of the hand."""
