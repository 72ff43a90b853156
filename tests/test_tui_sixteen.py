"""Sixteen colours: read from afar, told apart by every eye, and never a sign to stop."""

from itertools import combinations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from test_tui_looks import READABLE, contrast, phase_trio
from test_tui_themes import APART, EYES, distance
from textual.color import Color
from tui_support import SQUATS, Stage, performing

from stridetimer.tui.phase import Phase, phase_of
from stridetimer.tui.sixteen import sixteen_colours
from stridetimer.tui.widgets.band import Band


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "textual-dark", "textual-light"])
async def test_in_sixteen_colours_no_two_phases_share_a_ground(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with performing(SQUATS) as stage:
        monkeypatch.setattr(stage.app.console, "_color_system", ColorSystem.STANDARD)
        stage.app.theme = theme
        variables = stage.app.get_theme_variable_defaults()
        shown = {
            name: Color.parse(value).rich_color.downgrade(ColorSystem.STANDARD).number
            for name, value in variables.items()
            if name.startswith("ground-")
        }
        assert len(set(shown.values())) == len(Phase)
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
    page = shown_in(palette, BLACK if dark else WHITE)
    for phase in Phase:
        ink, ground, text = (
            shown_in(palette, number_of(colour.rich_color, 0))
            for colour in phase_trio(colours, phase)
        )
        assert contrast(ink, page) >= READABLE, phase
        assert contrast(text, ground) >= READABLE, phase


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("eyes", EYES)
def test_in_sixteen_colours_every_eye_tells_the_bands_apart(
    palette: str, eyes: str, *, dark: bool
) -> None:
    colours = sixteen_colours(dark=dark, named=True)
    grounds = [
        shown_in(palette, number_of(phase_trio(colours, phase)[1].rich_color, 0)) for phase in Phase
    ]
    for one, other in combinations(grounds, 2):
        assert distance(one, other, eyes) >= APART


@pytest.mark.parametrize("dark", [False, True])
def test_in_sixteen_colours_nothing_looks_like_stop_and_work_is_green(*, dark: bool) -> None:
    colours = sixteen_colours(dark=dark, named=True)
    assert not any("red" in colour for colour in colours.values())
    assert colours["ground-work"] == "ansi_green"


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
    """Each text on the screen with its colour and that of its ground, by their numbers.

    The shape in which the band ends is no text.
    """
    text, ground = (WHITE, BLACK) if stage.app.current_theme.dark else (BLACK, WHITE)
    edge = stage.screen.query_one(Band).get_component_rich_style("band--edge")
    return {
        (one.text.strip(), (number_of(one.style.color, text), number_of(one.style.bgcolor, ground)))
        for strip in stage.app.screen._compositor.render_strips()
        for one in strip
        if one.text.strip() and one.style and one.style != edge
    }


def number_of(colour: RichColor | None, default: int) -> int:
    if colour is None or colour.is_default:
        return default
    number = colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return number
