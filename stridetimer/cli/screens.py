"""The library and a session on the screen; where there is none, the library as text."""

import sys

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.sound import new_player
from stridetimer.core.plan import Plan
from stridetimer.tui.app import Farewell, run_library, run_session
from stridetimer.tui.entry import Entry


class FileShelf:
    """The routines that can be found, for the library to show."""

    def found(self) -> list[Entry]:
        """Every routine there is, none of them read."""
        from stridetimer.routines.locate import available

        return [Entry(found.name, found.origin.value) for found in available()]

    def read(self, entry: Entry) -> Entry:
        """``entry`` with its plan, or with the first thing that is wrong with it."""
        # Here, because it takes longer than showing the screen.
        from stridetimer.cli.finding import plan_of

        try:
            _, plan = plan_of(entry.name)
        except CommandError as error:
            return Entry(entry.name, entry.origin, problem=str(error).splitlines()[0])
        return Entry(entry.name, entry.origin, plan)


def library() -> int:
    """Open the library of routines.

    Returns:
        The exit code.
    """
    return _part(run_library(FileShelf(), player=new_player))


def session(plan: Plan, routine: str, *, speed: float, first: int, mute: bool) -> int:
    """Go through ``plan``, which is found by the name or path ``routine``.

    Returns:
        The exit code.
    """
    player = new_player(mute=mute)
    return _part(run_session(plan, routine, player=player, speed=speed, first=first))


def _part(farewell: Farewell) -> int:
    """Say how to go on with a session that was left."""
    if farewell.code == Exit.CUT_SHORT and farewell.go_on_command:
        print(f"To go on where you left: {farewell.go_on_command}", file=sys.stderr)
    return farewell.code
