"""The text of a routine, to be edited."""

from collections.abc import Collection
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.document._document_navigator import DocumentNavigator
from textual.events import Key, Resize
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from stridetimer.editing.colours import LONGEST, PARTS, parts
from stridetimer.editing.indenting import STEP, indent_after
from stridetimer.routines.characters import UNREADABLE
from stridetimer.tui.widgets.choices import Choices
from stridetimer.tui.widgets.long_line import LongLine
from stridetimer.tui.widgets.long_text import LongText, WrappedText

_WHAT_TERMINALS_SEND = "ctrl+@"
"""For ctrl+space, most of them."""

_NUMBERED_FROM = 36
"""Lines have numbers where the text is so many cells wide."""


class Code(TextArea):
    """Shows YAML in colours, goes in by itself, and lets ``choices`` have the keys they need.

    The colours are our own: those of tree-sitter are asked for the whole text at each key, which
    takes two seconds in the largest file.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"code--{part}" for part in (*PARTS, "wrong")}
    DEFAULT_CSS = """
    Code {
        & .code--comment { color: $foreground 55%; text-style: italic; }
        & .code--name { color: $text-primary; text-style: bold; }
        & .code--quoted { color: $text-success; }
        & .code--number, & .code--word { color: $text-warning; }
        & .code--anchor { color: $text-accent; }
        & .code--mark { color: $foreground 70%; }
        & .code--wrong { color: $text-error; text-style: underline; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "cursor_file(False, False)", show=False),
        Binding("ctrl+end", "cursor_file(True, False)", show=False),
        Binding("ctrl+shift+home", "cursor_file(False, True)", show=False),
        Binding("ctrl+shift+end", "cursor_file(True, True)", show=False),
    ]

    def __init__(self, text: str, choices: Choices, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, tab_behavior="indent", show_line_numbers=True)
        self.indent_width = STEP
        self.document = LongText(text)
        self.wrapped_document = WrappedText(self.document, tab_width=STEP)
        self.navigator = DocumentNavigator(self.wrapped_document)
        # Nothing wakes the program while nothing happens.
        self.cursor_blink = False
        self._choices = choices
        self._wrong: dict[int, list[int]] = {}
        self._parts: dict[int, list[tuple[int, int, str]]] = {}
        """What the parts of lines are, after so many changes of the text as :attr:`_parts_after`:
        each row of a long line asks for all of them.
        """
        self._parts_after = 0

    @property
    def long_text(self) -> LongText:
        """The text, as a text area has it."""
        assert isinstance(self.document, LongText)
        return self.document

    @property
    def lines(self) -> list[str]:
        """The text, line by line."""
        return self.long_text.lines

    def mark_wrong(self, places: Collection[tuple[int, int]]) -> None:
        """Mark what stands at ``places``, line and column from 0, and nothing else."""
        self._wrong = {}
        for row, column in places:
            self._wrong.setdefault(row, []).append(column)
        self.notify_style_update()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn, in colours; nothing in it reaches the terminal as an order."""
        line = self.lines[line_index]
        kind = LongLine if len(line) > LONGEST else Text
        text = kind(_readable(line), end="")
        text.no_wrap = True
        for begin, end, part in self._parts_of(line_index):
            text.stylize(self._ink(part), begin, end)
        for column in self._wrong.get(line_index, ()):
            text.stylize(self._ink("wrong"), column, _end_of_word(line, column))
        return text

    def _parts_of(self, row: int) -> list[tuple[int, int, str]]:
        if self._parts_after != self.long_text.changes:
            self._parts, self._parts_after = {}, self.long_text.changes
        if row not in self._parts:
            self._parts[row] = list(parts(self.lines, row))
        return self._parts[row]

    def _ink(self, part: str) -> Style:
        """How a part is written, on whatever ground."""
        style = self.get_component_rich_style(f"code--{part}")
        return Style(
            color=style.color, bold=style.bold, italic=style.italic, underline=style.underline
        )

    def on_mount(self) -> None:
        """The line of the cursor has a ground of its own, and keeps its colours."""
        ground = self.get_component_rich_style("text-area--cursor-line").bgcolor
        self.register_theme(TextAreaTheme("routine", cursor_line_style=Style(bgcolor=ground)))
        self.theme = "routine"

    def on_resize(self, event: Resize) -> None:
        """Where there is hardly any room, the numbers of the lines give way."""
        self.show_line_numbers = event.size.width >= _NUMBERED_FROM
        # A longer list of problems takes its room from the text, and never the line one is typing.
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.scroll_cursor_visible()
        self._choices.stand_at(self.cursor_screen_offset)

    def action_cursor_file(self, end: bool, select: bool) -> None:
        """To the beginning of the text, or to its ``end``."""
        self.move_cursor(self.document.end if end else (0, 0), select=select)

    async def _on_key(self, event: Key) -> None:
        """What is offered has its keys first; the rest is a text's."""
        if self._choices.shown and self._choices.takes(event.key):
            event.stop()
            event.prevent_default()
        elif event.key == "escape":
            event.prevent_default()  # it leads out of the screen, and not to the next widget
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self._break_line()
        elif event.key == _WHAT_TERMINALS_SEND:
            event.stop()
            event.prevent_default()
            self.app.simulate_key("ctrl+space")
        elif event.key == "shift+tab":
            event.stop()
            event.prevent_default()
            self._go_out()

    def _break_line(self) -> None:
        start, end = sorted(self.selection)
        spaces = " " * indent_after(self.lines[start[0]][: start[1]])
        self.replace(f"\n{spaces}", start, end, maintain_selection_offset=False)

    def _go_out(self) -> None:
        row, _ = self.cursor_location
        line = self.lines[row]
        spaces = len(line) - len(line.lstrip(" "))
        if spaces:
            self.delete((row, 0), (row, (spaces - 1) % STEP + 1))

    def action_delete_left(self) -> None:
        """Delete a character; among the blanks that a line begins with, a step of them."""
        row, column = self.cursor_location
        if self.selection.is_empty and column and not self.lines[row][:column].strip(" "):
            self.delete((row, column - ((column - 1) % STEP + 1)), (row, column))
        else:
            super().action_delete_left()


def _readable(line: str) -> str:
    """A line without what a terminal would obey."""
    # The first look is many times as quick.
    return line if line.isprintable() else UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", line)


def _end_of_word(line: str, start: int) -> int:
    """Where what begins at ``start`` ends: a word, or a single character."""
    end = start
    while end < len(line) and (line[end].isalnum() or line[end] in "-_"):
        end += 1
    return max(end, start + 1)
