from pathlib import Path

from stridetimer.sound.agenda import STALE
from stridetimer.sound.outbox import HORIZON, MOST_TOLD, Outbox, ScheduledCue


def outbox(*instants: float) -> Outbox:
    """An outbox whose child has been introduced, with a beat at each instant."""
    made = Outbox({})
    made.add(ScheduledCue(instant, "beat") for instant in instants)
    return made


def instants(lines: list[str]) -> list[float]:
    return [float(line.split()[2]) for line in lines if line.startswith("cue ")]


def test_a_child_is_introduced_to_the_sounds_once() -> None:
    box = Outbox({"go": Path("/a b/göö.wav")})
    assert box.lines(0.0) == ["sound go /a%20b/g%C3%B6%C3%B6.wav"]
    assert box.lines(0.0) == []


def test_cues_are_told_once_and_in_order() -> None:
    box = outbox(3.0, 1.0, 2.0)
    assert instants(box.lines(0.0)) == [1.0, 2.0, 3.0]
    assert box.lines(0.5) == []


def test_cues_far_ahead_are_told_when_they_come_near() -> None:
    box = outbox(1.0, 1.0 + HORIZON)
    assert instants(box.lines(0.0)) == [1.0]
    assert instants(box.lines(1.0)) == [1.0 + HORIZON]


def test_a_child_never_holds_more_than_a_bounded_number_of_cues() -> None:
    box = outbox(*(5.0 + k / 100 for k in range(MOST_TOLD + 10)))
    assert len(box.lines(0.0)) == MOST_TOLD
    assert box.lines(4.0) == []
    assert len(instants(box.lines(6.0))) == 10


def test_what_is_taken_back_is_void_in_the_child_and_never_told() -> None:
    box = outbox(1.0, 50.0)
    box.lines(0.0)
    box.take_back()
    assert box.lines(0.5) == ["take-back 1"]
    assert box.lines(45.0) == []


def test_cues_after_a_taking_back_belong_to_the_new_generation() -> None:
    box = outbox(1.0)
    box.take_back()
    box.add([ScheduledCue(2.0, "go")])
    assert box.lines(0.0) == ["take-back 1", "cue 1 2.000000 go"]


def test_a_stale_cue_is_not_even_told() -> None:
    box = outbox(1.0, 2.0)
    assert instants(box.lines(1.0 + 2 * STALE)) == [2.0]


def test_a_cue_for_this_very_moment_is_told() -> None:
    box = outbox(1.0)
    assert instants(box.lines(1.001)) == [1.0]


def test_a_new_child_is_told_what_is_still_ahead() -> None:
    box = Outbox({"beat": Path("/beat.wav")})
    box.add(ScheduledCue(instant, "beat") for instant in (1.0, 2.0, 3.0))
    box.lines(0.0)
    box.meet_new_child(2.1)
    assert box.lines(2.1) == ["sound beat /beat.wav", "cue 0 3.000000 beat"]


def test_a_new_child_is_not_told_what_the_last_one_has_begun() -> None:
    box = outbox(1.0)
    box.lines(0.0)
    box.meet_new_child(1.0)
    assert box.lines(1.0) == []


def test_a_new_child_learns_the_generation() -> None:
    box = outbox()
    box.take_back()
    box.lines(0.0)
    box.add([ScheduledCue(1.0, "go")])
    box.meet_new_child(0.0)
    assert box.lines(0.0) == ["take-back 1", "cue 1 1.000000 go"]


def test_muting_takes_back_and_tells_nothing() -> None:
    box = outbox(1.0)
    box.lines(0.0)
    box.mute(True)
    box.add([ScheduledCue(2.0, "go")])
    assert box.lines(0.1) == ["take-back 1"]


def test_what_is_still_ahead_is_heard_again_after_muting() -> None:
    box = outbox(1.0, 5.0)
    box.lines(0.0)
    box.mute(True)
    box.lines(0.1)
    box.mute(False)
    assert box.lines(3.0) == ["take-back 2", "cue 2 5.000000 beat"]
