"""What other systems play and speak with, held to how it is called: it cannot be heard here."""

import json
import os
import sys
import types
import wave
from array import array
from pathlib import Path

import pytest
from builders import ManualClock
from rigs.hearing import wait_for

from stridetimer.sound.agenda import Agenda, Due
from stridetimer.sound.backends import LostError, Loudness, Sound, Stage, UnavailableError
from stridetimer.sound.backends.choice import choose
from stridetimer.sound.speech import engines, render
from stridetimer.sound.waves import placed, wave_seconds

RECORDS = f"""#!{sys.executable}
import json, os, sys, wave
with open(os.environ["CALLS"], "a") as calls:
    said = os.environ.get("STRIDETIMER_TEXT") or sys.stdin.read()
    calls.write(json.dumps([*sys.argv[1:], said]) + "\\n")
out = os.environ.get("STRIDETIMER_WAVE") or (sys.argv[sys.argv.index("-o") + 1])
with wave.open(out, "wb") as file:
    file.setparams((1, 2, 22050, 0, "NONE", ""))
    file.writeframes(b"\\x10\\x20" * 22050)
"""
PLAYS = f"""#!{sys.executable}
import json, os, sys
with open(os.environ["CALLS"], "a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
"""


class Programs:
    """The only programs there are; each writes down how it is called."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder / "bin"
        self._folder.mkdir()
        self._calls = folder / "calls"
        monkeypatch.setenv("PATH", str(self._folder))
        monkeypatch.setenv("CALLS", str(self._calls))
        monkeypatch.setenv("STRIDETIMER_HOME", str(folder))

    def install(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text)
        (self._folder / name).chmod(0o755)

    @property
    def calls(self) -> list[list[str]]:
        if not self._calls.exists():
            return []
        return [json.loads(line) for line in self._calls.read_text().splitlines()]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    return Programs(tmp_path, monkeypatch)


def quiet_stage() -> Stage:
    sounds = {"go": Sound(Path("go.wav"), placed(array("h", [8000] * 480).tobytes()))}
    return Stage(Agenda(), sounds, ManualClock(10.0), Loudness(0.25))


@pytest.mark.parametrize(
    ("name", "options"), [("pw-play", []), ("paplay", []), ("aplay", ["-q"]), ("afplay", [])]
)
def test_a_player_is_given_one_file_at_the_volume(
    programs: Programs, name: str, options: list[str]
) -> None:
    programs.install(name, PLAYS)
    stage = quiet_stage()
    backend = choose(stage, name)
    stage.agenda.add(Due(10.1, "go"))
    backend.tend(10.0)
    backend.tend(10.15)
    wait_for(lambda: len(programs.calls) == 3)
    backend.close()
    assert all(call[:-1] == options for call in programs.calls)
    (go,) = (call[-1] for call in programs.calls if wave_seconds(Path(call[-1])) == 0.01)
    with wave.open(go) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (48_000, 2, 2)
        assert set(array("h", file.readframes(480))) == {2000}


def test_where_nothing_but_afplay_is_installed_it_plays(programs: Programs) -> None:
    programs.install("afplay", PLAYS)
    assert choose(quiet_stage(), without=("miniaudio", "simpleaudio")).name == "afplay"


# -- Windows --------------------------------------------------------------------------------


class FakeWinsound(types.ModuleType):
    """The functions of Windows' module, which plays one sound at a time."""

    SND_FILENAME, SND_ASYNC, SND_NODEFAULT = 0x20000, 1, 2

    def __init__(self) -> None:
        super().__init__("winsound")
        self.played: list[tuple[str | None, int]] = []
        self.broken = False

    def PlaySound(self, sound: str | None, flags: int) -> None:  # noqa: N802 - it is called so
        if self.broken:
            raise RuntimeError("Failed to play sound")
        self.played.append((sound, flags))


@pytest.fixture
def winsound(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> FakeWinsound:
    fake = FakeWinsound()
    monkeypatch.setitem(sys.modules, "winsound", fake)
    monkeypatch.setattr(sys, "platform", "win32")
    return fake


def test_windows_plays_a_file_and_does_not_wait_for_it(winsound: FakeWinsound) -> None:
    stage = quiet_stage()
    backend = choose(stage, without=("miniaudio", "simpleaudio"))
    assert backend.name == "winsound"
    stage.agenda.add(Due(10.1, "go"))
    assert backend.tend(10.0) == pytest.approx(10.15)
    backend.tend(10.15)
    silence, go = winsound.played
    assert go[1] == silence[1] == 0x20003
    assert wave_seconds(Path(str(silence[0]))) == pytest.approx(1.5)
    assert wave_seconds(Path(str(go[0]))) == pytest.approx(0.01)
    backend.close()
    assert winsound.played[-1] == (None, 0)


def test_a_windows_that_cannot_play_is_lost(winsound: FakeWinsound) -> None:
    stage = quiet_stage()
    backend = choose(stage, "winsound")
    winsound.broken = True
    stage.agenda.add(Due(10.1, "go"))
    with pytest.raises(LostError, match="winsound fails: Failed to play sound"):
        backend.tend(10.0)


@pytest.mark.skipif(sys.platform == "win32", reason="there it can be had")
def test_windows_own_player_is_only_on_windows(programs: Programs) -> None:
    with pytest.raises(UnavailableError, match="only on Windows"):
        choose(quiet_stage(), "winsound")


# -- speech ---------------------------------------------------------------------------------


def engine_called(name: str, platform: str) -> engines.Engine:
    return next(engine for engine in engines.engines_on(platform) if engine.name == name)


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("linux", ["espeak-ng", "espeakng-loader"]),
        ("darwin", ["espeak-ng", "say", "espeakng-loader"]),
        ("win32", ["espeak-ng", "powershell", "espeakng-loader"]),
    ],
)
def test_every_system_has_what_may_speak_there(platform: str, names: list[str]) -> None:
    assert [engine.name for engine in engines.engines_on(platform)] == names


@pytest.mark.parametrize("speaker", ["", "Anna"])
def test_say_reads_the_words_and_writes_a_wave(
    programs: Programs, tmp_path: Path, speaker: str
) -> None:
    programs.install("say", RECORDS)
    said = render.render(engine_called("say", "darwin"), tmp_path, "-v Hüpfen", "de", speaker)
    assert said
    assert wave_seconds(said) == pytest.approx(1.0, abs=0.01)
    (call,) = programs.calls
    voice = ["-v", "Anna"] if speaker else []
    form = ["--file-format=WAVE", "--data-format=LEI16@22050", "-f", "-"]
    assert call[: len(voice)] == voice
    assert call[len(voice)] == "-o"
    assert call[len(voice) + 1].endswith(".wav")
    assert call[len(voice) + 2 :] == [*form, "-v Hüpfen"]


def test_windows_speaks_words_that_are_no_part_of_a_script(
    programs: Programs, tmp_path: Path
) -> None:
    programs.install("powershell", RECORDS)
    words = "'; Remove-Item $HOME #"
    said = render.render(engine_called("powershell", "win32"), tmp_path, words, "en", "")
    assert said
    (call,) = programs.calls
    assert call[:2] == ["-NoProfile", "-Command"]
    assert call[-1] == words
    assert "Remove-Item" not in call[2]
    assert os.environ.get("STRIDETIMER_TEXT") is None
