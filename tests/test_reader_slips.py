"""What is allowed and hardly meant: told with its place, and no obstacle."""

from textwrap import dedent

import pytest
from test_documentation import examples
from texts import WHOLE_EXAMPLE

from stridetimer import places
from stridetimer.editing.template import TEMPLATES, template
from stridetimer.routines.reader import read


def slips(text: str) -> list[str]:
    """What is warned of, each as ``LINE:COLUMN message``."""
    reading = read(dedent(text), "routine.yaml", warn=True)
    assert reading.routine, reading.report()
    return [f"{one.line}:{one.column} {one.message}" for one in reading.warnings]


def slips_of(fields: str, head: str = "name: A") -> list[str]:
    """What is warned of in the only exercise of a routine, without the places."""
    text = f"{head}\nexercises: [{{name: Squat, {fields}}}]\n"
    return [found.split(" ", 1)[1] for found in slips(text)]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("hold: 5h", "hold: 5 h is long for a hold; was 5m meant?"),
        ("hold: 3s, rest: 20 min", "rest: 20 min is long for a rest; was 20s meant?"),
        ("hold: 3s, between: 11:00", "between: 11 min is long for a rest"),
        ("work: 4h", "work: 4 h is long for a block of work; was 4m meant?"),
        ("hold: 9, sides: each, switch: 15m",
         "switch: 15 min is long for a change of sides; was 15s meant?"),
        ("reps: 3, tempo: 6m", "tempo: 6 min is long for a beat; was 6s meant?"),
        ("reps: 3, tempo: {up: 1, down: 10m}", "tempo: 10 min is long for a beat; was 10s meant?"),
        ("reps: 3, pace: 6m", "pace: 6 min is long for a repetition; was 6s meant?"),
        ("reps: 15, sides: alternating",
         "reps: of 15 alternating repetitions one side does one more; 16 would be even"),
        ("reps: 15-20, tempo: 2s, sides: alternating",
         "reps: of 15 alternating repetitions one side does one more; 16 would be even"),
        ("hold: 3, switch: 9s", "'switch' says nothing here; it goes with 'sides: each'"),
        ("hold: 3, first: other", "'first' says nothing here; it goes with 'sides: each'"),
        ("hold: 3, sides: both, order: by-side",
         "'order' says nothing here; it goes with 'sides: each'"),
        ("hold: 3, pace: 2s",
         "'pace' says nothing here; it reckons repetitions at one's own speed"),
        ("reps: 3, tempo: 2s, pace: 2s",
         "'pace' says nothing here; it reckons repetitions at one's own speed"),
    ],
)  # fmt: skip
def test_a_likely_slip_is_told_in_a_sentence(fields: str, words: str) -> None:
    assert slips_of(fields) == [words]


@pytest.mark.parametrize(
    "fields",
    [
        "hold: 30m, rest: 10m, between: 10m",
        "work: 3h",
        "reps: 16, sides: alternating",
        "reps: 15-20, sides: alternating",
        "work: 31s, sides: alternating",
        "reps: 3, pace: 4s",
        "open: true, aim: 15, pace: 4s",
        "hold: 3, sides: each, switch: 0, first: right, order: by-side",
    ],
)
def test_what_may_well_be_meant_is_left_alone(fields: str) -> None:
    assert slips_of(fields) == []


def test_what_is_said_once_for_several_is_looked_at_where_it_is_said() -> None:
    assert slips(
        """\
        name: A
        prepare: 15 min
        defaults: {rest: 1h, sides: each, switch: 3}
        exercises:
          - {name: B, hold: 3, first: other}
          - circuit: C
            sides: alternating
            rest: 2m
            exercises:
              - {name: D, reps: 3}
              - {name: E, reps: 3, sides: both, order: by-side}
          - {rest: 30m}
          - {name: F, hold: 3s}
        """
    ) == [
        "2:10 prepare: 15 min is long for a time to get ready; was 15s meant?",
        "3:18 rest: 1 h is long for a rest; was 1m meant?",
        "8:5 'rest' says nothing here; it is the rest between rounds, and no 'rounds' are given",
        "10:25 reps: of 3 alternating repetitions one side does one more; 4 would be even",
        "11:41 'order' says nothing here; it goes with 'sides: each'",
        "12:12 rest: 30 min is long for a rest; was 30s meant?",
    ]


def test_an_exercise_named_twice_is_told_with_the_line_of_the_first() -> None:
    assert slips(
        """\
        name: A
        exercises:
          - &squat {name: Squat, reps: 15}
          - {name: Plank, hold: 40s}
          - {name: Squat, reps: 12}
          - {name: Plank, id: long-plank, hold: 40s}
          - {name: Plank, enabled: false, hold: 40s}
          - *squat
          - {<<: *squat, reps: 10}
        """
    ) == [
        "5:12 'Squat' is the name of another exercise too, on line 3; if it is another one, give "
        "it a name or an 'id' of its own"
    ]


def test_an_anchor_that_nothing_refers_to_is_told() -> None:
    assert slips(
        """\
        name: A
        exercises:
          - &one {name: B, hold: &long 40s}
          - &two
            name: C
            hold: 40s
          - {<<: *two, name: D}
          - &two {name: E, hold: 40s}
        """
    ) == [
        "3:5 the anchor '&one' is used nowhere",
        "3:26 the anchor '&long' is used nowhere",
        "8:5 the anchor '&two' is used nowhere",
    ]


def test_a_rest_at_the_end_is_left_out_and_that_is_told() -> None:
    head = "name: A\nexercises:\n- {name: B, hold: 3}\n- {rest: 3m}\n"
    assert slips(head) == ["4:3 a rest at the end is left out, as nothing follows it"]
    assert slips(head + "- {name: C, enabled: false, hold: 3}\n")
    assert not slips(head + "- {name: C, hold: 3}\n")


def test_a_slip_that_an_anchor_repeats_is_told_once() -> None:
    text = "name: A\nexercises:\n- &b {name: B, hold: 5h}\n- *b\n- {<<: *b, name: C}\n"
    assert len(slips(text)) == 1


def test_nothing_is_looked_for_where_nobody_asks() -> None:
    assert not read("name: A\nexercises: [{name: B, hold: 5h}]\n", "a.yaml").warnings


def remarks(text: str) -> list[str]:
    """All that is said of a file with problems, each as ``LINE KIND WORDS``."""
    reading = read(dedent(text), "routine.yaml", warn=True)
    assert reading.problems
    assert reading.routine is None
    return [f"{one.line} {one.severity} {one.message}" for one in reading.remarks]


def test_slips_are_told_beside_problems_in_the_order_of_the_file() -> None:
    found = remarks(
        """\
        name: A
        exercises:
          - {name: Squat, reps: 15, rest: 20m}
          - &plank {name: Plank, rset: 3, hold: 5h}
          - {name: Squat, reps: 13, sides: alternating, wait: perhaps}
          - {name: Bridge, hold: soon}
          - {rest: 3m}
        colour: red
        """
    )
    assert [words.split(" ", 3)[:3] for words in found] == [
        ["3", "warning", "rest:"],
        ["4", "warning", "the"],
        ["4", "error", "unknown"],
        ["4", "warning", "hold:"],
        ["5", "warning", "'Squat'"],
        ["5", "warning", "reps:"],
        ["5", "error", "wait:"],
        ["6", "error", "hold:"],
        ["7", "warning", "a"],
        ["8", "error", "unknown"],
    ]


@pytest.mark.parametrize(
    "exercises",
    [
        "[{name: B, hold: 3, sdies: each, switch: 5s}]",
        "[{name: B, hold: 3, sides: eahc, switch: 5s}]",
        "[{circuit: C, sdies: each, exercises: [{name: B, hold: 3, first: right}]}]",
        "[{circuit: C, ronds: 3, rest: 1m, exercises: [{name: B, hold: 3}]}]",
        "[{name: B, reps: 3}, {name: B, idd: other, reps: 4}]",
        "[{name: B, enabled: flase, hold: 5h}]",
        "[{name: B, rpes: 15, pace: 2s}]",
        "[{name: B, hold: 3}, {rest: 3m}, Squat]",
        "[{name: B, hold: 3}, {rest: 3m}, {name: C, hold: 3, enabled: maybe}]",
        "[{name: B, hold: 3}, {rest: 3m, nmae: Squat}]",
        "[{rest: 3m}]",
        "[{name: B, hold: 3, rest: 9000m}]",
        "[&squat {name: B, hold: 3}, *sqat]",
        "[{name: B, hold: 3}, {rest: 3m}",
    ],
)
def test_nothing_is_concluded_from_what_may_only_be_misspelt(exercises: str) -> None:
    for head in ("name: A", "name: A\ndefaults: {sides: both}"):
        found = remarks(f"{head}\nexercises: {exercises}\n")
        assert not [words for words in found if " warning " in words]


def test_what_stands_before_broken_syntax_is_looked_at() -> None:
    found = remarks("name: A\nexercises:\n- {name: B, hold: 5h}\n- {name: C, hold: 5h\n")
    assert found[0] == "3 warning hold: 5 h is long for a hold; was 5m meant?"
    assert [words[:7] for words in found[1:]] == ["4 error"]


def test_of_hundreds_of_slips_the_first_hundred_are_told() -> None:
    text = "name: A\nexercises:\n" + "".join(
        f"- {{name: B{number}, hold: 5h}}\n" for number in range(300)
    )
    found = slips(text)
    assert len(found) == 101
    assert "there is more" in found[-1]


SHIPPED = sorted(places.shipped("routines").glob("*.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        *(pytest.param(path.read_text(encoding="utf-8"), id=path.stem) for path in SHIPPED),
        *(pytest.param(template(kind), id=kind) for kind in TEMPLATES),
        *(pytest.param(text, id=where) for where, text in examples()),
        pytest.param(WHOLE_EXAMPLE, id="example"),
    ],
)
def test_what_comes_with_the_program_has_no_slips(text: str) -> None:
    assert slips(text) == []
