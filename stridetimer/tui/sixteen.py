"""The colours of the phases where a terminal has sixteen, or a theme leaves them to it."""

_ON_DARK = {
    "phase-work": "bright_green",
    "phase-rest": "bright_cyan",
    "phase-switch": "bright_magenta",
    "phase-ready": "bright_yellow",
    "phase-paused": "bright_white",
    "phase-text": "black",
}
_ON_LIGHT = {
    "phase-work": "green",
    "phase-rest": "blue",
    "phase-switch": "magenta",
    "phase-ready": "red",
    "phase-paused": "black",
    "phase-text": "bright_white",
}
_NEAREST = {
    "black": "#000000",
    "red": "#aa0000",
    "green": "#00aa00",
    "blue": "#0000aa",
    "magenta": "#aa00aa",
    "bright_green": "#55ff55",
    "bright_yellow": "#ffff55",
    "bright_magenta": "#ff55ff",
    "bright_cyan": "#55ffff",
    "bright_white": "#ffffff",
}
"""What becomes of each in a terminal of sixteen colours, so that no two fall together."""


def sixteen_colours(*, dark: bool, named: bool) -> dict[str, str]:
    """What each phase is drawn in; ``named`` where the terminal says how a colour looks."""
    colours = _ON_DARK if dark else _ON_LIGHT
    return {
        variable: f"ansi_{name}" if named else _NEAREST[name] for variable, name in colours.items()
    }
