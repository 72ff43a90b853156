"""An error that nobody foresaw ends the screens in order; what is said of it, the caller says."""

from typing import TypeVar

from textual.app import App
from textual.worker import WorkerFailed

Result = TypeVar("Result")


class OrderlyApp(App[Result]):
    """Ends at an error in any of its parts without a page of internals on the terminal."""

    @property
    def unforeseen(self) -> Exception | None:
        """The error that ended it."""
        # Textual tells its tests alone of it.
        error = self._exception
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            return error.error
        return error

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()
