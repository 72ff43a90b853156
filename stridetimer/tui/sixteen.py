"""The colours of the phases where a terminal has sixteen, or a theme leaves them to it.

What the sixteen look like is the terminal's to say. Those that are used here are readable in the
palettes of VGA and of xterm: 4.5 to 1 or more. On a light ground that leaves black, red, blue,
magenta and bright blue, and no green.
"""

from collections.abc import Mapping

_ON_DARK = {
    "phase-work": "bright_green",
    "phase-rest": "bright_cyan",
    "phase-switch": "bright_magenta",
    "phase-ready": "bright_yellow",
    "phase-paused": "bright_white",
    "phase-text": "black",
}
_ON_LIGHT = {
    "phase-work": "red",
    "phase-rest": "blue",
    "phase-switch": "bright_blue",
    "phase-ready": "magenta",
    "phase-paused": "black",
    "phase-text": "bright_white",
}
_NEAREST = {
    "black": "#000000",
    "red": "#aa0000",
    "blue": "#0000aa",
    "magenta": "#aa00aa",
    "bright_blue": "#5555ff",
    "bright_green": "#55ff55",
    "bright_yellow": "#ffff55",
    "bright_magenta": "#ff55ff",
    "bright_cyan": "#55ffff",
    "bright_white": "#ffffff",
}
"""What becomes of each in a terminal of sixteen colours, so that no two fall together."""


_AS_STRONG = {"faint-coming": "100%", "faint-gone": "100%", "faint-left-out": "100%"}
"""Between two of the sixteen there is nothing: what is fainter elsewhere differs in shape alone."""


def sixteen_colours(*, dark: bool, named: bool) -> dict[str, str]:
    """What each phase is drawn in; ``named`` where the terminal says how a colour looks."""
    colours = _ON_DARK if dark else _ON_LIGHT
    return _AS_STRONG | {
        variable: f"ansi_{name}" if named else _NEAREST[name] for variable, name in colours.items()
    }


def plain_footer(variables: Mapping[str, str]) -> dict[str, str]:
    """The colours of the footer: those of the text, as a ground of its own has too few."""
    text = dict.fromkeys(
        ("footer-key-foreground", "footer-description-foreground"), variables["foreground"]
    )
    return {"footer-background": variables["background"], **text}
