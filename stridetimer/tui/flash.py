"""A light on the screen for a moment."""

from textual.widget import Widget


class Flash:
    """Gives a widget a class of the style sheet for ``seconds``, in real time.

    Whatever is inside of that widget has its style worked out anew, twice: the smaller, the better.
    """

    def __init__(self, css_class: str, seconds: float) -> None:
        self.until: float | None = None
        """When it goes out; None while there is none."""
        self._lit: Widget | None = None
        self._class = css_class
        self._seconds = seconds

    def light(self, widget: Widget, now: float) -> None:
        """Begin."""
        self.until = now + self._seconds
        self._lit = widget
        widget.add_class(self._class)

    def put_out(self, now: float) -> None:
        """End, if it is time."""
        if self._lit and self.until is not None and now >= self.until:
            self._lit.remove_class(self._class)
            self._lit = self.until = None
