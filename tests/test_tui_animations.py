"""What moves by itself, and for whom it does not."""

import pytest
from textual import constants
from tui_support import SQUATS, performing

from stridetimer.tui.widgets.page import Page


@pytest.mark.parametrize(("wanted", "slides"), [("none", False), ("full", True)])
async def test_a_long_page_slides_but_for_whoever_wants_no_animations(
    monkeypatch: pytest.MonkeyPatch, wanted: str, slides: bool
) -> None:
    # What TEXTUAL_ANIMATIONS said when Textual was loaded.
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", wanted)
    async with performing(SQUATS, size=(40, 10)) as stage:
        await stage.press("question_mark")
        page = stage.app.screen.query_one(Page)
        places: list[float] = []
        stage.app.watch(page, "scroll_y", lambda y: places.append(y), init=False)
        page.scroll_to(y=page.max_scroll_y, immediate=True)
        await stage.pilot.wait_for_animation()
    assert places[-1] == page.max_scroll_y
    assert (len(places) > 1) is slides
