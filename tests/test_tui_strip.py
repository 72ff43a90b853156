"""A session as a picture: for few steps and for many, skipped ones, and the place."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from builders import hold, plan_of, timed
from hypothesis import given
from hypothesis import strategies as st
from strategies import plans
from textual.app import App, ComposeResult
from textual.geometry import Region
from tui_support import SQUATS, resized, still

from stridetimer.core.plan import Plan
from stridetimer.core.routine import Circuit, Exercise
from stridetimer.tui.phase import Phase
from stridetimer.tui.strip import NOTHING, draw
from stridetimer.tui.theme import phase_colours
from stridetimer.tui.widgets.strip import SessionStrip

TWO_SETS = plan_of(Exercise("Plank", hold(30), sets=2, rest=30))
THREE_SETS = plan_of(Exercise("Plank", hold(30), sets=3, rest=15))
SPRINTS = tuple(Exercise(name, timed(20)) for name in "ABCD")
MANY = plan_of(Circuit("Sprints", 250, 20.0, 20.0, SPRINTS))
"""Some 2,000 steps."""


def drawn(plan: Plan, cells: int, left_out: Mapping[int, float] = NOTHING, rows: int = 1) -> str:
    picture = draw(plan, cells, left_out)
    return "\n".join("".join(run.text for run in picture.runs(row, rows)) for row in range(rows))


# -- the picture ------------------------------------------------------------------------------


def test_work_stands_high_rests_lie_low_and_a_gap_divides_the_exercises() -> None:
    assert drawn(SQUATS, 40) == "▖███▜███▄▄▄▄▟██▛███▄▄▄▄▟███▜██▌▄▄▄▄▟█▛██"


def test_over_more_rows_the_rests_lie_lower() -> None:
    assert drawn(TWO_SETS, 9, rows=2) == "███   ███\n███▄▄▄███"


def test_what_is_skipped_is_hatched_and_its_rests_are_blank() -> None:
    assert drawn(THREE_SETS, 12) == "███▄▟██▙▄███"
    assert drawn(THREE_SETS, 12, {1: 0.0, 2: 0.0}) == "███ ▗▚▚▚▄███"


def test_what_was_cut_is_hatched_from_there_and_by_a_cell_at_the_least() -> None:
    assert drawn(TWO_SETS, 12, {0: 0.5}) == "██▚▚▄▄▄▄████"
    assert drawn(TWO_SETS, 12, {0: 0.99}) == "███▚▄▄▄▄████"


def test_done_cut_skipped_and_to_come_are_told_apart_by_shape_alone() -> None:
    picture = draw(plan_of(Exercise("Plank", hold(30), sets=4, rest=30)), 28, {2: 0.5, 4: 0.0})
    behind, ahead = (
        "".join(run.text for run in picture.runs(start=start, end=end, gone=gone))
        for start, end, gone in ((0, 22, True), (22, 28, False))
    )
    assert behind + ahead == "▄▄▄▄    ▄▄▚▚    ▚▚▚▚  ▄▄████"


def test_every_phase_has_a_shape_of_its_own() -> None:
    column = draw(SQUATS, 80).columns
    dots = {
        tuple(one.has_dot(number, dot, 2) for number in (0, 1) for dot in (0, 1))
        for one in set(column)
    }
    assert {one.phase for one in column} == {*Phase, None} - {Phase.PAUSED}
    assert len(dots) == len(set(column))


def test_of_many_steps_in_a_cell_as_much_is_work_as_it_takes_of_the_time() -> None:
    picture = draw(MANY, 78)
    working = sum(column.phase is Phase.WORK for column in picture.columns) / 156
    assert 0.45 < working < 0.75


@given(plans, st.integers(1, 90))
def test_a_picture_fills_its_cells_and_no_work_vanishes(plan: Plan, cells: int) -> None:
    picture = draw(plan, cells)
    assert len(picture.columns) == 2 * cells
    assert picture.spans[0].start == 0
    assert picture.spans[-1].end == pytest.approx(2 * cells)
    assert all(one.end <= other.start for one, other in pairwise(picture.spans))
    for step, span in zip(plan.steps, picture.spans, strict=True):
        if step.is_work:
            first = min(int(span.start), 2 * cells - 1) // 2
            last = max(first, int(span.end - 1e-6) // 2)
            near = picture.columns[2 * first : 2 * last + 2]
            assert Phase.WORK in {column.phase for column in near}


@given(plans, st.integers(1, 90))
def test_the_place_only_moves_on_as_time_does(plan: Plan, cells: int) -> None:
    picture = draw(plan, cells)
    places = [picture.cell_at(step.index, part / 4) for step in plan.steps for part in range(5)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, cells - 1)


def test_of_steps_without_number_the_lengths_are_added_up_once() -> None:
    asked: Counter[int] = Counter()

    class Noted(float):
        def __radd__(self, other: float) -> float:
            asked["added"] += 1
            return other + float(self)

    turn = [replace(step, seconds=Noted(step.seconds)) for step in MANY.steps]
    picture = draw(replace(MANY, steps=tuple(turn)), 78)
    assert picture.spans[-1].end == pytest.approx(156)
    assert asked["added"] <= 5 * len(turn)


@given(plans, st.integers(1, 90))
def test_a_cell_shows_the_step_that_lies_in_it(plan: Plan, cells: int) -> None:
    picture = draw(plan, cells)
    steps = [picture.step_at(cell) for cell in range(cells)]
    assert steps == sorted(steps)
    for cell, step in enumerate(steps):
        span = picture.spans[step]
        assert span.start < 2 * cell + 2
        assert span.end > 2 * cell - 1


# -- the widget -------------------------------------------------------------------------------


class Gallery(App[None]):
    """A strip and nothing else."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.strip = SessionStrip(TWO_SETS)
        self.strip.styles.height = rows

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return phase_colours(dark=True)

    def compose(self) -> ComposeResult:
        yield self.strip

    def lines(self) -> list[str]:
        strips = self.screen._compositor.render_strips()
        return [strip.text for strip in strips[: self.strip.size.height]]


async def test_without_a_place_the_whole_session_is_to_come() -> None:
    app = Gallery(1)
    async with app.run_test(size=(9, 3)):
        assert app.lines() == ["███▄▄▄███"]


async def test_the_place_is_a_mark_in_a_single_row_and_above_several() -> None:
    for rows, picture in ((1, ["▄▄▄ ┃▄███"]), (3, ["    ▼    ", "      ███", "███ ▄▄███"])):
        app = Gallery(rows)
        async with app.run_test(size=(9, 3)) as pilot:
            app.strip.place = (1, 0.5)
            await still(pilot)
            assert app.lines() == picture


async def test_another_plan_is_another_picture() -> None:
    app = Gallery(1)
    async with app.run_test(size=(12, 3)) as pilot:
        app.strip.plan = THREE_SETS
        app.strip.left_out = {1: 0.0, 2: 0.0}
        await still(pilot)
        assert app.lines() == ["███ ▗▚▚▚▄███"]
        await resized(pilot, 6, 3)
        assert len(app.lines()[0]) == 6


async def test_it_is_repainted_only_where_the_place_has_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Gallery(1)
    async with app.run_test(size=(9, 3)) as pilot:
        app.strip.place = (0, 0.1)
        await still(pilot)
        painted: list[tuple[Region, ...]] = []
        monkeypatch.setattr(app.strip, "refresh", lambda *regions, **_: painted.append(regions))
        app.strip.place = (0, 0.2)
        assert painted == []
        app.strip.place = (0, 0.4)
        assert painted == [(Region(0, 0, 2, 1),)]
