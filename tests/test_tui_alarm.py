"""The one timer of the session screen."""

import asyncio

from builders import ManualClock

from stridetimer.tui.alarm import SHORTEST_SLEEP, Alarm


async def let_it_ring() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


async def test_it_rings_once_at_the_earliest_instant() -> None:
    clock, rung = ManualClock(100.0), list[float]()
    alarm = Alarm(clock, lambda: rung.append(clock.now))
    alarm.set(None, 130.0, 100.0)
    assert alarm.set_to == 100.0
    await let_it_ring()
    assert rung == [100.0]
    assert alarm.set_to is None


async def test_setting_it_anew_forgets_what_was_set_before() -> None:
    clock, rung = ManualClock(100.0), list[float]()
    alarm = Alarm(clock, lambda: rung.append(clock.now))
    alarm.set(100.0)
    alarm.set(None)
    await let_it_ring()
    assert (rung, alarm.set_to) == ([], None)


async def test_however_much_is_due_it_rings_thirty_times_a_second_at_most() -> None:
    clock = ManualClock(100.0)
    alarm = Alarm(clock, lambda: None)
    alarm.set(99.0)
    await let_it_ring()
    alarm.set(100.0001)
    assert alarm.set_to == 100.0 + SHORTEST_SLEEP
    alarm.stop()
