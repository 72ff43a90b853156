"""Where phase and side stand on the band: no phase is taken for a side."""

from itertools import product

import pytest

from stridetimer.core.routine import Side
from stridetimer.tui.band import pieces
from stridetimer.tui.glyphs import cells
from stridetimer.tui.letters import word
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign

LARGE_ROWS = 3
ONE_SIDE = [Sign(phase, side) for phase, side in product(Phase, (Side.LEFT, Side.RIGHT))]
BOTH_SIDES = [Sign(phase, Side.ALTERNATING) for phase in Phase]


def band(sign: Sign, width: int, height: int = LARGE_ROWS) -> list[str]:
    """The band as text, row by row."""
    rows = [[" "] * width for _ in range(height)]
    for piece in pieces(sign, width, height):
        for y in range(height):
            for x, cell in enumerate(piece.on(y), piece.left):
                assert rows[y][x] == " ", "two words lie over each other"
                rows[y][x] = cell
    return ["".join(row) for row in rows]


def place_of(text: str, rows: list[str]) -> range | None:
    """From which cell to which ``text`` stands in large letters; None where it does not."""
    pixels = word(text, 1)
    letters = cells((" " * len(pixels[0]), *pixels))
    start = rows[0].find(letters[0])
    while start >= 0:
        if all(row[start:].startswith(part) for row, part in zip(rows, letters, strict=True)):
            return range(start, start + len(letters[0]))
        start = rows[0].find(letters[0], start + 1)
    return None


@pytest.mark.parametrize("width", [*range(36, 82), 120, 199])
def test_a_large_phase_never_stands_where_a_side_would(width: int) -> None:
    for sign in (*ONE_SIDE, *BOTH_SIDES):
        place = place_of(sign.phase.word, band(sign, width))
        if place and sign.side is Side.LEFT:
            assert width - place.stop >= 5, sign
            assert place.start <= width // 2, sign
        if place and sign.side is Side.RIGHT:
            assert place.start >= 5, sign
            assert place.stop >= width // 2, sign


@pytest.mark.parametrize("sign", ONE_SIDE, ids=str)
def test_at_eighty_columns_both_are_large_and_the_phase_stands_in_the_middle(sign: Sign) -> None:
    rows = band(sign, 80)
    assert sign.side
    assert place_of(sign.side.name, rows)
    place = place_of(sign.phase.word, rows)
    assert place
    assert abs((place.start + place.stop) / 2 - 40) <= 3


def test_the_sides_mirror_each_other() -> None:
    for width in (20, 40, 60, 80, 200):
        left, right = (band(Sign(Phase.WORK, side), width) for side in (Side.LEFT, Side.RIGHT))
        assert left[1].startswith((" LEFT", "  █"))
        assert right[1].endswith((" RIGHT ", "█    "))


def test_where_one_word_is_large_it_is_the_side_that_works_or_else_the_phase() -> None:
    for sign in ONE_SIDE:
        rows, of_side = band(sign, 40), sign.phase in (Phase.WORK, Phase.SWITCH)
        assert sign.side
        large, written = sign.phase.word, sign.side.name
        if of_side:
            large, written = written, large
        assert place_of(large, rows), sign
        assert written in rows[1], sign


def test_between_two_sides_the_phase_is_large_and_they_are_where_they_find_room() -> None:
    rows = band(Sign(Phase.REST, Side.ALTERNATING), 80)
    assert all(place_of(text, rows) for text in ("LEFT", "REST", "RIGHT"))
    rows = band(Sign(Phase.REST, Side.ALTERNATING), 40)
    assert place_of("REST", rows)
    assert rows[1].startswith("  LEFT")
    assert rows[1].endswith("RIGHT  ")
