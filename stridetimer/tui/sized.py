"""A screen that knows its size before anything is on it."""

from textual.events import ScreenResume
from textual.screen import Screen, ScreenResultType


class SizedScreen(Screen[ScreenResultType]):
    """Opens with every part styled once.

    Textual's own styles the parts as they come, again with the classes of its size, and once more
    because the screen was behind another one until now: a third of the time that it took to open.
    """

    _seen = False

    def on_compose(self) -> None:
        """Take the classes of the size, which Textual would later."""
        for length, breakpoints in (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            reached = [point for point in breakpoints or () if point[0] <= length]
            if reached:
                self.add_class(max(reached)[1])

    def on_screen_resume(self, event: ScreenResume) -> None:
        """The first time there was nothing that could have changed meanwhile."""
        event.refresh_styles = event.refresh_styles and self._seen
        self._seen = True
