"""The keys that are the same wherever one is."""

from stridetimer.keys.command import KeyCommand


def help_in(screen: str) -> KeyCommand:
    """The command of ``screen`` that shows its keys."""
    return KeyCommand(
        f"{screen}.help", "question_mark,f1", "help", "Show every key.", essential=True
    )


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

CLOSE_HELP = KeyCommand(
    "help.close", "escape,question_mark,f1,q,enter", "close", "Close the help.", essential=True
)

EVERYWHERE = (
    KeyCommand(
        "app.suspend-process", "ctrl+z", "suspend", "Pause, and go to the shell.", shown=False
    ),
    KeyCommand("app.interrupt", "ctrl+c", "interrupt", "End the program at once.", shown=False),
    KeyCommand("app.quit", "ctrl+q", "quit", "Leave, as q does.", shown=False),
    KeyCommand(
        "app.command-palette",
        "ctrl+p",
        "palette",
        "Find any command or routine by name.",
        shown=False,
    ),
    KeyCommand(
        "app.change-theme", "f2", "theme", "Choose the colours; the choice is kept.", shown=False
    ),
)
