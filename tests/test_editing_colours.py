"""How a line of YAML is told apart, and how far the next one goes in."""

import pytest

from stridetimer.editing.colours import parts
from stridetimer.editing.indenting import indent_after


def told(text: str) -> list[tuple[str, str]]:
    lines = text.split("\n")
    row = len(lines) - 1
    return [(kind, lines[row][begin:end].strip()) for begin, end, kind in parts(lines, row)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# note", [("comment", "# note")]),
        ("name: Squat", [("name", "name")]),
        ("  - name: 'It''s'", [("mark", "-"), ("name", "name"), ("quoted", "'It''s'")]),
        ("rest: 1m 30s  # why", [("name", "rest"), ("number", "1m 30s"), ("comment", "# why")]),
        ("a#b: x", [("name", "b")]),
        ("wait: true", [("name", "wait"), ("word", "true")]),
        ("<<: *raise", [("anchor", "<<"), ("anchor", "*raise")]),
        (
            "- {name: Squat, work: 40s}",
            [
                *[("mark", "-"), ("mark", "{"), ("name", "name"), ("name", "work")],
                *[("number", "40s"), ("mark", "}")],
            ],
        ),
        ("tempo: {stand up: 1s, down", [("name", "tempo"), ("mark", "{"), ("name", "stand up"),
                                        ("number", "1s")]),
        ("how: >-", [("name", "how"), ("mark", ">-")]),
        ('say: "unclosed', [("name", "say"), ("quoted", '"unclosed')]),
        ("how: |\n  name: text", []),
        ("how: |\n  one\n    two: 3", []),
        ("how: |\n  one\n\n  # two", []),
        ("how: |\n  one\nname: x", [("name", "name")]),
        ("- don't - do\n  x: 'y'", [("name", "x"), ("quoted", "'y'")]),
        ("", []),
    ],
)  # fmt: skip
def test_the_parts_of_a_line_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("before", "spaces"),
    [
        ("", 0),
        ("name: x", 0),
        ("exercises:", 2),
        ("exercises:   # all", 2),
        ("  - name: Squat", 4),
        ("    reps: 15", 4),
        ("    form:", 6),
        ("      - tall", 8),
        ("    how: >-", 6),
        ("    how: | # text", 6),
        ("  -", 2),
        ("  - {name: x,", 6),
        ("  - {name: x}", 4),
        ("    # note", 4),
    ],
)
def test_a_new_line_goes_in_as_far_as_what_comes_next_will(before: str, spaces: int) -> None:
    assert indent_after(before) == spaces
