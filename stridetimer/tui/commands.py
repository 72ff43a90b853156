"""The commands of every screen, declared once.

Bindings, footer, help and documentation are all made from these lists.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class KeyCommand:
    """Something a key does."""

    id: str
    """Stable, for those who want other keys: ``session.next``; its last part is the action."""
    keys: str
    """The keys, with commas between."""
    name: str
    """One or two words, for the footer."""
    tooltip: str
    """One sentence, for the help."""
    shown: bool = True
    """Whether the footer has it."""
    again_after: float = 0.0
    """The same key within so many seconds is a finger that stayed on it, not a second wish."""
    display: str = ""
    """How the keys are written, where their own names are clumsy."""

    @property
    def action(self) -> str:
        """The name of the action method, without its prefix."""
        return self.id.rpartition(".")[2].replace("-", "_")

    @property
    def key_names(self) -> str:
        """The keys as a person reads them."""
        return self.display or self.keys.replace(",", " ").replace("escape", "esc")


def bindings(commands: Iterable[KeyCommand], *, first: bool = False) -> list[Binding]:
    """What Textual needs to know of ``commands``; ``first`` puts them before all others."""
    return [
        Binding(
            command.keys,
            command.action,
            command.name,
            show=command.shown,
            key_display=command.key_names.split(" ")[0],
            tooltip=command.tooltip,
            id=command.id,
            priority=first,
        )
        for command in commands
    ]


SESSION = (
    KeyCommand("session.pause", "space", "pause", "Pause, and go on again.", again_after=0.3),
    KeyCommand(
        "session.done",
        "enter",
        "done",
        "End the set as done; where a rest waits for you, begin the work.",
        again_after=0.7,
    ),
    KeyCommand(
        "session.next",
        "n",
        "next",
        "End this step, and nothing more: in a rest, the work begins.",
        again_after=0.3,
    ),
    KeyCommand(
        "session.back",
        "b",
        "back",
        "Start this step again; in its first two seconds, the one before.",
        again_after=0.3,
    ),
    KeyCommand("session.help", "question_mark,f1", "help", "Show every key.", display="? f1"),
    KeyCommand(
        "session.leave",
        "q,escape",
        "leave",
        "Ask whether to leave; the session goes on until you say yes.",
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
        display="+ =",
    ),
    KeyCommand(
        "session.shorter",
        "minus",
        "less",
        "Ten seconds less; where paced reps are a range, one rep fewer.",
        display="-",
    ),
    KeyCommand("session.mute", "m", "mute", "Turn the sound off, and on again.", again_after=0.3),
    KeyCommand(
        "session.quieter", "left_square_bracket", "quieter", "Cues a step quieter.", display="["
    ),
    KeyCommand(
        "session.louder", "right_square_bracket", "louder", "Cues a step louder.", display="]"
    ),
    KeyCommand(
        "session.how", "i", "how", "Show how the exercise is done; the session goes on behind it."
    ),
    KeyCommand(
        "session.skip-exercise",
        "x",
        "skip exercise",
        "Leave out what is left of this exercise.",
        again_after=0.7,
    ),
)
"""The first of them are those that a narrow footer has room for."""

START = KeyCommand("library.start", "enter", "start", "Start the routine.")

LIBRARY = (
    START,
    KeyCommand("library.help", "question_mark,f1", "help", "Show every key.", display="? f1"),
    KeyCommand("library.leave", "q,escape", "quit", "Leave the program."),
)

SUMMARY = (
    KeyCommand("summary.close", "enter,q,escape", "close", "Leave the summary.", again_after=0.7),
    KeyCommand("summary.help", "question_mark,f1", "help", "Show every key.", display="? f1"),
)

LEAVE = (
    KeyCommand("leave.yes", "y", "leave", "End the session here."),
    KeyCommand("leave.stay", "n,q,escape,enter", "stay", "Go on with the session."),
)

OFFER = (
    KeyCommand("offer.yes", "y,enter", "go on", "Go on where the session was, after a countdown."),
    KeyCommand("offer.no", "n,q,escape", "leave it", "Leave it unfinished, and do not ask again."),
)

HELP = (KeyCommand("help.close", "escape,question_mark,f1,q,enter", "close", "Close the help."),)

HOW = (KeyCommand("how.close", "escape,i,q,enter", "close", "Close the instructions."),)

EVERYWHERE = (
    KeyCommand("app.suspend-process", "ctrl+z", "suspend", "Pause, and go to the shell.", False),
    KeyCommand("app.interrupt", "ctrl+c", "interrupt", "End the program at once.", False),
    KeyCommand("app.quit", "ctrl+q", "quit", "Leave, as q does.", False),
)
