"""Library and summary at every size, held to the pictures in ``tests/looks``."""

from draw_library_looks import library_looks, summary_looks
from draw_looks import LOOKS


async def test_the_library_looks_at_every_size_as_it_is_drawn() -> None:
    """``python tests/draw_library_looks.py`` draws it anew, where it is meant to look different."""
    for name, text in (await library_looks()).items():
        assert text == (LOOKS / name).read_text(encoding="utf-8"), name


async def test_the_summary_looks_at_every_size_as_it_is_drawn() -> None:
    for name, text in (await summary_looks()).items():
        assert text == (LOOKS / name).read_text(encoding="utf-8"), name
