"""What is wrong with a routine, in whose words, and where."""

import re

import pytest
from texts import WHOLE_EXAMPLE, exercise_problems, problems

ONE = "exercises: [{name: A, hold: 3}]\n"
LENGTHS = "write it like 90s, 1m30s, 2 min or 1:30"


def test_every_problem_of_a_file_is_named_in_one_go() -> None:
    found = problems(
        """\
        name: Legs
        rest: 30s
        prepare: soon
        equipment: []
        exercises:
          - name: Squat
            rset: 30s
            reps: twelve
            sides: Each
          - name: Plank
            hold: 25h
            reps: 20-15
            how:
          - reps: 5
            tempo: {up: 2s, up: 3s, down: 0}
          - circuit: End
            rounds: 0
          - Lunge
          - {name: Rest, form: yes}
        """
    )
    assert found == [
        "2:1 unknown field 'rest' in the routine; it belongs under 'defaults' or in an exercise "
        "or in a circuit",
        f"3:10 prepare: 'soon' is not a length; {LENGTHS}",
        "4:12 equipment: the list is empty",
        "7:5 unknown field 'rset' in exercise 'Squat'; did you mean 'sets' or 'rest'?",
        "8:11 reps: 'twelve' is not a number of repetitions, like 15 or 15-20",
        "9:12 sides: 'Each' is none of both, each, alternating",
        "11:11 hold: '25h' is too long; at most 24 h can be said here",
        "12:5 exercise 'Plank' has two kinds of work, 'hold' and 'reps'; keep one",
        "12:11 reps: '20-15' is upside down; write 15-20",
        "13:5 'how' has no value",
        "14:5 an exercise has no 'name'",
        "15:21 'up' is written again; the first is on line 15",
        "15:35 tempo: '0' is no time at all; it has to be longer than 0",
        "16:5 circuit 'End' has no 'exercises'",
        "17:13 rounds: '0' is too few; 1 is the least",
        "18:5 an exercise is written as fields, like 'name: Lunge'",
        "19:5 exercise 'Rest' has no work; give it one of reps, hold, work or open",
        "19:24 form: takes a list, like [one, another]",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 the file is empty; a routine has a name and exercises"),
        ("# nothing\n", "1:1 the file is empty; a routine has a name and exercises"),
        ("---\n...\n", "1:1 the file is empty; a routine has a name and exercises"),
        ("- a\n", "1:1 a routine is written as fields, like 'name: …'; this is a list"),
        ("Squat\n", "1:1 a routine is written as fields, like 'name: …'; this is one text"),
        ("name: A\n", "1:1 the routine has no 'exercises'"),
        (ONE, "1:1 the routine has no 'name'"),
        (f"name:\n{ONE}", "1:1 'name' has no value"),
        (f"name: ''\n{ONE}", "1:7 name: there is no text in it"),
        (f"name: [A]\n{ONE}", "1:7 name: takes one value, not a list"),
        (
            f"name: {{Legs: A}}\n{ONE}",
            "1:7 name: takes one value, not fields; a text with ': ' in it needs quotes",
        ),
        (f'name: "a\\nb"\n{ONE}', "1:7 name: takes one line of text, without line breaks"),
        (
            f'name: "a\\tb"\n{ONE}',
            "1:7 name: holds a tab, which is a control character; write a space",
        ),
        ("name: A\nexercises:\n", "2:1 'exercises' has no value"),
        ("name: A\nexercises: []\n", "2:12 exercises: the list is empty"),
        (
            "name: A\nexercises: {squat: 3}\n",
            "2:12 exercises: takes a list, in which each exercise begins with '- name:'",
        ),
        ("name: A\nexercises:\n  -\n", "3:4 there is nothing in this item"),
        (
            "name: A\nexercises: [[Squat]]\n",
            "2:13 an exercise is written as fields, not as a list",
        ),
        (
            "name: A\nexercises: [{rest: 5s}]\n",
            "2:1 the routine has no exercise in it, only rests",
        ),
        (
            "name: A\nexercises: [{circuit: B, exercises: [{rest: 5s}]}]\n",
            "2:26 circuit 'B' has no exercise in it, only rests",
        ),
        (
            "name: A\nexercises: [{name: B, hold: 3, enabled: no}]\n",
            "2:1 every exercise is disabled, so there is nothing to do",
        ),
        (
            "name: A\nexercises: [{rounds: 2, exercises: [{name: B, hold: 3}]}]\n",
            "2:13 a circuit has no name; write 'circuit: …'",
        ),
        (
            f"name: A\nformat: 2\n{ONE}",
            "2:9 format: '2' is not known to this version; it reads format 1",
        ),
        (f"name: A\ndefaults: 3\n{ONE}", "2:11 'defaults' takes fields, like 'sets: 3'"),
        (f"name: A\ndefaults:\n{ONE}", "2:1 'defaults' has no value"),
        (
            f"name: A\ntags: [a, [b]]\n{ONE}",
            "2:11 tags: takes one value, not a list",
        ),
        (
            f"name: A\ncautions:\n  - Knees: in line\n{ONE}",
            "3:5 cautions: takes one value, not fields; a text with ': ' in it needs quotes",
        ),
        (
            f"name: A\nrecovery: 1000h\n{ONE}",
            "2:11 recovery: '1000h' is too long; at most 744 h can be said here",
        ),
        (
            "name: A\nexercises:\n- {name: B, id: x, hold: 3}\n- {name: C, id: x, hold: 3}\n",
            "4:13 id: 'x' is the id of another exercise, on line 3",
        ),
        (
            "name: A\nexercises: [{name: B, reps: 10000, tempo: 9s}]\n",
            "2:29 reps: at this tempo one set takes longer than 24 h",
        ),
        (
            "name: A\nexercises: [{name: B, reps: 4, tempo: {'': 2s}}]\n",
            "2:40 the name of a beat: there is no text in it",
        ),
        (f"name: A\nname: B\n{ONE}", "2:1 'name' is written again; the first is on line 1"),
        (f"name: A\n? [x]\n: y\n{ONE}", "2:3 the name of a field is a text, not a list or fields"),
        (
            "name: A\nexercises: [{circuit: [{name: C, hold: 3}], exercises: [{name: D, hold: 3}]"
            "}]\n",
            "2:23 circuit: takes its name; the list goes under 'exercises'",
        ),
    ],
)
def test_a_problem_is_named_in_one_sentence_at_its_place(text: str, expected: str) -> None:
    assert problems(text) == [expected]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("sets: 3", "exercise 'Squat' has no work; give it one of reps, hold, work or open"),
        ("hold: 3, tempo: 2s", "'tempo' goes with 'reps' only"),
        ("reps: 3, aim: 5", "'aim' goes with 'open' only"),
        ("open: false", "open: 'false' says nothing; leave it out"),
        ("open: true, aim: 0s", "aim: '0s' is no time at all; it has to be longer than 0"),
        ("open: true, aim: 5-6", f"aim: '5-6' is not a length; {LENGTHS}"),
        ("reps: 0", "reps: '0' is too few; 1 is the least"),
        ("reps: 10001", "reps: '10001' is too many; 10,000 is the most"),
        ("reps: 2.5", "reps: '2.5' is not a number of repetitions, like 15 or 15-20"),
        ("reps: -3", "reps: '-3' is not a number of repetitions, like 15 or 15-20"),
        ("reps: [3]", "reps: takes one value, not a list"),
        ("reps: ", "'reps' has no value"),
        ("reps: 3, sets: 0", "sets: '0' is too few; 1 is the least"),
        ("reps: 3, sets: 1.5", "sets: '1.5' is not a whole number of 1 or more"),
        ("reps: 3, sets: 1e9", "sets: '1e9' is too many; 100,000 is the most"),
        ("reps: 3, sets: 1_000", "sets: '1_000' is not a whole number of 1 or more"),
        ("reps: 3, sets: 9000000000", "sets: '9000000000' is too many; 100,000 is the most"),
        ("reps: 3, tempo: {}", "tempo: there is no beat in it"),
        (
            "reps: 3, tempo: [2s]",
            "tempo: takes a length, or beats by name, like {up: 2s, down: 3s}",
        ),
        ("reps: 3, tempo: {up: fast}", f"tempo: 'fast' is not a length; {LENGTHS}"),
        ("reps: 3, tempo: {up: }", "'tempo' has no value"),
        (
            "reps: 3, tempo: 3-1-2",
            "tempo: '3-1-2' has beats without a name; write them like {down: 3s, stay: 1s, up: 2s}",
        ),
        (
            "reps: 3, tempo: 31X1",
            "tempo: '31X1' has beats without a name; write them like {down: 3s, stay: 1s, up: 2s}",
        ),
        ("hold: 0", "hold: '0' is no time at all; it has to be longer than 0"),
        ("hold: 0.0001s", "hold: '0.0001s' is no time at all; it has to be longer than 0"),
        ("hold: 1441m", "hold: '1441m' is too long; at most 24 h can be said here"),
        ("hold: .nan", f"hold: '.nan' is not a length; {LENGTHS}"),
        ("hold: .inf", f"hold: '.inf' is not a length; {LENGTHS}"),
        ("hold: -5s", "hold: '-5s' is less than no time at all"),
        ("hold: 1.5", "hold: '1.5' has no unit; write 1.5s or 1.5m"),
        ("hold: 2 days", "hold: '2 days' is said in days; write hours: a day is 24h"),
        ("hold: true", f"hold: 'true' is not a length; {LENGTHS}"),
        ("hold: ''", f"hold: '' is not a length; {LENGTHS}"),
        ("hold: {s: 5}", "hold: takes one value, not fields; a text with ': ' in it needs quotes"),
        ("reps: 3, pace: 0", "pace: '0' is no time at all; it has to be longer than 0"),
        ("reps: 3, wait: maybe", "wait: 'maybe' is neither true nor false"),
        ("reps: 3, enabled: 1", "enabled: '1' is neither true nor false"),
        ("reps: 3, order: random", "order: 'random' is none of by-set, by-side"),
        (
            "reps: 3, sides: left",
            "sides: 'left' alone cannot be said here; leave it out, and say it in the name",
        ),
        (
            "rest: 2m",
            "exercise 'Squat' has no work; give it one of reps, hold, work or open; "
            "a rest of its own has no 'name'",
        ),
        ("reps: 3, first: both", "first: 'both' is none of left, right, other"),
        ("reps: 3, form: straight", "form: takes a list, like [one, another]"),
        ("reps: 3, form: []", "form: the list is empty"),
        ("reps: 3, form: ['']", "form: there is no text in it"),
        ("reps: 3, easier: {a: b}", "easier: takes a list, like [one, another]"),
        ("reps: 3, how: [a]", "how: takes one value, not a list"),
        (
            "reps: 3, link: 'javascript:alert(1)'",
            "link: 'javascript:alert(1)' is not a web address; it begins with https://",
        ),
    ],
)
def test_a_wrong_value_is_refused_in_words(fields: str, expected: str) -> None:
    assert exercise_problems(fields) == [expected]


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("reps: 3, rest_: 5s", "; did you mean 'rest'?"),
        ("reps: 3, Sets: 5", "; did you mean 'sets'?"),
        ("reps: 3, set: 5", "; did you mean 'sets'?"),
        ("reps: 3, tmepo: 2s", "; did you mean 'tempo'?"),
        ("repetition: 3", "; did you mean 'reps'?"),
        ("duration: 30s", "; did you mean 'work' or 'hold'?"),
        ("secs: 30", "; did you mean 'work' or 'hold'?"),
        ("for: 30s", "; did you mean 'work' or 'hold'?"),
        ("reps: 3, beats: {up: 1s}", "; did you mean 'tempo'?"),
        ("reps: 3, video: 'https://a.b'", "; did you mean 'link'?"),
        ("reps: 3, warm-up: 5m", "; write it as an exercise, the first or the last"),
        ("reps: 3, legs: each", "; did you mean 'sides'?"),
        ("reps: 3, Instructions: Down.", "; did you mean 'how'?"),
        ("reps: 3, url: 'https://a.b'", "; did you mean 'link'?"),
        ("reps: 3, prepare: 5s", "; it belongs at the top of the file"),
        ("reps: 3, sets:5", "; write a space behind 'sets:'"),
        ("reps: 3, rounds: 5", "; did you mean 'sets'?"),
        ("reps: 3, weight: 8 kg", "; say it in the name, or under 'form'"),
        (
            "reps: 3, every: 1m",
            "; for every minute on the minute write 'work: 1m' and 'rest: 0'",
        ),
        ("reps: 3, folly: 5", "; the nearest that is known is 'hold'"),
        ("reps: 3, ζ: 5", ""),
    ],
)
def test_an_unknown_field_is_told_what_it_may_have_meant(fields: str, hint: str) -> None:
    (found,) = exercise_problems(fields)
    assert re.fullmatch(r"unknown field '[^']+' in exercise 'Squat'" + re.escape(hint), found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"title: A\n{ONE}",
            "1:1 unknown field 'title' in the routine; did you mean 'name'?",
        ),
        (
            f"name: A\nswich: 3s\n{ONE}",
            "2:1 unknown field 'swich' in the routine; 'switch' belongs under 'defaults' or in an "
            "exercise or in a circuit",
        ),
        (
            f"name: A\nexercise: 3\n{ONE}",
            "2:1 unknown field 'exercise' in the routine; did you mean 'exercises'?",
        ),
        (
            f"name: A\ndefaults: {{reps: 3}}\n{ONE}",
            "2:12 unknown field 'reps' in 'defaults'; it belongs in an exercise",
        ),
        (
            "name: A\nexercises: [{circuit: B, repeat: 3, exercises: [{name: C, hold: 3}]}]\n",
            "2:26 unknown field 'repeat' in circuit 'B'; did you mean 'rounds' or 'sets'?",
        ),
        (
            "name: A\nexercises: [{circuit: B, length: 3, exercises: [{name: C, hold: 3}]}]\n",
            "2:26 unknown field 'length' in circuit 'B'; 'work' belongs in an exercise",
        ),
        (
            "name: A\nexercises: [{circuit: B, time: 3, exercises: [{name: C, hold: 3}]}]\n",
            "2:26 unknown field 'time' in circuit 'B'; 'work' belongs in an exercise",
        ),
        (
            "name: A\nexercises: [{superset: B, exercises: [{name: C, hold: 3}]}]\n",
            "2:14 unknown field 'superset' in a circuit; did you mean 'circuit'?",
        ),
        (
            "name: A\nexercises: [{name: B, exercises: [{name: C, hold: 3}]}]\n",
            "2:14 unknown field 'name' in a circuit; did you mean 'circuit'?",
        ),
        (
            "name: A\nexercises: [{name: B, hold: 3}, {rest: 5s, sets: 3}]\n",
            "2:44 unknown field 'sets' in a rest; it belongs under 'defaults' or in an exercise "
            "or in a circuit",
        ),
    ],
)
def test_an_unknown_field_is_told_where_it_would_be_known(text: str, expected: str) -> None:
    assert problems(text) == [expected]


def test_an_exercise_of_three_kinds_is_told_of_each_one_too_many() -> None:
    assert exercise_problems("hold: 3, work: 3, open: true") == [
        "exercise 'Squat' has two kinds of work, 'hold' and 'work'; keep one",
        "exercise 'Squat' has two kinds of work, 'hold' and 'open'; keep one",
    ]


@pytest.mark.parametrize(
    ("exercises", "place"),
    [
        ("[{name: B, hold: 3, sets: 60000}]", "3:38"),
        ("[{circuit: B, rounds: 100000, exercises: [{name: C, hold: 3, sets: 9}]}]", "3:34"),
        ("[{circuit: B, rounds: 9, exercises: [{name: C, hold: 3, sets: 99999}]}]", "3:74"),
    ],
)
def test_too_many_steps_are_refused_where_the_largest_number_stands(
    exercises: str, place: str
) -> None:
    (found,) = problems(f"name: A\nprepare: 0\nexercises: {exercises}\n")
    assert found.startswith(f"{place} the routine expands to ")
    assert found.endswith(" steps; 100,000 is the most")


def test_one_step_too_many_is_refused() -> None:
    text = "name: A\nprepare: 1s\nexercises: [{name: B, hold: 1, rest: 0, sets: 100000}]"
    expected = "3:47 the routine expands to 100,001 steps; 100,000 is the most"
    assert problems(text) == [expected]


def test_the_defaults_are_named_where_they_are_what_is_too_many() -> None:
    text = "name: A\ndefaults: {sets: 99999}\nexercises: [{name: B, hold: 1, sides: each}]"
    assert problems(text)[0].startswith("2:18 the routine expands to ")


def test_rounds_within_rounds_beyond_all_figures_are_refused_without_counting_them() -> None:
    text = "{name: A, hold: 1}"
    for _ in range(14):
        text = "{circuit: C, rounds: 100000, exercises: [" + text + "]}"
    (found,) = problems(f"name: A\nexercises: [{text}]")
    assert found.endswith("expands to more than a million million steps; 100,000 is the most")


def test_a_mistake_behind_an_anchor_is_named_once_and_where_it_is_written() -> None:
    found = problems(
        """\
        name: A
        exercises:
          - &squat
            name: Squat
            hold: soon
            colour: red
          - {<<: *squat, name: Lunge}
          - {<<: *squat, name: Hop}
        """
    )
    assert found == [
        f"5:11 hold: 'soon' is not a length; {LENGTHS}",
        "6:5 unknown field 'colour' in exercise 'Squat'; the nearest that is known is 'work'",
    ]


def test_of_hundreds_of_problems_the_first_hundred_are_named() -> None:
    found = problems("name: A\nexercises:\n" + "- {name: B, hold: soon}\n" * 500)
    assert len(found) == 101
    assert found[-1] == "102:19 and there is more; mend the problems above first"


def test_a_value_of_any_length_is_quoted_in_brief() -> None:
    (found,) = exercise_problems("hold: " + "soon" * 10_000)
    assert len(found) < 140


@pytest.mark.parametrize("old", ["reps: 15", "sets: 3", "rest: 2m", "sides: each", "name: Squat"])
def test_no_message_speaks_of_python_pydantic_or_the_parser(old: str) -> None:
    name = old.split(":")[0]
    for value in ("", "[]", "{}", "x", "[[1]]", "{a: {b: c}}", "'", "*x", "!!int 3", "- 3"):
        for found in problems(WHOLE_EXAMPLE.replace(old, f"{name}: {value}", 1)):
            assert not re.search(r"pydantic|dict|token|scalar|mapping|NoneType|str\b", found), found
