"""Offering what can be written where the cursor of a text stands."""

from collections.abc import Sequence

from stridetimer.editing.completion import Completion, Suggestion, complete, field_at
from stridetimer.editing.vocabulary import Word
from stridetimer.tui.widgets.choices import Choices
from stridetimer.tui.widgets.code import Code


class Completer:
    """Offers it in :attr:`choices`, and writes what is taken into :attr:`code`.

    ``routines`` are the names of those there are.
    """

    def __init__(self, text: str, routines: Sequence[str]) -> None:
        self.choices = Choices(self._write)
        self.code = Code(text, self.choices, id="code")
        """The text; it can be read also when the screen is gone."""
        self._routines = routines
        self._offered_at = (0, 0)
        self._field: Word | None = None
        self._field_at = (-1, (0, 0))
        """After how many changes of the text, and where, that was the field."""

    def offer(self, *, asked: bool) -> None:
        """Offer what can be written here; unless ``asked``, only what nobody minds."""
        completion = self._completion()
        if completion and (asked or completion.eager) and self.code.selection.is_empty:
            self._offered_at = self.code.cursor_location
            _, column = self._offered_at
            cursor = self.code.cursor_screen_offset
            self.choices.offer(completion, cursor, column - completion.start)
        else:
            self.choices.hide()

    def moved(self) -> None:
        """Put away what was offered for another place."""
        if self.choices.shown and self.code.cursor_location != self._offered_at:
            self.choices.hide()

    def field(self) -> Word | None:
        """The field in which the cursor stands, if it is one of ours; it is asked for again and
        again, and in a long list takes its time.
        """
        row, column = self.code.cursor_location
        here = self.code.long_text.changes, (row, column)
        if here != self._field_at:
            self._field, self._field_at = field_at(self.code.lines, row, column), here
        return self._field

    def _completion(self) -> Completion | None:
        row, column = self.code.cursor_location
        return complete(self.code.lines, row, column, self._routines)

    def _write(self, suggestion: Suggestion) -> None:
        if completion := self._completion():
            row, _ = self.code.cursor_location
            begin, end = (row, completion.start), (row, completion.end)
            self.code.replace(suggestion.insert, begin, end, maintain_selection_offset=False)
