"""Files made to break a reader: each is refused in words, soon, and without filling the memory."""

import gc
import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from texts import WHOLE_EXAMPLE, problems

from stridetimer.routines.characters import printable
from stridetimer.routines.compose import MOST_NODES
from stridetimer.routines.reader import read

EXERCISE = "name: A\nexercises:\n- name: B\n  hold: 3\n"
TOO_MANY = f"{MOST_NODES:,} values"
TOO_DEEP = "lists and fields stand more than 68 levels deep here"


def bomb(levels: int, width: int) -> str:
    """Lists of lists by anchors, ``width ** levels`` values in all."""
    first = "a0: &a0 [x]\n"
    rows = (
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]\n"
        for level in range(1, levels)
    )
    return first + "".join(rows)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (bomb(10, 10), TOO_MANY),
        (bomb(30, 2), TOO_MANY),
        (bomb(80, 1), TOO_DEEP),
        ("[" * 100_000, TOO_DEEP),
        ("{a: " * 100_000, TOO_DEEP),
        ("- " * 100_000, TOO_DEEP),
        ("? " * 100_000, TOO_DEEP),
        ("a: &a {b: *a}", "refers to itself"),
        ("&a [*a]", "refers to itself"),
        ("&a {*a : b}", "refers to itself"),
        ("&a {<<: *a}", "refers to itself"),
        ("&a {<<: [*a, *a]}", "refers to itself"),
        (EXERCISE + "  reps: " + "9" * 100_000, "is too many"),
        (EXERCISE + "  reps: 5-" + "9" * 100_000, "is too many"),
        (EXERCISE + "  sets: " + "0" * 100_000, "is too few"),
        (EXERCISE + "  rest: " + "9" * 100_000, "is not a length"),
        (EXERCISE + "  rest: 1h" + " " * 100_000 + "x", "is not a length"),
        (EXERCISE + "  " + "x" * 100_000 + ": 1", "':' is missing"),
        (EXERCISE + "  ? " + "x" * 100_000 + "\n  : 1", "unknown field"),
        ("\0" * 100_000, "U+0000"),
        ("\x1b[2J\x1b[31m" * 1000, "U+001B"),
        ("---\n" * 10_000, "second document"),
        ("*a" * 10_000, ""),
        ("&a " * 10_000, ""),
        ("!a " * 10_000, ""),
        (": " * 10_000, ""),
        ("\t" * 10_000, "empty"),
        ("\n" * 100_000, "empty"),
        ("'" * 10_001, ""),
        ('"\\' * 10_000, ""),
        ("|" * 10_000, ""),
        ("- *a\n" * 10_000, "is not set before"),
        ("%" * 10_000, ""),
    ],
)
def test_a_hostile_file_is_refused_in_words(text: str, part: str) -> None:
    found = problems(text)
    assert any(part in problem for problem in found), found[:3]
    assert len(found) <= 101
    assert all(len(problem) < 300 for problem in found)


def test_merges_that_multiply_are_refused() -> None:
    wide = ", ".join(f"k{number}: 1" for number in range(2000))
    text = f"name: A\nexercises:\n- &a {{{wide}}}\n" + "- {<<: *a}\n" * 2000
    assert TOO_MANY in problems(text)[0]


def test_levels_reached_by_way_of_anchors_count() -> None:
    deep = "[" * 40 + "]" * 40
    assert problems(f"a: &a {deep}\nb: {'[' * 28}*a{']' * 28}")[0].startswith(f"2:32 {TOO_DEEP}")


def circuits_within_circuits(levels: int) -> str:
    inner = "{name: X, reps: 1, tempo: {up: 1s}, form: [slowly]}"
    for level in range(levels):
        inner = f"{{circuit: C{level}, exercises: [{inner}]}}"
    return f"name: A\nexercises: [{inner}]\n"


def test_circuits_may_hold_circuits_32_deep_and_no_deeper() -> None:
    assert problems(circuits_within_circuits(32)) == []
    assert TOO_DEEP in problems(circuits_within_circuits(33))[0]


@pytest.mark.parametrize(
    "text",
    [
        bomb(12, 10),
        bomb(2, 5000),
        "[" + "a," * 20_000,
        "x: y\n" * 8_000,
    ],
)
def test_what_is_refused_takes_little_memory(text: str) -> None:
    tracemalloc.start()
    try:
        read(text, "bomb.yaml")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 30 * 1024 * 1024


def test_the_garbage_collector_is_left_as_it_was_found() -> None:
    read("name: A", "a.yaml")
    assert gc.isenabled()
    gc.disable()
    try:
        read("name: A", "a.yaml")
        assert not gc.isenabled()
    finally:
        gc.enable()


def check_sane(content: str | bytes) -> None:
    """A file gives a routine, or problems that lie within it."""
    reading = read(content, "any.yaml")
    assert (reading.routine is None) == bool(reading.problems)
    for problem in reading.problems:
        assert problem.message
        assert problem.message == problem.message.strip()
        assert problem.message == printable(problem.message)
        assert problem.line >= 1
        assert 1 <= problem.column <= len(problem.source) + 1
        head, line, caret = problem.render("any.yaml").split("\n")
        assert head.startswith("any.yaml:")
        assert caret.strip() == "^"
        assert not set(line) & {"\t", "\r", "\x1b", "\0"}


@settings(deadline=None)
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check_sane(data)


yaml_like = st.text(
    st.sampled_from("ab: -?[]{},&*!|>'\"%@`#<~\n\n  \t\\x0\u202e\r漢🏋️‍\N{NO-BREAK SPACE}"),
    max_size=60,
)


@settings(deadline=None)
@given(yaml_like)
def test_any_text_is_read_or_refused(text: str) -> None:
    check_sane(text)


@settings(deadline=None)
@given(
    st.integers(0, len(WHOLE_EXAMPLE)),
    st.integers(0, 12),
    st.one_of(
        yaml_like, st.sampled_from(["<<: *x", "&x ", "*x", "\x00", "- ", ": ", "\n\n", "1e9"])
    ),
)
def test_a_routine_with_any_one_place_changed_is_read_or_refused(
    start: int, length: int, other: str
) -> None:
    check_sane(WHOLE_EXAMPLE[:start] + other + WHOLE_EXAMPLE[start + length :])


values = st.recursive(
    st.sampled_from(["", "3", "5s", "true", "x", "''", "15-20", "&a y", "*a", "0", "99999"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from(["name", "rest", "hold", "circuit", "x", "exercises"]), inner
        )
        .map(lambda pairs: ", ".join(f"{name}: {value}" for name, value in pairs.items()))
        .map(lambda body: f"{{{body}}}"),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["name", "exercises", "defaults", "tags", "<<"]), values))
def test_fields_of_any_shape_are_read_or_refused(top: dict[str, str]) -> None:
    check_sane("".join(f"{name}: {value}\n" for name, value in top.items()))
