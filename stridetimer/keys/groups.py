"""Which commands can be had together, place by place.

Help, documentation, and what ``keys:`` in the settings may change are all made from these groups.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.editor import CHANGED, DRAFT, EDITOR, UNSAVED, WRONG
from stridetimer.keys.everywhere import CLOSE_HELP, EVERYWHERE, MOVES
from stridetimer.keys.history import DELETE, HISTORY, PAST, PROGRESS
from stridetimer.keys.library import LIBRARY, OFFER
from stridetimer.keys.session import CLOSE_HOW, JUMP, LEAVE, LOCKED, SESSION, SUMMARY, TEXT


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that can be had in one place, so that no two of them may have one key."""

    title: str
    """Where."""
    commands: tuple[KeyCommand, ...]
    reserved: Mapping[str, str] = field(default_factory=dict)
    """Keys that mean something else there, and what."""
    moves: bool = False
    """Whether there are rows or pages to move in."""


DIGITS = dict.fromkeys("0123456789", "counts the repetitions that you did")
"""What the digits mean while a session goes on."""

SCREENS = (
    Group("In a session", SESSION, DIGITS),
    Group("In the library", LIBRARY, moves=True),
    Group("In the summary", SUMMARY, moves=True),
    Group("In the history", HISTORY, moves=True),
    Group("In a session of the history", PAST, moves=True),
    Group("In an exercise over time", PROGRESS, moves=True),
    Group("When it asks whether to delete", DELETE),
    Group("In the editor", EDITOR),
    Group("When it asks whether to leave", LEAVE),
    Group("When it offers to resume", OFFER),
    Group("In the list of steps", JUMP, moves=True),
    Group("While the keys are locked", LOCKED),
    Group("When something is not saved", UNSAVED),
    Group("When what is to be saved has problems", WRONG),
    Group("When another program has changed the file", CHANGED),
    Group("When there is something from before that was never saved", DRAFT),
    Group("In the help", (CLOSE_HELP,), moves=True),
    Group("In the instructions", (CLOSE_HOW,), moves=True),
)
"""Every screen with what it has beside what others have too."""
LISTS = Group("In every list and long text", MOVES)
ANYWHERE = Group("Everywhere", EVERYWHERE)
AS_TEXT = Group("In a session as text", TEXT, DIGITS)

TOGETHER = (
    *(
        Group(at.title, (*at.commands, *(MOVES if at.moves else ()), *EVERYWHERE), at.reserved)
        for at in SCREENS
    ),
    AS_TEXT,
)
"""Commands that can be had at the same time."""

KNOWN = {command.id: command for group in TOGETHER for command in group.commands}
"""Every command by its id."""
