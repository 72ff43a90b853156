from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest
from builders import ManualClock
from rigs.soundchild import FakeChild

from stridetimer.sound.attendance import FIRST_ANSWER, HUNG, Attendance
from stridetimer.sound.keeper import Keeper
from stridetimer.sound.ladder import AWAY, NEXT, RESTARTS
from stridetimer.sound.outbox import Outbox, ScheduledCue
from stridetimer.sound.status import BELL, STARTING, Status

Act = Callable[[], None]


class Life:
    """A keeper whose waits pass on a clock by hand, while a script of acts happens to it."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.outbox = Outbox({})
        self.children: list[FakeChild] = []
        self.born_at: list[float] = []
        self.without: list[tuple[str, ...]] = []
        self.statuses: list[Status] = []
        self.on_birth: Callable[[FakeChild], None] = lambda child: child.says("using fake")
        """What a new child does; a test may want something else."""
        self._acts: list[tuple[float, Act]] = []
        self.keeper = Keeper(self._spawn, self.outbox, self.clock, self._wait)

    @property
    def child(self) -> FakeChild:
        return self.children[-1]

    def at(self, instant: float, act: Act) -> None:
        self._acts.append((instant, act))
        self._acts.sort(key=lambda entry: entry[0])

    def live(self, until: float) -> None:
        self.at(until, self._end)
        self.keeper.run()

    def _end(self) -> None:
        self.keeper._closing.set()

    def _spawn(self, without: Sequence[str]) -> FakeChild:
        child = FakeChild()
        self.without.append(tuple(without))
        self.children.append(child)
        self.born_at.append(self.clock.now)
        self.at(self.clock.now + 0.1, lambda: self.on_birth(child))
        return child

    def _wait(self, poke: Event, seconds: float) -> None:
        """Pass the time up to the next act or the end of the wait."""
        if poke.is_set():
            return
        self.statuses.append(self.keeper.status)
        until = self.clock.now + seconds
        if self._acts and self._acts[0][0] <= until:
            instant, act = self._acts.pop(0)
            self.clock.now = max(self.clock.now, instant)
            act()
        else:
            self.clock.now = until


@pytest.fixture
def life() -> Life:
    return Life()


def test_the_status_says_what_plays(life: Life) -> None:
    assert life.keeper.status.backend == STARTING
    life.live(until=3.0)
    assert life.keeper.status == Status("fake", "Cues are played by fake.")
    assert life.keeper.status.plays


def test_the_child_hears_every_second_that_the_parent_is_there(life: Life) -> None:
    life.live(until=5.5)
    assert life.child.told == [f"beat {second:.6f}" for second in range(6)]


def test_a_child_that_is_well_lives_to_the_end_and_is_dismissed(life: Life) -> None:
    life.live(until=600.0)
    assert [child.end for child in life.children] == ["dismissed"]


def test_a_child_that_died_is_replaced_and_told_what_is_ahead(life: Life) -> None:
    life.outbox.add([ScheduledCue(4.0, "count"), ScheduledCue(8.0, "go")])
    life.at(5.0, lambda: life.child.dies())
    life.live(until=9.0)
    assert life.born_at == [0.0, 5.0 + RESTARTS[0]]
    assert life.child.cues == ["cue 0 8.000000 go"]
    assert life.keeper.status.plays


def test_the_bell_rings_while_there_is_no_child(life: Life) -> None:
    life.at(5.0, lambda: life.child.dies())
    life.live(until=9.0)
    assert any(status.rings_bell for status in life.statuses)


def test_a_child_that_stops_answering_is_killed_within_two_seconds_and_replaced(
    life: Life,
) -> None:
    def falls_silent() -> None:
        life.child.silent = True

    life.at(5.1, falls_silent)
    life.live(until=12.0)
    assert [child.end for child in life.children] == ["killed", "dismissed"]
    assert life.born_at[1] == pytest.approx(5.0 + HUNG + RESTARTS[0])


def test_a_child_that_cannot_be_written_to_is_replaced(life: Life) -> None:
    def goes_deaf() -> None:
        life.child.deaf = True

    life.at(5.1, goes_deaf)
    life.live(until=12.0)
    assert len(life.children) == 2
    assert life.children[0].end == "killed"


def test_nobody_is_replaced_because_the_whole_machine_stood_still(life: Life) -> None:
    """The answer to the last beat was on its way, and comes when everything runs again."""

    def owes_an_answer() -> None:
        life.child.silent = True

    def answers() -> None:
        life.child.silent = False
        life.child.says("beat")

    life.at(4.5, owes_an_answer)
    life.at(5.5, lambda: life.clock.jump(60.0))
    life.at(65.6, answers)
    life.live(until=90.0)
    assert len(life.children) == 1


def test_a_new_child_may_take_its_time_and_the_bell_rings_meanwhile(life: Life) -> None:
    life.on_birth = lambda child: None

    def silent() -> None:
        life.child.silent = True

    life.at(0.05, silent)
    life.at(FIRST_ANSWER - 1, lambda: life.child.says("using slow"))
    life.live(until=FIRST_ANSWER)
    assert len(life.children) == 1
    assert any(status.rings_bell for status in life.statuses)
    assert life.keeper.status.backend == "slow"


def plays_or_has_nothing(life: Life, *backends: str) -> Callable[[FakeChild], None]:
    """What a child says that tries ``backends`` in this order."""

    def say(child: FakeChild) -> None:
        left = [name for name in backends if name not in life.without[-1]]
        if left:
            child.says(f"trying {left[0]}")
            child.says(f"using {left[0]} (rig)")
        else:
            child.says("none no sound device was found")
            child.dies()

    return say


def test_after_three_new_children_the_next_backend_plays(life: Life) -> None:
    life.on_birth = plays_or_has_nothing(life, "first", "second")
    for at in (1.0, 3.0, 9.0, 19.0):
        life.at(at, lambda: life.child.dies())
    life.live(until=100.0)
    assert life.without == [(), (), (), (), ("first",)]
    assert life.born_at[-1] == pytest.approx(19.0 + NEXT)
    assert life.keeper.status == Status("second (rig)", "Cues are played by second (rig).")


def test_the_bell_takes_over_when_no_backend_is_left(life: Life) -> None:
    life.on_birth = plays_or_has_nothing(life, "only")
    for at in (1.0, 3.0, 9.0, 19.0):
        life.at(at, lambda: life.child.dies())
    life.live(until=25.0)
    assert life.without[-1] == ("only",)
    assert life.keeper.status.rings_bell


def test_sound_that_went_away_is_looked_for_again_ever_more_rarely(life: Life) -> None:
    def is_lost() -> None:
        life.on_birth = plays_or_has_nothing(life)
        life.child.says("lost the device was unplugged")
        life.child.dies()

    def comes_back() -> None:
        life.on_birth = plays_or_has_nothing(life, "fake")

    life.at(3.0, is_lost)
    life.at(60.0, comes_back)
    life.live(until=100.0)
    waits = [b - a for a, b in pairwise(life.born_at)]
    assert waits[1:] == [pytest.approx(wait + 0.1) for wait in AWAY[: len(waits) - 1]]
    assert life.keeper.status.plays


def test_a_backend_that_crashed_too_often_is_not_tried_again(life: Life) -> None:
    life.on_birth = plays_or_has_nothing(life, "crashing")
    for at in (1.0, 3.0, 9.0, 19.0):
        life.at(at, lambda: life.child.dies())
    life.live(until=200.0)
    assert life.without.count(()) == 1 + len(RESTARTS)
    assert life.keeper.status.rings_bell


def test_a_sound_of_ones_own_that_cannot_be_played_is_named_once(life: Life) -> None:
    life.outbox.learn([("go", Path("/mine/gong.mp3")), ("go-left", Path("/mine/gong.mp3"))])
    life.at(1.0, lambda: life.child.says("bad go it is longer than 10 s"))
    life.at(1.5, lambda: life.child.says("bad go-left it is longer than 10 s"))
    life.live(until=3.0)
    assert life.keeper.status.plays
    assert life.keeper.status.complaint == (
        "gong.mp3 cannot be played, so go sounds as it always did: it is longer than 10 s."
    )


def test_a_machine_without_sound_is_asked_once(life: Life) -> None:
    def finds_nothing(child: FakeChild) -> None:
        child.says("none no sound device was found")
        child.dies()

    life.on_birth = finds_nothing
    life.live(until=100.0)
    assert len(life.children) == 1
    assert life.keeper.status == Status(
        BELL, "The terminal bell rings, because no sound device was found."
    )


def test_a_device_that_went_away_is_looked_for_again(life: Life) -> None:
    def is_lost() -> None:
        life.child.says("lost the device was unplugged")
        life.child.dies()

    life.at(3.0, is_lost)
    life.live(until=8.0)
    assert len(life.children) == 2
    assert any("the device was unplugged" in status.why for status in life.statuses)


def test_a_process_that_cannot_be_started_is_no_more_than_a_bell() -> None:
    clock = ManualClock()

    def spawn(without: Sequence[str]) -> FakeChild:
        raise OSError("no more processes")

    keeper = Keeper(spawn, Outbox({}), clock, lambda poke, seconds: clock.jump(seconds))
    keeper.run()
    assert keeper.status.rings_bell
    assert "no more processes" in keeper.status.why
    assert clock.now == pytest.approx(sum(RESTARTS))


def test_a_keeper_that_is_closed_starts_nobody(life: Life) -> None:
    life.keeper._closing.set()
    life.keeper.run()
    assert life.children == []


def test_a_child_that_was_not_asked_cannot_hang() -> None:
    child = Attendance(0.0, begun=True)
    assert not child.hangs(100.0)
    child.asked(100.0)
    child.heard(100.1)
    assert not child.hangs(200.0)
