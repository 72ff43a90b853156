"""How sinks that sleep are woken: sound servers put idle ones to sleep, and so do headphones."""

WARM_UP = 1.0
"""A sink is given silence from so long before a cue, in seconds."""
LEAD_IN = 0.15
"""As much silence goes ahead of a cue that nobody saw coming, in seconds: late but whole."""
SLEEPS_AFTER = 3.0
"""So long after its last sound a sink is certainly still awake, in seconds."""
