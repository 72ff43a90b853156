"""How a problem is shown to a person, and to a program."""

import json

import pytest

from stridetimer.routines.characters import cells, printable, quoted
from stridetimer.routines.problems import Problem
from stridetimer.routines.reader import read


def shown(source: str, column: int) -> tuple[str, str]:
    """The line and the caret under it."""
    _, line, caret = Problem(1, column, "wrong", source).render("a.yaml").split("\n")
    return line, caret


def test_a_problem_is_shown_with_its_place_its_line_and_a_caret() -> None:
    text = "name: Knees\nexercises:\n  - name: Squat\n    reps: twelve\n"
    assert read(text, "knees.yaml").report() == (
        "knees.yaml:4:11: reps: 'twelve' is not a number of repetitions, like 15 or 15-20\n"
        "    reps: twelve\n"
        "          ^"
    )


def test_problems_are_shown_one_below_the_other() -> None:
    report = read("name:\nexercises: []\n", "a.yaml").report()
    assert report.split("\n")[0::3] == [
        "a.yaml:1:1: 'name' has no value",
        "a.yaml:2:12: exercises: the list is empty",
    ]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "abc",
        "\t",
        "a\tb\t",
        "漢字",
        "한국어 ",
        "e\N{COMBINING ACUTE ACCENT}",
        "🏋",
        "🏋\N{VARIATION SELECTOR-16}",
        "👩🏽",
        "👩\N{ZERO WIDTH JOINER}👧",
        "a\N{RIGHT-TO-LEFT MARK}b",
        "\a\x1b[31m",
        "\u202e",
        "\N{FULLWIDTH LATIN SMALL LETTER F}",
    ],
)
def test_the_caret_stands_under_its_character_whatever_is_before_it(before: str) -> None:
    line, caret = shown(f"{before}X and more", len(before) + 1)
    assert caret == " " * cells(line[: line.index("X")]) + "^"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("e\N{COMBINING ACUTE ACCENT}", 1),
        ("👩🏽", 2),
        ("👩\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧", 2),
        ("a\N{ZERO WIDTH SPACE}b", 2),
    ],
)
def test_text_takes_as_many_cells_as_a_terminal_gives_it(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize("column", [1, 50, 99, 100, 5_000, 9_999, 10_000, 10_001])
def test_of_a_long_line_only_the_part_around_the_place_is_shown(column: int) -> None:
    source = "".join(chr(ord("a") + index % 26) for index in range(10_000))
    line, caret = shown(source, column)
    assert len(line) <= 102
    assert len(caret) <= len(line) + 1
    if column <= len(source):
        assert line[len(caret) - 1] == source[column - 1]


def test_what_could_steer_the_terminal_is_shown_as_escapes() -> None:
    source = "name: \x1b[2J\x9b1m\u202eabc\ud800X"
    line, caret = shown(source, len(source))
    assert line == "name: \\x1b[2J\\x9b1m\\u202eabc\\ud800X"
    assert line[len(caret) - 1] == "X"


def test_the_name_of_a_file_is_made_safe_too() -> None:
    problem = Problem(1, 1, "wrong", "x")
    assert problem.render("a\x1b[31m\udcff.yaml").startswith("a\\x1b[31m\\udcff.yaml:1:1: ")


def test_a_problem_is_data_for_other_programs() -> None:
    (problem,) = read("name: A\nexercises: []\n", "a.yaml").problems
    assert json.loads(json.dumps(problem.as_dict("a.yaml"))) == {
        "file": "a.yaml",
        "line": 2,
        "column": 12,
        "message": "exercises: the list is empty",
        "severity": "error",
    }


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\nb\tc\r", "a\\x0ab\\x09c\\x0d"),
        ("[x] 漢 🏋", "[x] 漢 🏋"),
        ("\u2028\ufeff", "\\u2028\\ufeff"),
    ],
)
def test_printable_text_is_left_alone_and_the_rest_is_spelled_out(text: str, safe: str) -> None:
    assert printable(text) == safe


def test_a_quotation_is_cut_where_it_gets_too_long() -> None:
    assert quoted("x" * 100) == "'" + "x" * 39 + "…'"
