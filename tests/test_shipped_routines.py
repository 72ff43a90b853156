"""The routines that come with the program, held against the sessions they are made from."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from jsonschema import Draft202012Validator

from stridetimer.core.lengths import clock
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Beat, Circuit, Exercise, Reps, Sides, Timed
from stridetimer.core.step import Kind, Step
from stridetimer.routines.reader import read_file
from stridetimer.routines.schema import json_schema

FOLDER = Path(__file__).parent.parent / "routines"
TOTALS = {
    "basic-strength": "34:40",
    "seven-minute": "8:05",
    "stage-one": "52:05",
    "stage-two": "36:05",
    "tabata": "4:00",
}
FROM_ARTICLES = ("basic-strength", "stage-one", "stage-two")
EACH, ALTERNATING = Sides.EACH, Sides.ALTERNATING


class Row(NamedTuple):
    """What an article asks for; None where it gives no number."""

    routine: str
    exercise: str
    sides: Sides
    sets: int
    work: str | None
    rest: float | None


ROWS = (
    Row("stage-one", "Glute wall press", EACH, 1, "hold 300", None),
    Row("stage-one", "Knee bend, foot flat", EACH, 3, "reps 15-20", 60),
    Row("stage-one", "Knee bend, on the ball of the foot", EACH, 3, "reps 15-20", 60),
    Row("stage-one", "Calf raise with a bent knee", EACH, 3, "reps 15-20", 60),
    Row("stage-one", "Hop on the spot", EACH, 3, "reps 15-20", 60),
    Row("stage-one", "Hip rotation on one leg", EACH, 1, None, None),
    Row("stage-one", "Ankle lifts with a band", EACH, 3, "reps 15-15", 60),
    Row("stage-two", "The hop", EACH, 3, "reps 5-5", None),
    Row("stage-two", "The leap and hop", EACH, 3, "reps 8-8", None),
    Row("stage-two", "The step hop", EACH, 3, "work 60", None),
    Row("basic-strength", "One-leg sit, stand up, sit", EACH, 3, "reps 15-15", 120),
    Row("basic-strength", "Toe taps", ALTERNATING, 3, "reps 20-20", 120),
    Row("basic-strength", "One-leg bridge on a chair", EACH, 3, "reps 15-15", 120),
    Row("basic-strength", "One-leg heel raise on a step", EACH, 3, "reps 15-15", 120),
)

each_routine = pytest.mark.parametrize("name", TOTALS)
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.exercise)


@cache
def plan(name: str) -> Plan:
    reading = read_file(FOLDER / f"{name}.yaml")
    assert reading.routine is not None, reading.report()
    return make_plan(reading.routine)


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def exercise(routine: str, name: str) -> Exercise:
    (found,) = (item for item in plan(routine).routine.exercises() if item.name == name)
    return found


def steps(row: Row, *kinds: Kind) -> list[Step]:
    """The steps of one exercise, but for those that lead to it."""
    of_exercise = (step for step in plan(row.routine).steps if step.exercise.name == row.exercise)
    return [step for step in of_exercise if step.kind in kinds]


def dose(work: object) -> str:
    match work:
        case Reps(count=count, upper=upper):
            return f"reps {count}-{upper}"
        case Timed(seconds=seconds, hold=hold):
            return f"{'hold' if hold else 'work'} {seconds:g}"
    raise AssertionError(f"{work} does not end by itself")


def beats(routine: str, name: str) -> tuple[Beat, ...]:
    work = exercise(routine, name).work
    assert isinstance(work, Reps)
    return work.tempo


def all_exercises() -> Iterator[Exercise]:
    for name in TOTALS:
        yield from plan(name).routine.exercises()


def test_every_routine_in_the_folder_is_known_here() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(TOTALS)


@pytest.mark.parametrize("name", FROM_ARTICLES)
def test_a_routine_holds_the_exercises_of_its_article_in_their_order(name: str) -> None:
    names = [item.name for item in plan(name).routine.exercises()]
    assert names == [row.exercise for row in ROWS if row.routine == name]


@each_row
def test_an_exercise_carries_the_numbers_of_its_article(row: Row) -> None:
    found = exercise(row.routine, row.exercise)
    assert (found.sides, found.sets) == (row.sides, row.sets)
    if row.work is not None:
        assert dose(found.work) == row.work


@each_row
def test_an_exercise_expands_to_its_sets_with_the_sides_in_turn(row: Row) -> None:
    sides = ["left", "right"] if row.sides is EACH else ["alternating"]
    expected = [(number, side) for number in range(1, row.sets + 1) for side in sides]
    assert [(step.set_number, step.side) for step in steps(row, Kind.WORK)] == expected
    switches = row.sets if row.sides is EACH else 0
    assert len(steps(row, Kind.SWITCH)) == switches


@each_row
def test_the_sets_of_an_exercise_have_the_rest_of_its_article_between_them(row: Row) -> None:
    rests = [step.seconds for step in steps(row, Kind.REST)]
    assert len(rests) == row.sets - 1
    if row.rest is not None:
        assert set(rests) <= {row.rest}


@each_routine
def test_a_routine_takes_the_time_that_is_said_of_it(name: str) -> None:
    assert clock(plan(name).total_seconds) == TOTALS[name]


@each_routine
def test_a_session_runs_without_a_key_being_pressed(name: str) -> None:
    stuck = [step for step in plan(name).steps if step.estimated or step.waits]
    assert stuck == []


def test_each_landing_of_the_hop_is_held_for_five_seconds() -> None:
    hop, landing = beats("stage-two", "The hop")
    assert hop.name == "hop"
    assert landing == Beat("hold the landing", 5.0)


def test_a_leap_is_followed_by_a_balance_eight_hops_and_both_feet_down() -> None:
    names = [beat.name for beat in beats("stage-two", "The leap and hop")]
    hops = [f"hop {number}" for number in range(1, 9)]
    assert names == ["leap", "find your balance", *hops, "both feet down"]


@pytest.mark.parametrize("name", ["One-leg sit, stand up, sit", "One-leg heel raise on a step"])
def test_the_way_down_is_slower_where_the_article_asks_for_it(name: str) -> None:
    up, down = beats("basic-strength", name)
    assert down.name.endswith("slowly")
    assert down.seconds > up.seconds


def test_stage_two_comes_after_stage_one_and_36_hours_of_recovery() -> None:
    two = plan("stage-two").routine
    assert (two.after, two.recovery) == ("stage-one", 36 * 3600)
    assert plan(two.after).routine.recovery == 36 * 3600


@each_routine
def test_a_routine_says_where_it_comes_from_and_what_to_watch_out_for(name: str) -> None:
    routine = plan(name).routine
    assert routine.summary
    assert routine.source
    assert routine.equipment
    assert routine.cautions
    assert routine.tags
    assert routine.recovery


@each_routine
def test_every_exercise_is_explained_and_can_be_made_easier_and_harder(name: str) -> None:
    silent = [
        item.name
        for item in plan(name).routine.exercises()
        if not (len(item.how) > 100 and item.easier and item.harder)
    ]
    assert silent == []


def test_form_cues_are_few_and_short_enough_to_be_read_while_moving() -> None:
    wordy = [
        (item.name, item.form)
        for item in all_exercises()
        if not 2 <= len(item.form) <= 4 or any(len(cue) > 45 for cue in item.form)
    ]
    assert wordy == []


def test_tabata_is_eight_rounds_of_twenty_seconds_with_ten_between_them() -> None:
    (circuit,) = plan("tabata").routine.items
    assert isinstance(circuit, Circuit)
    assert circuit.rounds == 8
    lengths = [(step.kind, step.seconds) for step in plan("tabata").steps]
    rounds = [(Kind.WORK, 20.0), (Kind.REST, 10.0)] * 8
    assert lengths == [(Kind.PREPARE, 10.0), *rounds[:-1]]


def test_the_seven_minutes_are_twelve_exercises_of_thirty_seconds_ten_apart() -> None:
    (circuit,) = plan("seven-minute").routine.items
    assert isinstance(circuit, Circuit)
    assert len(circuit.items) == 12
    seconds: dict[str, float] = {}
    for step in plan("seven-minute").steps:
        if step.is_work:
            seconds[step.exercise.name] = seconds.get(step.exercise.name, 0.0) + step.seconds
    assert set(seconds.values()) == {30.0}
    pauses = [step.seconds for step in plan("seven-minute").steps if step.kind is Kind.BETWEEN]
    assert pauses == [10.0] * 11


@each_routine
def test_an_editor_with_the_schema_finds_nothing_to_complain_about(name: str) -> None:
    data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert [error.message for error in schema().iter_errors(data)] == []


@each_routine
def test_a_file_fits_the_width_that_people_edit_in(name: str) -> None:
    lines = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 100] == []
