"""Every size is a layout of its own, and none of them breaks."""

from collections import Counter
from typing import Any

import pytest
from builders import each, hold, paced, plan_of, self_paced
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Region
from tui_support import LARGE, NARROW, NORMAL, SIT, SQUATS, Stage, performing, says

from stridetimer.core.routine import Exercise, Sides
from stridetimer.tui.widgets.words import Words

ODD_NAMES = [
    "Wall press [left]",
    "[/]",
    "[red]",
    "[bold]a[/bold] \\[x]",
    "🏃 Run 👩‍👧 on the spot",
    "תרגיל רגל אחת",
    "片脚立ち上がり運動を椅子から",
    "One-leg sit to stand from a very low chair with a heavy dumbbell",
    "$primary {name} %s",
]


@pytest.mark.parametrize(
    ("size", "keys", "line"),
    [
        ((20, 1), [], " ■ WORK 0:35 LEFT …"),
        ((40, 1), ["space"], " ‖ PAUSED 0:34 space resumes LEFT rep …"),
    ],
)
async def test_a_single_line_says_what_matters_most_first(
    size: tuple[int, int], keys: list[str], line: str
) -> None:
    async with performing(SQUATS, first=1, size=size) as stage:
        await stage.pass_time(10.5)
        await stage.press(*keys)
        assert stage.text() == line


async def test_a_window_that_shrinks_to_one_line_again_says_this_moment_and_not_the_last_one() -> (
    None
):
    async with performing(SQUATS, first=1, size=(20, 1)) as stage:
        await stage.pass_time(10.5)
        await stage.resize(20, 24)
        await stage.pass_time(5.0)
        await stage.resize(20, 1)
        assert stage.text() == " ■ WORK 0:30 LEFT …"


async def test_a_large_screen_has_large_numerals_and_large_cues() -> None:
    async with performing(SQUATS, first=1, size=LARGE) as stage:
        await stage.pass_time(10.5)
        lines = stage.text().splitlines()
    assert sum("█" in line for line in lines[10:45]) >= 15
    assert says("\n".join(lines), "Pelvis level \N{MIDDLE DOT} Knee over the foot")


COMMON = [(80, 24), (40, 15), (200, 60), (30, 10), (20, 5), (20, 1), (1, 1), (300, 3), (3, 80)]
BETWEEN = [(width, height) for width in (12, 33, 70, 120) for height in (2, 5, 7, 8, 12, 19, 33)]


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param(COMMON, id="common and extreme"),
        pytest.param(BETWEEN, id="between", marks=pytest.mark.long),
    ],
)
async def test_phase_and_countdown_survive_at_any_size(sizes: list[tuple[int, int]]) -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(10.0)
        for size in sizes:
            await stage.resize(*size)
            assert_phase_and_countdown(stage, size)


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (200, 60)])
async def test_phase_and_countdown_are_there_in_a_terminal_that_begins_at_a_size(
    size: tuple[int, int],
) -> None:
    async with performing(SQUATS, first=1, size=size) as stage:
        await stage.pass_time(10.0)
        assert_phase_and_countdown(stage, size)


def assert_phase_and_countdown(stage: Stage, size: tuple[int, int]) -> None:
    screen = stage.screen
    assert tuple(screen.size) == size
    if size[1] == 1:
        assert stage.text().startswith(" ■ WORK 0:35"[: size[0] - 1]), size
        return
    glyphs = [glyph for glyph in screen.query("#clock-number Glyph") if glyph.display]
    assert len(glyphs) == len("0:35"), size
    if size[0] > len(" 0:35 "):
        assert all(screen.region.contains_region(glyph.region) for glyph in glyphs), size
    assert screen.query_one("Band").region.height >= 1, size


async def test_a_resize_in_the_middle_is_a_new_layout_and_nothing_more() -> None:
    async with performing(SQUATS, first=1) as stage:
        await stage.pass_time(10.5)
        before = stage.text()
        for width, height in ((20, 5), (40, 15), (20, 1), (200, 60), (80, 24)):
            await stage.resize(width, height)
        assert stage.text() == before


@pytest.mark.parametrize(
    "size", [NORMAL, *(pytest.param(one, marks=pytest.mark.long) for one in (NARROW, (200, 36)))]
)
async def test_every_name_is_shown_as_it_is_written(size: tuple[int, int]) -> None:
    exercises = [
        Exercise(name, hold(60), sets=2, sides=Sides.EACH, form=(name,), rest=30)
        for name in ODD_NAMES
    ]
    async with performing(plan_of(*exercises), size=size) as stage:
        for name, exercise in zip(ODD_NAMES, exercises, strict=True):
            for seconds in (1.0, 60.0, 65.0):
                await stage.pass_time(seconds)
                assert stage.conductor.view().step.exercise == exercise
                assert without_blanks(name) in without_blanks(stage.text())
            await stage.press("x")


async def test_a_name_without_blanks_goes_on_in_the_next_line_and_says_where_it_is_cut() -> None:
    name = "片脚スクワット、ゆっくり下ろす、そして速く上げる"
    exercises = [Exercise(name, hold(60)), Exercise(2 * name, hold(60))]
    async with performing(plan_of(*exercises), size=NARROW) as stage:
        assert name in without_blanks(stage.text())
        await stage.press("x", "n")
        assert (2 * name)[:37] + "…" in without_blanks(stage.text())


def without_blanks(text: str) -> str:
    """A long name goes on in the next line."""
    return "".join(text.split())


async def test_a_beat_may_be_called_anything() -> None:
    plan = plan_of(Exercise("Squat", paced(5, ("[/down]", 1.0), ("[up]", 1.0))))
    async with performing(plan) as stage:
        assert "[/down]" in stage.text()
        await stage.pass_time(1.0)
        assert "[up]" in stage.text()


async def test_nothing_jumps_while_a_step_counts_down() -> None:
    async with performing(plan_of(SIT)) as stage:
        clocks, counts = set(), set()
        for _ in range(40):
            await stage.pass_time(1.0)
            clocks.add(regions_of_glyphs(stage, "#clock-number"))
            counts.add(regions_of_glyphs(stage, "#count-number"))
    assert len(clocks) == 1
    one, two = sorted(counts, key=len)
    assert (len(one), len(two)) == (1, 2)
    assert one[0].size == two[1].size


@pytest.mark.parametrize("size", [NORMAL, LARGE])
async def test_nothing_jumps_in_a_pause_and_no_movement_is_asked_for(size: tuple[int, int]) -> None:
    own_pace = plan_of(Exercise("Calf raise", self_paced(12)))
    for plan, movement in ((plan_of(SIT), "stand up"), (own_pace, "enter when done")):
        async with performing(plan, size=size) as stage:
            await stage.pass_time(3.2)
            assert says(stage.text(), movement)
            before = regions_of_glyphs(stage, "Board")
            await stage.press("space", apart=0.1)
            assert regions_of_glyphs(stage, "Board") == before
            assert not says(stage.text(), movement)
            assert says(stage.text(), "space resumes")


def regions_of_glyphs(stage: Stage, of: str) -> tuple[Region, ...]:
    return tuple(glyph.region for glyph in stage.screen.query(f"{of} Glyph") if glyph.display)


async def test_the_movement_is_as_large_in_every_beat() -> None:
    beats = (("up", 1.0), ("and down again slowly", 2.0))
    async with performing(plan_of(Exercise("Squat", paced(5, *beats)))) as stage:
        heights = set()
        for _ in range(6):
            await stage.pass_time(1.0)
            heights.add(stage.screen.query_one("#move").region.height)
    assert heights == {1}


async def test_a_session_opens_with_each_part_styled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    styled = Counter[DOMNode]()
    apply = Stylesheet.apply

    def counted(sheet: Stylesheet, node: DOMNode, **how: Any) -> None:
        styled[node] += 1
        apply(sheet, node, **how)

    monkeypatch.setattr(Stylesheet, "apply", counted)
    async with performing(SQUATS, first=1) as stage:
        assert {styled[part] for part in stage.screen.query("Board *")} == {1}


async def test_letters_that_cannot_be_drawn_are_written() -> None:
    stretch = Exercise("Dehnübung", hold(60))
    async with performing(plan_of(stretch), size=LARGE) as stage:
        assert "Dehnübung" in stage.text()


async def test_the_last_third_of_a_long_hold_tells_what_is_next_and_how_it_is_done() -> None:
    hang = Exercise("Hang", hold(90), form=("Shoulders down",))
    squat = Exercise("Squat", hold(30), form=("Knees out",))
    async with performing(plan_of(hang, squat, between=20.0)) as stage:
        await stage.pass_time(59.0)
        assert "Shoulders down" in stage.text()
        await stage.pass_time(2.0)
        assert "Squat: Knees out" in stage.text()
        assert "then rest 20 s, then Squat" in stage.text()


async def test_the_last_ten_seconds_of_a_rest_close_in_on_the_middle() -> None:
    plan = plan_of(Exercise("Squat", hold(30), sets=2, rest=30))
    async with performing(plan, first=1) as stage:
        bars = []
        for seconds in (19.0, 1.0, 4.0, 5.0):
            await stage.pass_time(seconds)
            row = stage.screen.query_one("PipRow").render_line(0).text
            bars.append((row.count("·"), row.count("▆")))
    assert bars == [(0, 0), (0, 60), (8, 36), (18, 6)]


async def test_a_pause_moves_nothing_and_says_large_what_goes_on() -> None:
    async with performing(SQUATS, first=1) as stage:
        for size in (NORMAL, (120, 40), LARGE):
            await stage.resize(*size)
            glyphs = [glyph.region for glyph in stage.screen.query("#clock-number Glyph")]
            await stage.press("space")
            prompt = stage.screen.query_one("#prompt")
            assert prompt.region.height >= 3
            assert stage.screen.query_one("#below").region.contains_region(prompt.region)
            assert [glyph.region for glyph in stage.screen.query("#clock-number Glyph")] == glyphs
            await stage.press("space")


async def test_where_there_is_room_for_one_line_it_says_how_many_and_which_key_ends_them() -> None:
    async with performing(plan_of(each("Calf raise", self_paced(12))), size=(20, 5)) as stage:
        assert "12 reps, enter" in stage.text()
        await stage.press("space")
        assert "12 reps" not in stage.text()
        assert "space resumes" in stage.text()


@pytest.mark.parametrize(
    "heights",
    [
        pytest.param(range(34, 61, 6), id="some"),
        pytest.param(range(34, 61), id="every", marks=pytest.mark.long),
    ],
)
async def test_large_letters_are_never_cut_by_the_room_that_a_part_may_take(heights: range) -> None:
    async with performing(SQUATS, first=1) as stage:
        for height in heights:
            await stage.resize(200, height)
            assert says(stage.text(), "Sit to stand"), height
            name = stage.screen.query_one("#name", Words)
            assert name.get_content_height(name.container_size, name.screen.size, 198) == (
                name.content_size.height
            ), height
