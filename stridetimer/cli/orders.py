"""Commands as they are typed, one a line: ``pause``, ``done 12``, ``add -10`` …"""

from dataclasses import dataclass

from stridetimer.core.law import Command
from stridetimer.keys.digits import MOST_DIGITS

_PLAIN = {
    "pause": Command.PAUSE,
    "resume": Command.RESUME,
    "next": Command.NEXT,
    "back": Command.BACK,
    "skip-set": Command.SKIP_SET,
    "skip-exercise": Command.SKIP_EXERCISE,
    "stop": Command.STOP,
}
WORDS = (*_PLAIN, "jump STEP", "done", "done REPS", "add SECONDS")


@dataclass(frozen=True, slots=True)
class Order:
    """A command and its number, if it has one: repetitions done, seconds added, a step."""

    command: Command
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Nonsense:
    """A line that is no command; ``message`` says so in one sentence."""

    line: str
    message: str


def order_of(line: str) -> Order | Nonsense | None:
    """What a line asks for; None for an empty one."""
    words = line.split()
    match words:
        case []:
            return None
        case ["done"]:
            return Order(Command.DONE)
        case ["done", reps] if _is_number(reps):
            return Order(Command.DONE, int(reps))
        case ["jump", step] if _is_number(step):
            return Order(Command.JUMP, int(step))
        case ["add", seconds] if (value := _number(seconds)) is not None:
            return Order(Command.ADD, value)
        case [word] if word in _PLAIN:
            return Order(_PLAIN[word])
        case ["done", *_]:
            return Nonsense(line, "done takes a number of repetitions or nothing, like: done 12")
        case ["jump", *_]:
            return Nonsense(line, "jump takes the number of a step of the plan, like: jump 12")
        case ["add", *_]:
            return Nonsense(line, "add takes a number of seconds, like: add 10, or: add -10")
    known = ", ".join(WORDS)
    return Nonsense(line, f"{_shown(line)!r} is not a command; there are {known}")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _shown(line: str) -> str:
    line = line.strip()
    return line if len(line) <= 40 else line[:39] + "…"
