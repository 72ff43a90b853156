"""The library: every routine there is, and all about the one that is looked at."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from stridetimer.keys.library import LIBRARY
from stridetimer.tui.arrangement import Arrangement, Grouping, Row, arranged, following
from stridetimer.tui.bindings import bindings
from stridetimer.tui.editing import EditWanted
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.lines import Describer
from stridetimer.tui.searching import found_for
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.line import Line
from stridetimer.tui.widgets.routine_list import RoutineList
from stridetimer.tui.widgets.routine_page import RoutinePage

if TYPE_CHECKING:
    from textual.widgets import Input

EMPTY = "There is no routine yet. `stridetimer new NAME` makes one."
TELL_EVERY = 0.2
"""Seconds between two tellings of what was read meanwhile."""


class LibraryScreen(Screen[None]):
    """Lists the routines of ``shelf`` at once; what it does not know of them it reads after that.

    ``wall`` tells the time of day.
    While it is on the screen, changes of their files show by themselves.
    """

    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIBRARY)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide"), (120, "-broad")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-line"), (4, "-short"), (12, "-normal"), (30, "-tall")]  # noqa: RUF012 - Textual's own declaration

    class Chosen(Message):
        """A routine is to be started."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Shelved(Message):
        """What is known of all the routines by now."""

        def __init__(
            self, entries: list[Entry], done: Mapping[str, datetime], *, finished: bool
        ) -> None:
            super().__init__()
            self.entries = entries
            self.done = done
            self.finished = finished

    class HistoryWanted(Message):
        """The person wants to see what was done."""

    class Opened(Message):
        """The routine that is looked at has been read."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Stirred(Message):
        """Files of routines came, went or changed."""

    def __init__(self, shelf: Shelf, *, wall: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self._shelf = shelf
        self._wall = wall
        self._arrangement = shelf.arrangement()
        self._describer = Describer(wall())
        self._opened: Entry | None = None
        self._unwatched = Event()
        self._catching_up = self._stirred = False
        self._typed_ahead: str | None = None
        self.entries: list[Entry] = []
        """Every routine there is."""

    def compose(self) -> ComposeResult:
        """The list, and the page beside it or in its place."""
        with Horizontal(id="books"):
            with Vertical(id="shelf"):
                yield RoutineList(self._describer, id="list")
            yield RoutinePage(id="page")
        yield Line(id="notice")
        yield Footer()

    @property
    def _list(self) -> RoutineList:
        return self.query_one(RoutineList)

    # -- what there is -----------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show what is known at once."""
        self.entries = self._shelf.found()
        self._show_rows(looking_at=self._arrangement.chosen)

    def on_screen_resume(self) -> None:
        """Something may have been done or written meanwhile; from now on that shows."""
        self.call_after_refresh(self._attend)

    def on_screen_suspend(self) -> None:
        """Nobody sees it: nothing is watched."""
        self._unwatched.set()

    def on_unmount(self) -> None:
        """Let the watcher end."""
        self._unwatched.set()

    def _attend(self) -> None:
        self._unwatched.set()
        self._unwatched = Event()
        # A daemon: leaving the program never waits for it.
        Thread(target=self._watch, args=(self._unwatched,), daemon=True).start()
        self.on_library_screen_stirred()

    def _watch(self, stop: Event) -> None:
        for _ in self._shelf.changes(stop):
            if stop.is_set() or not self.post_message(self.Stirred()):
                return

    def on_library_screen_stirred(self) -> None:
        """Look at them again; where that is being done already, once more after it."""
        self._stirred = True
        if not self._catching_up:
            self._catching_up, self._stirred = True, False
            self._catch_up()

    @work(thread=True)
    def _catch_up(self) -> None:
        """Find every routine, and read those of which nothing is known."""
        worker = get_current_worker()
        entries = self._shelf.found()
        done = self._shelf.done()
        told = 0.0
        for index, entry in enumerate(entries):
            if worker.is_cancelled:
                return
            if entry.known is None:
                if monotonic() - told > TELL_EVERY and told:
                    self.post_message(self.Shelved([*entries], done, finished=False))
                told = told or monotonic()
                read = self._shelf.read(entry)
                entries[index] = replace(read, plan=None, problems=(), digest=read.known)
        self.post_message(self.Shelved(entries, done, finished=True))
        self._shelf.keep()

    def on_library_screen_shelved(self, message: Shelved) -> None:
        """Show them, and the page of the one that is looked at anew."""
        self.entries = message.entries
        self._describer.done = message.done
        self._describer.now = self._wall()
        self._show_rows()
        if message.finished:
            self._catching_up = False
            if self._stirred:
                self.on_library_screen_stirred()

    def _show_rows(self, *, looking_at: str = "", from_the_top: bool = False) -> None:
        query = self._describer.query
        if query:
            rows = [Row("", entry) for entry in found_for(query, self.entries)]
        else:
            rows = arranged(self.entries, self._arrangement, self._describer.done)
        if from_the_top and rows:
            looking_at = rows[0].key[1]
        self._list.show(rows, looking_at=("", looking_at) if looking_at else None)
        if not rows:
            self.say(f"nothing is called {query}" if query else EMPTY)

    # -- the one that is looked at -------------------------------------------------------------

    def on_routine_list_looked_at(self, message: RoutineList.LookedAt) -> None:
        """Show what is known of it, and read it."""
        entry = message.entry
        if entry is None or self._opened is None or entry.name != self._opened.name:
            self._turn_to(entry)
        if entry:
            self._open(entry)

    @work(thread=True)
    def _open(self, entry: Entry) -> None:
        # Whoever moves fast through the list has looked away from most of it by now.
        if entry is self._list.entry:
            self.post_message(self.Opened(self._shelf.read(entry)))

    def on_library_screen_opened(self, message: Opened) -> None:
        """Show all of it, if it still is what is looked at."""
        looked_at = self._list.entry
        if looked_at and looked_at.name == message.entry.name:
            self._turn_to(message.entry)

    def _turn_to(self, entry: Entry | None) -> None:
        before, self._opened = self._opened, entry
        page = self.query_one(RoutinePage)
        page.show(entry, self._describer.advice(entry) if entry else "")
        if before is None or entry is None or before.name != entry.name:
            page.scroll_home(animate=False)
            if entry:
                self.say("")

    # -- what a person does --------------------------------------------------------------------

    def say(self, words: str) -> None:
        """Show one line below the list; an empty one takes it away."""
        notice = self.query_one("#notice", Line)
        notice.words = words
        notice.set_class(bool(words), "-said")

    def action_start(self) -> None:
        """Start the routine that is looked at."""
        if looked_at := self._list.entry:
            self.start(looked_at)

    def start(self, chosen: Entry) -> None:
        """Start a routine, as its file is now."""
        entry = self._shelf.read(chosen)
        if entry.plan is None:
            self._turn_to(entry)
            self.add_class("-reading")
            self.query_one(RoutinePage).focus()
            self.say(f"can't start {entry.title}: {entry.problem}")
            return
        self.say("")
        self._arrangement = replace(self._arrangement, chosen=entry.name)
        self._shelf.arrange(self._arrangement)
        self.post_message(self.Chosen(entry))

    def on_routine_list_picked(self) -> None:
        """Start what was clicked twice."""
        self.action_start()

    def action_page(self) -> None:
        """Read the page, and back: where there is no room beside the list, in its place."""
        if self.has_class("-reading"):
            self.action_list()
        elif self._list.entry:
            self.add_class("-reading")
            self.query_one(RoutinePage).focus()

    def action_list(self) -> None:
        """Back to the list."""
        self.remove_class("-reading")
        self._list.focus()

    def action_move(self, where: str) -> None:
        """Move in the list, wherever the keys go."""
        getattr(self._list, f"action_{where}")()

    async def action_search(self) -> None:
        """Type what is looked for."""
        from stridetimer.tui.widgets.search_line import SearchLine  # here, because few need it

        self.remove_class("-reading")
        if not self.query(SearchLine):
            await self.query_one("#shelf").mount(SearchLine(), before=0)
        line = self.query_one(SearchLine)
        # At once: what is typed quickly must not be taken for keys of the library.
        self.set_focus(line)
        typed, self._typed_ahead = self._typed_ahead, None
        line.insert_text_at_cursor(typed or "")

    def on_key(self, event: Key) -> None:
        """What is typed after the search was asked for is for it, even before it is there."""
        if self._typed_ahead is not None and event.is_printable and event.character:
            self._typed_ahead += event.character
            event.prevent_default().stop()
        elif (active := self.active_bindings.get(event.key)) and active.binding.action == "search":
            self._typed_ahead = ""

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Show what may be meant."""
        self._describer.query = event.value.strip()
        event.input.set_class(bool(event.value), "-asked")
        self._show_rows(from_the_top=bool(self._describer.query))

    def action_group(self) -> None:
        """Group by something else."""
        grouping = following(self._arrangement.grouping)
        self._rearrange(replace(self._arrangement, grouping=grouping))
        self.say("not grouped" if grouping is Grouping.NONE else f"grouped by {grouping}")

    def action_sort(self) -> None:
        """Order by something else."""
        sorting = following(self._arrangement.sorting)
        self._rearrange(replace(self._arrangement, sorting=sorting))
        self.say(f"ordered by {sorting}")

    def _rearrange(self, how: Arrangement) -> None:
        self._arrangement = how
        self._shelf.arrange(how)
        self._show_rows()

    def action_history(self) -> None:
        """Show what was done."""
        self.post_message(self.HistoryWanted())

    def action_edit(self) -> None:
        """Edit the routine that is looked at."""
        self._edit(here=False)

    def action_edit_here(self) -> None:
        """Edit it in the editor of our own."""
        self._edit(here=True)

    def _edit(self, *, here: bool) -> None:
        if entry := self._list.entry:
            self.post_message(EditWanted(entry.name, self._edited, here=here))

    def _edited(self, words: str) -> None:
        self.say(words)
        self.on_library_screen_stirred()

    def action_help(self) -> None:
        """Show every key."""
        from stridetimer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("The library", LIBRARY))

    def action_leave(self) -> None:
        """Back to the whole list; from there, leave the program."""
        if self._describer.query or not self._list.has_focus:
            if searching := self.query_one_optional("#search"):
                cast("Input", searching).value = ""
            self.action_list()
        else:
            self.app.exit()
