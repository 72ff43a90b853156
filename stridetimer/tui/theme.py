"""The colours of the phases, as variables that any theme may override."""

_ON_DARK = {
    "phase-work": "#4ade80",
    "phase-rest": "#7cc4ff",
    "phase-switch": "#e0a6ff",
    "phase-ready": "#ffce54",
    "phase-paused": "#d6d6d6",
    "phase-text": "#101010",
}
_ON_LIGHT = {
    "phase-work": "#0a5c32",
    "phase-rest": "#0b4a86",
    "phase-switch": "#6a1b8a",
    "phase-ready": "#6d4300",
    "phase-paused": "#3a3a3a",
    "phase-text": "#ffffff",
}


def phase_colours(*, dark: bool) -> dict[str, str]:
    """What each phase is drawn in on a dark or a light ground.

    ``phase-text`` stands on all of them. Every pair is readable from afar: 4.5 to 1 or more.
    """
    return dict(_ON_DARK if dark else _ON_LIGHT)
