"""A session without a screen: what is typed, and what is told."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from builders import each, hold, paced, plan_of, routine, self_paced, timed
from fakes import RecordingPlayer

from stridetimer.cli.inputs import Ended, Input, Inputs, Key, Pasted, Signal
from stridetimer.cli.keyboard import keys_in
from stridetimer.cli.live import Live
from stridetimer.cli.orders import Nonsense, Order
from stridetimer.cli.plain import line_of
from stridetimer.conductor import Conductor
from stridetimer.core.events import Event, SessionFinished
from stridetimer.core.law import Command
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import Exercise
from stridetimer.core.session import Session
from stridetimer.gaps import GapWatch
from stridetimer.keys.burst import IGNORED
from stridetimer.keys.keymap import DEFAULT, Keymap
from stridetimer.score import told


class JumpingClock:
    """A sampled clock for which waiting takes no time: it jumps to the instant waited for."""

    def __init__(self) -> None:
        self.now = self._next = 100.0

    def __call__(self) -> float:
        return self.now

    def look(self) -> None:
        self.now = self._next

    def until(self, instant: float) -> float:
        self._next = max(self._next, instant)
        return 0.0


class Typed(Inputs):
    """Keys are pressed some seconds from one another."""

    def __init__(self, clock: JumpingClock, apart: float) -> None:
        self._clock = clock
        self._apart = apart

    def get_nowait(self) -> Input:
        given = super().get_nowait()
        if isinstance(given, Key):
            self._clock.until(self._clock.now + self._apart)
            self._clock.look()
        return given


class Evening:
    """A session, what comes in, and what was told."""

    def __init__(
        self,
        plan: Plan,
        given: Iterable[Input],
        watch: GapWatch | None = None,
        keymap: Keymap = DEFAULT,
        apart: float = 0.0,
    ) -> None:
        self.clock = JumpingClock()
        self.inputs = Typed(self.clock, apart)
        for one in given:
            self.inputs.put(one)
        self.player = RecordingPlayer(self.clock)
        self.told: list[Event] = []
        self.said: list[str] = []
        self.conductor = Conductor(Session(plan), self.player, self.clock, watch=watch)
        live = Live(
            self.conductor,
            self.inputs,
            self.told.append,
            self.said.append,
            self.clock,  # type: ignore[arg-type]  # it looks like one
            keymap=keymap,
        )
        self.code = live.follow()

    @property
    def text(self) -> list[str]:
        left = self.conductor.left
        return [line for event in self.told if (line := line_of(event, left=left))]


def two_sets() -> Plan:
    return plan_of(each("Squat", hold(10), rest=20, sets=1), prepare=5)


def test_a_whole_session_is_told_in_lines_that_read_aloud() -> None:
    evening = Evening(two_sets(), [Ended()])
    assert evening.text == [
        "A routine: 30 s, 1 set.",
        "Get ready, 5 s. First: Squat · LEFT · hold 10 s.",
        "3.",
        "2.",
        "1.",
        "Work: Squat · LEFT · hold 10 s.",
        "Go.",
        "3.",
        "2.",
        "1.",
        "Done, 10 s.",
        "Switch sides, 5 s. Next: RIGHT · hold 10 s.",
        "3.",
        "2.",
        "1.",
        "Work: Squat · RIGHT · hold 10 s.",
        "Go.",
        "3.",
        "2.",
        "1.",
        "Done, 10 s.",
        "The session is over. Well done.",
    ]
    assert evening.code == 0


def test_what_was_typed_before_the_start_happens_at_the_start() -> None:
    evening = Evening(two_sets(), [Order(Command.NEXT), Order(Command.SKIP_SET)])
    assert evening.told[-1].at == 0
    assert evening.code == 0


def test_stopping_cuts_the_session_short() -> None:
    evening = Evening(two_sets(), [Order(Command.STOP)])
    assert evening.text[-1] == "The session was stopped."
    assert evening.code == 1


def test_a_signal_ends_the_session_and_is_told_by_the_exit_code() -> None:
    evening = Evening(two_sets(), [Signal(2)])
    assert evening.text[-1] == "The session is left unfinished."
    assert evening.code == 130
    assert Evening(two_sets(), [Signal(15)]).code == 143


def test_one_q_asks_and_the_second_leaves() -> None:
    evening = Evening(two_sets(), [Key("q"), Key("q")], apart=1.0)
    assert evening.text[-1] == "The session is left unfinished."
    assert evening.code == 1
    evening = Evening(two_sets(), [Key("q"), Key("n"), Key("q"), Key("z"), Ended()])
    assert (len(evening.said), evening.code) == (2, 0)


def test_space_pauses_and_goes_on() -> None:
    evening = Evening(two_sets(), [Key("space"), Key("space")], apart=1.0)
    assert evening.text[2:4] == ["Paused.", "Resumed."]


def test_the_other_keys_do_what_they_say() -> None:
    plan = plan_of(Exercise("A", self_paced(5), sets=2, rest=30))
    keys = ["enter", "plus", "minus", "n", "b", "m", "s"]
    evening = Evening(plan, map(Key, keys))
    assert evening.text[1:] == [
        "Work: A · set 1 of 2 · 5 reps. Say done when you are.",
        "Go.",
        "Done, 5 reps, 0 s.",
        "Rest, 30 s. Next: A · set 2 of 2 · 5 reps.",
        "10 s longer.",
        "10 s shorter.",
        "Work: A · set 2 of 2 · 5 reps. Say done when you are.",
        "Go.",
        "Cut, after 0 s.",
        "Rest, 30 s. Next: A · set 2 of 2 · 5 reps.",
        "Skipped: A · set 2 of 2 · 5 reps.",
        "The session is over. Well done.",
    ]
    assert evening.player.mute


def test_i_tells_how_the_exercise_is_done() -> None:
    exercise = Exercise(
        "Hop", timed(5), how="Up and down on one leg.", form=("Soft knee", "Quiet landing")
    )
    evening = Evening(plan_of(exercise), [Key("i"), Ended()])
    assert evening.said == ["Hop.\nUp and down on one leg.\nMind: Soft knee\nQuiet landing"]


def test_w_tells_where_one_is_and_what_is_left() -> None:
    evening = Evening(two_sets(), [Order(Command.NEXT), Key("w"), Ended()])
    assert evening.said == ["Squat · LEFT · hold 10 s: work, 10 s left; the session has 25 s left."]


def test_question_mark_tells_the_keys() -> None:
    (keys,) = Evening(two_sets(), [Key("question_mark"), Ended()]).said
    assert keys.startswith("Keys: space pause")


def test_digits_before_enter_say_how_many_and_before_j_to_which_step() -> None:
    plan = plan_of(Exercise("A", self_paced(5), sets=3, rest=30))
    evening = Evening(plan, map(Key, ["1", "2", "enter", "4", "j", "j", "q", "q"]), apart=1.0)
    assert "Done, 12 reps, 3 s." in evening.text
    assert "Work: A · set 3 of 3 · 5 reps. Say done when you are." in evening.text
    assert evening.said[0] == "Type the number of a step, as the plan counts them, and then j."


def test_locked_keys_do_nothing_until_two_in_their_order_unlock_them() -> None:
    keys = ["l", "space", "q", "q", "enter", "l", "n", "enter", "space", "l", "enter", "q", "q"]
    evening = Evening(two_sets(), map(Key, keys), apart=1.0)
    assert evening.said[:2] == ["Locked: l, then enter, unlocks.", "Unlocked."]
    assert evening.said[2] == "Leave the session? Press q again to leave; any other key stays."
    assert "Paused." not in evening.text
    assert evening.code == 1


def test_the_keys_of_a_session_as_text_are_those_that_a_person_chose() -> None:
    keymap = Keymap({"session.pause": ("p",), "plain.where": ("v",)})
    evening = Evening(
        two_sets(), map(Key, ["p", "p", "v", "question_mark"]), keymap=keymap, apart=1.0
    )
    assert evening.text[2:4] == ["Paused.", "Resumed."]
    assert evening.said[0].startswith("Squat · LEFT")
    assert evening.said[1].startswith("Keys: p pause")


@pytest.mark.parametrize(
    ("pressed", "key"),
    [
        ("n", "n"),
        ("+", "plus"),
        (" ", "space"),
        ("\r", "enter"),
        ("\x1b", "escape"),
        ("\x7f", "backspace"),
        ("\x0e", "ctrl+n"),
        ("\x1b[C", "right"),
        ("\x1bOA", "up"),
        ("\x1b[6~", "pagedown"),
        ("\x1b[15~", "f5"),
        ("\x1b[99~", ""),
        ("\x1bx", ""),
        ("nx\x1b[Cü", "n x right ü"),
    ],
)
def test_what_a_terminal_sends_is_taken_apart_into_keys(pressed: str, key: str) -> None:
    assert " ".join(keys_in(pressed)) == key


@pytest.mark.parametrize(
    ("key", "does", "often"), [("n", "Cut", 1), ("space", "Paused", 1), ("plus", "10 s longer", 8)]
)
def test_a_key_that_is_held_down_does_its_work_once(key: str, does: str, often: int) -> None:
    exercises = [Exercise("A", hold(60))] * 9
    evening = Evening(plan_of(*exercises), [*[Key(key)] * 8, Ended()], apart=0.03)
    assert sum(does in line for line in evening.text) == often


def test_q_held_down_asks_once_and_does_not_leave() -> None:
    evening = Evening(two_sets(), [Key("q")] * 40 + [Ended()], apart=0.03)
    assert evening.code == 0
    assert len(evening.said) == 1


def test_what_was_pasted_does_nothing_and_is_said() -> None:
    evening = Evening(two_sets(), [Pasted(), Ended()])
    assert evening.said == [IGNORED]
    assert evening.code == 0


def test_paced_repetitions_are_told_beat_by_beat() -> None:
    plan = plan_of(Exercise("Sit", paced(2, ("stand up", 2.0), ("sit down", 3.0))))
    assert Evening(plan, [Ended()]).text[2:7] == [
        "Go.",
        "Rep 1: stand up.",
        "Sit down.",
        "Rep 2: stand up.",
        "Sit down.",
    ]


def test_what_one_needs_and_must_mind_is_told_before_it_begins() -> None:
    needing = replace(
        routine(Exercise("A", timed(5)), prepare=0),
        equipment=("a chair", "a mat"),
        cautions=("Mind the knee.", "Ask a doctor."),
        after="stage-one",
    )
    assert Evening(make_plan(needing), [Ended()]).text[0] == (
        "A routine: 5 s, 1 set. You need a chair, a mat. First master stage-one. "
        "Mind the knee. Ask a doctor."
    )


def test_what_was_done_is_told_at_the_end() -> None:
    session = Session(two_sets())
    events = [*session.start(0.0), *session.next(1.0), *session.skip_set(2.0)]
    finished = events[-1]
    assert isinstance(finished, SessionFinished)
    assert list(told(session.plan, session.results, finished.at)) == [
        "2 s · 0 of 1 set done · 1 skipped.",
        "Squat: LEFT skipped; RIGHT skipped.",
    ]


def test_nonsense_is_answered_and_changes_nothing() -> None:
    evening = Evening(two_sets(), [Nonsense("dance", "'dance' is not a command"), Ended()])
    assert "'dance' is not a command." in evening.text
    assert evening.code == 0


def test_when_nobody_can_say_anything_a_paused_session_goes_on() -> None:
    assert Evening(two_sets(), [Order(Command.PAUSE), Ended()]).code == 0


def test_a_script_that_was_put_to_sleep_goes_on_where_it_was() -> None:
    class OneGap(GapWatch):
        """The program is stopped once, for a minute."""

        def take(self, now: float):  # type: ignore[no-untyped-def]  # as its base says
            if now > 103 and not hasattr(self, "told"):
                self.told = True
                from stridetimer.gaps import Gap

                return Gap(102.0, 60.0)
            return None

    evening = Evening(plan_of(Exercise("A", timed(10))), [Ended()], OneGap())
    reasons = [getattr(e, "reason", None) for e in evening.told if hasattr(e, "reason")]
    assert reasons == ["suspend", "suspend"]
    assert evening.told[-1].at == 10
