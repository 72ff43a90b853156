"""Every step of a session in a list, as quick with a hundred thousand of them as with six.

Only the lines that are to be seen are ever made.
"""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from stridetimer import phrases
from stridetimer.core.events import Outcome
from stridetimer.core.lengths import clock
from stridetimer.core.plan import Plan
from stridetimer.core.session import Session
from stridetimer.core.step import Kind, Step
from stridetimer.tui.widgets.moving import MovingList, drawn

MARKS = {Outcome.DONE: "✓", Outcome.SKIPPED: "–", Outcome.CUT: "·"}  # noqa: RUF001 - a dash
HERE = "▶"


class StepList(MovingList):
    """The steps of ``session`` under the exercises they belong to; it is at the step ``here``.

    The step ``wanted`` is looked at first.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "steps--heading",
        "steps--work",
        "steps--other",
        "steps--looked-at",
    }

    here: reactive[int] = reactive(0, init=False)
    """The index of the step that the session is at."""
    looked_at: reactive[int] = reactive(0, init=False)
    """The row that is looked at."""

    class Picked(Message):
        """The step that is looked at was picked with the mouse."""

    def __init__(self, session: Session, here: int, wanted: int) -> None:
        super().__init__()
        self._session = session
        self._rows = tuple(_rows(session.plan))
        self._row_of = {step: row for row, step in enumerate(self._rows) if step >= 0}
        self.set_reactive(StepList.here, here)
        self.set_reactive(StepList.looked_at, self._row_of[wanted])
        self._clicked: int | None = None
        """The row that was clicked on last."""

    @property
    def looked_at_step(self) -> int:
        """The index of the step that is looked at."""
        return self._rows[self.looked_at]

    def on_resize(self) -> None:
        """The lines are as wide as there is room."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))
        # How far it can scroll is known only when it has been laid out anew.
        self.call_after_refresh(self._scroll_there, center=True)

    def watch_here(self) -> None:
        """Another row has the mark."""
        self.refresh()

    def watch_looked_at(self) -> None:
        """Have it on the screen."""
        self.refresh()
        self._scroll_there()

    def _scroll_there(self, *, center: bool = False) -> None:
        # The exercise that a step belongs to stands above it.
        above = min(self.looked_at, 1) if self.size.height > 1 else 0
        region = Region(0, self.looked_at - above, 1, 1 + above)
        self.scroll_to_region(region, animate=False, force=True, center=center)

    # -- moving ------------------------------------------------------------------------------

    def move(self, rows: int) -> None:
        """Look so many steps further down; what they belong to is passed over."""
        step = self.looked_at_step + rows
        self.looked_at = self._row_of[max(0, min(len(self._row_of) - 1, step))]

    def on_click(self, event: events.Click) -> None:
        """A click looks at a step, a second one picks it."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < len(self._rows) and not self._is_heading(event.y):
            event.stop()
            self.looked_at = row
            # The first click of the two may have been on what lay here before the list did.
            if event.chain == 2 and self._clicked == row:
                self.post_message(self.Picked())
            self._clicked = row

    # -- drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        row, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if not 0 <= row < len(self._rows):
            return Strip.blank(width, self.rich_style)
        step = self._session.plan.steps[self._step_at(row)]
        if self._is_heading(y):
            component, content = "heading", Content(_heading(step))
        else:
            component, content = "work" if step.is_work else "other", self._line(step, width - 1)
        if looked_at := row == self.looked_at:
            component = "looked-at"
        return drawn(self, content, f"steps--{component}", width, looked_at=looked_at)

    def _is_heading(self, y: int) -> bool:
        """Whether a line of the screen names an exercise; the first does, wherever it stands."""
        row = y + self.scroll_offset.y
        covered = y == 0 and self.size.height > 1 and row != self.looked_at
        return covered or self._rows[row] < 0

    def _step_at(self, row: int) -> int:
        """The step of a row; a heading is that of the first step below it."""
        return self._rows[row] if self._rows[row] >= 0 else self._rows[row + 1]

    def _line(self, step: Step, width: int) -> Content:
        time = clock(step.seconds)
        words = Content(f"{self._mark(step)} {_words(step)}")
        room = max(0, width - len(time) - 2)
        words = words.truncate(room, ellipsis=True)
        return words.pad_right(room - words.cell_length + 1) + Content(f"{time} ")

    def _mark(self, step: Step) -> str:
        if step.index == self.here:
            return HERE
        result = self._session.result_of(step.index)
        return MARKS[result.outcome] if result else " "


def _rows(plan: Plan) -> Iterator[int]:
    """The index of a step for each row; -1 for the heading above the steps of one turn."""
    turn = -1
    for step in plan.steps:
        if step.turn != turn:
            turn = step.turn
            yield -1
        yield step.index


def _heading(step: Step) -> str:
    lap = step.lap
    rounds = f" · round {lap.number} of {lap.rounds}" if lap and lap.rounds > 1 else ""
    return f"{step.exercise.name}{rounds}"


def _words(step: Step) -> str:
    """What is done in a step; what it belongs to stands above it."""
    if not step.is_work:
        switched = step.side if step.kind is Kind.SWITCH else None
        side = f", then {phrases.side_words(switched)}" if switched else ""
        return f"{phrases.kind_words(step.kind)}{side}"
    side = f"{phrases.side_words(step.side)} · " if step.side else ""
    sets = f"set {step.set_number} of {step.exercise.sets} · " if step.exercise.sets > 1 else ""
    return f"{side}{sets}{phrases.dose(step.work)}"
