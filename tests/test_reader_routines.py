"""What routine files mean, once nothing is wrong with them."""

import pytest
from texts import WHOLE_EXAMPLE, exercise, item, understood

from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    First,
    Open,
    Order,
    Reps,
    Rest,
    Routine,
    Sides,
    Timed,
)


def test_the_whole_example_is_read_as_it_is_meant() -> None:
    legs = {"sets": 3, "rest": 120.0, "sides": Sides.EACH}
    tempo = (Beat("stand up", 2.0), Beat("sit down slowly", 3.0))
    assert understood(WHOLE_EXAMPLE) == Routine(
        name="Basic strength for runners",
        summary="Four one-leg and core exercises in about half an hour.",
        source="Article: Basic strength exercises for running",
        equipment=("a chair", "a step"),
        cautions=("Injured or limited? Ask a doctor or physiotherapist first.",),
        tags=("strength", "stage-one"),
        recovery=36 * 3600.0,
        prepare=10.0,
        between=120.0,
        items=(
            Exercise(
                "One-leg sit to stand",
                Reps(15, 15, tempo, 3.0),
                id="One-leg sit to stand",
                form=("Pelvis level, knee in line with the middle of the foot.",),
                easier=("A higher seat", "A cushion on the chair"),
                harder=("A lower seat", "Hold a dumbbell"),
                **legs,  # type: ignore[arg-type]  # each of them is of its own type
            ),
            Exercise(
                "Toe taps",
                Reps(20, 20, (Beat("", 2.0),), 3.0),
                id="Toe taps",
                sets=3,
                rest=120.0,
                sides=Sides.ALTERNATING,
            ),
            Exercise(
                "Wall press",
                Timed(300.0, hold=True),
                id="Wall press",
                sides=Sides.EACH,
                rest=120.0,
            ),
            Exercise("Step hop", Timed(60.0, hold=False), id="Step hop", sides=Sides.EACH, sets=3),
            Exercise(
                "One-leg balance",
                Open(),
                id="One-leg balance",
                **legs,  # type: ignore[arg-type]  # each of them is of its own type
            ),
            Circuit(
                "Finisher",
                rounds=2,
                rest=60.0,
                between=None,
                items=(
                    Exercise("Squat", Timed(40.0, hold=False), id="Squat", sets=3, rest=120.0),
                    Rest(20.0),
                    Exercise("Plank", Timed(40.0, hold=True), id="Plank", sets=3, rest=120.0),
                ),
            ),
        ),
    )


def test_what_is_not_said_is_what_the_format_promises() -> None:
    assert understood("name: A\nexercises: [{name: Squat, reps: 5}]") == Routine(
        name="A",
        items=(
            Exercise(
                name="Squat",
                work=Reps(5, 5, (), pace=3.0),
                id="Squat",
                sides=Sides.BOTH,
                sets=1,
                rest=60.0,
                between=None,
                switch=5.0,
                order=Order.BY_SET,
                first=First.LEFT,
                wait=False,
            ),
        ),
        prepare=10.0,
        between=None,
    )


@pytest.mark.parametrize(
    ("fields", "work"),
    [
        ("reps: 15", Reps(15, 15, (), 3.0)),
        ("reps: 15-20", Reps(15, 20, (), 3.0)),
        ("reps: 15 - 20", Reps(15, 20, (), 3.0)),
        ("reps: 15\N{EN DASH}20", Reps(15, 20, (), 3.0)),
        ("reps: '15'", Reps(15, 15, (), 3.0)),
        ("reps: 017", Reps(17, 17, (), 3.0)),
        ("reps: 15, pace: 4s", Reps(15, 15, (), 4.0)),
        ("reps: 8, tempo: 1.5s", Reps(8, 8, (Beat("", 1.5),), 3.0)),
        ("reps: 8, tempo: {b: 1, a: 2}", Reps(8, 8, (Beat("b", 1.0), Beat("a", 2.0)), 3.0)),
        ("reps: 8, tempo: {on: 1, 1: 2}", Reps(8, 8, (Beat("on", 1.0), Beat("1", 2.0)), 3.0)),
        ("reps: 8, tempo: 1:30", Reps(8, 8, (Beat("", 90.0),), 3.0)),
        ("hold: 1:30", Timed(90.0, hold=True)),
        ("hold: '1:30'", Timed(90.0, hold=True)),
        ("hold: 0:45", Timed(45.0, hold=True)),
        ("work: 24h", Timed(86_400.0, hold=False)),
        ("open: true", Open()),
        ("open: yes", Open()),
        ("open: On", Open()),
        ("open: true, aim: 5m", Open(aim_seconds=300.0)),
        ("open: true, aim: 1:30", Open(aim_seconds=90.0)),
        ("open: true, aim: 15", Open(aim_reps=15)),
        ("open: true, aim: 15, pace: 2s", Open(aim_reps=15, pace=2.0)),
    ],
)
def test_each_kind_of_work_is_read(fields: str, work: object) -> None:
    assert exercise(fields).work == work


@pytest.mark.parametrize(
    "name",
    ["on", "no", "1:30", "017", "null", "~", "0x1F", "1e3", ".nan", "2001-01-01", "=", "<<", "y"],
)
def test_a_name_is_the_text_that_is_written(name: str) -> None:
    assert understood(f"name: {name}\nexercises: [{{name: A, hold: 3}}]").name == name


@pytest.mark.parametrize(
    "name",
    [
        "Wall press [left]",
        "[/] [red]x[/red]",
        "Squat 🏋️‍♀️ 👩🏽‍🦽",
        "深蹲",
        "كرفس",
        "Zoë & Øystein: “hop”",
        "a\N{RIGHT-TO-LEFT MARK}b",
        "e\N{COMBINING ACUTE ACCENT}",
        "100% {really}",
        "\N{NO-BREAK SPACE}\N{SNOWMAN}",
        "back\\slash",
    ],
)
def test_a_name_may_hold_any_printable_text(name: str) -> None:
    quoted = name.replace("'", "''")
    routine = understood(f"name: '{quoted}'\nexercises: [{{name: '{quoted}', hold: 3}}]")
    assert routine.name == name.strip()
    assert next(routine.exercises()).name == name.strip()


def test_folded_and_literal_text_ends_without_a_line_break() -> None:
    routine = understood(
        """\
        name: >
          Two
          words
        summary: |
          One.

          Two.
        exercises:
          - name: |
              Squat
            hold: >
              1m
              30s
            how: |
              Down.\tThen
              up.
        """
    )
    (squat,) = routine.exercises()
    assert (routine.name, routine.summary) == ("Two words", "One.\n\nTwo.")
    assert (squat.name, squat.work) == ("Squat", Timed(90.0, hold=True))
    assert squat.how == "Down.   Then\nup."


@pytest.mark.parametrize("field", ["rest", "between", "switch"])
def test_a_step_of_no_length_may_be_asked_for(field: str) -> None:
    assert getattr(exercise(f"hold: 3, {field}: 0"), field) == 0.0


@pytest.mark.parametrize("no", ["false", "no", "off", "False", "NO"])
def test_a_disabled_exercise_is_left_out(no: str) -> None:
    routine = understood(
        f"name: A\nexercises: [{{name: B, hold: 3, enabled: {no}}}, {{name: C, hold: 3}}]"
    )
    assert [item.name for item in routine.exercises()] == ["C"]


def test_a_circuit_of_which_nothing_is_enabled_is_left_out() -> None:
    routine = understood(
        """\
        name: A
        exercises:
          - {name: B, hold: 3}
          - circuit: C
            exercises: [{name: D, hold: 3, enabled: no}, {rest: 5s}]
          - circuit: E
            enabled: no
            exercises: [{name: F, hold: 3}]
          - {rest: 5s, enabled: no}
        """
    )
    assert [getattr(item, "name", item) for item in routine.items] == ["B"]


def test_an_exercises_own_value_wins_over_its_circuits_and_that_over_the_defaults() -> None:
    circuit = item(
        "{circuit: Outer, sets: 4, switch: 9s, wait: yes, exercises: ["
        "{name: A, hold: 1}, {name: B, hold: 1, sets: 5, first: right},"
        "{circuit: Inner, switch: 8s, exercises: [{name: C, hold: 1}]}]}",
        head="defaults: {sets: 2, switch: 7s, sides: each, order: by-side, first: other}",
    )
    assert isinstance(circuit, Circuit)
    routine = Routine("", (circuit,))
    found = {
        entry.name: (entry.sets, entry.switch, entry.sides, entry.order, entry.first, entry.wait)
        for entry in routine.exercises()
    }
    each, by_side = Sides.EACH, Order.BY_SIDE
    assert found == {
        "A": (4, 9.0, each, by_side, First.OTHER, True),
        "B": (5, 9.0, each, by_side, First.RIGHT, True),
        "C": (4, 8.0, each, by_side, First.OTHER, True),
    }


def test_a_circuits_rest_is_between_its_rounds_and_nowhere_else() -> None:
    circuit = item(
        "{circuit: A, rest: 9s, exercises: [{name: B, hold: 1},"
        "{circuit: C, exercises: [{name: D, hold: 1}]}]}"
    )
    assert isinstance(circuit, Circuit)
    inner = circuit.items[1]
    assert isinstance(inner, Circuit)
    assert (circuit.rest, inner.rest) == (9.0, 60.0)
    assert {entry.rest for entry in Routine("", (circuit,)).exercises()} == {60.0}


def test_rounds_and_sets_rest_as_the_defaults_say() -> None:
    circuit = item(
        "{circuit: A, exercises: [{name: B, hold: 1}]}", head="defaults: {rest: 5s, between: 6s}"
    )
    assert isinstance(circuit, Circuit)
    (inside,) = circuit.items
    assert isinstance(inside, Exercise)
    assert (circuit.rest, inside.rest) == (5.0, 5.0)
    assert (circuit.between, inside.between) == (None, None)


def test_an_anchor_repeats_what_it_names() -> None:
    routine = understood(
        """\
        name: A
        exercises:
          - &squat {name: Squat, reps: &many 15, id: squat}
          - {rest: &pause 90s}
          - *squat
          - {name: Lunge, reps: *many, rest: *pause}
        """
    )
    squat, _, again, lunge = routine.items
    assert squat == again
    assert isinstance(lunge, Exercise)
    assert (lunge.work, lunge.rest) == (Reps(15, 15, (), 3.0), 90.0)


def test_merged_fields_give_way_to_own_ones_and_earlier_ones_win() -> None:
    routine = understood(
        """\
        name: A
        exercises:
          - &one {name: One, hold: 1s, rest: 10s}
          - &two {<<: *one, name: Two, sets: 2, rest: 20s}
          - {name: Three, <<: [*one, *two], switch: 3s}
          - <<: {hold: 4s}
            name: Four
        """
    )
    found = [(entry.name, entry.sets, entry.rest) for entry in routine.exercises()]
    assert found == [("One", 1, 10.0), ("Two", 2, 20.0), ("Three", 2, 10.0), ("Four", 1, 60.0)]


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfname: A\nexercises: [{name: B, hold: 3}]\n",
        "name: A\r\nexercises:\r\n- name: B\r\n  hold: 3\r\n",
        "name: A\rexercises:\r- name: B\r  hold: 3",
        "---\nname: A\nexercises: [{name: B, hold: 3}]\n...\n",
        "%YAML 1.2\n---\nname: A\nexercises: [{name: B, hold: 3}]\n",
        '{"name": "A", "exercises": [{"name": "B", "hold": 3, "wait": false}], "format": 1}',
        "? name\n: A\n? exercises\n: [{name: B, hold: 3}]\n",
        "name:\tA\t# a tab or two\n\t\nexercises:\n  - name: B\n\t \n    hold:\t3\n",
        "exercises:\n- hold: 3\n  name: B\nname: A",
        "\n\n# a comment\nname: A\nexercises: [{name: B, hold: 3,},]\n",
    ],
    ids=["BOM", "CRLF", "CR", "marks", "directive", "JSON", "?", "tabs", "order", "commas"],
)
def test_a_file_may_be_odd_and_right(text: str | bytes) -> None:
    routine = understood(text)
    assert (routine.name, [entry.name for entry in routine.exercises()]) == ("A", ["B"])


def test_exactly_as_many_steps_as_are_allowed_are_read() -> None:
    head = "name: A\nprepare: 0\n"
    routine = understood(head + "exercises: [{name: B, hold: 1, rest: 0, sets: 100000}]")
    assert next(routine.exercises()).sets == 100_000


def test_the_deepest_file_that_is_allowed_is_read() -> None:
    text = "{name: A, hold: 1}"
    for _ in range(14):
        text = "{circuit: C, exercises: [" + text + "]}"
    assert next(understood(f"name: A\nexercises: [{text}]").exercises()).name == "A"


def test_exercises_repeated_by_an_anchor_or_disabled_may_share_an_id() -> None:
    routine = understood(
        """\
        name: A
        exercises:
          - &squat {name: Squat, id: squat, hold: 3}
          - *squat
          - {<<: *squat, name: Deep squat}
          - {name: Old squat, id: squat, hold: 3, enabled: no}
        """
    )
    assert [entry.id for entry in routine.exercises()] == ["squat"] * 3
