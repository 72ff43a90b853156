"""Noticing that the program did not run."""

from builders import ManualClock

from stridetimer.gaps import BEAT, MISSED, Gap, GapWatch


def watch_at(start: float) -> tuple[GapWatch, ManualClock, ManualClock]:
    clock, sleep = ManualClock(start), ManualClock(50.0)
    return GapWatch(clock, sleep), clock, sleep


def test_a_program_that_runs_has_no_gaps() -> None:
    watch, clock, _ = watch_at(100.0)
    for _ in range(10):
        clock.jump(MISSED)
        assert watch.take(clock.now) is None


def test_a_program_that_was_stopped_tells_since_when_and_for_how_long() -> None:
    watch, clock, _ = watch_at(100.0)
    clock.jump(8)
    assert watch.take(clock.now) == Gap(since=100.0, seconds=8.0)


def test_a_gap_is_told_once() -> None:
    watch, clock, _ = watch_at(100.0)
    clock.jump(8)
    watch.take(clock.now)
    assert watch.take(clock.now) is None


def test_two_gaps_that_nobody_was_told_of_are_one_from_where_the_first_began() -> None:
    watch, clock, _ = watch_at(100.0)
    clock.jump(8)
    watch.beat(clock.now)
    clock.jump(0.5)
    watch.beat(clock.now)
    clock.jump(20)
    assert watch.take(clock.now) == Gap(since=100.0, seconds=28.0)


def test_a_stalled_screen_is_no_gap_while_the_beat_goes_on() -> None:
    watch, clock, _ = watch_at(100.0)
    for _ in range(40):
        clock.jump(BEAT + 0.9)
        watch.beat(clock.now)
    assert watch.take(clock.now) is None


def test_a_gap_that_the_beat_saw_first_is_still_told() -> None:
    watch, clock, _ = watch_at(100.0)
    clock.jump(8)
    watch.beat(clock.now)
    assert watch.take(clock.now) == Gap(since=100.0, seconds=8.0)


def test_a_machine_that_slept_is_a_gap_even_where_its_clock_stood_still() -> None:
    watch, clock, sleep = watch_at(100.0)
    clock.jump(0.5)
    sleep.jump(3600)
    assert watch.take(clock.now) == Gap(since=100.5, seconds=3600.5)
