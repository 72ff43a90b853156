"""The application of the screens, and the two ways into it.

:func:`run_library` opens the library, :func:`run_session` goes straight to a session. Both return
a :class:`Farewell` when the screen is gone: the exit code of the program, and what is left to say.
"""

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from stridetimer.keys.everywhere import EVERYWHERE
from stridetimer.tui.bindings import bindings
from stridetimer.tui.continuing import mind_continuing
from stridetimer.tui.editing import EditWanted, TextScreen, Workshop, editor_screen
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.manner import USUAL, Manner
from stridetimer.tui.outward import Outward
from stridetimer.tui.screens.library import LibraryScreen
from stridetimer.tui.screens.lock import LockScreen
from stridetimer.tui.themed import ThemedApp
from stridetimer.tui.title import TerminalTitle

if TYPE_CHECKING:
    # The library is on the screen before these are loaded.
    from pathlib import Path

    from stridetimer.conductor import Clock, Conductor
    from stridetimer.core.events import SessionFinished
    from stridetimer.tui.diary import Diary
    from stridetimer.tui.screens.offer import Past, Unfinished
    from stridetimer.tui.screens.session import SessionScreen


def _palette() -> ModuleType:
    from stridetimer.tui import palette  # here, because few ever open it

    return palette


_TITLELESS = ("linux", "dumb")
"""Terminals that would print a title in the middle of the screen."""

COMPLETED = 0
CUT_SHORT = 1
INTERRUPTED = 128 + signal.SIGINT


@dataclass(frozen=True, slots=True)
class Farewell:
    """How the program ends."""

    code: int
    """The exit code: 0 completed or nothing run, 1 cut short, 128 + n ended by signal n."""
    go_on_command: str = ""
    """What to type to go on with a session that was cut short; empty without one."""
    told: tuple[str, ...] = ()
    """What was done in such a session, in lines to be shown when the screen is gone."""


@dataclass(frozen=True, slots=True)
class Performance:
    """A session to be performed."""

    conductor: "Conductor"
    routine: str
    """What a person types to run it."""


class StridetimerApp(ThemedApp[Farewell]):
    """Shows the library of ``shelf``; without one it leads through ``performance``, or shows
    ``diary``, and ends.

    With ``file``, the path of a routine, it edits that and ends.

    ``conduct`` makes the conductor of a routine chosen in the library; ``past`` knows of a session
    that was not finished, and ``diary`` of all that were performed. ``clock`` is that of the
    conductors; ``wall`` tells the time of day.
    """

    TITLE = "stridetimer"
    CSS_PATH = "stridetimer.tcss"
    COMMANDS: ClassVar = {lambda: _palette().Commands, lambda: _palette().Routines}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE, first=True)]

    def __init__(
        self,
        *,
        shelf: Shelf | None = None,
        conduct: "Callable[[Entry], Conductor] | None" = None,
        performance: Performance | None = None,
        past: "Past | None" = None,
        diary: "Diary | None" = None,
        file: "Path | None" = None,
        clock: "Clock" = time.monotonic,
        wall: Callable[[], datetime] = datetime.now,
        manner: Manner = USUAL,
    ) -> None:
        super().__init__(manner)
        # Styles that come with a later screen have all others made anew; these do not.
        first = "library.tcss" if shelf else "session.tcss"
        self.css_path = [*self.css_path, Path(__file__).parent / "screens" / first]
        self.farewell = Farewell(COMPLETED)
        """How the program would end now."""
        self._shelf = shelf
        self._conduct = conduct
        self._performance = performance
        self._past = past
        self._diary = diary
        self._file = file
        self._clock = clock
        self._wall = wall
        self._manner = manner
        self._session_screen: SessionScreen | None = None
        self._conductor: Conductor | None = None
        wants_title = manner.title and os.environ.get("TERM") not in _TITLELESS
        self.outward = Outward(
            TerminalTitle(self._write, clock) if wants_title else None, manner.status_file
        )
        """What is shown of a session beside the screens."""

    def _write(self, data: str) -> None:
        """Write to the terminal, in turn with what is drawn."""
        # Textual has no other way; its own bell goes this one.
        if self._driver and not self.is_headless:
            self._driver.write(data)

    def on_mount(self) -> None:
        """Show the first screen."""
        self._mind_signals()
        mind_continuing(self)
        if self._shelf:
            self.push_screen(LibraryScreen(self._shelf, wall=self._wall))
            self.call_after_refresh(self._look_back)
        if self._performance:
            self.perform(self._performance)
        elif self._file:
            self.push_screen(editor_screen(self._file), lambda _: self.exit(self.farewell))
        elif self._diary and not self._shelf:
            self._look_into(self._diary, lambda _: self.exit(self.farewell))

    # -- what was done -----------------------------------------------------------------------

    def on_library_screen_history_wanted(self) -> None:
        """Show it."""
        if self._diary:
            self._look_into(self._diary)

    def _look_into(
        self, diary: "Diary", then: Callable[[bool | None], None] = lambda deleted: None
    ) -> None:
        from stridetimer.tui.screens.history import HistoryScreen

        self.push_screen(HistoryScreen(diary, self._wall), then)

    # -- a session that was not finished -----------------------------------------------------

    @work(thread=True)
    def _look_back(self) -> None:
        unfinished = self._past.unfinished() if self._past else None
        if unfinished:
            self.call_from_thread(self._offer, unfinished)

    def _offer(self, unfinished: "Unfinished") -> None:
        from stridetimer.tui.screens.offer import OfferScreen

        # Whoever has started something else by now is not interrupted.
        if isinstance(self.screen, LibraryScreen):
            self.push_screen(OfferScreen(unfinished), partial(self._answered, unfinished))

    def _answered(self, unfinished: "Unfinished", go_on: bool | None) -> None:
        assert self._past is not None, "it made the offer"
        if not go_on:
            self._past.decline()
        elif conductor := self._past.take_up():
            self.perform(Performance(conductor, unfinished.routine))

    # -- a session -------------------------------------------------------------------------

    def on_library_screen_chosen(self, message: LibraryScreen.Chosen) -> None:
        """Perform what was chosen."""
        if self._conduct and message.entry.plan:
            self.perform(Performance(self._conduct(message.entry), message.entry.name))

    def perform(self, performance: Performance) -> None:
        """Lead through a session."""
        from stridetimer.tui.screens.session import SessionScreen

        self._conductor = performance.conductor
        self._session_screen = SessionScreen(
            performance.conductor,
            performance.routine,
            clock=self._clock,
            wall=self._wall,
            flash=self._manner.flash,
            outward=self.outward,
        )
        self.push_screen(self._session_screen, partial(self._performed, self._session_screen))

    def _performed(self, screen: "SessionScreen", finished: "SessionFinished | None") -> None:
        assert finished is not None, "a session screen gives back how it finished"
        from stridetimer.core.events import Ending
        from stridetimer.score import told
        from stridetimer.tui.screens.summary import SummaryScreen

        self._session_screen = None
        left = finished.outcome is Ending.STOPPED
        go_on_command = screen.go_on_command if left else ""
        if left and not self._shelf:
            # Whoever leaves the program wants the shell; what was done is told there.
            session = screen.conductor.session
            lines = tuple(told(session.plan, session.results, finished.at))
            self.farewell = Farewell(CUT_SHORT, go_on_command, lines)
            self._back()
            return
        self.farewell = Farewell(COMPLETED)
        summary = SummaryScreen(
            screen.conductor.session,
            finished,
            clock=self._clock,
            entered_at=screen.entered_at,
            now=self._wall(),
            go_on_command=go_on_command,
        )
        # The conductor is let go after the summary, so that the last sound is heard.
        self.push_screen(summary, lambda _: self._back())

    def _back(self) -> None:
        """To the library, or out."""
        self._let_go()
        if not self._shelf:
            self.exit(self.farewell)

    def _let_go(self) -> None:
        self.outward.clear()
        if self._conductor:
            self._conductor.close()
            self._conductor = None

    def on_edit_wanted(self, message: EditWanted) -> None:
        """Edit a routine; the session that may be there has been paused for it."""
        Workshop(self, self._lend).edit(message)

    def _lend(self, use: Callable[[], int]) -> int:
        from stridetimer.tui.lending import lent

        return lent(self, use)

    # -- the end ---------------------------------------------------------------------------

    def on_unmount(self) -> None:
        """Leave no sound behind."""
        self._let_go()

    async def action_quit(self) -> None:
        """Leave the program; in a session or with something unsaved, ask first."""
        if isinstance(self.screen, TextScreen):
            self.screen.action_leave()
        elif self._session_screen is None:
            self.exit(self.farewell)
        elif self.screen is self._session_screen:
            self._session_screen.action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the keys are locked, nothing but the end can be had of them.

        Where a text is edited, ctrl-c copies and ctrl-z takes back, as in every editor.
        """
        if isinstance(self.screen, TextScreen):
            return action not in ("interrupt", "suspend_process")
        return action == "interrupt" or not isinstance(self.screen, LockScreen)

    def action_interrupt(self) -> None:
        """End the program at once."""
        self.end_at_once(INTERRUPTED)

    def end_at_once(self, code: int) -> None:
        """End the program without a question; a session is stopped where it is."""
        screen, self._session_screen = self._session_screen, None
        if screen is None:
            self.exit(Farewell(code))
            return
        self.exit(Farewell(code, screen.go_on_command))
        screen.conductor.leave()

    def _mind_signals(self) -> None:
        """A signal ends the program in order, with the terminal as it was."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            # Windows has no handlers on its loop; there the default must do.
            with contextlib.suppress(NotImplementedError):
                if number is not None:
                    loop.add_signal_handler(number, self.end_at_once, 128 + number)


def run_session(conductor: "Conductor", routine: str, manner: Manner) -> Farewell:
    """Lead through a session, and show the summary.

    ``routine`` is what a person types to run it.
    """
    return _run(StridetimerApp(performance=Performance(conductor, routine), manner=manner))


def run_library(
    shelf: Shelf,
    *,
    conduct: "Callable[[Entry], Conductor]",
    past: "Past | None" = None,
    diary: "Diary | None" = None,
    manner: Manner,
) -> Farewell:
    """Show the routines of ``shelf``, and lead through those that are chosen.

    ``conduct`` makes the conductor of a new session; ``past`` knows of one that was not finished.
    """
    return _run(StridetimerApp(shelf=shelf, conduct=conduct, past=past, diary=diary, manner=manner))


def run_history(diary: "Diary", manner: Manner) -> Farewell:
    """Show what is in ``diary``."""
    return _run(StridetimerApp(diary=diary, manner=manner))


def run_editor(file: "Path", manner: Manner) -> Farewell:
    """Edit the routine in ``file``, which can be read."""
    return _run(StridetimerApp(file=file, manner=manner))


def _to_terminal(data: str) -> None:
    """Write to where the screen was drawn, now that it is gone."""
    with contextlib.suppress(OSError, ValueError):
        if sys.__stderr__ and sys.__stderr__.isatty():
            sys.__stderr__.write(data)
            sys.__stderr__.flush()


def _run(app: StridetimerApp) -> Farewell:
    try:
        farewell = app.run() or Farewell(app.return_code or app.farewell.code)
    finally:
        app.outward.close(_to_terminal)
    if app.unforeseen:
        raise app.unforeseen
    return farewell
