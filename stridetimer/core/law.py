"""The states of a session, the commands it takes, and what each does in each: one table.

What the table does not name is refused.
"""

from collections.abc import Mapping
from enum import StrEnum


class State(StrEnum):
    """Where a session stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    LEADING_IN = "leading in"
    """Time stands still for a few seconds more, and then goes on by itself."""
    COMPLETED = "completed"
    STOPPED = "stopped"

    @property
    def stands(self) -> bool:
        """Whether time stands still between the start and the end."""
        return self in (State.PAUSED, State.LEADING_IN)

    @property
    def over(self) -> bool:
        """Whether nothing can happen any more."""
        return not TRANSITIONS[self]


class Command(StrEnum):
    """What can be asked of a session."""

    START = "start"
    TAKE_UP = "take-up"
    """Start again what was left another time: it stands where it stood."""
    PAUSE = "pause"
    RESUME = "resume"
    LEAD_IN = "lead-in"
    """Resume after a countdown."""
    NEXT = "next"
    BACK = "back"
    SKIP_SET = "skip-set"
    SKIP_EXERCISE = "skip-exercise"
    JUMP = "jump"
    """Go to any step of the plan."""
    DONE = "done"
    ADD = "add"
    LEAVE_ALONE = "leave-alone"
    """Nobody will say done any more: open, self-paced and waiting steps end as reckoned."""
    STOP = "stop"
    END = "end"
    """Not asked by anybody: the last step has ended."""


_ON_THE_WAY = (
    Command.NEXT,
    Command.BACK,
    Command.SKIP_SET,
    Command.SKIP_EXERCISE,
    Command.JUMP,
    Command.DONE,
    Command.ADD,
    Command.LEAVE_ALONE,
)

TRANSITIONS: Mapping[State, Mapping[Command, State]] = {
    State.READY: {
        Command.START: State.RUNNING,
        Command.TAKE_UP: State.PAUSED,
        Command.LEAVE_ALONE: State.READY,
    },
    State.RUNNING: {
        **dict.fromkeys(_ON_THE_WAY, State.RUNNING),
        Command.PAUSE: State.PAUSED,
        Command.STOP: State.STOPPED,
        Command.END: State.COMPLETED,
    },
    State.PAUSED: {
        **dict.fromkeys(_ON_THE_WAY, State.PAUSED),
        Command.RESUME: State.RUNNING,
        Command.LEAD_IN: State.LEADING_IN,
        Command.STOP: State.STOPPED,
        Command.END: State.COMPLETED,
    },
    State.LEADING_IN: {
        **dict.fromkeys(_ON_THE_WAY, State.LEADING_IN),
        Command.RESUME: State.RUNNING,
        Command.PAUSE: State.PAUSED,
        Command.STOP: State.STOPPED,
        Command.END: State.COMPLETED,
    },
    State.COMPLETED: {},
    State.STOPPED: {},
}
"""Where each command leads from each state."""

_STANDING = {
    State.READY: "the session has not started",
    State.RUNNING: "the session is running",
    State.PAUSED: "the session is paused",
    State.LEADING_IN: "the session is about to resume",
    State.COMPLETED: "the session is over",
    State.STOPPED: "the session was stopped",
}


def refusal(command: Command, state: State) -> str | None:
    """Why ``command`` cannot be had in ``state``, in one sentence; None where it can."""
    if command in TRANSITIONS[state]:
        return None
    return f"can't {command}: {_STANDING[state]}"
