"""The keys of the library, and of what it asks."""

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.everywhere import help_in

START = KeyCommand("library.start", "enter", "start", "Start the routine.", essential=True)

LIBRARY = (
    START,
    KeyCommand(
        "library.search",
        "slash",
        "search",
        "Find routines by title, name, tag or exercise, as you type.",
        needed=True,
    ),
    KeyCommand("library.page", "d,right", "details", "Read all about the routine; back again."),
    KeyCommand("library.history", "h", "history", "Show what you have done."),
    KeyCommand("library.edit", "e", "edit", "Edit the routine in your own editor."),
    KeyCommand("library.edit-here", "E", "edit here", "Edit the routine here.", shown=False),
    help_in("library"),
    KeyCommand(
        "library.leave",
        "q,escape",
        "quit",
        "From a search or the details back to the list; from there, leave the program.",
        essential=True,
    ),
    KeyCommand("library.group", "t", "group", "Group by folder, by tag, or not at all."),
    KeyCommand("library.sort", "o", "order", "Order by name, by when last done, or by length."),
)

GO_ON = KeyCommand(
    "offer.yes",
    "y,enter",
    "resume",
    "Resume where the session was, after a countdown.",
    essential=True,
)
DECLINE = KeyCommand(
    "offer.no",
    "n,q,escape",
    "leave it",
    "Leave it unfinished, and do not ask again.",
    essential=True,
)

OFFER = (GO_ON, DECLINE)
