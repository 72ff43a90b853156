"""Which keys a footer names."""

import pytest

from stridetimer.tui.hints import Hint, fitted

LIBRARY = (
    Hint("enter", "start", stays=True),
    Hint("/", "search", stays=True),
    Hint("d", "details"),
    Hint("h", "history"),
    Hint("?", "help", stays=True),
    Hint("q", "quit", stays=True),
    Hint("t", "group"),
)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, "enter start / search d details h history ? help q quit t group"),
        (61, "enter start / search d details h history ? help q quit"),
        (53, "enter start / search d details ? help q quit"),
        (40, "enter start / search ? help q quit"),
        (30, "↵ start / search ? help q quit"),
        (29, "↵ start / search ? help q"),
        (20, "↵ start / search ? q"),
        (13, "↵ start / ? q"),
        (7, "↵ / ? q"),
        (6, "↵ / ?"),
        (0, "↵"),
    ],
)
def test_start_search_help_and_quit_stay_and_the_others_come_as_there_is_room(
    width: int, line: str
) -> None:
    assert " ".join(hint.words for hint in fitted(LIBRARY, width)) == line


def test_keys_that_are_twice_as_wide_take_twice_the_room() -> None:
    hints = (Hint("あ", "start"), Hint("q", "quit", stays=True))
    assert fitted(hints, 15) == [*hints]
    assert fitted(hints, 14) == [hints[1]]
