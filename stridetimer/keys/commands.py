"""The commands of every screen, declared once.

Bindings, footer, palette, help, documentation, and what ``keys:`` in the settings may change are
all made from these lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stridetimer.keys.command import KeyCommand


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


def _help(screen: str) -> KeyCommand:
    return KeyCommand(
        f"{screen}.help", "question_mark,f1", "help", "Show every key.", essential=True
    )


PAUSE = KeyCommand(
    "session.pause",
    "space",
    "pause",
    "Pause, and go on again.",
    again_after=0.3,
    undo="resume",
    essential=True,
)

DONE = KeyCommand(
    "session.done",
    "enter",
    "done",
    "End the set as done; where a rest waits for you, begin the work.",
    again_after=0.7,
    essential=True,
)

LOCK = KeyCommand(
    "session.lock", "l", "lock", "Lock the keys, against stray ones and cats; the session goes on."
)

EDIT = (
    KeyCommand(
        "session.edit", "e", "edit", "Pause, and edit the routine in your own editor.", shown=False
    ),
    KeyCommand("session.edit-here", "E", "edit here", "Pause, and edit it here.", shown=False),
)

SESSION = (
    PAUSE,
    DONE,
    KeyCommand(
        "session.next",
        "n,right",
        "next",
        "End this step, and nothing more: in a rest, the work begins.",
        again_after=0.3,
        essential=True,
    ),
    KeyCommand(
        "session.back",
        "b,left",
        "back",
        "Start this step again; in its first two seconds, the one before.",
        again_after=0.3,
        essential=True,
    ),
    _help("session"),
    KeyCommand(
        "session.leave",
        "q,escape",
        "leave",
        "Ask whether to leave; the session goes on until you say yes.",
        essential=True,
    ),
    KeyCommand(
        "session.skip-set",
        "s",
        "skip",
        "Leave out what is left of this set, both sides.",
        again_after=0.7,
    ),
    KeyCommand(
        "session.longer",
        "plus,equals_sign",
        "more",
        "Ten seconds more; where paced reps are a range, one rep more.",
    ),
    KeyCommand(
        "session.shorter",
        "minus",
        "less",
        "Ten seconds less; where paced reps are a range, one rep fewer.",
    ),
    KeyCommand("session.mute", "m", "mute", "Turn the sound off, and on again.", again_after=0.3),
    KeyCommand("session.quieter", "left_square_bracket,down", "quieter", "Cues a step quieter."),
    KeyCommand("session.louder", "right_square_bracket,up", "louder", "Cues a step louder."),
    KeyCommand(
        "session.how", "i", "how", "Show how the exercise is done; the session goes on behind it."
    ),
    KeyCommand(
        "session.jump", "j", "jump", "Go to any step, ahead or back, from a list of them all."
    ),
    LOCK,
    KeyCommand(
        "session.skip-exercise",
        "x",
        "skip exercise",
        "Leave out what is left of this exercise.",
        again_after=0.7,
    ),
    *EDIT,
)
"""The first of them are those that a narrow footer has room for."""

WHERE = KeyCommand("plain.where", "w", "where", "Say where you are, and how much is left.")

TEXT = (*(command for command in SESSION if command not in EDIT), WHERE)
"""What a session as text has keys for."""

DOWN = KeyCommand("list.down", "down,j", "down", "One row down.", shown=False, essential=True)
UP = KeyCommand("list.up", "up,k", "up", "One row up.", shown=False, essential=True)

MOVES = (
    DOWN,
    UP,
    KeyCommand("list.first", "home,g", "first", "To the first row.", shown=False),
    KeyCommand("list.last", "end,G", "last", "To the last row.", shown=False),
    KeyCommand("list.page-down", "pagedown,ctrl+f", "page down", "A page down.", shown=False),
    KeyCommand("list.page-up", "pageup,ctrl+b", "page up", "A page up.", shown=False),
)
"""How one moves in any list, and in any text that is longer than the screen."""

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
    _help("library"),
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

SUMMARY = (
    KeyCommand(
        "summary.close",
        "enter,q,escape",
        "close",
        "Leave the summary.",
        again_after=0.7,
        essential=True,
    ),
    _help("summary"),
)

HISTORY = (
    KeyCommand("history.open", "enter", "open", "Show the session.", essential=True),
    KeyCommand(
        "history.swap", "tab", "calendar", "From the list to the calendar, and back.", undo="list"
    ),
    KeyCommand("history.day-before", "left", "day before", "In the calendar, a day back.", False),
    KeyCommand("history.day-after", "right", "day after", "In the calendar, a day on.", False),
    KeyCommand(
        "history.delete", "d,delete", "delete", "Delete the session, once you have said yes."
    ),
    _help("history"),
    KeyCommand("history.close", "q,escape", "close", "Close the history.", essential=True),
)

PAST = (
    KeyCommand(
        "past.progress", "enter", "progress", "Show the exercise over time.", essential=True
    ),
    KeyCommand("past.delete", "d,delete", "delete", "Delete the session, once you have said yes."),
    _help("past"),
    KeyCommand("past.close", "q,escape", "back", "Back to the history.", essential=True),
)

PROGRESS = (
    _help("progress"),
    KeyCommand("progress.close", "q,escape,enter", "back", "Back to the session.", essential=True),
)

DELETE_YES = KeyCommand("delete.yes", "y", "delete", "Delete it for good.", essential=True)
KEEP = KeyCommand("delete.no", "n,q,escape,enter", "keep", "Keep it.", essential=True)

DELETE = (DELETE_YES, KEEP)

LEAVE_YES = KeyCommand("leave.yes", "y", "leave", "End the session here.", essential=True)
STAY = KeyCommand(
    "leave.stay", "n,q,escape,enter", "stay", "Go on with the session.", essential=True
)

LEAVE = (LEAVE_YES, STAY)

GO_ON = KeyCommand(
    "offer.yes",
    "y,enter",
    "go on",
    "Go on where the session was, after a countdown.",
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

GO_THERE = KeyCommand("jump.go", "enter", "go there", "Go to the step.", essential=True)
STAY_HERE = KeyCommand(
    "jump.stay", "escape,q", "stay", "Close the list, and stay at the step.", essential=True
)

JUMP = (GO_THERE, STAY_HERE)

UNLOCK = KeyCommand(
    "locked.unlock",
    "l",
    "unlock",
    "Begin to unlock the keys; the next key does.",
    essential=True,
)
UNLOCK_SURELY = KeyCommand(
    "locked.surely",
    "enter",
    "unlock",
    "Unlock them, within two seconds of the other.",
    essential=True,
)

LOCKED = (UNLOCK, UNLOCK_SURELY)

CLOSE_HELP = KeyCommand(
    "help.close", "escape,question_mark,f1,q,enter", "close", "Close the help.", essential=True
)

CLOSE_HOW = KeyCommand(
    "how.close", "escape,i,q,enter", "close", "Close the instructions.", essential=True
)

SAVE = KeyCommand(
    "editor.save", "ctrl+s", "save", "Save; where there are problems, ask first.", essential=True
)
NEXT_PROBLEM = KeyCommand("editor.next-problem", "f8,ctrl+n", "problem", "To the next problem.")

EDITOR = (
    SAVE,
    NEXT_PROBLEM,
    KeyCommand("editor.complete", "ctrl+space", "complete", "Offer what can be written here."),
    KeyCommand("editor.problems", "ctrl+l", "list", "To the list of problems, and back."),
    KeyCommand("editor.help", "f1", "help", "Show every key.", essential=True),
    KeyCommand(
        "editor.leave",
        "escape",
        "leave",
        "Leave the editor; with something unsaved, ask first.",
        essential=True,
    ),
)

UNSAVED = (
    KeyCommand("unsaved.save", "s", "save", "Save, and leave the editor.", essential=True),
    KeyCommand("unsaved.discard", "d", "discard", "Leave without it.", essential=True),
    KeyCommand("unsaved.stay", "escape,n,q", "stay", "Go on editing.", essential=True),
)
SAVE_FIRST, DISCARD, _ = UNSAVED

WRONG = (
    KeyCommand(
        "wrong.save", "s,ctrl+s", "save it so", "Save it, problems and all.", essential=True
    ),
    KeyCommand("wrong.stay", "escape,n,q", "mend it first", "Go on editing.", essential=True),
)
SAVE_WRONG, _ = WRONG

CHANGED = (
    KeyCommand("changed.reload", "r", "take theirs", "Show what is in the file.", essential=True),
    KeyCommand("changed.over", "o", "save mine over it", "Save all the same.", essential=True),
    KeyCommand("changed.stay", "escape,n,q", "go on editing", "Save nothing yet.", essential=True),
)
RELOAD, SAVE_OVER, _ = CHANGED

DRAFT = (
    KeyCommand("draft.take", "y,enter", "go on with it", "Go on where it ended.", essential=True),
    KeyCommand("draft.drop", "d", "throw it away", "Open the file as it is.", essential=True),
)
TAKE_DRAFT, _ = DRAFT

EVERYWHERE = (
    KeyCommand("app.suspend-process", "ctrl+z", "suspend", "Pause, and go to the shell.", False),
    KeyCommand("app.interrupt", "ctrl+c", "interrupt", "End the program at once.", False),
    KeyCommand("app.quit", "ctrl+q", "quit", "Leave, as q does.", False),
    KeyCommand(
        "app.command-palette", "ctrl+p", "palette", "Find any command or routine by name.", False
    ),
    KeyCommand("app.change-theme", "f2", "theme", "Choose the colours; the choice is kept.", False),
)

DIGITS = dict.fromkeys("0123456789", "counts the repetitions that you did")

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
    Group("When it offers to go on", OFFER),
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
