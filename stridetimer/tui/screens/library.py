"""The library: every routine there is, and what is in the one that is looked at."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from stridetimer.keys import commands
from stridetimer.tui.bindings import ROWS, bindings
from stridetimer.tui.detail import detail_of, summary_of
from stridetimer.tui.entry import Entry, Shelf
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.widgets.line import Line
from stridetimer.tui.widgets.page import Page


class RoutineList(OptionList, inherit_bindings=False):
    """A list in which enter starts a routine, as the footer says."""

    BINDINGS: ClassVar[list[BindingType]] = [*ROWS, *bindings([commands.START])]

    def action_start(self) -> None:
        """Start the routine that is looked at."""
        self.action_select()


class LibraryScreen(Screen[None]):
    """Lists the routines of ``shelf`` at once, and reads them when that is on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(commands.LIBRARY)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide"), (120, "-broad")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-line"), (4, "-short"), (20, "-normal")]  # noqa: RUF012 - Textual's own declaration

    class Chosen(Message):
        """A routine is to be started."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Read(Message):
        """The routine at ``index`` has been read."""

        def __init__(self, index: int, entry: Entry) -> None:
            super().__init__()
            self.index = index
            self.entry = entry

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self.entries: list[Entry] = []
        """What the list shows, in its order."""

    def compose(self) -> ComposeResult:
        """The list, and the detail beside or below it."""
        with Horizontal(id="books"):
            yield RoutineList(id="list")
            with Page(id="page"):
                yield Static(id="detail", markup=False)
        yield Line(id="notice")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the names; read what is behind them once they are to be seen."""
        self.entries = self._shelf.found()
        self.query_one(RoutineList).add_options(Option(summary_of(entry)) for entry in self.entries)
        if not self.entries:
            self.say("No routine was found.")
            return
        self.query_one(RoutineList).highlighted = 0
        self.call_after_refresh(self._read_all)

    def say(self, words: str) -> None:
        """Show one line below the list; an empty one takes it away."""
        self.query_one("#notice", Line).words = words
        self.query_one("#notice", Line).set_class(bool(words), "-said")

    @work(thread=True)
    def _read_all(self) -> None:
        worker = get_current_worker()
        for index, entry in enumerate(self.entries):
            if worker.is_cancelled:
                return
            self.post_message(self.Read(index, self._shelf.read(entry)))

    def on_library_screen_read(self, message: Read) -> None:
        """Show how long it takes, or that something is wrong with it."""
        self.entries[message.index] = message.entry
        options = self.query_one(RoutineList)
        options.replace_option_prompt_at_index(message.index, summary_of(message.entry))
        if options.highlighted == message.index:
            self._show(message.entry)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the routine that is looked at."""
        self.say("")
        self._show(self.entries[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Start it."""
        self._start(self.entries[event.option_index])

    def _show(self, entry: Entry) -> None:
        self.query_one("#detail", Static).update(detail_of(entry))
        self.query_one("#page").scroll_home(animate=False)

    def _start(self, entry: Entry) -> None:
        if not entry.read:
            entry = self._shelf.read(entry)
        if entry.plan is None:
            self.say(f"can't start {entry.title}: {entry.problem}")
            return
        self.say("")
        self.post_message(self.Chosen(entry))

    def action_start(self) -> None:
        """Start the routine that is looked at."""
        self.query_one(RoutineList).action_select()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen("The library", commands.LIBRARY))

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()
