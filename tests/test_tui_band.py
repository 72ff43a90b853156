"""Where phase and side stand on the band: no phase is taken for a side."""

from itertools import product

import pytest

from stridetimer.core.routine import Side
from stridetimer.tui.band import drawing
from stridetimer.tui.band_end import NEXT, Ink
from stridetimer.tui.glyphs import cells
from stridetimer.tui.letters import word
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign

LARGE_ROWS = 3
WORKING = [
    Sign(phase, side)
    for phase, side in product((Phase.WORK, Phase.PAUSED), (Side.LEFT, Side.RIGHT))
]
COMING = [
    Sign(phase, side, coming=True)
    for phase, side in product(Phase, (Side.LEFT, Side.RIGHT))
    if phase is not Phase.WORK
]
BOTH_SIDES = [Sign(phase, Side.ALTERNATING, phase is not Phase.WORK) for phase in Phase]
SIZES = list(product((*range(20, 82), 120, 199, 200), (1, 2, 3, 5, 7)))


def band(sign: Sign, width: int, height: int = LARGE_ROWS) -> list[str]:
    """The band as text, row by row."""
    rows = [[" "] * width for _ in range(height)]
    for piece in drawing(sign, width, height).pieces:
        if piece.ink is Ink.EDGE:
            continue
        for y in piece.span:
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
    for sign in (*WORKING, *BOTH_SIDES):
        place = place_of(sign.phase.word, band(sign, width))
        if place and sign.side is Side.LEFT:
            assert width - place.stop >= 5, sign
            assert place.start <= width // 2, sign
        if place and sign.side is Side.RIGHT:
            assert place.start >= 5, sign
            assert place.stop >= width // 2, sign


@pytest.mark.parametrize("sign", [*WORKING, *COMING], ids=str)
def test_at_eighty_columns_both_are_large_and_the_phase_stands_about_the_middle(sign: Sign) -> None:
    rows = band(sign, 80)
    assert sign.side
    assert place_of(sign.side.name, rows)
    place = place_of(sign.phase.word, rows)
    assert place
    assert abs((place.start + place.stop) / 2 - 40) <= (9 if sign.coming else 3)


def test_the_sides_mirror_each_other() -> None:
    for width in (20, 40, 60, 80, 200):
        left, right = (band(Sign(Phase.WORK, side), width) for side in (Side.LEFT, Side.RIGHT))
        assert left[1].startswith((" LEFT", "  █"))
        assert right[1].endswith((" RIGHT ", "█    "))


def test_where_one_word_is_large_it_is_the_side_that_works_or_else_the_phase() -> None:
    for sign in (*WORKING, *COMING):
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


# -- a side that is still to come -------------------------------------------------------------


@pytest.mark.parametrize("sign", [*COMING, *BOTH_SIDES[1:]], ids=str)
def test_on_the_colour_of_the_band_stands_what_is_now_and_a_side_to_come_beside_it(
    sign: Sign,
) -> None:
    for width, height in SIZES:
        drawn = drawing(sign, width, height)
        for piece in drawn.pieces:
            inside = drawn.start <= piece.left and piece.right <= drawn.stop
            assert inside is (piece.ink is Ink.BAND), (width, height, piece)
        if sign.side is Side.LEFT:
            assert 0 < drawn.start <= width - len(sign.phase.shape)
            assert drawn.stop == width
        if sign.side is Side.RIGHT:
            assert 0 < drawn.stop < width
            assert drawn.start == 0


def test_the_band_is_whole_while_a_side_works() -> None:
    for sign, (width, height) in product(WORKING, SIZES):
        drawn = drawing(sign, width, height)
        assert (drawn.start, drawn.stop) == (0, width)


def test_next_is_said_of_both_sides_or_of_none() -> None:
    for sign, (width, height) in product(COMING, SIZES):
        if sign.side is Side.LEFT:
            mirrored = Sign(sign.phase, Side.RIGHT, coming=True)
            assert has_next(sign, width, height) is has_next(mirrored, width, height)


@pytest.mark.parametrize(("width", "height"), [(200, 7), (120, 5), (80, 3), (40, 3), (20, 1)])
def test_next_is_said_at_every_usual_size(width: int, height: int) -> None:
    assert has_next(Sign(Phase.REST, Side.LEFT, coming=True), width, height)
    assert not has_next(Sign(Phase.WORK, Side.LEFT), width, height)


def has_next(sign: Sign, width: int, height: int) -> bool:
    pieces = drawing(sign, width, height).pieces
    return any(NEXT in " ".join(piece.rows) or place_of(NEXT, [*piece.rows]) for piece in pieces)


@pytest.mark.parametrize(("width", "height"), [(200, 7), (120, 5), (80, 3), (60, 3), (20, 1)])
def test_a_side_does_not_move_when_it_begins_to_work(width: int, height: int) -> None:
    for side in (Side.LEFT, Side.RIGHT):
        rest, work = (
            band(Sign(phase, side, phase is Phase.REST), width, height)
            for phase in (Phase.REST, Phase.WORK)
        )
        of_side = slice(0, 4) if side is Side.LEFT else slice(-5, None)
        assert [row[of_side] for row in rest] == [row[of_side] for row in work]


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_band_points_to_the_side_that_comes(side: Side) -> None:
    tip = next(
        piece
        for piece in drawing(Sign(Phase.REST, side, coming=True), 80, 3).pieces
        if piece.ink is Ink.EDGE
    )
    rows = tip.rows if side is Side.LEFT else tuple(row[::-1] for row in tip.rows)
    assert rows == (" ▄█", "███", " ▀█")


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_letters_never_begin_with_the_band_where_they_would_melt_into_a_dark_ground(
    side: Side,
) -> None:
    for phase, (width, height) in product((Phase.PAUSED, Phase.REST, Phase.READY), SIZES):
        drawn = drawing(Sign(phase, side, coming=True), width, height)
        (letters,) = (piece for piece in drawn.pieces if piece.ink is Ink.BAND)
        if len(letters.rows) > 1:
            assert drawn.start < letters.left, (phase, width, height)
            assert letters.right < drawn.stop, (phase, width, height)
