"""The editor of our own on a screen, with a file in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_support import NORMAL, text_of, until

from stridetimer.editing.saving import open_document
from stridetimer.tui.app import StridetimerApp
from stridetimer.tui.farewell import Farewell
from stridetimer.tui.screens.ask import AskScreen
from stridetimer.tui.screens.editor import EditorScreen
from stridetimer.tui.widgets.code import Code
from stridetimer.tui.widgets.strip import SessionStrip

ROUTINE = """\
name: Evening
exercises:
  - name: Squat
    sets: 2
    work: 40s
"""


@dataclass
class Desk:
    """Where a routine is being edited."""

    app: StridetimerApp
    pilot: Pilot[Farewell]
    file: Path

    @property
    def screen(self) -> EditorScreen:
        """The editor's, which may lie under a question."""
        return next(one for one in self.app.screen_stack if isinstance(one, EditorScreen))

    @property
    def code(self) -> Code:
        return self.screen.code

    @property
    def asked(self) -> bool:
        """Whether a question is on the screen."""
        return isinstance(self.app.screen, AskScreen)

    @property
    def problems(self) -> OptionList:
        return self.screen.query_one("#problems", OptionList)

    @property
    def strip(self) -> SessionStrip:
        return self.screen.query_one(SessionStrip)

    async def type(self, text: str) -> None:
        """Type it where the cursor is, all at once."""
        self.code.insert(text)
        await self.settle()

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def settle(self) -> None:
        """Let everything that is under way come to its end, or to a question."""
        await until(self.pilot, lambda: self.asked or not self.app.workers)

    async def looked_through(self) -> None:
        """Do not wait for the person to pause: look through the text now."""
        self.screen.lookout.look()
        await until(self.pilot, lambda: not self.screen.lookout.looking)
        await self.settle()

    async def until_asked(self) -> None:
        """Until a question is on the screen."""
        await until(self.pilot, lambda: self.asked)

    def put(self, row: int, column: int) -> None:
        self.code.move_cursor((row, column))

    def text(self) -> str:
        return text_of(self.app)


def content(file: Path) -> str:
    """What is in a file, its line breaks as they are."""
    return file.read_bytes().decode()


def write(file: Path, text: str) -> None:
    """Put ``text`` into a file, as another program would."""
    file.write_bytes(text.encode())


def take_away(file: Path) -> None:
    """Remove a file, as another program would."""
    file.unlink()


@asynccontextmanager
async def editing(
    file: Path, text: str = ROUTINE, *, size: tuple[int, int] = NORMAL
) -> AsyncIterator[Desk]:
    """``file`` with ``text`` in the editor, looked through."""
    if text:
        write(file, text)
    app = StridetimerApp(document=open_document(file))
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot, file)
        await desk.looked_through()
        yield desk
