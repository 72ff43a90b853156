"""Files that are not YAML, or more YAML than a routine needs, and what is said of them."""

import pytest
import yaml
from texts import problems, understood

from stridetimer.routines import compose

HEAD = "name: A\n"
ONE = "exercises: [{name: A, hold: 3}]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: A\n\tx: y\n", "2:1 a tab cannot stand here; use spaces"),
        ("name:\n\tx: y\n", "2:1 a tab cannot stand here; use spaces"),
        ("how: |\n\tx\n", "2:1 a tab cannot stand here; use spaces"),
        ("-\tname: x\n", "1:2 a tab cannot stand here; use spaces"),
        ("tags: [a, b\nname: c\n", "1:7 '[' has no end: ',' or ']' was expected on line 2"),
        ("a: {b: c\n", "1:4 '{' has no end: ',' or '}' was expected on line 2"),
        ("name: 'A\nb: c\n", "1:7 this quotation mark has no partner"),
        ('name: "A\n---\nb: c\n', "1:7 this quotation mark has no partner"),
        ('name: "a\\qb"\n', "1:9 no such escape; in double quotes a backslash is written '\\\\'"),
        (
            "name: Legs: the long one\n",
            "1:11 a second ':' on this line; a text with ': ' in it needs quotes around it",
        ),
        (
            "name: A\n sets: 3\n",
            "2:6 a field cannot begin here: mind its indentation, and the end of the line above",
        ),
        (
            "name: A # x\n  sets: 3\n",
            "2:3 the indentation of this line does not fit the lines above it",
        ),
        ("- a\nb: c\n", "2:1 the indentation of this line does not fit the lines above it"),
        (
            "name: A\nexercises\nsets: 3\n",
            "2:1 a field is written 'name: value'; the ':' is missing here",
        ),
        ("name: @A\n", "1:7 a text that begins with '@' needs quotes around it"),
        ("name: `A\n", "1:7 a text that begins with '`' needs quotes around it"),
        ("name: %A\n", "1:7 a text that begins with '%' needs quotes around it"),
        ("name: *A*\n", "1:7 a text that begins with '*' or '&' needs quotes around it"),
        ("name: & A\n", "1:7 a text that begins with '*' or '&' needs quotes around it"),
        ("name: ?\n", "1:7 a text that begins with '?' needs quotes around it"),
        ("name: - A\n", "1:7 a list begins on a line of its own"),
        ("name: }\n", "1:7 a value was expected here"),
        ("how: |x\n  y\n", "1:7 behind '|' or '>' only '+', '-' and a digit can stand"),
        (
            "name: [left] press\n",
            "1:14 this cannot follow here; a text with quotes or brackets in it needs quotes "
            "around it",
        ),
        (
            "name: 'it's'\n",
            "1:11 this cannot follow here; a text with quotes or brackets in it needs quotes "
            "around it",
        ),
        ("a: {b:}\n", "1:6 write a space behind the ':', or quotes around the text"),
        ("name: !u!x A\n", "1:7 tags ('!…') cannot be used here"),
        ("%FOO\n---\na: b\n", "1:1 a line cannot begin with '%' here"),
        (f"{HEAD}{ONE}...\nc: d\n", "4:1 the file goes on behind its end"),
    ],
)
def test_broken_syntax_is_explained_where_it_can_be_mended(text: str, expected: str) -> None:
    assert problems(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"name: !!str A\n{ONE}", "1:7 tags ('!…') cannot be used here"),
        (f"name: ! A\n{ONE}", "1:7 tags ('!…') cannot be used here"),
        (f"!routine\nname: A\n{ONE}", "1:1 tags ('!…') cannot be used here"),
        (
            f"name: A\nexercises: !!python/object:os.system [{ONE[12:-2]}]\n",
            "2:12 tags ('!…') cannot be used here",
        ),
        (
            f"{HEAD}{ONE}---\n{HEAD}{ONE}",
            "3:1 a second document begins here; a file holds one routine",
        ),
        (f"name: *a\n{ONE}", "1:7 the anchor '&a' is not set before this"),
        (f"name: A\n*a : b\n{ONE}", "2:1 the anchor '&a' is not set before this"),
        (
            "name: A\nexercises: &e\n  - {name: B, hold: 3}\n  - *e\n",
            "4:5 the anchor '&e' refers to itself",
        ),
        (
            "name: A\nexercises:\n  - &e {name: B, hold: 3, <<: *e}\n",
            "3:31 the anchor '&e' refers to itself",
        ),
        (
            "name: A\nexercises: [{name: B, hold: 3, <<: text}]\n",
            "2:36 '<<' takes the fields of an anchor, or a list of such",
        ),
        (
            "name: A\nexercises: [{name: B, hold: 3, <<: [text]}]\n",
            "2:37 '<<' takes the fields of an anchor, or a list of such",
        ),
        (
            "name: A\nexercises:\n- &b {name: B, hold: 3}\n- {<<: *b, <<: *b}\n",
            "4:12 '<<' is written again; the first is on line 4; write '<<: [*one, *other]'",
        ),
    ],
)
def test_what_a_routine_does_not_need_of_yaml_is_refused(text: str, expected: str) -> None:
    assert problems(text) == [expected]


def test_a_quoted_merge_is_a_field_like_any_other() -> None:
    found = problems("name: A\nexercises: [{name: B, hold: 3, '<<': {rest: 5s}}]\n")
    assert found == ["2:32 unknown field '<<' in exercise 'B'"]


def test_what_stands_before_broken_syntax_is_still_checked() -> None:
    found = problems(
        """\
        name: A
        colour: red
        exercises:
          - name: B
            hold: soon
          - name: C
            sets: 2
          - name: 'D
            hold: 3
        """
    )
    assert found == [
        "2:1 unknown field 'colour' in the routine; the nearest that is known is 'source'",
        "5:11 hold: 'soon' is not a length; write it like 90s, 1m30s, 2 min or 1:30",
        "6:5 exercise 'C' has no work; give it one of reps, hold, work or open",
        "8:11 this quotation mark has no partner",
    ]


def test_what_may_have_been_cut_short_is_not_said_to_be_missing() -> None:
    assert problems("name: A\nexercises:\n- circuit: B\n  rounds: 2\n- [\n") == [
        "3:3 circuit 'B' has no 'exercises'",
        "5:4 a value was expected, and nothing follows; '[' or '{' may be left open",
    ]
    assert problems("rest: 3\nexercises:\n- rest: 3\n  form:\n  - a\n  - [\n")[-1].startswith("6:6")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"name: caf\xe9\n", "1:10 the file is not UTF-8: byte 0xE9 cannot stand here"),
        (
            "name: é\nhow: 漢".encode() + b"\xff",
            "2:7 the file is not UTF-8: byte 0xFF cannot stand here",
        ),
        (b"a\r\nb\r\xc3(", "3:1 the file is not UTF-8: byte 0xC3 cannot stand here"),
        (b"\xed\xa0\x80", "1:1 the file is not UTF-8: byte 0xED cannot stand here"),
        ("name: A\n".encode("utf-16"), "1:1 the file is written in UTF-16; save it as UTF-8"),
        ("name: A\n".encode("utf-32"), "1:1 the file is written in UTF-32; save it as UTF-8"),
        (b"#" * 1024 * 1024 + b"#", "1:1 the file is larger than 1 MiB, the most a routine may be"),
    ],
)
def test_what_is_not_utf_8_or_too_large_is_refused_before_anything_else(
    data: bytes, expected: str
) -> None:
    assert problems(data) == [expected]


def test_a_file_of_exactly_the_largest_size_is_read() -> None:
    text = f"{HEAD}{ONE}#".encode()
    assert understood(text + b"#" * (1024 * 1024 - len(text))).name == "A"


CONTROL = "is a control character and cannot be used"


@pytest.mark.parametrize(
    ("char", "why"),
    [
        ("\0", f"U+0000 {CONTROL}"),
        ("\a", f"U+0007 {CONTROL}"),
        ("\x1b", f"U+001B {CONTROL}"),
        ("\x7f", f"U+007F {CONTROL}"),
        ("\x85", f"U+0085 {CONTROL}"),
        ("\x9b", f"U+009B {CONTROL}"),
        ("\v", f"U+000B {CONTROL}"),
        ("\f", f"U+000C {CONTROL}"),
        (
            "\u2028",
            "U+2028 is a line separator of its own kind; use an ordinary line break",
        ),
        (
            "\u202e",
            "U+202E turns the direction of the text around it and cannot be used",
        ),
        (
            "\u2066",
            "U+2066 turns the direction of the text around it and cannot be used",
        ),
        (
            "\ufeff",
            "U+FEFF is a byte order mark, which can only be the first character of a file",
        ),
        ("\uffff", "U+FFFF is not a character"),
    ],
)
def test_characters_that_steer_or_hide_are_refused(char: str, why: str) -> None:
    assert problems(f"summary: x\nname: a{char}b # \n{ONE}") == [f"2:8 {why}"]
    assert problems(f"name: a # {char}\n{ONE}") == [f"1:11 {why}"]
    number = f"\\U{ord(char):08x}"
    escaped = f"1:7 an escape makes a character that is refused: {why}"
    assert problems(f'name: "a{number}b"\n{ONE}') == [escaped]


def test_no_escape_makes_a_carriage_return() -> None:
    assert problems(f'name: "a\\rb"\n{ONE}') == [
        f"1:7 an escape makes a character that is refused: U+000D {CONTROL}"
    ]


def test_each_refused_character_is_named_and_so_is_what_else_is_wrong() -> None:
    assert problems("name: a\ab\a\ncolour: red\nexercises: []\n") == [
        f"1:8 U+0007 {CONTROL}",
        f"1:10 U+0007 {CONTROL}",
        "2:1 unknown field 'colour' in the routine; the nearest that is known is 'source'",
        "3:12 exercises: the list is empty",
    ]


def test_a_problem_behind_wide_characters_is_found_at_its_character() -> None:
    assert problems(f"name: 漢字 🏋️‍♀️\n{ONE}漢字: x\n")[0].startswith("3:1 ")
    assert problems("name: A\nexercises: [{name: 漢字, hold: zz}]\n")[0].startswith("2:30 ")


BROKEN = [
    "name: 'A\n",
    "a: [b\nc: d\n",
    "name: A: B\n",
    "- a\nb: c\n",
    "name: @A\n",
    "name: &\n",
    "how: |x\n",
    "name: !u!x A\n",
    'name: "\\U00110000"\n',
    "[" * 1000,
    "\tname: A\n",
    "name: A\n...\nb\n",
    "name: }\n",
]


@pytest.mark.parametrize("text", BROKEN)
def test_without_the_c_library_syntax_is_explained_as_well(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_it = problems(text)
    monkeypatch.setattr(compose, "_Loader", yaml.BaseLoader)
    without = problems(text)
    assert [found.split(":")[0] for found in without] == [found.split(":")[0] for found in with_it]
    assert all("not YAML: " not in found for found in without)
