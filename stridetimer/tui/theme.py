"""Themes of our own, and the colours of the phases, which any theme may have otherwise.

Every colour of a phase can be told from every other by eyes that do not see red or green, too; and
every pair of colours that is read is readable from afar: 4.5 to 1 or more, 7 to 1 or more in the
theme of high contrast.
"""

from textual.theme import Theme

_ON_DARK = {
    "phase-work": "#63f995",
    "phase-rest": "#77b2fe",
    "phase-switch": "#e38fb2",
    "phase-ready": "#f7eb44",
    "phase-paused": "#fcfdfd",
}
_ON_LIGHT = {
    "phase-work": "#185f46",
    "phase-rest": "#1541ca",
    "phase-switch": "#75186b",
    "phase-ready": "#7c3f02",
    "phase-paused": "#171a1c",
}
_TEXT_ON_DARK, _TEXT_ON_LIGHT = "#101010", "#ffffff"
_FAINT = {"faint-gone": "60%", "faint-left-out": "80%"}
"""How strong is in the picture of a session what is behind one, and what is left out."""
PALE = "$foreground 75%"
"""What is there to be read, but not first."""


def phase_colours(*, dark: bool) -> dict[str, str]:
    """What each phase is drawn in on a dark or a light ground, as ``phase-work``.

    ``ground-work`` is its own ground, which is the same colour, and ``on-work`` the words on that.
    """
    inks, text = (_ON_DARK, _TEXT_ON_DARK) if dark else (_ON_LIGHT, _TEXT_ON_LIGHT)
    grounds = {name.replace("phase", "ground"): colour for name, colour in inks.items()}
    return _FAINT | inks | grounds | {name.replace("phase", "on"): text for name in inks}


DARK = Theme(
    name="stride-dark",
    primary="#77b2fe",
    secondary="#63f995",
    accent="#f7eb44",
    warning="#f7eb44",
    error="#ff8a80",
    success="#63f995",
    foreground="#e6edf3",
    background="#0f1418",
    surface="#182027",
    panel="#222c35",
    variables={"block-cursor-foreground": "#101010", "footer-key-foreground": "#77b2fe"},
)
LIGHT = Theme(
    name="stride-light",
    dark=False,
    primary="#1541ca",
    secondary="#185f46",
    accent="#7c3f02",
    warning="#7c3f02",
    error="#a01414",
    success="#185f46",
    foreground="#171a1c",
    background="#fbfaf6",
    surface="#f1efe8",
    panel="#e7e4da",
    variables={"block-cursor-foreground": "#ffffff", "footer-key-foreground": "#1541ca"},
)
CONTRAST = Theme(
    name="stride-contrast",
    primary="#f7eb44",
    secondary="#63f995",
    accent="#f7eb44",
    warning="#f7eb44",
    error="#ff9d94",
    success="#63f995",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    variables={"block-cursor-foreground": "#000000", "footer-key-foreground": "#f7eb44"},
)

THEMES = (DARK, LIGHT, CONTRAST)
