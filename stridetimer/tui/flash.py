"""A light on the screen for a moment."""

from textual.widget import Widget


class Flash:
    """Gives a widget a class of the style sheet for ``seconds``, in real time."""

    def __init__(self, css_class: str, seconds: float) -> None:
        self.until: float | None = None
        """When it goes out; None while there is none."""
        self._class = css_class
        self._seconds = seconds

    def light(self, widget: Widget, now: float) -> None:
        """Begin."""
        self.until = now + self._seconds
        widget.add_class(self._class)

    def put_out(self, widget: Widget, now: float) -> None:
        """End, if it is time."""
        if self.until is not None and now >= self.until:
            self.until = None
            widget.remove_class(self._class)
