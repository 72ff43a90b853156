"""The session that was left unfinished, for the library to offer.

The library is on the screen before anything of this is asked for, and so before it is loaded.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from stridetimer.cli.failure import CommandError

if TYPE_CHECKING:
    from stridetimer.conductor import Conductor
    from stridetimer.history.records import LeftOff
    from stridetimer.tui.screens.offer import Unfinished


class HistoryPast:
    """The session that was not finished, as the history knows it."""

    def __init__(self) -> None:
        self._left: LeftOff | None = None

    def unfinished(self) -> "Unfinished | None":
        """The last session, where it was not finished and that was not declined."""
        from stridetimer.cli.records import left_off

        try:
            left = left_off()
        except CommandError:
            return None
        if left is None or left.declined or not left.last:
            return None
        from stridetimer.core.lengths import clock
        from stridetimer.phrases import announcement, kind_words
        from stridetimer.tui.screens.offer import Unfinished

        self._left = left
        step = left.plan.steps[left.standing.step]
        began = datetime.fromisoformat(left.started_at)
        return Unfinished(
            title=f"{left.plan.routine.name}, begun {began:%A %d %B at %H:%M}",
            place=f"{clock(left.standing.elapsed)} into: {kind_words(step.kind)}, "
            f"{announcement(step)}",
            routine=left.path,
        )

    def take_up(self) -> "Conductor | None":
        """Who leads on through it."""
        from stridetimer.cli.conducting import conductor_for
        from stridetimer.cli.records import take_up

        performed = take_up(self._left) if self._left else None
        if performed is None:
            return None
        return conductor_for(performed)

    def decline(self) -> None:
        """It stays unfinished."""
        from stridetimer.cli.records import decline

        if self._left:
            decline(self._left)
