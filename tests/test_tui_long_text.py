"""A long text in the editor: the same text as ever, and no key takes long in it."""

import asyncio
import random
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Span, Text
from textual._wrap import compute_wrap_offsets
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset
from textual.screen import Screen

from stridetimer.editing import colours
from stridetimer.editing.checking import Checked
from stridetimer.routines.content import MOST_BYTES
from stridetimer.tui import lookout
from stridetimer.tui.lookout import LEAST_PAUSE, LONGEST_PAUSE, Lookout
from stridetimer.tui.widgets.breaking import breaks
from stridetimer.tui.widgets.long_line import LongLine
from stridetimer.tui.widgets.long_text import LongText, WrappedText

WIDTH = 12
LINES = st.text(st.characters(exclude_characters="\n"), max_size=30)


def test_whatever_is_typed_the_rows_are_those_of_an_ordinary_text() -> None:
    dice = random.Random(7)
    written = LongText("name: Evening\n\texercises:\n  - name: Squat with a long name")
    rows = WrappedText(written, tab_width=2)
    rows.wrap(WIDTH)
    for _ in range(150):
        top = dice.randrange(written.line_count)
        bottom = min(top + dice.choice([0, 0, 0, 1, 3]), written.line_count - 1)
        start = top, dice.randint(0, len(written[top]))
        end = bottom, dice.randint(0, len(written[bottom]))
        start, end = sorted((start, end))
        text = dice.choice(["x", "\n", "", "two words\nand more of them\n", "wide \u5bbd"])
        result = written.replace_range(start, end, text)
        if dice.random() < 0.2:
            rows.wrap(dice.choice([WIDTH, WIDTH, WIDTH + 3]))
        else:
            rows.wrap_range(start, end, result.end_location)
            rows.wrap(WIDTH)
        plain = Document(written.text)
        expected = WrappedDocument(plain, tab_width=2)
        expected.wrap(WIDTH)
        rows.wrap(WIDTH)
        assert written.text == "\n".join(written.lines)
        assert rows.height == expected.height
        assert rows.lines == expected.lines
        assert [*map(rows.get_sections, range(written.line_count))] == expected.lines
        for row in range(-1, rows.height):
            place = rows.offset_to_location(Offset(3, row))
            assert place == expected.offset_to_location(Offset(3, row))
            assert rows.location_to_offset(place) == expected.location_to_offset(place)


@given(
    st.text(st.sampled_from("ab -\u00e9\u00ad\t\u5bbd"), max_size=60) | LINES,
    st.integers(1, 15),
)
def test_lines_are_broken_where_a_text_area_breaks_them(line: str, width: int) -> None:
    assert breaks(line, width, 2) == compute_wrap_offsets(line, width, 2)


def test_the_largest_file_is_broken_into_rows_at_once() -> None:
    line = "    how: Keep the back straight, and breathe as you go down and as you come up again\n"
    written = LongText(line * (MOST_BYTES // len(line)))
    rows = WrappedText(written, tab_width=2)
    began = time.thread_time()
    rows.wrap(40)
    assert time.thread_time() - began < 0.5, "it was two seconds"
    assert rows.height == 3 * written.line_count - 2


def test_of_a_long_line_each_row_is_what_it_would_be_of_a_short_one() -> None:
    for kind in (Text, LongLine):
        text = kind("keep the back straight", "bold")
        text.stylize("red", 2, 11)
        text.stylize("blue", 13)
        rows = text.divide([5, 9, 14])
        seen = [(rows[row].plain, rows[row].style, rows[row].spans) for row in range(4)]
        assert seen == [
            ("keep ", "bold", [Span(2, 5, "red")]),
            ("the ", "bold", [Span(0, 4, "red")]),
            ("back ", "bold", [Span(0, 2, "red"), Span(4, 5, "blue")]),
            ("straight", "bold", [Span(0, 8, "blue")]),
        ]


def test_text_and_height_are_worked_out_once_and_not_for_each_row_that_is_drawn() -> None:
    written = LongText("    work: 40s\n" * 20_000)
    rows = WrappedText(written, tab_width=2)
    rows.wrap(0)
    assert written.text is written.text
    began = time.process_time()
    for _ in range(5_000):
        assert rows.height == 20_001
        rows.wrap(0)
    assert time.process_time() - began < 2, "it was a millisecond each"


@pytest.mark.parametrize("words", ["word ", "a: 1 ", "- {b: 2, ", " ", "'", "1"])
def test_a_paragraph_in_one_line_takes_no_minutes_to_colour(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(colours, "LONGEST", 10**9)
    line = "    how: " + words * (20_000 // len(words))
    began = time.process_time()
    list(colours.parts([line], 0))
    assert time.process_time() - began < 3


def test_the_longest_lines_stay_plain() -> None:
    assert list(colours.parts(["how: " + "x" * 100], 0))
    assert not list(colours.parts(["how: " + "x" * colours.LONGEST], 0))


class StillScreen:
    """Does what it is asked to when the test says so."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self.work: list[Coroutine[Any, Any, None]] = []

    def set_timer(self, delay: float, callback: object) -> "StillScreen":
        self.pauses.append(delay)
        return self

    def stop(self) -> None:
        self.pauses[-1] = -1.0

    def run_worker(self, work: Coroutine[Any, Any, None], *, group: str) -> None:
        self.work.append(work)


def test_what_is_typed_during_a_look_is_looked_at_after_it_and_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = StillScreen()
    typed = ["one"]
    seen: list[str] = []

    def check(text: str, path: Path) -> Checked:
        if text == "one":
            for more in ("two", "three"):
                typed.append(more)
                watcher.look()
        return Checked(text)

    def show(checked: Checked) -> None:
        seen.append(checked.text)

    watcher = Lookout(cast("Screen[bool]", screen), Path("a.yaml"), lambda: typed[-1], show)
    monkeypatch.setattr(lookout, "check", check)
    watcher.look()
    (work,) = screen.work
    asyncio.run(work)
    assert seen == ["one", "three"]
    assert len(screen.work) == 1


@pytest.mark.parametrize(
    ("took", "pause"), [(0.01, LEAST_PAUSE), (0.9, 0.9), (30.0, LONGEST_PAUSE)]
)
def test_the_longer_a_look_takes_the_longer_a_pause_it_waits_for(
    took: float, pause: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = StillScreen()
    instants = iter([0.0, took])
    monkeypatch.setattr(lookout, "monotonic", lambda: next(instants))
    watcher = Lookout(
        cast("Screen[bool]", screen), Path("a.yaml"), lambda: "name: A", lambda _: None
    )
    watcher.stir()
    watcher.look()
    asyncio.run(screen.work[0])
    watcher.stir()
    assert screen.pauses == [-1.0, pytest.approx(pause)]
