"""The keys of the history, and of what it asks."""

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.everywhere import help_in

HISTORY = (
    KeyCommand("history.open", "enter", "open", "Show the session.", essential=True),
    KeyCommand(
        "history.swap", "tab", "calendar", "From the list to the calendar, and back.", undo="list"
    ),
    KeyCommand(
        "history.day-before", "left,h", "day before", "In the calendar, a day back.", shown=False
    ),
    KeyCommand(
        "history.day-after", "right,l", "day after", "In the calendar, a day on.", shown=False
    ),
    KeyCommand(
        "history.delete", "d,delete", "delete", "Delete the session, once you have said yes."
    ),
    help_in("history"),
    KeyCommand("history.close", "q,escape", "close", "Close the history.", essential=True),
)

PAST = (
    KeyCommand(
        "past.progress", "enter", "progress", "Show the exercise over time.", essential=True
    ),
    KeyCommand("past.delete", "d,delete", "delete", "Delete the session, once you have said yes."),
    help_in("past"),
    KeyCommand("past.close", "q,escape", "back", "Back to the history.", essential=True),
)

PROGRESS = (
    help_in("progress"),
    KeyCommand("progress.close", "q,escape,enter", "back", "Back to the session.", essential=True),
)

DELETE_YES = KeyCommand("delete.yes", "y", "delete", "Delete it for good.", essential=True)
KEEP = KeyCommand("delete.no", "n,q,escape,enter", "keep", "Keep it.", essential=True)

DELETE = (DELETE_YES, KEEP)
