"""Threads beside the screen end before the program does."""

from threading import Event

from stridetimer.tui import aside


def test_the_end_of_the_program_stops_what_runs_beside_the_screen_and_waits_for_it() -> None:
    stop, ended = Event(), Event()

    def watch(until: Event) -> None:
        until.wait(5.0)
        ended.set()

    thread = aside.start(watch, stop)
    assert thread.is_alive()
    aside.end_all()
    assert stop.is_set()
    assert ended.is_set()
    assert not thread.is_alive()


def test_what_has_ended_is_waited_for_no_more() -> None:
    thread = aside.start(lambda _: None, Event())
    thread.join(5.0)
    assert thread not in aside._running
