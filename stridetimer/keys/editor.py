"""The keys of our editor, and of what it asks."""

from stridetimer.keys.command import KeyCommand

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

FIXED = (
    ("ctrl+z ctrl+y", "Take back what was typed, and do it again."),
    ("ctrl+c ctrl+x ctrl+v", "Copy, cut and paste."),
    ("tab shift+tab", "Move a line in and out."),
    ("ctrl+home ctrl+end", "To the beginning and the end of the file."),
)
"""The keys that any text has, which nobody changes, and what they do."""

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
