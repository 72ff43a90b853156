"""Leading through sessions, one at a time, from their first step to their summary."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from stridetimer.tui.farewell import CUT_SHORT, Farewell
from stridetimer.tui.outward import Outward

if TYPE_CHECKING:
    # The library is on the screen before these are loaded.
    from stridetimer.conductor import Clock, Conductor
    from stridetimer.core.events import SessionFinished
    from stridetimer.history.records import PastSession
    from stridetimer.tui.diary import Diary
    from stridetimer.tui.screens.session import SessionScreen


@dataclass(frozen=True, slots=True)
class Performance:
    """A session to be performed."""

    conductor: "Conductor"
    routine: str
    """What a person types to run it; empty where there is no file to run."""


class Stage:
    """Where ``app`` leads through sessions.

    ``over`` is told how the program would end now, whenever nothing is left on the stage. Who
    ``stays`` in the program sees a summary even of a session that was left. ``clock`` is that of
    the conductors, ``wall`` tells the time of day; with ``flash`` the screen lights up as a step
    begins, and ``outward`` is what is shown beside the screens. ``diary`` knows of the sessions
    before.
    """

    def __init__(
        self,
        app: App[Any],
        over: Callable[[Farewell], None],
        *,
        stays: bool,
        clock: "Clock",
        wall: Callable[[], datetime],
        flash: bool,
        outward: Outward,
        diary: "Diary | None" = None,
    ) -> None:
        self.screen: SessionScreen | None = None
        """The session that goes on; None before, and from its summary on."""
        self._app = app
        self._over = over
        self._stays = stays
        self._clock = clock
        self._wall = wall
        self._flash = flash
        self._outward = outward
        self._diary = diary
        self._conductor: Conductor | None = None

    def opening(self, performance: Performance) -> "SessionScreen":
        """The screen of a session that is the program's first: under it there is none to go to."""
        screen = self._screen_of(performance)
        screen.over = partial(self._performed, screen)
        return screen

    def perform(self, performance: Performance) -> None:
        """Lead through a session."""
        screen = self._screen_of(performance)
        self._app.push_screen(screen, partial(self._performed, screen))

    def _screen_of(self, performance: Performance) -> "SessionScreen":
        from stridetimer.tui.screens.session import SessionScreen

        self._conductor = performance.conductor
        self.screen = SessionScreen(
            performance.conductor,
            performance.routine,
            clock=self._clock,
            wall=self._wall,
            flash=self._flash,
            outward=self._outward,
        )
        return self.screen

    def _performed(self, screen: "SessionScreen", finished: "SessionFinished | None") -> None:
        assert finished is not None, "a session screen gives back how it finished"
        from stridetimer.core.events import Ending

        self.screen = None
        left = finished.outcome is Ending.STOPPED
        go_on_command = screen.go_on_command if left else ""
        if left and not self._stays:
            # Whoever leaves the program wants the shell; what was done is told there.
            self._end(_left(screen, finished, go_on_command))
        else:
            self._show_summary(screen, finished, go_on_command)

    def _show_summary(
        self, screen: "SessionScreen", finished: "SessionFinished", go_on_command: str
    ) -> None:
        from stridetimer.tui.screens.summary import SummaryScreen

        summary = SummaryScreen(
            screen.conductor.session,
            finished,
            clock=self._clock,
            entered_at=screen.entered_at,
            now=self._wall(),
            go_on_command=go_on_command,
            before=partial(self._before, screen.conductor.recorded_as),
            unrecorded=screen.conductor.unrecorded,
        )
        # The conductor is let go after the summary, so that the last sound is heard.
        self._app.push_screen(summary, lambda _: self._end(Farewell()))

    def _before(self, uid: str) -> "PastSession | None":
        return self._diary.time_before(uid) if self._diary and uid else None

    def _end(self, farewell: Farewell) -> None:
        self.clear()
        self._over(farewell)

    def break_off(self) -> None:
        """Leave the session that goes on where it is: the program ends."""
        screen, self.screen = self.screen, None
        if screen:
            screen.conductor.leave()

    def clear(self) -> None:
        """Leave no sound behind, and nothing beside the screens."""
        self._outward.clear()
        if self._conductor:
            self._conductor.close()
            self._conductor = None


def _left(screen: "SessionScreen", finished: "SessionFinished", go_on_command: str) -> Farewell:
    """The end of the program with a session that was left."""
    from stridetimer.score import told

    session = screen.conductor.session
    lines = tuple(told(session.plan, session.results, finished.at))
    return Farewell(CUT_SHORT, go_on_command, lines)
