"""Our own themes: read from afar, told apart by every eye, and kept."""

from itertools import combinations

import pytest
from test_tui_looks import READABLE, contrast
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from tui_support import SQUATS, performing

from stridetimer.settings import themes
from stridetimer.settings.state import keep, load_state
from stridetimer.tui.manner import Manner
from stridetimer.tui.phase import Phase
from stridetimer.tui.theme import CONTRAST, DARK, THEMES, phase_colours

HIGH = 7.0
APART = 20.0
"""How far apart in CIE L*a*b* two colours are that nobody takes for one another at a glance."""

EYES = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
"""What eyes make of linear red, green and blue: Machado, Oliveira and Fernandes (2009), whole."""


def seen(colour: Color, eyes: str) -> tuple[float, float, float]:
    """Lightness, green to red and blue to yellow, as these eyes see them."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    r, g, b = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, linear, strict=True))))
        for row in EYES[eyes]
    )
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (
            (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
            0.2126 * r + 0.7152 * g + 0.0722 * b,
            (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Color, other: Color, eyes: str) -> float:
    pairs = zip(seen(one, eyes), seen(other, eyes), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def phases(theme: Theme) -> dict[str, Color]:
    colours = phase_colours(dark=theme.dark) | theme.variables
    return {phase.word: Color.parse(colours[f"phase-{phase.word.lower()}"]) for phase in Phase}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("eyes", EYES)
def test_every_phase_is_told_from_every_other_by_every_eye(theme: Theme, eyes: str) -> None:
    for one, other in combinations(phases(theme).items(), 2):
        assert distance(one[1], other[1], eyes) >= APART, (one, other)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_that_is_read_is_readable_from_afar(theme: Theme) -> None:
    least = HIGH if theme is CONTRAST else READABLE
    colours = {
        name: Color.parse(one)
        for name, one in theme.to_color_system().generate().items()
        if one.startswith("#")
    }
    text = Color.parse(phase_colours(dark=theme.dark)["on-work"])
    for ground in ("background", "surface", "panel"):
        for colour in phases(theme).values():
            assert contrast(colours[ground], colour) >= least
        for name in ("foreground", "primary", "footer-key-foreground", "error", "warning"):
            assert contrast(colours[ground], colours[name]) >= least, (ground, name)
        faint = colours[ground].blend(colours["foreground"], 0.7)
        assert contrast(colours[ground], faint) >= least, ground
    for colour in phases(theme).values():
        assert contrast(text, colour) >= least
    cursor = colours["block-cursor-background"]
    assert contrast(Color.parse(theme.variables["block-cursor-foreground"]), cursor) >= least


# -- the choice -------------------------------------------------------------------------------


def test_the_names_that_settings_take_are_those_there_are() -> None:
    assert tuple(theme.name for theme in THEMES) == themes.OURS
    assert set(themes.TEXTUALS) <= set(BUILTIN_THEMES)


async def test_without_a_choice_it_is_the_dark_one_and_nothing_is_kept() -> None:
    kept: list[str] = []
    async with performing(SQUATS, manner=Manner(keep_theme=kept.append)) as stage:
        assert stage.app.theme == DARK.name
        await stage.pass_time(60)
    assert kept == []


async def test_what_is_chosen_is_kept_and_is_there_the_next_time() -> None:
    manner = Manner(keep_theme=lambda name: keep(theme=name))
    async with performing(SQUATS, manner=manner) as stage:
        stage.app.theme = "stride-light"
        await stage.settle()
    async with performing(SQUATS, manner=Manner(theme=load_state().theme)) as stage:
        assert stage.app.theme == "stride-light"


@pytest.mark.parametrize("theme", ["", "no-such-theme", "[/]"])
async def test_an_unknown_theme_never_stops_the_start(theme: str) -> None:
    async with performing(SQUATS, manner=Manner(theme=theme)) as stage:
        assert stage.app.theme == DARK.name


@pytest.mark.parametrize(
    "theme",
    [
        DARK,
        *(pytest.param(one, marks=pytest.mark.long) for one in THEMES if one is not DARK),
    ],
    ids=lambda theme: theme.name,
)
async def test_a_session_is_shown_in_each(theme: Theme) -> None:
    async with performing(SQUATS, first=1, manner=Manner(theme=theme.name)) as stage:
        await stage.press("j", "escape", "question_mark", "escape", "q", "n")
        assert "Sit to stand" in stage.text()
