"""What is wrong in a text, or likely so: a row for each, which leads to its place."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from stridetimer.routines.problems import Problem, Severity

Place = tuple[int, int]
"""A place in a text: line and column, from 0."""


class ProblemList(OptionList):
    """Lists remarks about a text in the order of the text; not to be seen where there are none."""

    DEFAULT_CSS = """
    ProblemList {
        height: auto; border: none; padding: 0 1; background: $surface;
        text-wrap: nowrap; text-overflow: ellipsis;
        &.-none { display: none; }
        &:focus { border: none; }
        & > .option-list--option { color: $text-error; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    class Chosen(Message):
        """The person wants to go to the place of ``problem``."""

        def __init__(self, problem: Problem) -> None:
            super().__init__()
            self.problem = problem

    def __init__(self) -> None:
        super().__init__(id="problems", classes="-none", markup=False)
        self._remarks: tuple[Problem, ...] = ()

    def show(self, remarks: Sequence[Problem]) -> None:
        """List ``remarks``, and nothing else; whoever is in a list that stays, stays there."""
        if self._remarks == tuple(remarks):
            return
        self._remarks = tuple(remarks)
        self.clear_options()
        self.add_options(Option(_told(remark)) for remark in remarks)
        self.set_class(not remarks, "-none")

    def in_row(self, row: int) -> Problem | None:
        """The first remark about a line, counted from 0."""
        return next((one for one in self._remarks if place_of(one)[0] == row), None)

    def after(self, here: Place) -> Problem | None:
        """The first remark about a place behind ``here``; behind the last comes the first."""
        behind = (one for one in self._remarks if place_of(one) > here)
        return next(behind, self._remarks[0] if self._remarks else None)

    def enter(self) -> bool:
        """Have the keys, with a row to choose; False where there is none."""
        if not self._remarks:
            return False
        self.highlighted = self.highlighted or 0
        self.focus()
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say where it leads."""
        event.stop()
        self.post_message(self.Chosen(self._remarks[event.option_index]))


def place_of(problem: Problem) -> Place:
    """Where it is."""
    return problem.line - 1, problem.column - 1


def _told(problem: Problem) -> Content:
    place = f"{problem.line}:{problem.column}  "
    if problem.severity is Severity.WARNING:
        return Content.assemble((place, "dim"), (f"warning: {problem.message}", "$text-warning"))
    return Content.assemble((place, "dim"), problem.message)
