"""Colours that are told apart and read from afar."""

import pytest
from draw_looks import LOOKS, SIZES, USUAL_SIZES, looks
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from tui_support import SQUATS, performing

from stridetimer.sound.status import BELL, Status
from stridetimer.tui.manner import Manner
from stridetimer.tui.phase import Phase
from stridetimer.tui.theme import THEMES, phase_colours
from stridetimer.tui.widgets.strip import SessionStrip

READABLE = 4.5
SEEN = 3.0
"""For what is a picture and no text."""
PLAIN = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]


def contrast(one: Color, other: Color) -> float:
    """How far apart two colours are in light, from 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", PLAIN, ids=lambda theme: theme.name)
def test_every_phase_is_readable_on_the_ground_of_every_theme(theme: Theme) -> None:
    colours = phase_colours(dark=theme.dark)
    ground = Color.parse(theme.to_color_system().generate()["background"])
    for phase in Phase:
        ink, own, text = phase_trio(colours, phase)
        assert contrast(ground, ink) >= READABLE
        assert contrast(text, own) >= READABLE


def phase_trio(colours: dict[str, str], phase: Phase) -> list[Color]:
    """What a phase is drawn in, its own ground, and the words on that."""
    name = phase.word.lower()
    return [Color.parse(colours[f"{what}-{name}"]) for what in ("phase", "ground", "on")]


def test_phases_differ_in_word_shape_and_pattern_without_any_colour() -> None:
    for attribute in ("word", "shape", "pattern"):
        assert len({getattr(phase, attribute) for phase in Phase}) == len(Phase)


@pytest.mark.parametrize(
    "theme",
    [
        "textual-light",
        "ansi-dark",
        *(pytest.param(theme, marks=pytest.mark.long) for theme in ("textual-dark", "ansi-light")),
    ],
)
async def test_the_session_can_be_shown_in_any_theme(theme: str) -> None:
    async with performing(SQUATS) as stage:
        stage.app.theme = theme
        await stage.pass_time(60.0)
        assert "switch" not in stage.text().splitlines()[4]


@pytest.mark.parametrize(
    "themes",
    [
        pytest.param(THEMES, id="ours"),
        pytest.param(PLAIN, id="of Textual", marks=pytest.mark.long),
    ],
)
async def test_all_that_is_read_in_a_session_is_readable_in_every_theme(
    themes: list[Theme], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(10.5)
        strip = stage.screen.query_one(SessionStrip)
        for theme in themes:
            stage.app.theme = theme.name
            await stage.settle()
            for widget in stage.screen.query("Board Words, Cues, Fitted, Ends, PipRow, Glyph"):
                assert contrast(*colours_of(widget.rich_style)) >= READABLE, (theme.name, widget)
            for name in ("work", "rest", "switch", "ready", "here"):
                style = strip.get_component_rich_style(f"strip--{name}")
                assert contrast(*colours_of(style)) >= READABLE, (theme.name, name)
            left_out = strip.get_component_rich_style("strip--left-out")
            assert contrast(*colours_of(left_out)) >= SEEN, theme.name


def colours_of(style: Style) -> tuple[Color, Color]:
    assert style.color
    assert style.bgcolor
    return Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


async def test_without_colour_the_words_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with performing(SQUATS, size=(20, 5)) as stage:
        assert "△ READY" in stage.text()
        await stage.pass_time(11.0)
        assert "■ WORK" in stage.text()


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param(USUAL_SIZES, id="usual"),
        pytest.param(
            [size for size in SIZES if size not in USUAL_SIZES], id="others", marks=pytest.mark.long
        ),
    ],
)
async def test_the_session_looks_at_every_size_and_moment_as_it_is_drawn(
    sizes: list[tuple[int, int]],
) -> None:
    """``python tests/draw_looks.py`` draws it anew, where it is meant to look different."""
    for name, text in (await looks(sizes)).items():
        assert text == (LOOKS / name).read_text(encoding="utf-8"), name


async def test_a_flash_lights_the_whole_screen_as_a_step_begins_where_it_is_wanted() -> None:
    async with performing(SQUATS, first=1, manner=Manner(flash=True)) as stage:
        board = stage.screen.query_one("Board")
        await stage.pass_time(1.0)
        assert not board.has_class("-changing")
        await stage.pass_time(44.0)
        assert board.has_class("-changing")
        assert stage.wakes_at == pytest.approx(stage.clock.now + 0.25)
        assert "Sit to stand" not in stage.text()
        await stage.pass_time(0.25)
        assert "Sit to stand" in stage.text()


async def test_a_flash_lights_the_whole_screen_without_any_colour_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with performing(SQUATS, first=3, manner=Manner(flash=True)) as stage:
        await stage.pass_time(45.0)
        lit = stage.text().splitlines()
        assert lit.count("█" * 80) >= 18
        await stage.pass_time(0.25)
        assert stage.text().splitlines().count("█" * 80) == 0


async def test_nothing_flashes_unless_it_is_wanted() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(45.0)
        assert not stage.screen.query_one("Board").has_class("-changing")


@pytest.mark.parametrize("no_colour", [False, True])
async def test_where_the_bell_stands_in_the_band_turns_over(
    *, no_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with performing(SQUATS, first=1, sound=Status(BELL, "")) as stage:
        band = stage.screen.query_one("Band")
        await stage.pass_time(1.5)
        assert bool(band.rich_style.reverse) is no_colour
        await stage.pass_time(1.5)
        assert bool(band.rich_style.reverse) is not no_colour
