"""The colours of the phases where a terminal has sixteen, or a theme leaves them to it.

What the sixteen look like is the terminal's to say. In the palettes of VGA and of xterm those that
are used here are readable, 4.5 to 1 or more, and every eye tells the phases apart. Work is green,
and nothing is red: that would be taken for a sign to stop.
"""

from collections.abc import Mapping

_ON_DARK = {
    "work": ("green", "black", "green"),
    "rest": ("cyan", "black", "cyan"),
    "switch": ("bright_magenta", "black", "bright_magenta"),
    "ready": ("bright_yellow", "black", "bright_yellow"),
    "paused": ("bright_white", "black", "bright_white"),
}
_ON_LIGHT = {
    "work": ("green", "black", "black"),
    "rest": ("blue", "bright_white", "blue"),
    "switch": ("magenta", "bright_white", "magenta"),
    "ready": ("bright_yellow", "black", "black"),
    "paused": ("black", "bright_white", "black"),
}
"""The ground of each phase, the words on it, and what is drawn for it on the ground of the screen:
neither green nor yellow can be read on white."""
_NEAREST = {
    "black": "#000000",
    "green": "#00aa00",
    "blue": "#0000aa",
    "magenta": "#aa00aa",
    "cyan": "#00aaaa",
    "bright_yellow": "#ffff55",
    "bright_magenta": "#ff55ff",
    "bright_white": "#ffffff",
}
"""What becomes of each in a terminal of sixteen colours, so that no two fall together."""


_AS_STRONG = {"faint-gone": "100%", "faint-left-out": "100%"}
"""Between two of the sixteen there is nothing: what is fainter elsewhere differs in shape alone."""


def sixteen_colours(*, dark: bool, named: bool) -> dict[str, str]:
    """As of :func:`phase_colours`; ``named`` where the terminal says how a colour looks."""
    colours = {}
    for phase, names in (_ON_DARK if dark else _ON_LIGHT).items():
        for variable, name in zip(("ground", "on", "phase"), names, strict=True):
            colours[f"{variable}-{phase}"] = f"ansi_{name}" if named else _NEAREST[name]
    return _AS_STRONG | colours


def plain_footer(variables: Mapping[str, str]) -> dict[str, str]:
    """The colours of the footer: those of the text, as a ground of its own has too few."""
    text = dict.fromkeys(
        ("footer-key-foreground", "footer-description-foreground"), variables["foreground"]
    )
    return {"footer-background": variables["background"], **text}
