"""A screen of the history, whose content is read from the disk by another thread."""

from collections.abc import Callable
from typing import TypeVar

from textual import work
from textual.message import Message

from stridetimer.history.records import Brief
from stridetimer.keys.command import KeyCommand
from stridetimer.tui.diary import Diary, DiaryError
from stridetimer.tui.screens.delete import DeleteScreen
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.sized import SizedScreen
from stridetimer.tui.widgets.line import Remark

Found = TypeVar("Found")


class ReadingScreen(SizedScreen[bool]):
    """Reads in ``diary``, and says in its remark what is wrong with it.

    It gives back whether a session was deleted.
    """

    KEYS: tuple[str, tuple[KeyCommand, ...]]
    """What the help calls it, and its commands."""
    CSS_PATH = "../history.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (34, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (18, "-normal")]  # noqa: RUF012 - Textual's own declaration

    class Answered(Message):
        """The diary gave an answer; ``act`` does with it what it is for."""

        def __init__(self, act: Callable[[], None]) -> None:
            super().__init__()
            self.act = act

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self.diary = diary

    @work(thread=True)
    def ask(self, question: Callable[[], Found], then: Callable[[Found], None]) -> None:
        """Ask the diary on another thread, and ``then`` do on this one what the answer is for."""
        try:
            answer = question()
        except DiaryError as error:
            words = str(error)
            self.post_message(self.Answered(lambda: self.say(words)))
        else:
            self.post_message(self.Answered(lambda: self._take(answer, then)))

    def on_reading_screen_answered(self, message: Answered) -> None:
        """Do what it is for."""
        message.act()

    def _take(self, answer: Found, then: Callable[[Found], None]) -> None:
        self.say(self.diary.notice)
        then(answer)

    def say(self, words: str) -> None:
        """Say it at the bottom; nothing takes away what was said."""
        self.query_one(Remark).words = words

    def ask_to_delete(self, brief: Brief | None, then: Callable[[], None]) -> None:
        """Delete a session once the person has said yes, and ``then`` go on."""

        def answered(sure: bool | None) -> None:
            if sure and brief:
                self.ask(lambda: self.diary.delete(brief.id), lambda _: then())

        if brief:
            self.app.push_screen(DeleteScreen(brief), answered)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(*self.KEYS))
