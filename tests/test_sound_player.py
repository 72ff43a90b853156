import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import ManualClock
from rigs.hearing import wait_for
from rigs.soundchild import FakeChild

from stridetimer.core.cues import Cue, CueKind
from stridetimer.sound.cueset import sound_files
from stridetimer.sound.outbox import ScheduledCue
from stridetimer.sound.player import Player
from stridetimer.sound.ringing import BEHIND, LONGEST, Ringing
from stridetimer.sound.waves import wave_seconds


class Stage:
    """A player whose child is a fake; its time stands still."""

    def __init__(self, *, mute: bool = False) -> None:
        self.children: list[FakeChild] = []
        self.player = Player(mute=mute, clock=ManualClock(100.0), spawn=self._spawn)

    def _spawn(self, without: Sequence[str]) -> FakeChild:
        self.children.append(FakeChild())
        return self.children[-1]

    def started(self) -> FakeChild:
        self.player.start()
        wait_for(lambda: self.children and self.children[0].told)
        return self.children[0]


def test_cues_of_a_session_reach_the_child_as_sounds() -> None:
    stage = Stage()
    cue = Cue(CueKind.BEAT, 0.0, rep=1, beat=1, reps_left=9)
    stage.player.schedule([(101.0, Cue(CueKind.GO, 0.0)), (102.0, cue)])
    child = stage.started()
    wait_for(lambda: len(child.cues) == 2)
    assert child.cues == ["cue 0 101.000000 go", "cue 0 102.000000 first-beat"]
    stage.player.close()


def test_the_child_is_introduced_to_every_shipped_sound() -> None:
    stage = Stage()
    child = stage.started()
    known = {line.split()[1] for line in child.told if line.startswith("sound")}
    assert known == set(sound_files())
    stage.player.close()


def test_what_is_cancelled_is_taken_back_at_once() -> None:
    stage = Stage()
    child = stage.started()
    stage.player.schedule_sounds([ScheduledCue(105.0, "go")])
    wait_for(lambda: child.cues)
    stage.player.cancel()
    wait_for(lambda: "take-back 1" in child.told)
    stage.player.close()


def test_a_sound_that_nobody_knows_is_not_told() -> None:
    stage = Stage()
    stage.player.schedule_sounds([ScheduledCue(101.0, "fanfare"), ScheduledCue(102.0, "go")])
    child = stage.started()
    wait_for(lambda: child.cues)
    assert child.cues == ["cue 0 102.000000 go"]
    stage.player.close()


def test_a_muted_player_starts_no_process() -> None:
    stage = Stage(mute=True)
    stage.player.start()
    stage.player.schedule_sounds([ScheduledCue(101.0, "go")])
    assert stage.player.status.backend == "silent"
    assert not stage.player.status.rings_bell
    stage.player.close()
    assert stage.children == []


def test_a_player_that_is_to_be_heard_after_all_starts_one() -> None:
    stage = Stage(mute=True)
    stage.player.start()
    stage.player.mute = False
    wait_for(lambda: stage.children)
    assert stage.player.status.backend == "starting"
    stage.player.close()


def test_a_player_that_is_muted_is_silent_whatever_would_play() -> None:
    stage = Stage()
    stage.started().says("using fake")
    assert stage.player.status.backend == "fake"
    stage.player.mute = True
    assert stage.player.status.backend == "silent"
    stage.player.close()


def test_closing_dismisses_the_child_and_may_be_done_twice() -> None:
    stage = Stage()
    child = stage.started()
    stage.player.close()
    stage.player.close()
    assert child.end == "dismissed"


def test_a_player_that_was_never_started_can_be_closed() -> None:
    Stage().player.close(ring_out=True)


def test_what_is_asked_for_in_the_last_moment_is_heard_out_before_it_is_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage = Stage()
    child = stage.started()
    child.says("using fake")
    stage.player.schedule_sounds([ScheduledCue(100.0, "finish")])
    told_at_first: list[str] = []

    def wait_it_out(seconds: float) -> None:
        monkeypatch.undo()
        wait_for(lambda: child.cues)
        told_at_first.extend(child.told)

    monkeypatch.setattr(time, "sleep", wait_it_out)
    stage.player.close(ring_out=True)
    assert "take-back 1" not in told_at_first
    assert child.cues == ["cue 0 100.000000 finish"]


def test_no_call_waits_for_a_child_that_takes_nothing() -> None:
    stage = Stage()
    child = stage.started()
    child.silent = True
    begun = time.monotonic()
    for _ in range(100):
        stage.player.schedule_sounds([ScheduledCue(105.0 + k, "beat") for k in range(100)])
        stage.player.cancel()
    assert time.monotonic() - begun < 1.0
    stage.player.close()


@pytest.fixture
def ringing() -> Ringing:
    return Ringing(sound_files().get)


LENGTH = wave_seconds(sound_files()["finish"])


def test_a_sound_that_has_begun_rings_to_its_end(ringing: Ringing) -> None:
    ringing.add([ScheduledCue(10.0, "finish")], 9.0)
    ringing.take_back(10.25)
    assert ringing.left(10.25) == pytest.approx(LENGTH - 0.25 + BEHIND)
    assert ringing.left(10.0 + LENGTH) == 0.0


def test_a_sound_that_was_taken_back_before_does_not_ring(ringing: Ringing) -> None:
    ringing.add([ScheduledCue(10.0, "finish")], 9.0)
    ringing.take_back(9.9)
    assert ringing.left(10.1) == 0.0


def test_nobody_waits_for_a_file_that_cannot_be_read() -> None:
    ringing = Ringing({"go": Path("/no/such.wav")}.get)
    ringing.add([ScheduledCue(10.0, "go")], 9.0)
    assert ringing.left(10.0) == 0.0
    assert ringing.left(10.0 + LONGEST) == 0.0
