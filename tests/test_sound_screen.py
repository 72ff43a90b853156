"""What a person sees and hears of sound: news once, the volume, the flash; and ``sounds``."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from tui_support import performing, says

from stridetimer.cli import main
from stridetimer.cli.sounds import Survey, player_of
from stridetimer.core.plan import make_plan
from stridetimer.core.routine import Exercise, Routine, Timed
from stridetimer.core.sound_names import SOUNDS
from stridetimer.settings.state import keep
from stridetimer.sound.names import BACKENDS
from stridetimer.sound.status import BELL, STARTING, SoundNews, Status
from stridetimer.tui.notice import News, Notice

PLAN = make_plan(Routine("R", (Exercise("Plank", Timed(30, hold=True)),)))
LOST = Status(BELL, "Sound stopped and is tried again: the device was unplugged.")
BACK = Status("paplay", "Cues are played by paplay.")


def test_news_is_told_once_when_sound_stops_and_once_when_it_is_back() -> None:
    news = SoundNews()
    story = [Status(STARTING, "Sound is starting."), BACK, LOST, LOST, BACK, BACK, LOST]
    assert [news.of(status) for status in story] == [
        "",
        "",
        LOST.why,
        "",
        "Sound is back. Cues are played by paplay.",
        "",
        LOST.why,
    ]


def test_a_bad_sound_of_ones_own_is_named_once() -> None:
    news = SoundNews()
    bad = Status("paplay", BACK.why, complaint="gong.mp3 cannot be played.")
    assert [news.of(bad), news.of(bad)] == ["gong.mp3 cannot be played.", ""]


def test_news_of_sound_does_not_take_the_place_of_that_of_the_history() -> None:
    conductor = SimpleNamespace(sound=LOST, unrecorded="The history was damaged.")
    news, notice = News(conductor, SimpleNamespace(trouble="")), Notice()  # type: ignore[arg-type] # no more is asked
    news.tell(notice, 0.0)
    news.tell(notice, 1.0)
    assert notice.text == "The history was damaged."
    notice.forget()
    assert notice.text == "The history was damaged.", "a step that begins does not take it away"
    notice.fade(10.0)
    news.tell(notice, 10.0)
    assert notice.text == LOST.why


async def test_the_screen_says_when_sound_is_back() -> None:
    async with performing(PLAN, sound=LOST) as stage:
        assert "the device was unplugged" in stage.text()
        stage.player.sound = BACK
        await stage.pass_time(1.0)
        assert "Sound is back" in stage.text()
        await stage.pass_time(6.0)
        assert "Sound is back" not in stage.text()


async def test_the_band_flashes_with_the_bell_for_a_moment() -> None:
    async with performing(PLAN, first=1, sound=LOST) as stage:
        assert stage.screen._board.band.has_class("-flashing")
        await stage.pass_time(0.2)
        assert not stage.screen._board.band.has_class("-flashing")


async def test_brackets_change_the_volume_and_say_so() -> None:
    async with performing(PLAN) as stage:
        await stage.press("left_square_bracket", "left_square_bracket")
        assert stage.player.volume == 80
        assert says(stage.text(), "volume 80 %")
        await stage.press("right_square_bracket")
        assert stage.player.volume == 90
        await stage.pass_time(2.0)
        assert not says(stage.text(), "volume 90 %")


@pytest.fixture
def sounds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """The exit code and the words of ``sounds`` on a machine without any."""
    nowhere = {
        "PULSE_SERVER": f"unix:{tmp_path}/none",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "HOME": str(tmp_path),
        "ALSA_CONFIG_PATH": os.devnull,
    }
    for name, value in nowhere.items():
        monkeypatch.setenv(name, value)

    def sounds(*arguments: str) -> tuple[int, str, str]:
        code = main.run(["sounds", *arguments])
        out, errors = capsys.readouterr()
        return code, out, errors

    return sounds


def test_sounds_says_of_every_backend_whether_and_why(
    sounds: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, _ = sounds("--json")
    found = json.loads(out)
    assert code == 0
    assert [backend["name"] for backend in found["backends"]] == list(BACKENDS)
    assert not any(backend["plays"] for backend in found["backends"])
    assert all(backend["why"] for backend in found["backends"])
    assert found["used"] == "bell"
    assert list(found["sounds"]) == list(SOUNDS)


def test_sounds_are_tried_at_the_volume_that_was_set(
    sounds: Callable[..., tuple[int, str, str]],
) -> None:
    keep(volume=30)
    found = json.loads(sounds("--json")[1])
    assert found["volume"] == 30
    survey = Survey((), "silent", "", "", {}, volume=found["volume"])
    assert player_of(survey, {}).volume == 30


@pytest.mark.parametrize(
    ("audio", "words"),
    [("auto", "bell is used: nothing else can play"), ("silent", "silent is used: as you asked")],
)
def test_sounds_says_what_is_used_and_names_every_cue_once(
    sounds: Callable[..., tuple[int, str, str]], audio: str, words: str
) -> None:
    code, out, _ = sounds("--audio", audio)
    assert code == 0
    assert words in out
    cues = [line.split()[0] for line in out.splitlines()[-len(SOUNDS) :]]
    assert cues == list(SOUNDS)
    assert "\a" not in out  # there is no terminal to ring


def test_a_terminal_rings_once_for_every_cue(
    sounds: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("stridetimer.cli.sounds.PAUSE", 0.0)
    _, out, _ = sounds("--audio", "bell")
    assert out.count("\a") == len(SOUNDS)


def test_a_backend_that_does_not_exist_is_refused(
    sounds: Callable[..., tuple[int, str, str]],
) -> None:
    code, _, errors = sounds("--audio", "trumpet")
    assert code == 2
    assert "trumpet" in errors
