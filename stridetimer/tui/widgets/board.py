"""Everything the session screen shows, from the band at the top to the progress at the bottom."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
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

_MOVE, _NAME, _CUES, _REST = 8, 10, 13, 16
"""Which part of the screen's height each of the large words may take."""


class Board(Widget):
    """Hands each part of a face to the widget that shows it.

    It has all the parts there can be; the style sheet says for which of them a size has room.
    """

    face: var[Face | None] = var(None, init=False)
    """What it says."""
    notice: var[str] = var("", init=False)
    """One line that for a while stands where the prompt is."""
    left_out: var[Mapping[int, float]] = var({}, init=False)
    """From which fraction of it on a step was left out, by its index."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        # Held, as every second would look for all of them.
        self.band = Band()
        """The band at the top."""
        self._line = Fitted(id="line")
        self._exercise = Words(share=_NAME, low=True, id="name")
        self._left_dots = Words(share=_REST, id="left-dots")
        self._detail = Words(share=_REST, id="detail")
        self._right_dots = Words(share=_REST, id="right-dots")
        self._numbers = Numbers()
        self._move = Words(share=_MOVE, alone=True, low=True, id="move")
        self._action = Words(share=_REST, low=True, id="action")
        self._pips = PipRow()
        self._below = Vertical(id="below")
        self._cues = Cues(share=_CUES)
        self._prompt = Words(share=_MOVE, id="prompt")
        self._follows = Words(share=_REST, id="follows")
        self._strip = SessionStrip(plan)
        self._ends = Ends()

    def compose(self) -> ComposeResult:
        """The parts, from top to bottom."""
        yield self._line
        # In groups, as whatever lies in none is asked for its lines each time another part changes.
        with Vertical(id="above"):
            yield self.band
            yield self._exercise
            with Horizontal(id="sets"):
                yield self._left_dots
                yield self._detail
                yield self._right_dots
        yield self._numbers
        # No wider than its words, as every beat repaints all of it.
        with Center(id="moves"):
            yield self._move
        with Vertical(id="under"):
            yield self._action
            yield self._pips
            with self._below:
                yield self._cues
                yield self._prompt
                yield self._follows
            yield self._strip
            yield self._ends

    def watch_face(self, new: Face) -> None:
        """Tell every part."""
        self.dress(new)
        self.band.sign = new.sign
        self._line.words = (new.line,)
        self._exercise.words = (new.name,)
        self._tell_sets(new)
        numbers = self._numbers
        numbers.time, numbers.time_label, numbers.count = new.time, new.time_label, new.count
        self._action.words = new.action
        self._move.others, self._move.words = new.moves, new.move
        self._pips.pips = new.pips
        self._cues.cues, self._cues.coming = new.form, new.form_of_next
        self._follows.words = new.follows
        self._strip.place = new.place
        self._ends.words = new.progress
        self.watch_notice()

    def dress(self, face: Face) -> None:
        """Take the classes that go with ``face``; before there are parts it costs nothing."""
        # All at once: each change of classes has every part's style worked out anew.
        self.update_classes(
            {
                **{phase.css_class: phase is face.phase for phase in Phase},
                "-coming": face.coming,
                "-soon": face.soon,
                "-left-next": face.next_side is Side.LEFT,
                "-right-next": face.next_side is Side.RIGHT,
                "-counted": bool(face.count.number),
                "-labelled": bool(face.time_label),
                "-moving": bool(face.moves),
                "-yours": face.yours,
            }
        )

    def _tell_sets(self, face: Face) -> None:
        dots = face.dots
        both = tuple(f"{dots.both}  {words}".strip() for words in face.detail)
        self._detail.words = both
        self._left_dots.words = (dots.left,)
        self._right_dots.words = (dots.right,)

    def watch_left_out(self, left_out: Mapping[int, float]) -> None:
        """Show them as left out."""
        self._strip.left_out = left_out

    def watch_notice(self) -> None:
        """Show it, or else the prompt."""
        words = self._said(self.face)
        self._prompt.words = words
        # Not the board's class, as that has every part's style worked out anew: only where room is.
        for part in (self._exercise, self._action, self._below):
            part.set_class(bool(words[0]), "-prompting")

    def _said(self, face: Face | None) -> tuple[str, ...]:
        if self.notice:
            return (self.notice,)
        return face.prompt if face else ("",)
