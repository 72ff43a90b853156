"""The screens that lie above a session, which goes on behind them."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from stridetimer.conductor import Clock, Conductor
from stridetimer.tui.screens.how import HowScreen
from stridetimer.tui.screens.jump import JumpScreen
from stridetimer.tui.screens.leave import LeaveScreen
from stridetimer.tui.screens.lock import LockScreen


class Above:
    """Lays screens over ``screen``, that of the session of ``conductor``, whose clock is ``clock``.

    ``go_on_command`` is what to type to go on another time where the session is now.
    """

    def __init__(
        self,
        screen: Screen[Any],
        conductor: Conductor,
        clock: Clock,
        go_on_command: Callable[[], str],
    ) -> None:
        self._screen = screen
        self._conductor = conductor
        self._clock = clock
        self._go_on_command = go_on_command
        self._asking: LeaveScreen | None = None
        self._choosing: JumpScreen | None = None

    def ask_to_leave(self, leave: Callable[[], None]) -> None:
        """Ask; ``leave`` is called after a yes."""
        self._asking = LeaveScreen(self._go_on_command())

        def answered(sure: bool | None) -> None:
            self._asking = None
            if sure:
                leave()

        self._screen.app.push_screen(self._asking, answered)

    def choose_step(self, go_to: Callable[[int], None], looked_at: int | None = None) -> None:
        """List all steps; ``go_to`` gets the one that is chosen.

        ``looked_at`` is the one that is looked at first; without it, the one that goes on.
        """
        here = self._conductor.view().step.index
        self._choosing = JumpScreen(self._conductor.session, here, looked_at)

        def chosen(step: int | None) -> None:
            self._choosing = None
            if step is not None:
                go_to(step)

        self._screen.app.push_screen(self._choosing, chosen)

    def show_how(self) -> None:
        """Show how the exercise that is done, or comes next, is done."""
        self._screen.app.push_screen(HowScreen(self._conductor.view().step.exercise))

    def lock(self) -> None:
        """Let no key do anything but unlock."""
        self._screen.app.push_screen(LockScreen(self._clock))

    def went_on(self, step: int) -> None:
        """The session has come to the step of this index: say so where that is to be read."""
        if self._asking:
            self._asking.go_on_command = self._go_on_command()
        if self._choosing:
            self._choosing.went_on(step)

    def clear(self) -> None:
        """Take everything away: the session is over."""
        app = self._screen.app
        while app.screen is not self._screen:
            app.pop_screen()
