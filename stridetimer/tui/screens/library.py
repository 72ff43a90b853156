"""The library: every routine there is, and all about the one that is looked at."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key, ScreenResume
from textual.message import Message

from stridetimer.keys.burst import IGNORED
from stridetimer.keys.library import LIBRARY
from stridetimer.tui.bindings import bindings
from stridetimer.tui.caretaker import Caretaker
from stridetimer.tui.editing import EditWanted
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.lines import Describer
from stridetimer.tui.listing import Listing
from stridetimer.tui.search_on_demand import SearchOnDemand
from stridetimer.tui.sized import SizedScreen
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.line import Remark
from stridetimer.tui.widgets.routine_list import RoutineList
from stridetimer.tui.widgets.routine_page import RoutinePage

if TYPE_CHECKING:
    from textual.widgets import Input


class LibraryScreen(SizedScreen[None]):
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

    class HistoryWanted(Message):
        """The person wants to see what was done."""

    class Opened(Message):
        """The routine that is looked at has been read."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, shelf: Shelf, *, wall: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self._shelf = shelf
        self._wall = wall
        self._describer = Describer(wall())
        self._listing = Listing(shelf, self._describer)
        self._caretaker = Caretaker(shelf, self)
        self._opened: Entry | None = None
        self._search = SearchOnDemand(self)

    def compose(self) -> ComposeResult:
        """The list, and the page beside it or in its place."""
        with Horizontal(id="books"):
            with Vertical(id="shelf"):
                yield RoutineList(self._describer, id="list")
            yield RoutinePage(id="page")
        yield Remark()
        yield Footer()

    @property
    def entries(self) -> list[Entry]:
        """Every routine there is."""
        return self._listing.entries

    @property
    def _list(self) -> RoutineList:
        return self.query_one(RoutineList)

    # -- what there is -----------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show what is known at once."""
        self._show_rows(looking_at=self._listing.chosen)

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Something may have been done or written meanwhile; from now on that shows."""
        self.call_after_refresh(self._caretaker.attend)

    def on_screen_suspend(self) -> None:
        """Nobody sees it."""
        self._caretaker.rest()

    def on_unmount(self) -> None:
        """Let the watching end."""
        self._caretaker.rest()

    def on_caretaker_stirred(self) -> None:
        """Look at them again."""
        self._caretaker.look()

    def on_caretaker_shelved(self, message: Caretaker.Shelved) -> None:
        """Show them, and the page of the one that is looked at anew."""
        self._listing.learn(message.entries, message.done, self._wall())
        self._show_rows()
        if message.finished:
            self._caretaker.looked()

    def _show_rows(self, *, looking_at: str = "", from_the_top: bool = False) -> None:
        rows = self._listing.rows()
        if from_the_top and rows:
            looking_at = rows[0].key[1]
        self._list.show(rows, looking_at=("", looking_at) if looking_at else None)
        if not rows:
            self.say(self._listing.emptiness)

    # -- the one that is looked at -------------------------------------------------------------

    def on_routine_list_looked_at(self, message: RoutineList.LookedAt) -> None:
        """Show what is known of it, and read it."""
        entry = message.entry
        if entry is not self._list.entry:
            return  # the list has been made anew since, and says what is looked at now
        if entry is None or self._opened is None or entry.name != self._opened.name:
            self._turn_to(entry)
        if entry:
            self._open(entry, self._list)

    @work(thread=True)
    def _open(self, entry: Entry, routines: RoutineList) -> None:
        # Whoever moves fast through the list has looked away from most of it by now, or has left:
        # then the list is off the screen, and would not be found there.
        if entry is routines.entry:
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
        """Say it below the list; nothing takes away what was said."""
        self.query_one(Remark).words = words

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
        self._listing.choose(entry)
        self._list.focus()  # whoever comes back from it wants keys, and not the search
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
        self.remove_class("-reading")
        await self._search.open()

    def on_key(self, event: Key) -> None:
        """What is typed after the search was asked for is for it, even before it is there."""
        self._search.mind(event)

    def on_paste(self) -> None:
        """Say that nothing was done."""
        self.say(IGNORED)

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Show what may be meant."""
        self._describer.query = event.value.strip()
        event.input.set_class(bool(event.value), "-asked")
        self._show_rows(from_the_top=bool(self._describer.query))

    def action_group(self) -> None:
        """Group by something else."""
        self._rearranged(self._listing.group())

    def action_sort(self) -> None:
        """Order by something else."""
        self._rearranged(self._listing.sort())

    def _rearranged(self, how: str) -> None:
        self._show_rows()
        self.say(how)

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

    def _edited(self, words: str, _changed: bool) -> None:
        self.say(words)
        self._caretaker.look()

    def action_help(self) -> None:
        """Show every key."""
        from stridetimer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("The library", LIBRARY))

    def action_leave(self) -> None:
        """Back to the whole list; from there, leave the program."""
        if self._describer.query or not self._list.has_focus:
            self._search.clear()
            self.action_list()
        else:
            self.app.exit()
