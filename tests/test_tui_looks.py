"""Colours that are told apart and read from afar."""

import pytest
from draw_looks import LOOKS, looks
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from tui_support import SQUATS, Stage, performing

from stridetimer.sound.status import BELL, Status
from stridetimer.tui.manner import Manner
from stridetimer.tui.phase import Phase, phase_of
from stridetimer.tui.sixteen import sixteen_colours
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
    text = Color.parse(colours["phase-text"])
    for phase in Phase:
        colour = Color.parse(colours[f"phase-{phase.word.lower()}"])
        assert contrast(ground, colour) >= READABLE
        assert contrast(text, colour) >= READABLE
        assert contrast(colour.blend(text, 0.7), colour) >= READABLE


def test_phases_differ_in_word_shape_and_pattern_without_any_colour() -> None:
    for attribute in ("word", "shape", "pattern"):
        assert len({getattr(phase, attribute) for phase in Phase}) == len(Phase)


@pytest.mark.parametrize("theme", ["textual-light", "textual-dark", "ansi-dark", "ansi-light"])
async def test_the_session_can_be_shown_in_any_theme(theme: str) -> None:
    async with performing(SQUATS) as stage:
        stage.app.theme = theme
        await stage.pass_time(60.0)
        assert "switch" not in stage.text().splitlines()[4]


async def test_all_that_is_read_in_a_session_is_readable_in_every_theme(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(10.5)
        strip = stage.screen.query_one(SessionStrip)
        for theme in (*PLAIN, *THEMES):
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


async def test_the_session_looks_at_every_size_and_moment_as_it_is_drawn() -> None:
    """``python tests/draw_looks.py`` draws it anew, where it is meant to look different."""
    for name, text in (await looks()).items():
        assert text == (LOOKS / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "textual-dark", "textual-light"])
async def test_in_sixteen_colours_no_two_phases_share_one(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with performing(SQUATS) as stage:
        monkeypatch.setattr(stage.app.console, "_color_system", ColorSystem.STANDARD)
        stage.app.theme = theme
        variables = stage.app.get_theme_variable_defaults()
        shown = {
            name: Color.parse(value).rich_color.downgrade(ColorSystem.STANDARD).number
            for name, value in variables.items()
            if name.startswith("phase-")
        }
        assert len(set(shown.values())) == len(Phase) + 1
        stage.app.refresh_css()
        await stage.settle()


PALETTES = {
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
}
"""What the sixteen colours look like where a person has not chosen others."""
BLACK, WHITE = 0, 15


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("dark", [False, True])
def test_in_sixteen_colours_every_phase_is_readable_in_the_usual_palettes(
    palette: str, *, dark: bool
) -> None:
    colours = sixteen_colours(dark=dark, named=True)
    text = shown_in(palette, number_of(Color.parse(colours["phase-text"]).rich_color, 0))
    ground = shown_in(palette, BLACK if dark else WHITE)
    for phase in Phase:
        number = number_of(Color.parse(colours[f"phase-{phase.word.lower()}"]).rich_color, 0)
        assert contrast(shown_in(palette, number), ground) >= READABLE, phase
        assert contrast(shown_in(palette, number), text) >= READABLE, phase


async def test_in_sixteen_colours_all_that_is_seen_is_readable_in_the_usual_palettes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with performing(SQUATS) as stage:
        monkeypatch.setattr(stage.app.console, "_color_system", ColorSystem.STANDARD)
        seen = set[Phase]()
        stage.app.theme = "stride-light"
        for seconds, keys in ((1, ()), (20, ()), (36, ()), (48, ()), (10, ("s", "space"))):
            await stage.pass_time(seconds)
            await stage.press(*keys)
            seen.add(phase_of(stage.conductor.view()))
            for text, pair in pairs_of_sixteen(stage):
                for palette in PALETTES:
                    colours = (shown_in(palette, number) for number in pair)
                    assert contrast(*colours) >= READABLE, (palette, text, pair)
        assert seen == set(Phase)


def shown_in(palette: str, number: int) -> Color:
    return Color.parse(f"#{PALETTES[palette].split()[number]}")


def pairs_of_sixteen(stage: Stage) -> set[tuple[str, tuple[int, int]]]:
    """Each text on the screen with its colour and that of its ground, by their numbers."""
    text, ground = (WHITE, BLACK) if stage.app.current_theme.dark else (BLACK, WHITE)
    return {
        (one.text.strip(), (number_of(one.style.color, text), number_of(one.style.bgcolor, ground)))
        for strip in stage.app.screen._compositor.render_strips()
        for one in strip
        if one.text.strip() and one.style
    }


def number_of(colour: RichColor | None, default: int) -> int:
    if colour is None or colour.is_default:
        return default
    number = colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return number


async def test_a_flash_lights_the_whole_screen_as_a_step_begins_where_it_is_wanted() -> None:
    async with performing(SQUATS, first=1, manner=Manner(flash=True)) as stage:
        board = stage.screen.query_one("Board")
        await stage.pass_time(1.0)
        assert not board.has_class("-changing")
        await stage.pass_time(44.0)
        assert board.has_class("-changing")
        assert stage.screen.wakes_at == pytest.approx(stage.clock.now + 0.25)
        assert "Sit to stand" not in stage.text()
        await stage.pass_time(0.25)
        assert "Sit to stand" in stage.text()


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
