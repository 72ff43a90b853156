from math import inf

from stridetimer.sound.agenda import STALE, Agenda, Due


def agenda(*dues: Due) -> Agenda:
    made = Agenda()
    for due in dues:
        made.add(due)
    return made


def test_cues_are_taken_in_the_order_of_their_instants() -> None:
    cues = agenda(Due(3.0, "go"), Due(1.0, "count"), Due(2.0, "beat"))
    assert [due.name for due in cues.take(0.0, 2.5)] == ["count", "beat"]
    assert cues.next_instant == 3.0


def test_two_cues_at_one_instant_are_both_taken() -> None:
    cues = agenda(Due(1.0, "go"), Due(1.0, "halfway"))
    assert {due.name for due in cues.take(1.0, 1.1)} == {"go", "halfway"}


def test_a_cue_is_taken_once() -> None:
    cues = agenda(Due(1.0, "go"))
    assert cues.take(0.99, 1.01)
    assert cues.take(1.0, 1.02) == []
    assert cues.next_instant == inf


def test_a_stale_cue_is_dropped_and_never_played_late() -> None:
    cues = agenda(Due(1.0, "count"), Due(1.5, "go"))
    assert [due.name for due in cues.take(1.0 + STALE, 2.0)] == ["go"]


def test_what_an_earlier_generation_wanted_is_taken_back() -> None:
    cues = agenda(Due(1.0, "count", 0), Due(2.0, "go", 1))
    cues.take_back(1)
    assert cues.next_instant == 2.0


def test_a_line_of_an_earlier_generation_that_comes_late_is_void() -> None:
    cues = agenda()
    cues.take_back(2)
    cues.add(Due(1.0, "go", 1))
    assert cues.next_instant == inf


def test_a_cue_taken_back_as_it_began_and_wanted_again_is_heard_once() -> None:
    cues = agenda(Due(1.0, "beat", 0))
    assert cues.take(0.995, 1.005)
    cues.take_back(1)
    cues.add(Due(1.0, "beat", 1))
    assert cues.take(1.0, 1.01) == []


def test_the_same_cue_at_another_instant_is_another_cue() -> None:
    cues = agenda(Due(1.0, "beat"))
    assert cues.take(1.0, 1.01)
    cues.add(Due(1.02, "beat"))
    assert cues.take(1.02, 1.03)


def test_nothing_sounds_for_a_parent_that_has_not_been_heard_of() -> None:
    cues = agenda(Due(1.0, "count"), Due(4.0, "go"))
    cues.vouch(until=2.0)
    assert cues.take(1.0, 1.01)
    assert cues.take(4.0, 4.01) == []


def test_a_parent_that_comes_back_is_played_for_again() -> None:
    cues = agenda(Due(4.0, "count"), Due(5.0, "go"))
    cues.vouch(until=2.0)
    assert cues.take(4.0, 4.01) == []
    cues.vouch(until=6.5)
    assert [due.name for due in cues.take(5.0, 5.01)] == ["go"]
