"""A long text in the editor: the same text as ever, and no key takes long in it."""

import asyncio
import random
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, cast

import pytest
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.screen import Screen

from stridetimer.editing import colours
from stridetimer.editing.checking import Checked
from stridetimer.tui import lookout
from stridetimer.tui.lookout import LEAST_PAUSE, LONGEST_PAUSE, Lookout
from stridetimer.tui.widgets.pages import Pages, WrappedPages

WIDTH = 12


def test_whatever_is_typed_the_rows_are_those_of_an_ordinary_text() -> None:
    dice = random.Random(7)
    pages = Pages("name: Evening\n\texercises:\n  - name: Squat with a long name")
    rows = WrappedPages(pages, tab_width=2)
    rows.wrap(WIDTH)
    for _ in range(150):
        top = dice.randrange(pages.line_count)
        bottom = min(top + dice.choice([0, 0, 0, 1, 3]), pages.line_count - 1)
        start = top, dice.randint(0, len(pages[top]))
        end = bottom, dice.randint(0, len(pages[bottom]))
        start, end = sorted((start, end))
        text = dice.choice(["x", "\n", "", "two words\nand more of them\n", "wide \u5bbd"])
        result = pages.replace_range(start, end, text)
        if dice.random() < 0.2:
            rows.wrap(dice.choice([WIDTH, WIDTH, WIDTH + 3]))
        else:
            rows.wrap_range(start, end, result.end_location)
            rows.wrap(WIDTH)
        plain = Document(pages.text)
        expected = WrappedDocument(plain, tab_width=2)
        expected.wrap(WIDTH)
        rows.wrap(WIDTH)
        assert pages.text == "\n".join(pages.lines)
        assert rows.height == expected.height
        assert rows.lines == expected.lines


def test_text_and_height_are_worked_out_once_and_not_for_each_row_that_is_drawn() -> None:
    pages = Pages("    work: 40s\n" * 20_000)
    rows = WrappedPages(pages, tab_width=2)
    rows.wrap(0)
    assert pages.text is pages.text
    began = time.perf_counter()
    for _ in range(5_000):
        assert rows.height == 20_001
        rows.wrap(0)
    assert time.perf_counter() - began < 2, "it was a millisecond each"


@pytest.mark.parametrize("words", ["word ", "a: 1 ", "- {b: 2, ", " ", "'", "1"])
def test_a_paragraph_in_one_line_takes_no_minutes_to_colour(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(colours, "LONGEST", 10**9)
    line = "    how: " + words * (20_000 // len(words))
    began = time.perf_counter()
    list(colours.parts([line], 0))
    assert time.perf_counter() - began < 3


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
