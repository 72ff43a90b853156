"""Everything the session screen shows, from the band at the top to the progress at the bottom."""

from collections.abc import Set

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import var
from textual.widget import Widget

from stridetimer.core.plan import Plan
from stridetimer.core.routine import Side
from stridetimer.tui.face import Face
from stridetimer.tui.phase import Phase
from stridetimer.tui.widgets.band import Band
from stridetimer.tui.widgets.cues import Cues
from stridetimer.tui.widgets.ends import Ends
from stridetimer.tui.widgets.fitted import Fitted
from stridetimer.tui.widgets.numbers import Numbers
from stridetimer.tui.widgets.pips import PipRow
from stridetimer.tui.widgets.strip import SessionStrip
from stridetimer.tui.widgets.words import Words

_MOVE, _NAME, _REST = 8, 10, 16
"""Which part of the screen's height each of the large words may take."""


class Board(Widget):
    """Hands each part of a face to the widget that shows it.

    It has all the parts there can be; the style sheet says for which of them a size has room.
    """

    face: var[Face | None] = var(None, init=False)
    """What it says."""
    notice: var[str] = var("", init=False)
    """One line that for a while stands where the prompt is."""
    skipped: var[Set[int]] = var(frozenset[int](), init=False)
    """The steps that were left out, by index."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    def compose(self) -> ComposeResult:
        """The parts, from top to bottom."""
        yield Fitted(id="line")
        yield Band()
        yield Words(share=_NAME, id="name")
        with Horizontal(id="sets"):
            yield Words(share=_REST, id="left-dots")
            yield Words(share=_REST, id="detail")
            yield Words(share=_REST, id="right-dots")
        yield Numbers()
        yield Words(share=_MOVE, id="move")
        yield Words(share=_REST, id="action")
        yield PipRow()
        yield Cues()
        yield Fitted(id="prompt")
        yield Words(share=_REST, id="follows")
        yield SessionStrip(self._plan)
        yield Ends()

    def watch_face(self, new: Face) -> None:
        """Tell every part."""
        # All at once: each change of classes has every part's style worked out anew.
        self.update_classes(
            {
                **{phase.css_class: phase is new.phase for phase in Phase},
                "-coming": new.coming,
                "-soon": new.soon,
                "-left-next": new.next_side is Side.LEFT,
                "-right-next": new.next_side is Side.RIGHT,
                "-counted": bool(new.count.number),
                "-moving": bool(new.moves),
                "-prompting": bool(self._prompt(new)[0]),
            }
        )
        self.query_one(Band).sign = new.sign
        self.query_one("#line", Fitted).words = (new.line,)
        self.query_one("#name", Words).words = (new.name,)
        self._tell_sets(new)
        numbers = self.query_one(Numbers)
        numbers.time, numbers.time_label, numbers.count = new.time, new.time_label, new.count
        self.query_one("#action", Words).words = new.action
        move = self.query_one("#move", Words)
        move.others, move.words = new.moves, (new.move,)
        self.query_one(PipRow).pips = new.pips
        self.query_one(Cues).cues = new.form
        self.query_one("#follows", Words).words = new.follows
        self.query_one(SessionStrip).place = new.place
        self.query_one(Ends).words = new.progress
        self.watch_notice()

    def _tell_sets(self, face: Face) -> None:
        dots = face.dots
        both = tuple(f"{dots.both}  {words}".strip() for words in face.detail)
        self.query_one("#detail", Words).words = both
        self.query_one("#left-dots", Words).words = (dots.left,)
        self.query_one("#right-dots", Words).words = (dots.right,)

    def watch_skipped(self, skipped: Set[int]) -> None:
        """Show them as skipped."""
        self.query_one(SessionStrip).skipped = skipped

    def watch_notice(self) -> None:
        """Show it, or else the prompt."""
        words = self._prompt(self.face)
        self.query_one("#prompt", Fitted).words = words
        self.set_class(bool(words[0]), "-prompting")

    def _prompt(self, face: Face | None) -> tuple[str, ...]:
        if self.notice:
            return (self.notice,)
        return face.prompt if face else ("",)
