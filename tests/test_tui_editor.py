"""The editor of our own: what one sees while typing, and that nothing is lost."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from editor_support import ROUTINE, content, editing, take_away, write
from tui_support import until

from stridetimer.editing.drafts import find_draft, keep_draft
from stridetimer.editing.saving import open_document
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.lookout import Lookout
from stridetimer.tui.screens import editor
from stridetimer.tui.widgets.choices import Choices
from stridetimer.tui.widgets.code import Code


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "evening.yaml"


async def test_the_text_its_session_and_its_length_are_on_the_screen(file: Path) -> None:
    async with editing(file) as desk:
        text = desk.text()
        assert "evening.yaml" in text
        assert text.splitlines()[0].endswith("2 min")
        assert "3    - name: Squat" in text
        assert desk.strip.plan
        assert desk.strip.plan.routine.name == "Evening"


async def test_a_text_is_seen_before_it_is_looked_through(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    write(file, ROUTINE)
    app = StridetimerApp(document=open_document(file))
    monkeypatch.setattr(
        Lookout, "look", lambda _: seen.append(app.screen.query_one(Code).size.height)
    )
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(seen))
    assert seen[0] > 0


async def test_what_is_typed_is_looked_through_once_one_pauses(file: Path) -> None:
    async with editing(file) as desk:
        desk.put(4, 13)
        await desk.type("\n    rset: 5s")
        await until(desk.pilot, lambda: bool(desk.problems.option_count))
        assert "6:5  unknown field 'rset'" in desk.text()
        assert "1 problem" in desk.text()
        assert "not saved" in desk.text()


async def test_strip_and_total_follow_the_text_and_stay_while_it_is_wrong(file: Path) -> None:
    async with editing(file) as desk:
        before = desk.strip.plan
        desk.put(3, 11)
        await desk.type("0")
        await desk.looked_through()
        longer = desk.strip.plan
        assert before
        assert longer
        assert longer.total_seconds > before.total_seconds
        await desk.type("x")
        await desk.looked_through()
        assert desk.strip.plan is longer


async def test_each_problem_leads_to_its_place(file: Path) -> None:
    async with editing(file, ROUTINE + "    rset: 5s\n    holt: 5s\n") as desk:
        desk.screen.action_next_problem()
        assert desk.code.cursor_location == (5, 4)
        desk.screen.action_next_problem()
        assert desk.code.cursor_location == (6, 4)
        desk.screen.action_next_problem()
        assert desk.code.cursor_location == (5, 4), "and from the last to the first"
        room = desk.problems.size
        await desk.press("ctrl+l")
        assert desk.problems.size == room, "a frame would take the place of problems"
        await desk.press("down", "enter")
        assert desk.code.cursor_location == (6, 4)
        assert desk.code.has_focus


async def test_a_likely_slip_is_listed_as_a_warning_and_saving_asks_nothing(file: Path) -> None:
    async with editing(file, ROUTINE + "    rest: 20m\n") as desk:
        assert "6:11  warning: rest: 20 min is long" in desk.text()
        assert "1 problem" not in desk.text()
        assert desk.strip.plan, "it is a good routine all the same"
        await desk.press("ctrl+l", "enter")
        assert desk.code.cursor_location == (5, 10)
        desk.put(0, 6)
        await desk.type("Late ")
        await desk.press("ctrl+s")
        await desk.looked_through()
        assert not desk.asked
        assert content(file).startswith("name: Late Evening")


async def test_a_problem_at_the_very_end_leads_there_too(file: Path) -> None:
    async with editing(file, "name: x\nexercises: [") as desk:
        desk.screen.action_next_problem()
        assert desk.code.cursor_location[0] == 1


async def test_names_are_offered_as_one_types_and_taken_by_tab(file: Path) -> None:
    async with editing(file) as desk:
        desk.put(4, 13)
        await desk.press("enter", "s", "i")
        choices = desk.screen.query_one(Choices)
        assert choices.shown
        assert "sides" in desk.text()
        assert "How the two sides are used." in desk.text()
        await desk.press("tab")
        assert desk.code.lines[5] == "    sides: "
        assert choices.shown, "its values come at once"
        await desk.press("down", "enter")
        assert desk.code.lines[5] == "    sides: each"
        assert not choices.shown


async def test_escape_puts_what_is_offered_away_and_stays_in_the_editor(file: Path) -> None:
    async with editing(file) as desk:
        desk.put(4, 13)
        await desk.press("enter", "s", "escape")
        assert not desk.screen.query_one(Choices).shown
        assert not desk.asked
        await desk.press("ctrl+@")
        assert desk.screen.query_one(Choices).shown
        await desk.press("left")
        assert not desk.screen.query_one(Choices).shown, "it was for another place"


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5)])
async def test_what_is_offered_is_on_the_screen_at_any_size(
    file: Path, size: tuple[int, int]
) -> None:
    async with editing(file, size=size) as desk:
        desk.put(4, 13)
        await desk.press("enter", "s")
        choices = desk.screen.query_one(Choices)
        assert choices.shown
        assert desk.app.screen.region.contains_region(choices.region)
        assert "sets" in desk.text() or "switch" in desk.text()


async def test_what_is_offered_stays_at_the_cursor_when_the_terminal_changes_its_size(
    file: Path,
) -> None:
    async with editing(file, ROUTINE + "# more\n" * 30) as desk:
        await desk.press("ctrl+end", "s")
        choices = desk.screen.query_one(Choices)
        for width, height in ((40, 12), (20, 6), (70, 40), (80, 24)):
            await desk.pilot.resize_terminal(width, height)
            await desk.settle()
            await desk.pilot.pause()
            cursor = desk.code.cursor_screen_offset
            assert cursor.y + 1 == choices.region.y or choices.region.bottom == cursor.y
            assert desk.app.screen.region.contains_region(choices.region)


async def test_lines_go_in_and_out_by_themselves(file: Path) -> None:
    async with editing(file) as desk:
        desk.put(4, 13)
        await desk.type("\n    form:")
        await desk.press("enter")
        assert desk.code.lines[6] == "      "
        await desk.press("backspace")
        assert desk.code.lines[6] == "    "
        await desk.press("shift+tab")
        assert desk.code.lines[6] == "  "


async def test_saving_writes_the_file_and_says_so(file: Path) -> None:
    async with editing(file, ROUTINE.replace("\n", "\r\n")) as desk:
        desk.put(0, 13)
        await desk.type(" run")
        await desk.press("ctrl+s")
        await desk.app.workers.wait_for_complete()
        await desk.settle()
        assert content(file).startswith("name: Evening run\r\nexercises:\r\n")
        assert "Saved." in desk.text()
        assert "not saved" not in desk.text()


async def test_what_has_problems_is_saved_only_if_one_says_so(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("x: 1\n")
        await desk.press("ctrl+s")
        await desk.until_asked()
        assert "Save with 1 problem?" in desk.text()
        await desk.press("escape")
        assert content(file) == ROUTINE
        await desk.press("ctrl+s")
        await desk.until_asked()
        await desk.press("ctrl+s")
        await desk.settle()
        assert content(file) == "x: 1\n" + ROUTINE
        assert "Saved, with 1 problem." in desk.text()


async def test_a_file_changed_underneath_is_not_overwritten_unasked(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("# mine\n")
        write(file, "# theirs\n" + ROUTINE)
        await desk.press("ctrl+s")
        await desk.until_asked()
        assert "Another program has changed the file." in desk.text()
        await desk.press("escape")
        assert content(file) == "# theirs\n" + ROUTINE
        await desk.press("ctrl+s")
        await desk.until_asked()
        await desk.press("o")
        await desk.settle()
        assert content(file) == "# mine\n" + ROUTINE


async def test_a_change_by_another_program_is_shown_at_once_where_all_is_saved(file: Path) -> None:
    async with editing(file) as desk:
        desk.put(3, 4)
        write(file, "# theirs\n" + ROUTINE)
        await until(desk.pilot, lambda: desk.code.text == "# theirs\n" + ROUTINE)
        assert "Another program has changed the file; ctrl+z" in desk.text()
        assert "not saved" not in desk.text()
        assert desk.code.cursor_location == (3, 4)
        await desk.press("ctrl+z")
        assert desk.code.text == ROUTINE
        assert "not saved" in desk.text()
    assert content(file) == "# theirs\n" + ROUTINE


async def test_what_is_typed_stays_where_another_program_changes_the_file(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("# mine\n")
        write(file, "# theirs\n" + ROUTINE)
        desk.screen.keeper.stirred()
        await desk.settle()
        assert "saving asks which to keep" in desk.text()
        assert "changed by another program" in desk.text().splitlines()[0]
        await desk.type("# more\n")
        assert "changed by another program" in desk.text().splitlines()[0], "it stands there"
        assert not desk.asked, "a question would take the next key for its answer"
        write(file, ROUTINE)
        desk.screen.keeper.stirred()
        await desk.settle()
        assert "again what it was" in desk.text()
        take_away(file)
        desk.screen.keeper.stirred()
        await desk.settle()
        assert "taken the file away" in desk.text()
        await desk.press("ctrl+s")
        await desk.settle()
        assert not desk.asked, "there is nothing to choose from"
        assert content(file) == desk.code.text
        assert "another program" not in desk.text()
        write(file, "name: a\u2028b\n")
        desk.screen.keeper.stirred()
        await desk.settle()
        assert "What another program has written can't be read: it holds" in desk.text()
        assert desk.code.text == "# mine\n# more\n" + ROUTINE
    assert content(file) == "name: a\u2028b\n"


async def test_what_is_written_during_the_question_is_asked_about_again(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("# mine\n")
        write(file, "# theirs\n" + ROUTINE)
        await desk.press("ctrl+s")
        await desk.until_asked()
        write(file, "# newer\n" + ROUTINE)
        await desk.press("o")
        await desk.until_asked()
        assert content(file) == "# newer\n" + ROUTINE
        await desk.press("o")
        await desk.settle()
    assert content(file) == "# mine\n" + ROUTINE


async def test_theirs_can_be_taken_and_ours_brought_back(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("# mine\n")
        write(file, "# theirs\n" + ROUTINE)
        await desk.press("ctrl+s")
        await desk.until_asked()
        await desk.press("r")
        assert desk.code.text == "# theirs\n" + ROUTINE
        assert not desk.screen.keeper.unsaved
        assert "This is what is in the file" in desk.text()
        await desk.press("ctrl+z")
        assert desk.code.text == "# mine\n" + ROUTINE


async def test_a_file_that_cannot_be_written_is_said(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    async with editing(file) as desk:
        monkeypatch.setattr("stridetimer.tui.safekeeping.save", refuse)
        await desk.type("# mine\n")
        await desk.press("ctrl+s")
        await desk.app.workers.wait_for_complete()
        await desk.settle()
        assert "Can't save: no space left on device." in desk.text()
        assert desk.screen.keeper.unsaved


async def test_leaving_with_something_unsaved_asks(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("# mine\n")
        await desk.press("escape")
        await desk.until_asked()
        await desk.press("n")
        assert not desk.asked
        await desk.press("ctrl+q")
        await desk.until_asked()
        await desk.press("s")
        await desk.settle()
    assert content(file) == "# mine\n" + ROUTINE
    assert find_draft(file) is None


async def test_a_draft_that_cannot_be_kept_is_said_once_and_tried_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(editor, "DRAFT_AFTER", 0.01)
    monkeypatch.setattr(editor, "DRAFT_AGAIN", 0.01)
    async with editing(file) as desk:
        with monkeypatch.context() as full:
            full.setattr("stridetimer.editing.drafts.files.replace", refuse)
            await desk.type("# mine\n")
            await until(desk.pilot, lambda: desk.screen.keeper.draftless)
            await desk.settle()
            said = "no draft of it can be kept: no space left on device."
            assert said in " ".join(desk.text().split())
            await desk.type("# more\n")
            await desk.screen.keeper.keep_draft()
            assert said not in " ".join(desk.text().split()), "once is enough"
            assert "no draft kept" in desk.text().splitlines()[0], "but it stands there"
        await until(desk.pilot, lambda: find_draft(file) is not None)
        await desk.settle()
        assert "A draft is kept again" in desk.text()
        assert "no draft kept" not in desk.text()


async def test_what_one_discards_is_gone(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("# mine\n")
        await desk.screen.keeper.keep_draft()
        assert find_draft(file)
        await desk.press("escape")
        await desk.until_asked()
        await desk.press("d")
    assert content(file) == ROUTINE
    assert find_draft(file) is None


async def test_leaving_without_a_change_asks_nothing(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("x")
        await desk.press("ctrl+z", "escape")
        await desk.settle()
    assert content(file) == ROUTINE


async def test_a_program_that_ends_anyhow_leaves_a_draft_that_is_offered(file: Path) -> None:
    async with editing(file) as desk:
        await desk.type("# mine\n")
        desk.app.end_at_once(143)
    draft = find_draft(file)
    assert draft
    assert draft.text == "# mine\n" + ROUTINE

    async with editing(file, "") as desk:
        await desk.until_asked()
        assert "There is more than the file has." in desk.text()
        await desk.press("y")
        assert desk.code.text == "# mine\n" + ROUTINE
        assert desk.screen.keeper.unsaved
        await desk.press("ctrl+s")
        await desk.app.workers.wait_for_complete()
    assert content(file) == "# mine\n" + ROUTINE


async def test_a_draft_of_a_file_that_was_changed_since_is_not_saved_over_it(file: Path) -> None:
    write(file, ROUTINE)
    keep_draft(file, "# mine\n" + ROUTINE, open_document(file).hash, datetime(2026, 3, 1, 18))
    write(file, "# theirs\n" + ROUTINE)
    async with editing(file, "") as desk:
        await desk.until_asked()
        await desk.press("y")
        await desk.press("ctrl+s")
        await desk.until_asked()
        assert "Another program has changed the file." in desk.text()
        await desk.press("escape")
    assert content(file) == "# theirs\n" + ROUTINE


async def test_a_draft_one_does_not_want_is_thrown_away(file: Path) -> None:
    keep_draft(file, "# mine\n", "", datetime(2026, 3, 1, 18))
    async with editing(file) as desk:
        await desk.until_asked()
        await desk.press("d")
        assert desk.code.text == ROUTINE
    assert find_draft(file) is None


async def test_ctrl_c_copies_and_ctrl_z_takes_back_as_in_every_editor(file: Path) -> None:
    async with editing(file) as desk:
        await desk.press("x", "ctrl+z")
        assert desk.code.text == ROUTINE
        desk.code.select_line(0)
        await desk.press("ctrl+c")
        assert desk.app.clipboard == "name: Evening"
        assert desk.app.is_running


async def test_the_line_one_types_stays_in_sight_when_the_list_of_problems_grows(
    file: Path,
) -> None:
    async with editing(file, ROUTINE + "# more\n" * 40) as desk:
        await desk.press("ctrl+end")
        assert desk.code.cursor_location == (45, 0)
        await desk.type("rset: 5s\nholt: 5s\nlast: here")
        await desk.looked_through()
        await desk.settle()
        assert desk.problems.option_count == 3
        assert "last: here" in desk.text()
        await desk.press("ctrl+home")
        assert desk.code.cursor_location == (0, 0)


async def test_help_shows_the_keys_that_a_text_has_and_not_those_that_it_takes(file: Path) -> None:
    async with editing(file) as desk:
        await desk.press("f1")
        text = desk.text()
        assert re.search(r"ctrl\+space +Offer what can be written here", text)
        assert re.search(r"ctrl\+z ctrl\+y +Take back what was typed", text)
        assert "End the program" not in text


async def test_nothing_in_a_file_is_an_order_to_the_terminal_or_markup(file: Path) -> None:
    async with editing(file, "name: '[red] [/] \x1b[31m\x07'\nexercises: 1\n") as desk:
        text = desk.text()
        assert "[red] [/] \N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}" in text
        assert "\x1b" not in text


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5), (200, 60)])
async def test_there_is_room_for_the_text_at_every_size(file: Path, size: tuple[int, int]) -> None:
    async with editing(file, ROUTINE + "    rset: 5s\n", size=size) as desk:
        desk.screen.action_next_problem()
        await desk.settle()
        assert "rset" in desk.text()
        assert desk.code.size.height >= size[1] / 3
        assert "unknown field" in desk.text()
