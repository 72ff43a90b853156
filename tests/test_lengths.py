"""Lengths of time as people write and read them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stridetimer.core.lengths import (
    DAY,
    LENGTH_PATTERN,
    clock,
    countdown,
    in_words,
    parse_length,
)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90s", 90),
        ("1m30s", 90),
        ("1m 30s", 90),
        ("1:30", 90),
        ("0:45", 45),
        ("1h", 3600),
        ("2 min", 120),
        ("1.5m", 90),
        ("1.5 min", 90),
        ("1:00:00", 3600),
        ("1h 2m 3s", 3723),
        ("1H2MIN", 3720),
        ("90 seconds", 90),
        (".5m", 30),
        ("0.25s", 0.25),
        ("007", 7),
        ("120:00", 7200),
        ("  5 s\n", 5),
        ("0", 0),
    ],
)
def test_a_length_is_read_however_it_is_written(text: str, seconds: float) -> None:
    assert parse_length(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "s",
        "soon",
        "-5s",
        "+5s",
        "1.5",
        "1,5m",
        ".",
        "1.m",
        "1:5",
        "1:60",
        "1:60:00",
        "1:00:00:00",
        "1m30",
        "30s1m",
        "1m1m",
        "1e3",
        "0x10",
        "1_000",
        ".inf",
        ".nan",
        "\N{ARABIC-INDIC DIGIT THREE}s",
        "1 m i n",
        "5d",
    ],
)
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="written like"):
        parse_length(text)


@pytest.mark.parametrize("text", ["1h" + " " * 100_000 + "x", "9" * 1_000_000, " " * 1_000_000])
def test_a_hostile_length_is_refused_at_once(text: str) -> None:
    with pytest.raises(ValueError, match="written like"):
        parse_length(text)


@settings(deadline=None)
@given(st.integers(0, int(DAY)))
def test_what_a_clock_shows_is_read_as_the_same_length(seconds: int) -> None:
    assert parse_length(clock(seconds)) == seconds


@settings(deadline=None)
@given(st.integers(0, int(DAY)))
def test_what_is_said_in_words_is_read_as_the_same_length(seconds: int) -> None:
    assert parse_length(in_words(seconds) or "0") == seconds


pieces = st.sampled_from(["1", "30", ".5", "1.5", "h", "m", "min", "S", " ", ":", "05", "", "x"])


@settings(deadline=None)
@given(st.lists(pieces, max_size=7).map("".join))
def test_the_pattern_for_editors_accepts_exactly_what_is_read(text: str) -> None:
    try:
        parse_length(text)
    except ValueError:
        assert not re.search(LENGTH_PATTERN, text)
    else:
        assert re.search(LENGTH_PATTERN, text)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (45, "0:45"), (59.996, "0:59"), (725, "12:05"), (3725, "1:02:05")],
)
def test_a_clock_cuts_fractions(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("left", "digit"), [(3.0, 3), (3.0000000001, 3), (2.9, 3), (0.1, 1), (0.0, 0), (-1.0, 0)]
)
def test_a_countdown_shows_the_second_that_still_runs(left: float, digit: int) -> None:
    assert countdown(left) == digit


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (45, "45 s"),
        (0.25, "0.25 s"),
        (59.999, "59.999 s"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (3900, "1 h 5 min"),
        (0, "0 s"),
    ],
)
def test_a_length_is_said_in_short_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
