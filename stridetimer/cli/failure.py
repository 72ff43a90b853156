"""How the program ends: exit codes, and errors as one clear line."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; those of signals are 128 and their number."""

    DONE = 0
    """The session was completed, or the command did its work."""
    CUT_SHORT = 1
    """The session was cut short, or a checked file has problems."""
    IMPOSSIBLE = 2
    """The command could not be carried out."""
    INTERRUPTED = 130
    """Ctrl-c."""


class CommandError(Exception):
    """The command cannot be carried out; its text is what the person reads.

    One line, or one block per problem of a file.
    """
