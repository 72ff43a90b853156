"""The application of the screens: which of them there are, and what leads from one to another."""

import os
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType
from textual.screen import Screen

from stridetimer.keys.everywhere import EVERYWHERE
from stridetimer.tui.bindings import bindings
from stridetimer.tui.continuing import mind_continuing
from stridetimer.tui.editing import EditWanted, TextScreen, Workshop, editor_screen
from stridetimer.tui.ending import mind_ends
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.farewell import INTERRUPTED, Farewell
from stridetimer.tui.manner import USUAL, Manner
from stridetimer.tui.outward import Outward
from stridetimer.tui.quiet import write_along
from stridetimer.tui.screens.library import LibraryScreen
from stridetimer.tui.screens.lock import LockScreen
from stridetimer.tui.stage import Performance, Stage
from stridetimer.tui.themed import ThemedApp
from stridetimer.tui.title import TerminalTitle

if TYPE_CHECKING:
    # The library is on the screen before these are loaded.
    from stridetimer.conductor import Clock, Conductor
    from stridetimer.editing.saving import Document
    from stridetimer.tui.diary import Diary
    from stridetimer.tui.screens.offer import Past, Unfinished


def _palette() -> ModuleType:
    from stridetimer.tui import palette  # here, because few ever open it

    return palette


_TITLELESS = ("linux", "dumb")
"""Terminals that would print a title in the middle of the screen."""


class StridetimerApp(ThemedApp[Farewell]):
    """Shows the library of ``shelf``; without one it leads through ``performance``, or shows
    ``diary``, and ends.

    With ``document``, the file of a routine, it edits that and ends.

    ``conduct`` makes the conductor of a routine chosen in the library; ``past`` knows of a session
    that was not finished, and ``diary`` of all that were performed. ``clock`` is that of the
    conductors; ``wall`` tells the time of day.
    """

    TITLE = "stridetimer"
    CSS_PATH = "stridetimer.tcss"
    # For the palette, which is Textual's own; each of our screens has others.
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-normal")]  # noqa: RUF012 - Textual's own declaration
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
        document: "Document | None" = None,
        clock: "Clock" = time.monotonic,
        wall: Callable[[], datetime] = datetime.now,
        manner: Manner = USUAL,
    ) -> None:
        super().__init__(manner)
        # Styles that come with a later screen have all others made anew; these do not.
        first = "library.tcss" if shelf else "session.tcss"
        self.css_path = [*self.css_path, Path(__file__).parent / "screens" / first]
        self._shelf = shelf
        self._conduct = conduct
        self._performance = performance
        self._past = past
        self._diary = diary
        self._document = document
        self._wall = wall
        wants_title = manner.title and os.environ.get("TERM") not in _TITLELESS
        self.outward = Outward(
            TerminalTitle(self._write, clock, self._write_along) if wants_title else None,
            manner.status_file,
        )
        """What is shown of a session beside the screens."""
        self._stage = Stage(
            self,
            self._over,
            stays=shelf is not None,
            clock=clock,
            wall=wall,
            flash=manner.flash,
            outward=self.outward,
            diary=diary,
        )

    def _write(self, data: str) -> None:
        """Write to the terminal, in turn with what is drawn."""
        # Textual has no other way; its own bell goes this one.
        if self._driver and not self.is_headless:
            self._driver.write(data)

    def _write_along(self, data: str) -> None:
        """Write to the terminal, if possible at once with what is drawn."""
        if self._driver and not self.is_headless:
            write_along(self._driver, data)

    def get_default_screen(self) -> Screen[Any]:
        """The library or the session, if that is to come first: over another it opens later."""
        if self._shelf:
            return LibraryScreen(self._shelf, wall=self._wall)
        if self._performance:
            return self._stage.opening(self._performance)
        return super().get_default_screen()

    def on_mount(self) -> None:
        """Show the first screen, where it is not there yet."""
        if not self.is_headless:
            mind_ends(self.end_at_once)
        mind_continuing(self)
        if self._shelf:
            self.call_after_refresh(self._look_back)
        elif self._document:
            self.push_screen(editor_screen(self._document), lambda _: self.exit(Farewell()))
        elif self._diary and not self._performance:
            self._look_into(self._diary, lambda _: self.exit(Farewell()))

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
            self._stage.perform(Performance(conductor, unfinished.routine))

    # -- a session -------------------------------------------------------------------------

    def on_library_screen_chosen(self, message: LibraryScreen.Chosen) -> None:
        """Perform what was chosen."""
        if self._conduct and message.entry.plan:
            self._stage.perform(Performance(self._conduct(message.entry), message.entry.name))

    def _over(self, farewell: Farewell) -> None:
        """To the library, or out."""
        if not self._shelf:
            self.exit(farewell)

    # -- a routine that is edited ------------------------------------------------------------

    def on_edit_wanted(self, message: EditWanted) -> None:
        """Edit a routine; the session that may be there has been paused for it."""
        Workshop(self, self._lend).edit(message)

    def _lend(self, use: Callable[[], int]) -> int:
        from stridetimer.tui.lending import lent

        return lent(self, use)

    # -- the end ---------------------------------------------------------------------------

    def on_unmount(self) -> None:
        """Leave no sound behind."""
        self._stage.clear()

    async def action_quit(self) -> None:
        """Leave the program; in a session or with something unsaved, ask first."""
        if isinstance(self.screen, TextScreen):
            self.screen.action_leave()
        elif self._stage.screen is None:
            self.exit(Farewell())
        elif self.screen is self._stage.screen:
            self._stage.screen.action_leave()

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
        """End the program without a question; a session is left where it is."""
        screen = self._stage.screen
        self.exit(Farewell(code, screen.go_on_command if screen else ""))
        self._stage.break_off()
