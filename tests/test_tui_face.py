"""What the session screen says, in words."""

from dataclasses import replace

from builders import each, hold, open_work, paced, plan_of, routine, self_paced

from stridetimer.core.events import Reason
from stridetimer.core.law import State
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Exercise, Side, Sides
from stridetimer.core.session import Session
from stridetimer.keys.library import GO_ON
from stridetimer.keys.session import PAUSE
from stridetimer.tui.face import Count, Face, face_of
from stridetimer.tui.phase import Phase
from stridetimer.tui.sign import Sign

SIT = each("Sit to stand", paced(15, ("stand up", 1.0), ("sit down", 2.0)), sets=3, form=("Level",))


def face_at(plan: Plan, seconds: float) -> Face:
    session = Session(plan)
    session.start(0.0)
    session.advance(seconds)
    return face_of(session.view(seconds))


def test_paced_work_tells_the_repetition_and_its_beat() -> None:
    face = face_at(plan_of(SIT), 10.5)
    assert face.sign == Sign(Phase.WORK, Side.LEFT)
    assert face.name == "Sit to stand"
    assert face.detail == ("set 1 of 3 · 15 reps", "set 1 of 3")
    assert face.action[0] == "rep 4 of 15 · sit down"
    assert face.count == Count(" 4", "of 15 reps")
    assert (face.move, face.moves) == (("sit down",), ("stand up", "sit down"))
    assert face.time == "0:35"
    assert face.follows[0] == "then switch sides 5 s, then RIGHT · set 1 of 3 · 15 reps"
    assert face.form == ("Level",)


def test_while_the_way_back_counts_down_no_other_number_stands_beside_it() -> None:
    session = Session(plan_of(SIT))
    session.start(0.0)
    session.advance(10.5)
    face = face_of(replace(session.view(10.5), state=State.LEADING_IN, lead_in=5.0))
    assert face.time == "0:05"
    assert (face.count, face.move, face.moves) == (Count(), ("",), ())
    assert face.action[0] == "then rep 4 of 15 · sit down"


def test_a_switch_names_the_side_that_comes() -> None:
    face = face_at(plan_of(SIT), 47.0)
    assert face.sign == Sign(Phase.SWITCH, Side.RIGHT, coming=True)
    assert face.name == "next: Sit to stand"
    assert face.detail[0] == "RIGHT · set 1 of 3 · 15 reps"


def test_a_rest_shows_all_that_comes_next_and_its_side_as_coming() -> None:
    face = face_at(plan_of(SIT), 100.0)
    assert face.sign == Sign(Phase.REST, Side.LEFT, coming=True)
    assert face.name == "next: Sit to stand"
    assert face.detail[0] == "LEFT · set 2 of 3 · 15 reps"
    assert face.action[0] == "stand up 1 s, sit down 2 s"
    assert face.form == ("Level",)


def test_a_side_is_coming_until_it_works_and_in_a_pause_it_stays_the_one_that_works() -> None:
    session = Session(plan_of(SIT))
    session.start(0.0)
    assert not face_of(session.view(5.0)).sign.coming
    session.pause(8.0)
    assert face_of(session.view(9.0)).sign == Sign(Phase.PAUSED, Side.LEFT)
    session.lead_in(9.0, 5.0)
    assert face_of(session.view(10.0)).sign == Sign(Phase.READY, Side.LEFT, coming=True)


def test_preparing_does_not_look_like_work() -> None:
    face = face_at(plan_of(SIT, prepare=10.0), 1.0)
    assert face.sign == Sign(Phase.READY, Side.LEFT, coming=True)
    assert face.phase.shape != Phase.WORK.shape
    assert face.phase.pattern != Phase.WORK.pattern


def test_alternating_work_shows_the_side_of_each_repetition() -> None:
    taps = Exercise("Toe taps", paced(20, ("", 2.0)), sides=Sides.ALTERNATING)
    assert face_at(plan_of(taps), 1.0).sign.side is Side.LEFT
    assert face_at(plan_of(taps), 3.0).sign.side is Side.RIGHT
    assert face_at(plan_of(taps), 3.0).detail[0] == "LEFT and RIGHT in turn · 20 reps"


def test_what_ends_when_the_person_says_so_counts_up_and_names_the_key() -> None:
    face = face_at(plan_of(Exercise("Knee bend", self_paced(15))), 12.4)
    assert (face.time, face.action[0]) == ("+0:12", "15 reps, then enter")
    assert (face.move[0], face.moves) == ("press enter when done", ("enter when done",))
    face = face_at(plan_of(Exercise("Balance", open_work())), 12.0)
    assert (face.time, face.action[0]) == ("+0:12", "as long as you can, then enter")


def test_a_rest_that_waits_counts_on_above_zero() -> None:
    plan = plan_of(Exercise("Squat", hold(30), sets=2, wait=True))
    assert face_at(plan, 89.5).time == "0:01"
    over = face_at(plan, 105.0)
    assert over.time == "+0:15"
    assert over.sign == Sign(Phase.READY, coming=True)
    assert over.prompt[0] == "The rest is over: enter begins the work"


def test_a_time_is_as_wide_as_it_gets_in_its_step() -> None:
    plan = plan_of(Exercise("Wall press", hold(720)))
    assert {len(face_at(plan, at).time) for at in (0.0, 100.0, 200.0, 719.5)} == {5}
    hours = plan_of(Exercise("Wall press", hold(7200)))
    assert {len(face_at(hours, at).time) for at in (0.0, 4000.0, 7199.5)} == {7}


def test_the_digit_is_the_ceiling_so_that_it_changes_with_the_beep() -> None:
    plan = plan_of(Exercise("Plank", hold(30)))
    assert [face_at(plan, at).time for at in (0.0, 26.9, 27.0, 29.999)] == [
        "0:30",
        "0:04",
        "0:03",
        "0:01",
    ]


def test_a_pause_says_how_to_go_on_and_after_a_gap_how_long_it_was() -> None:
    session = Session(plan_of(SIT))
    session.start(0.0)
    session.pause(10.0)
    assert face_of(session.view(10.0)).phase is Phase.PAUSED
    assert face_of(session.view(10.0)).prompt == ("space resumes",)
    session.resume(11.0)
    session.pause(12.0, Reason.SUSPEND)
    prompt = face_of(session.view(12.0), away=185.0).prompt
    assert prompt[0] == "Away for 3 min 5 s, nothing was counted: space resumes"


def test_one_word_ends_a_standstill_on_the_screen_in_its_footer_and_in_the_help() -> None:
    session = Session(plan_of(SIT))
    session.start(0.0)
    session.pause(10.0, Reason.SUSPEND)
    away = face_of(session.view(12.0), away=185.0).prompt[:2]
    session.lead_in(12.0, 5.0)
    back = face_of(session.view(13.0)).prompt
    for words in (*away, *back, PAUSE.tooltip, GO_ON.tooltip, GO_ON.name):
        assert PAUSE.undo in words.lower()


def test_while_a_set_of_ones_own_stands_still_one_key_alone_is_named() -> None:
    session = Session(plan_of(Exercise("Knee bend", self_paced(15))))
    session.start(0.0)
    session.pause(8.0)
    face = face_of(session.view(8.0))
    assert (face.prompt, face.action) == (("space resumes",), ("15 reps",))
    session.lead_in(9.0, 5.0)
    face = face_of(session.view(9.0))
    assert (face.time.strip(), face.time_label, face.move) == ("0:05", "to get ready", ("",))


def test_one_line_holds_phase_and_countdown_first() -> None:
    assert face_at(plan_of(SIT), 10.5).line.startswith("■ WORK 0:35 LEFT rep 4 of 15")


def test_the_progress_names_what_is_left_the_finish_and_the_sound() -> None:
    session = Session(plan_of(SIT))
    session.start(0.0)
    face = face_of(session.view(0.0), ends="18:34", sound="muted")
    assert face.progress == ("7 min left", "ends 18:34", "muted", "exercise 1 of 1")


def test_two_instants_that_look_the_same_have_equal_faces_but_for_the_progress() -> None:
    plan = plan_of(Exercise("Plank", hold(30)))
    first, second = face_at(plan, 10.1), face_at(plan, 10.2)
    assert (first.time, first.sign, first.progress) == (second.time, second.sign, second.progress)


def test_the_end_is_what_follows_the_last_work() -> None:
    assert face_at(plan_of(Exercise("Plank", hold(30))), 1.0).follows == ("then the end",)


def test_what_to_mind_is_said_while_one_gets_ready_and_form_in_the_work() -> None:
    careful = replace(routine(SIT, prepare=10.0), cautions=("Ask a doctor.", "Stop at pain."))
    assert face_at(make_plan(careful), 5.0).form == ("Ask a doctor.", "Stop at pain.")
    assert face_at(make_plan(careful), 15.0).form == ("Level",)


def test_how_often_to_do_it_at_ones_own_pace_is_no_count_of_what_is_done() -> None:
    bends = Exercise("Knee bend", self_paced(15))
    assert face_at(plan_of(bends), 8.0).count == Count("×15", "reps, own pace", "at own pace")  # noqa: RUF001 - the sign of times
    assert face_at(plan_of(SIT), 10.5).count.number.strip() == "4"


def test_what_is_said_of_another_exercise_in_the_end_of_a_hold_is_known_as_such() -> None:
    plan = plan_of(Exercise("Plank", hold(90)), Exercise("Squat", hold(90), form=("Low",)))
    assert not face_at(plan, 50.0).form_of_next
    late = face_at(plan, 70.0)
    assert (late.form, late.form_of_next) == (("next, Squat: Low",), True)
    same = face_at(plan_of(each("Squat", hold(90), form=("Low",))), 70.0)
    assert (same.soon, same.form, same.form_of_next) == (True, ("Low",), False)
