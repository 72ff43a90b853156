"""Numerals and letters of any size."""

import pytest

from stridetimer.tui.glyphs import TIMES, cells, numeral
from stridetimer.tui.letters import word
from stridetimer.tui.phase import Phase
from stridetimer.tui.widgets.big_time import rows_for


def drawn(text: str, rows: int) -> str:
    glyphs = [cells(numeral(character, rows)) for character in text]
    return "\n".join("  ".join(glyph[row] for glyph in glyphs).rstrip() for row in range(rows))


def test_small_numerals_look_like_this() -> None:
    assert "\n" + drawn("+0:12", 3) == (
        "\n ▄   █▀█  ▄  ▀█   ▀▀█\n▀█▀  █ █  ▄   █   █▀▀\n     ▀▀▀      ▀   ▀▀▀"
    )


def test_larger_numerals_are_rounded_where_strokes_meet() -> None:
    assert drawn("5", 5).splitlines() == ["▄██████", "██", "███████", "     ██", "██████▀"]


@pytest.mark.parametrize("rows", range(3, 40))
def test_numerals_of_one_size_are_all_alike_wide_high_and_different(rows: int) -> None:
    glyphs = [cells(numeral(character, rows)) for character in "0123456789 "]
    assert {len(glyph) for glyph in glyphs} == {rows}
    assert {len(row) for glyph in glyphs for row in glyph} == {len(glyphs[0][0])}
    assert len(set(glyphs)) == len(glyphs)


@pytest.mark.parametrize("rows", range(3, 40))
def test_an_8_has_equal_halves(rows: int) -> None:
    eight = numeral("8", rows)
    assert eight == eight[::-1]


def test_every_word_of_the_band_can_be_written_large() -> None:
    for text in ("LEFT", "RIGHT", *(phase.word for phase in Phase)):
        assert len(word(text, 1)) == 5
        assert len(word(text, 3)) == 15
        assert len({len(line) for line in word(text, 1)}) == 1


def test_numerals_grow_with_the_room_and_never_beyond_it() -> None:
    assert rows_for("0:45", 18, 3) == 3
    assert rows_for("0:45", 10, 20) == 1
    assert rows_for("0:45", 78, 11) == 10
    assert rows_for("0:45", 198, 33) >= 15
    assert rows_for("1:00:00", 20, 3) == 1


def test_how_large_a_time_is_does_not_depend_on_its_numerals() -> None:
    sizes = {rows_for(f"{number // 60}:{number % 60:02}", 40, 12) for number in range(600)}
    assert len(sizes) == 1


@pytest.mark.parametrize("rows", range(3, 40))
def test_what_stands_before_how_often_is_the_same_from_both_sides_and_upside_down(
    rows: int,
) -> None:
    cross = [row for row in numeral(TIMES, rows) if row.strip()]
    assert cross == [row[::-1] for row in cross] == cross[::-1]
    assert numeral(TIMES, rows)[-1] == cross[-1], "it stands where the numerals do"
    assert len(cross) < len(numeral("1", rows)), "and is no numeral"
