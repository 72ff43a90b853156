import subprocess
import sys
import wave
from array import array
from collections.abc import Iterable
from math import inf, pi, sin
from pathlib import Path

import pytest
from rigs.hearing import wait_for
from rigs.needs import needs, needs_module

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import CueDue, StepStarted
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Exercise, Routine, Sides, Timed
from stridetimer.core.step import Kind
from stridetimer.sound.cueset import sound_files
from stridetimer.sound.outbox import SAID_AHEAD, Outbox, ScheduledCue
from stridetimer.sound.speech import bundled, engines, render
from stridetimer.sound.speech.script import all_lines, line_of
from stridetimer.sound.speech.speaker import Speaker, sound_of
from stridetimer.sound.speech.words import LANGUAGES, Phrases, phrases
from stridetimer.sound.waves import FRAME, RATE, wave_of, wave_seconds

ENGLISH = phrases("en")


def plan() -> Plan:
    hop = Exercise("Hop", Timed(150, hold=False), sides=Sides.EACH, rest=40)
    return make_plan(Routine("R", (hop, Exercise("Plank", Timed(30, hold=True)))))


def said(plan: Plan, kind: Kind) -> list[str]:
    lines = (line_of(StepStarted(0, 0, step), ENGLISH) for step in plan.steps if step.kind is kind)
    return [line[1] for line in lines if line]


def test_side_and_exercise_are_said_before_a_set() -> None:
    assert said(plan(), Kind.PREPARE) == ["Hop, left"]
    assert said(plan(), Kind.SWITCH) == ["right"]
    assert said(plan(), Kind.BETWEEN) == ["next, Plank"]
    assert said(plan(), Kind.WORK) == []


@pytest.mark.parametrize(
    ("kind", "seconds", "words"),
    [
        (CueKind.HALFWAY, None, "halfway"),
        (CueKind.REMAINING, 120.0, "2 minutes left"),
        (CueKind.REMAINING, 60.0, "one minute left"),
        (CueKind.REMAINING, 30.0, "30 seconds left"),
    ],
)
def test_halfway_and_the_time_left_are_said(
    kind: CueKind, seconds: float | None, words: str
) -> None:
    line = line_of(CueDue(0, 0, Cue(kind, 0, seconds=seconds), 0), ENGLISH)
    assert line
    assert line[1] == words


@pytest.mark.parametrize("kind", [CueKind.GO, CueKind.COUNT, CueKind.BEAT])
def test_nobody_talks_while_counting(kind: CueKind) -> None:
    assert line_of(CueDue(0, 0, Cue(kind, 0), 0), ENGLISH) is None


def test_everything_that_can_be_said_is_known_before_it_is_due() -> None:
    assert all_lines(plan(), ENGLISH) == [
        "Hop, left",
        "2 minutes left",
        "halfway",
        "one minute left",
        "30 seconds left",
        "right",
        "next, Plank",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_phrase(language: str) -> None:
    words: Phrases = phrases(language)
    assert "{}" in words.next
    assert "7" in words.left_over(420)
    assert "45" in words.left_over(45)
    assert len({words.left, words.right, words.halfway}) == 3


# -- rendering ------------------------------------------------------------------------------


def test_speech_is_trimmed_levelled_and_brought_to_the_rate_of_the_mixer() -> None:
    tone = [round(2000 * sin(2 * pi * 200 * k / 22050)) for k in range(22050)]
    made = render.prepared(array("h", [0] * 4000 + tone + [0] * 8000), 22050)
    assert len(made) == pytest.approx(RATE, rel=0.01)
    level = (sum(sample * sample for sample in made) / len(made)) ** 0.5
    assert level == pytest.approx(render.LEVEL, rel=0.02)


def test_silence_is_not_speech() -> None:
    assert not render.prepared(array("h", [0] * 100), 22050)


SPEAKS = f"""#!{sys.executable}
import struct, sys, wave
path = sys.argv[sys.argv.index("-w") + 1]
if "unspeakable" in sys.argv[-1]:
    sys.exit("no")
with wave.open(path, "wb") as file:
    file.setparams((1, 2, 22050, 0, "NONE", ""))
    file.writeframes(struct.pack("<h", 9000) * 22050)
"""


@pytest.fixture
def speaking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of espeak-ng that says everything in a second."""
    program = tmp_path / "bin" / "espeak-ng"
    program.parent.mkdir()
    program.write_text(SPEAKS)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return tmp_path / "speech"


def heard_by(speaker: Speaker, session: Plan) -> list[str]:
    learnt: list[str] = []

    def learn(sounds: Iterable[tuple[str, Path]]) -> None:
        learnt.extend(name for name, path in sounds if wave_seconds(path))

    speaker.prepare(session, learn)
    wait_for(lambda: len(learnt) == 7, 10.0)
    return learnt


def test_what_is_needed_is_rendered_once_and_kept(speaking: Path) -> None:
    first = heard_by(Speaker("en", "", speaking), plan())
    made = {path: path.stat().st_mtime_ns for path in speaking.iterdir()}
    assert len(made) == len(first) == 7
    assert heard_by(Speaker("en", "", speaking), plan()) == first
    assert {path: path.stat().st_mtime_ns for path in speaking.iterdir()} == made


def test_words_follow_the_opening(speaking: Path) -> None:
    (line,) = Speaker("en", "", speaking).lines([(10.0, StepStarted(0, 0, plan().steps[0]))])
    assert line == ScheduledCue(11.5, sound_of("Hop, left"))


# -- in nobody's way ------------------------------------------------------------------------


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    """Knows a beep, and one line that takes a second."""
    (tmp_path / "words.wav").write_bytes(wave_of(bytes(RATE * FRAME)))
    return Outbox({"count": sound_files()["count"], "say-a": tmp_path / "words.wav"})


def told(outbox: Outbox, now: float) -> list[str]:
    return [line.split()[3] for line in outbox.lines(now) if line.startswith("cue")]


def test_it_is_settled_shortly_before_whether_something_is_said(outbox: Outbox) -> None:
    outbox.say([ScheduledCue(10.0, "say-a")])
    assert outbox.speaks_in(5.0) == pytest.approx(5.0 - SAID_AHEAD)
    assert told(outbox, 5.0) == []
    assert told(outbox, 9.8) == ["say-a"]
    assert told(outbox, 9.9) == []


@pytest.mark.parametrize("beep", [10.0, 10.5, 11.1])
def test_what_would_still_be_said_at_a_beep_is_not_said(outbox: Outbox, beep: float) -> None:
    outbox.say([ScheduledCue(10.0, "say-a")])
    outbox.add([ScheduledCue(beep, "count")])
    assert told(outbox, 9.8) == ["count"]


def test_what_is_over_before_the_beep_is_said(outbox: Outbox) -> None:
    outbox.say([ScheduledCue(10.0, "say-a")])
    outbox.add([ScheduledCue(11.3, "count")])
    assert told(outbox, 9.8) == ["count", "say-a"]


def test_what_is_not_ready_in_time_is_not_said(outbox: Outbox) -> None:
    outbox.say([ScheduledCue(10.0, "say-b")])
    assert told(outbox, 9.8) == []
    outbox.learn([("say-b", sound_files()["go"])])
    assert told(outbox, 9.9) == []


def test_words_are_taken_back_with_the_cues_and_muted_with_them(outbox: Outbox) -> None:
    outbox.say([ScheduledCue(10.0, "say-a")])
    outbox.take_back()
    assert told(outbox, 9.8) == []
    outbox.say([ScheduledCue(10.0, "say-a")])
    outbox.mute(True)
    assert told(outbox, 9.8) == []
    assert outbox.speaks_in(9.9) == inf


def test_a_phrase_that_cannot_be_said_stays_unsaid(speaking: Path) -> None:
    engine = engines.find_engine()
    assert engine
    assert render.render(engine, speaking, "unspeakable", "en", "") is None
    assert list(speaking.iterdir()) == []


def test_where_no_folder_can_be_made_a_phrase_stays_unsaid(speaking: Path) -> None:
    engine = engines.find_engine()
    assert engine
    speaking.touch()
    assert render.render(engine, speaking, "left", "en", "") is None


def test_a_machine_that_cannot_speak_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / f"{bundled.PACKAGE}.py").write_text("raise ImportError('it is broken')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    speaker = Speaker("en", "", tmp_path / "speech")
    speaker.prepare(plan(), lambda _: pytest.fail("nothing can be learnt"))
    wait_for(lambda: speaker._process and speaker._process.poll() is not None, 20.0)
    speaker.close()
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    assert engines.find_engine() is None


def test_what_a_machine_has_of_its_own_speaks_before_the_extra_does(
    speaking: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda name: name)
    first = engines.find_engine()
    (speaking.parent / "bin" / "espeak-ng").unlink()
    second = engines.find_engine()
    assert [engine and engine.name for engine in (first, second)] == [
        "espeak-ng",
        "espeakng-loader",
    ]


def test_text_of_a_routine_is_never_an_option_or_a_script() -> None:
    mean = engines.Utterance("-f /etc/passwd", "en", "", Path("out.wav"))
    command = engines.engines_on("linux")[0].command(mean)
    assert command[-2:] == ("--", "-f /etc/passwd")
    assert mean.text not in engines._SAPI
    assert engines._sapi_variables(mean)["STRIDETIMER_TEXT"] == mean.text


@pytest.mark.parametrize("engine", ["espeak-ng", "espeakng-loader"])
def test_espeak_really_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    if engine == "espeak-ng":
        needs(engine)
    else:
        needs_module(bundled.PACKAGE)
        monkeypatch.setenv("PATH", "")
    found = engines.find_engine()
    assert found
    assert found.name == engine
    done = subprocess.run(
        [sys.executable, "-m", "stridetimer.sound.speech.render", str(tmp_path), "de", ""],
        input="als Nächstes, Kniebeuge, links\n-x\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    first, second = map(Path, done.stdout.splitlines())
    assert 1.0 < wave_seconds(first) < 5.0
    with wave.open(str(first)) as file:
        assert file.getframerate() == RATE
        loud = max(map(abs, array("h", file.readframes(file.getnframes()))))
    assert 6000 < loud <= render.CEILING
    assert second.is_file()


def test_a_voice_that_the_extra_does_not_have_says_nothing_and_the_next_one_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_module(bundled.PACKAGE)
    monkeypatch.setenv("PATH", "")
    engine = engines.find_engine()
    assert engine
    assert render.render(engine, tmp_path, "left", "en", "nobody") is None
    assert render.render(engine, tmp_path, "left", "en", "fr") is not None
