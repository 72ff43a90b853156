"""Everything the session screen shows, from the band at the top to the progress at the bottom."""

from textual.app import ComposeResult
from textual.reactive import var
from textual.widget import Widget

from stridetimer.tui.face import Face
from stridetimer.tui.phase import Phase
from stridetimer.tui.widgets.band import Band
from stridetimer.tui.widgets.bar import SessionBar
from stridetimer.tui.widgets.big_time import BigTime
from stridetimer.tui.widgets.cues import Cues
from stridetimer.tui.widgets.ends import Ends
from stridetimer.tui.widgets.line import Line, Paragraph


class Board(Widget):
    """Hands each part of a face to the widget that shows it.

    It has all the parts there can be; the style sheet says for which of them a size has room.
    """

    face: var[Face | None] = var(None, init=False)
    """What it says."""
    notice: var[str] = var("", init=False)
    """One line that for a while stands where the prompt is."""

    def compose(self) -> ComposeResult:
        """The parts, from top to bottom."""
        yield Line(id="line")
        yield Band()
        yield Paragraph(id="name")
        yield Line(id="detail")
        yield BigTime()
        yield Line(id="action")
        yield Cues()
        yield Line(id="prompt")
        yield Line(id="follows")
        yield SessionBar()
        yield Ends()

    def watch_face(self, old: Face | None, new: Face) -> None:
        """Tell every part."""
        if old is None or old.phase is not new.phase:
            for phase in Phase:
                self.set_class(phase is new.phase, phase.css_class)
        self.set_class(new.coming, "-coming")
        self.query_one(Band).sign = new.sign
        self.query_one(BigTime).time = new.time
        self.query_one("#line", Line).words = new.line
        self.query_one("#name", Paragraph).words = new.name
        self.query_one("#detail", Line).words = new.detail
        self.query_one("#action", Line).words = new.action
        self.query_one("#follows", Line).words = new.follows
        self.query_one(Cues).cues = new.form
        self.query_one(SessionBar).fraction = new.fraction
        self.query_one(Ends).words = new.progress
        self.watch_notice()

    def watch_notice(self) -> None:
        """Show it, or else the prompt."""
        prompt = self.notice or (self.face.prompt if self.face else "")
        self.query_one("#prompt", Line).words = prompt
        self.set_class(bool(prompt), "-prompting")
