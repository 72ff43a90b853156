import json
import os
from pathlib import Path

import pytest

from stridetimer.cli.sound import new_player
from stridetimer.settings.model import Settings
from stridetimer.settings.state import LOUDEST, State, keep, load_state


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "data" / "state.json"
    keep(path, volume=40)
    assert load_state(path) == State(volume=40)


def test_it_lies_in_the_home_of_the_program(home: Path) -> None:
    keep(volume=30)
    assert json.loads((home / "state.json").read_text())["volume"] == 30
    assert load_state().volume == 30


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"volume": "loud"}',
        b'{"volume": 101}',
        b'{"volume": -1}',
        b'{"volume": true}',
        b'{"volume": 1.5}',
        b"[" * 50_000,
    ],
)
def test_what_makes_no_sense_is_as_if_it_were_not_there(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    assert load_state(path) == State(volume=LOUDEST)


def test_what_others_keep_there_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text('{"theme": "night", "volume": 10}')
    keep(path, volume=20)
    assert json.loads(path.read_text()) == {"theme": "night", "volume": 20}


def test_a_place_that_cannot_be_written_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "state.json", volume=20)
    assert load_state(tmp_path / "file" / "state.json") == State()


def test_the_volume_of_a_session_is_that_of_the_next(home: Path) -> None:
    first = new_player(Settings(), mute=True)
    first.volume -= 30
    first.close()
    second = new_player(Settings(), mute=True)
    assert second.volume == 70
    assert not second.status.plays
    second.close()


def test_nothing_half_written_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.json"
    keep(path, volume=20)

    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fails)
    keep(path, volume=90)
    assert load_state(path).volume == 20
    assert [found.name for found in tmp_path.iterdir()] == ["state.json"]
