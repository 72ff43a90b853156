"""What keys are called, which a command has, and what is wrong with a wish for others."""

import json
import re
from pathlib import Path

import pytest
from textual.dom import DOMNode
from textual.keys import _character_to_key

from stridetimer.cli.keys import PLACES
from stridetimer.cli.main import run
from stridetimer.keys.command import KeyCommand
from stridetimer.keys.editor import EDITOR
from stridetimer.keys.everywhere import CLOSE_HELP, EVERYWHERE, MOVES
from stridetimer.keys.groups import KNOWN, TOGETHER
from stridetimer.keys.history import DELETE, HISTORY, PAST, PROGRESS
from stridetimer.keys.keymap import DEFAULT, Keymap, clashes
from stridetimer.keys.library import LIBRARY, OFFER
from stridetimer.keys.names import character_of, key_of, named, read_keys, shown
from stridetimer.keys.session import CLOSE_HOW, JUMP, LEAVE, LOCKED, SESSION, SUMMARY
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.screens.delete import DeleteScreen
from stridetimer.tui.screens.editor import EditorScreen
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.screens.history import HistoryScreen
from stridetimer.tui.screens.how import HowScreen
from stridetimer.tui.screens.jump import JumpScreen
from stridetimer.tui.screens.leave import LeaveScreen
from stridetimer.tui.screens.library import LibraryScreen
from stridetimer.tui.screens.lock import LockScreen
from stridetimer.tui.screens.offer import OfferScreen
from stridetimer.tui.screens.past import PastScreen
from stridetimer.tui.screens.progress import ProgressScreen
from stridetimer.tui.screens.session import SessionScreen
from stridetimer.tui.screens.summary import SummaryScreen
from stridetimer.tui.widgets.moving import MovingList

PRINTABLE = [chr(code) for code in range(33, 127)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("n", "n"),
        ("N", "N"),
        (" N ", "N"),
        ("?", "question_mark"),
        ("question mark", "question_mark"),
        ("+", "plus"),
        ("-", "minus"),
        ("=", "equals_sign"),
        ("[", "left_square_bracket"),
        ("minus", "minus"),
        ("Space", "space"),
        ("Esc", "escape"),
        ("Return", "enter"),
        ("page down", "pagedown"),
        ("PgUp", "pageup"),
        ("→", "right"),
        ("F5", "f5"),
        ("Ctrl+P", "ctrl+p"),
        ("ctrl + right", "ctrl+right"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("shift+x", "X"),
        ("ctrl+m", "enter"),
        ("ctrl+i", "tab"),
        ("ö", "ö"),
        ("slash", "slash"),
        ("/", "slash"),
        ("\\", "backslash"),
        ("@", "at"),
        ("_", "underscore"),
        ("comma", "comma"),
    ],
)
def test_a_key_may_be_called_as_people_call_it(text: str, key: str) -> None:
    assert named(text) == key


@pytest.mark.parametrize("text", ["", "nn", "hyper+n", "f25", "ctrl+", "shift+1", "\x07", "enterr"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - what it says is in the next line
        named(text)
    assert str(caught.value) == text.strip()


@pytest.mark.parametrize("character", PRINTABLE)
def test_every_key_that_writes_is_called_as_on_the_screens(character: str) -> None:
    assert key_of(character) == _character_to_key(character)
    assert character_of(key_of(character)) == character
    assert shown(key_of(character)) == character
    assert named(key_of(character)) == key_of(character)


def test_keys_come_with_commas_between() -> None:
    assert read_keys("n, right,n") == ("n", "right")
    assert read_keys("none") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("n,,m", "the key itself is called comma"),
        ("rigth", "no key is called 'rigth'; keys are called like n, N, ?"),
    ],
)
def test_what_is_wrong_with_keys_is_said_in_words(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        read_keys(text)


# -- the commands -----------------------------------------------------------------------------


CARRIED_OUT_BY = [
    (SESSION, SessionScreen),
    (LOCKED, LockScreen),
    (JUMP, JumpScreen),
    (LEAVE, LeaveScreen),
    ((CLOSE_HOW,), HowScreen),
    (SUMMARY, SummaryScreen),
    (LIBRARY, LibraryScreen),
    (OFFER, OfferScreen),
    (HISTORY, HistoryScreen),
    (PAST, PastScreen),
    (PROGRESS, ProgressScreen),
    (DELETE, DeleteScreen),
    (EDITOR, EditorScreen),
    ((CLOSE_HELP,), HelpScreen),
    (MOVES, MovingList),
    (EVERYWHERE, StridetimerApp),
]


@pytest.mark.parametrize(
    ("commands", "place"), CARRIED_OUT_BY, ids=lambda one: getattr(one, "__name__", "")
)
def test_every_command_has_an_action_where_it_can_be_had(
    commands: tuple[KeyCommand, ...], place: type[DOMNode]
) -> None:
    actions = {command.action for command in commands}
    actions |= {command.undo_action for command in commands if command.undo}
    assert [action for action in sorted(actions) if not hasattr(place, f"action_{action}")] == []


def test_every_command_has_keys_there_are_and_none_is_given_twice_in_one_place() -> None:
    for group in TOGETHER:
        keys = [key for command in group.commands for key in command.default]
        assert all(named(shown(key)) == key for key in keys)
        assert len(keys) == len(set(keys)), group.title
        assert not set(keys) & set(group.reserved)


def test_no_two_commands_have_one_name() -> None:
    each = {id(command): command for group in TOGETHER for command in group.commands}
    assert len(KNOWN) == len(each)


# -- other keys -------------------------------------------------------------------------------


def test_without_a_wish_every_command_has_its_own_keys() -> None:
    assert DEFAULT.shown(KNOWN["session.help"]) == "? f1"
    assert DEFAULT.first(KNOWN["session.next"]) == "n"
    assert DEFAULT.command(SESSION, "x") is KNOWN["session.skip-exercise"]


def test_a_wish_holds_and_leaves_all_else_as_it_is() -> None:
    keymap = Keymap({"session.next": ("pagedown",), "session.mute": ()})
    assert keymap.of(KNOWN["session.next"]) == ("pagedown",)
    assert keymap.shown(KNOWN["session.mute"]) == "-"
    assert keymap.of(KNOWN["session.back"]) == DEFAULT.of(KNOWN["session.back"])
    assert keymap.command(SESSION, "n") is None


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"session.next": ("b",)}, {"session.next": "'b' is the key of session.back"}),
        ({"session.next": ("5",)}, {"session.next": "'5' counts the repetitions"}),
        ({"session.next": ("ctrl+c",)}, {"session.next": "'ctrl+c' is the key of app.interrupt"}),
        ({"app.quit": ("n",)}, {"app.quit": "'n' is the key of session.next"}),
        ({"app.interrupt": ("f9",)}, {"app.interrupt": "ctrl+c always ends the program"}),
        ({"session.pause": ()}, {"session.pause": "must have a key"}),
        ({"session.how": ("w",)}, {"session.how": "'w' is the key of plain.where"}),
        ({"library.leave": ("j",)}, {"library.leave": "'j' is the key of list.down"}),
        (
            {"session.next": ("f7",), "session.back": ("f7",)},
            {"session.back": "'f7' is given to session.next already"},
        ),
    ],
)
def test_what_cannot_be_is_said_of_the_command(
    changed: dict[str, tuple[str, ...]], wrong: dict[str, str]
) -> None:
    found = dict(clashes(changed))
    assert found.keys() == wrong.keys()
    for name, words in wrong.items():
        assert words in found[name]


@pytest.mark.parametrize(
    "changed",
    [
        {"session.next": ("b",), "session.back": ("n",)},
        {"session.mute": ()},
        {"summary.close": ("n",)},
        {"library.start": ("space",)},
    ],
)
def test_two_that_change_places_and_other_screens_are_in_nobodys_way(
    changed: dict[str, tuple[str, ...]],
) -> None:
    assert not dict(clashes(changed))


# -- the command that shows them --------------------------------------------------------------


def test_the_keys_that_hold_can_be_listed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.mkdir()
    (home / "config.yaml").write_text("keys: {session.next: f7, session.mute: none}\n")
    assert run(["keys"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert next(line for line in lines if " session.next " in line).startswith("f7 ")
    assert next(line for line in lines if " session.mute " in line).startswith("- ")
    assert "In a session" in lines


def test_whoever_wrote_a_wrong_name_gets_the_list_of_names_beside_what_is_wrong(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    (home / "config.yaml").write_text("keys: {zzz: f7}\n")
    assert run(["keys"]) == 2
    captured = capsys.readouterr()
    assert "there is none called 'zzz'" in captured.err
    assert " session.next " in captured.out


def test_as_json_each_command_is_there_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["keys", "--json"]) == 0
    found = {one["command"]: one for one in json.loads(capsys.readouterr().out)}
    assert found.keys() == KNOWN.keys()
    assert found["session.pause"]["keys"] == ["space"]


def test_every_command_is_shown_in_one_place_only() -> None:
    shown_there = [command.id for group in PLACES for command in group.commands]
    assert sorted(shown_there) == sorted(KNOWN)
