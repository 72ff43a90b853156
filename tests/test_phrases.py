"""The words for steps and exercises."""

import pytest
from builders import each, hold, open_work, paced, plan_of, self_paced, timed

from stridetimer import phrases
from stridetimer.core.routine import Circuit, Exercise, Open, Reps, Sides, Timed


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (self_paced(15), "15 reps"),
        (self_paced(1), "1 rep"),
        (Reps(15, 20, (), 3.0), "15-20 reps"),
        (hold(300), "hold 5 min"),
        (timed(60), "1 min"),
        (open_work(), "as long as you can"),
        (open_work(aim_seconds=300.0), "as long as you can, aim 5 min"),
        (open_work(aim_reps=15), "as many as you can, aim 15"),
    ],
)
def test_a_dose_says_how_much_and_how(work: Reps | Timed | Open, words: str) -> None:
    assert phrases.dose(work) == words


def test_a_volume_names_sets_and_sides() -> None:
    assert (
        phrases.volume(each("Squat", self_paced(15), sets=3))
        == f"3 {phrases.TIMES} 15 reps, each side"
    )
    taps = Exercise("Toe taps", self_paced(20), sides=Sides.ALTERNATING)
    assert phrases.volume(taps) == "20 reps, sides in turn"


def test_a_tempo_lists_its_beats_and_is_silent_without_any() -> None:
    assert phrases.tempo(paced(5, ("stand up", 1.5), ("sit down", 2.0))) == (
        "stand up 1.5 s, sit down 2 s"
    )
    assert phrases.tempo(paced(5)) == "2 s"
    assert phrases.tempo(self_paced(5)) == phrases.tempo(hold(30)) == ""


def test_an_announcement_gives_exercise_side_set_and_dose() -> None:
    plan = plan_of(each("Squat", self_paced(15), sets=3))
    assert phrases.announcement(plan.steps[2]) == "Squat · RIGHT · set 1 of 3 · 15 reps"


def test_a_place_is_left_out_where_there_is_only_one() -> None:
    once = plan_of(Circuit("Round", 1, 0.0, None, (Exercise("Squat", hold(30)),)))
    assert phrases.place(once.steps[0]) == ""
    twice = plan_of(Circuit("Round", 2, 0.0, None, (Exercise("Squat", hold(30), sets=2),)))
    assert phrases.place(twice.steps[-1]) == "round 2 of 2 · set 2 of 2"


@pytest.mark.parametrize(
    ("seconds", "estimated", "words"),
    [
        (2055.0, False, "35 min left"),
        (2055.0, True, "about 35 min left"),
        (3600.0, False, "1 h left"),
        (60.0, False, "1 min left"),
        (59.2, False, "1 min left"),
        (58.7, False, "59 s left"),
        (0.0, False, "0 s left"),
    ],
)
def test_the_time_left_is_in_begun_minutes_until_the_last(
    seconds: float, estimated: bool, words: str
) -> None:
    assert phrases.time_left(seconds, estimated=estimated) == words


def test_the_command_to_go_on_survives_any_shell() -> None:
    assert phrases.go_on_command("it's mine", 3) == """stridetimer run 'it'"'"'s mine' --from 3"""
