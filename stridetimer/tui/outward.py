"""What of a session is shown beside its screen: the terminal's title, and a status file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from stridetimer.statusfile import StatusFile
from stridetimer.tui.title import TerminalTitle

if TYPE_CHECKING:
    from stridetimer.core.view import SessionView


class Outward:
    """Keeps whichever of the two there are."""

    def __init__(
        self, terminal: TerminalTitle | None = None, file: StatusFile | None = None
    ) -> None:
        self._terminal = terminal
        self._file = file

    def show(self, view: "SessionView") -> None:
        """This is where the session stands."""
        # Here, as the library is on the screen before any session is.
        from stridetimer.glance import status, title

        if self._terminal:
            self._terminal.show(title(view))
        if self._file:
            self._file.show(status(view))

    @property
    def due(self) -> float | None:
        """The instant of the clock at which it is to be shown again, as it came too soon."""
        return self._terminal.due if self._terminal else None

    @property
    def trouble(self) -> str:
        """Why something is not shown, in one sentence."""
        return self._file.trouble if self._file else ""

    def lend(self) -> None:
        """The terminal is somebody else's until it is shown again; the session stands."""
        if self._terminal:
            self._terminal.close()

    def clear(self) -> None:
        """There is no session any more."""
        if self._terminal:
            self._terminal.close()
        if self._file:
            self._file.show("")

    def close(self, write: Callable[[str], None]) -> None:
        """The program ends; its screen is gone, and ``write`` leads to the terminal."""
        if self._terminal:
            self._terminal.close(write)
        if self._file:
            self._file.close()
