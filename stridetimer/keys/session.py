"""The keys of a session: on its screen, as text, and in what it asks and shows meanwhile."""

from stridetimer.keys.command import KeyCommand
from stridetimer.keys.everywhere import help_in

PAUSE = KeyCommand(
    "session.pause",
    "space",
    "pause",
    "Pause, and resume.",
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
    help_in("session"),
    KeyCommand(
        "session.leave",
        "q,escape",
        "leave",
        "Ask whether to leave; the session goes on until you say yes.",
        again_after=0.7,
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

SUMMARY = (
    KeyCommand(
        "summary.close",
        "enter,q,escape",
        "close",
        "Leave the summary.",
        again_after=0.7,
        essential=True,
    ),
    help_in("summary"),
)

LEAVE_YES = KeyCommand("leave.yes", "y", "leave", "End the session here.", essential=True)
STAY = KeyCommand(
    "leave.stay", "n,q,escape,enter", "stay", "Stay in the session, which goes on.", essential=True
)

LEAVE = (LEAVE_YES, STAY)

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

CLOSE_HOW = KeyCommand(
    "how.close", "escape,i,q,enter", "close", "Close the instructions.", essential=True
)
