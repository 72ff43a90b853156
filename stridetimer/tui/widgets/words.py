"""Words as large as there is room for."""

from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from stridetimer.tui.letters import HEIGHT, can_be_drawn, drawn, rows_of
from stridetimer.tui.widgets.fitted import fitting
from stridetimer.tui.wordings import Wordings


class Words(Widget):
    """Words in large letters; in plain ones where those find no room, or there are none for them.

    ``share`` is the part of the screen's height that large letters may take: with 10, a tenth.
    What is no wider than its words takes up to half of the width there is; what stands ``alone``,
    all of it. Half a row that is left over is below the letters; above them, if they are ``low``
    and nothing else keeps them from what is above.
    """

    DEFAULT_CSS = """
    Words { height: auto; }
    """

    words: reactive[Wordings] = reactive(("",), repaint=False)
    """What it says, the fullest wording first, never taken for markup."""
    others: reactive[tuple[str, ...]] = reactive((), layout=True)
    """What else it is about to say: it is as large as the longest of them can be, so that nothing
    jumps when they take turns."""

    def __init__(
        self,
        *,
        share: int,
        alone: bool = False,
        low: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._share = share
        self._alone = alone
        self._low = low

    def watch_words(self) -> None:
        """Show them; the screen is arranged anew only where they need other room than they have."""
        # Before it is on a screen there is no room to compare with, and nothing to draw.
        if self.is_attached:
            self.refresh(layout=self.display and not self._has_its_room())

    def _has_its_room(self) -> bool:
        """Whether it has as many cells as it would be given if the screen were arranged now."""
        container, viewport = self.container_size, self.screen.size
        width, height = self.content_size
        if self.styles.is_auto_width and width != self.get_content_width(container, viewport):
            return False
        return height == self.get_content_height(container, viewport, width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The width of the longest it is about to say, in letters as large as fit."""
        room = container.width if self._alone else container.width // 2
        if large := self._large(room):
            return max(len(drawn(text, large.scale)[0]) for text in (large.text, *self.others))
        longest = max(map(cell_len, (fitting(self.words, room), *self.others)))
        return min(longest, container.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its letters; plain words may take several lines."""
        if large := self._large(width):
            return rows_of(large.scale)
        text = Content(fitting(self.words, width))
        return max(1, text.get_height(self.styles.get_rules(), width)) if width else 1

    def render(self) -> Content:
        """The words."""
        width = self.content_size.width
        if large := self._large(width):
            low = self._low and not self.styles.margin.top
            return Content("\n".join(drawn(*large, low=low)))
        text = Content(fitting(self.words, width))
        wraps = self.styles.text_wrap == "wrap"
        return _within(text, self.content_size) if wraps else text

    def _large(self, width: int) -> "_Large | None":
        """The fullest wording that fits in large letters, and how large they are."""
        highest = self.screen.size.height // self._share
        if (most := self.styles.max_height) and most.cells:
            highest = min(highest, most.cells)
        if highest < rows_of(1):
            return None
        for text in self.words:
            texts = (text, *self.others)
            if not all(map(can_be_drawn, texts)):
                return None
            for scale in range(2 * highest // HEIGHT, 0, -1):
                if rows_of(scale) <= highest and all(
                    len(drawn(one, scale)[0]) <= width for one in texts
                ):
                    return _Large(text, scale)
        return None


def _within(text: Content, room: Size) -> Content:
    """``text``, with an ellipsis at its end where it has more lines than there is room for."""
    lines = text.wrap(room.width) if room else []
    if len(lines) <= room.height:
        return text
    *above, last = lines[: room.height]
    return Content("\n").join((*above, (last + "…").truncate(room.width, ellipsis=True)))


class _Large(NamedTuple):
    """Words, and how many pixels a pixel of their letters is high and wide."""

    text: str
    scale: int
