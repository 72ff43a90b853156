"""What the program says about steps and exercises, in words short enough to read while moving.

Every front end takes its words from here, so that the same thing is always called the same.
"""

import shlex
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from stridetimer.core.lengths import clock, countdown, in_words
from stridetimer.core.routine import Exercise, Open, Reps, Side, Sides, Timed, Work
from stridetimer.core.step import Kind, Step

if TYPE_CHECKING:  # who asks about plans only need not load the session
    from stridetimer.core.view import SessionView

TIMES = "\N{MULTIPLICATION SIGN}"
"""Between a number of sets and what is done in each."""

_SIDES = {Side.LEFT: "LEFT", Side.RIGHT: "RIGHT", Side.ALTERNATING: "LEFT and RIGHT in turn"}

_DONE_BY = {Kind.WORK: "work", Kind.PREPARE: "get ready", Kind.SWITCH: "switch sides"}


def side_words(side: Side) -> str:
    """``side`` in words: ``LEFT``."""
    return _SIDES[side]


def kind_words(kind: Kind) -> str:
    """What a person does in a step of this kind: ``work``, ``rest``, ``switch sides``."""
    return _DONE_BY.get(kind, "rest")


def count(number: int, thing: str) -> str:
    """``number`` of ``thing``: ``1 set``, ``3 sets``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


# -- exercises -------------------------------------------------------------------------------


def dose(work: Work) -> str:
    """One set of ``work``: ``15 reps``, ``hold 5 min``, ``as long as you can``."""
    match work:
        case Reps(count=number, upper=upper) if upper > number:
            return f"{number}-{upper} reps"
        case Reps(count=number):
            return count(number, "rep")
        case Timed(seconds=seconds, hold=hold):
            return f"hold {in_words(seconds)}" if hold else in_words(seconds)
        case Open(aim_seconds=float(aim)):
            return f"as long as you can, aim {in_words(aim)}"
        case Open(aim_reps=int(aim)):
            return f"as many as you can, aim {aim}"
        case Open():
            return "as long as you can"


def volume(exercise: Exercise) -> str:
    """All of ``exercise``: ``3 x 15 reps, each side``, with a real sign."""
    sets = f"{exercise.sets} {TIMES} " if exercise.sets > 1 else ""
    sides = {Sides.EACH: ", each side", Sides.ALTERNATING: ", sides in turn"}
    return f"{sets}{dose(exercise.work)}{sides.get(exercise.sides, '')}"


def tempo(work: Work) -> str:
    """The beats of one repetition: ``stand up 2 s, sit down slowly 3 s``; empty without any."""
    beats = work.tempo if isinstance(work, Reps) else ()
    return ", ".join(f"{beat.name} {in_words(beat.seconds)}".strip() for beat in beats)


def instructions(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """All that is said of doing ``exercise``, as headings and paragraphs; the first has none."""
    yield "", exercise.how or "Nothing more is written about how it is done."
    for heading, words in (
        ("Mind", exercise.form),
        ("Easier", exercise.easier),
        ("Harder", exercise.harder),
        ("More", (exercise.link,) if exercise.link else ()),
    ):
        if words:
            yield heading, "\n".join(words)


# -- steps -----------------------------------------------------------------------------------


def place(step: Step) -> str:
    """Where the set of ``step`` stands: ``set 2 of 3``, ``round 1 of 8``; empty if all alone."""
    parts = []
    if step.lap and step.lap.rounds > 1:
        parts.append(f"round {step.lap.number} of {step.lap.rounds}")
    if step.exercise.sets > 1:
        parts.append(f"set {step.set_number} of {step.exercise.sets}")
    return " · ".join(parts)


def particulars(step: Step, *, with_side: bool = False) -> str:
    """Side, place and dose of the work of ``step``: ``LEFT · set 2 of 3 · 15 reps``."""
    side = side_words(step.side) if with_side and step.side else ""
    return " · ".join(part for part in (side, place(step), dose(step.work)) if part)


def announcement(step: Step) -> str:
    """The work of ``step`` in one line: ``Toe taps · LEFT · set 2 of 3 · 15 reps``."""
    return f"{step.exercise.name} · {particulars(step, with_side=True)}"


def what_follows(view: "SessionView") -> str:
    """What comes after the current step: ``rest 2 min, then Toe taps · set 2 of 3 · 20 reps``."""
    step = view.following
    if step is None:
        return "the end" if view.step.is_work else ""
    if step.is_work:
        return announcement(step)
    lead = f"{kind_words(step.kind)} {in_words(step.seconds)}"
    if step.exercise is view.step.exercise:
        return f"{lead}, then {particulars(step, with_side=True)}"
    return f"{lead}, then {announcement(step)}"


def repetition(view: "SessionView") -> str:
    """The repetition of this moment: ``rep 4 of 15``; empty where none is paced."""
    return "" if view.rep is None else f"rep {view.rep} of {view.reps}"


def beat_name(view: "SessionView") -> str:
    """The beat of this moment: ``sit down slowly``; empty where it has no name."""
    return view.beat.name if view.beat else ""


# -- the session -----------------------------------------------------------------------------


def time_shown(view: "SessionView") -> str:
    """The number of this moment: ``0:34`` to go; with a plus, ``+1:20`` so far."""
    if view.lead_in is not None:
        return clock(countdown(view.lead_in))
    if view.overtime:
        return f"+{clock(view.overtime)}"
    if view.remaining is None:
        return f"+{clock(view.elapsed + 1e-6)}"  # float noise costs no second
    return clock(countdown(view.remaining))


def time_left(seconds: float, *, estimated: bool) -> str:
    """What is left of a session, in begun minutes: ``35 min left``; seconds in the last one."""
    whole = countdown(seconds)
    left = in_words(whole if whole < 60 else ceil(whole / 60) * 60)
    return f"about {left} left" if estimated else f"{left} left"


def about(seconds: float, *, estimated: bool) -> str:
    """A length of a session: ``34 min``, ``about 34 min`` where it is reckoned."""
    rounded = in_words(round(seconds / 60) * 60) if seconds >= 60 else in_words(round(seconds))
    return f"about {rounded}" if estimated else rounded


RESUME = "stridetimer resume"
"""What to type to resume the newest unfinished session."""


def to_go_on(command: str) -> str:
    """What is told to whoever has left a session."""
    return f"To resume where you left: {command}"


def go_on_command(routine: str, index: int) -> str:
    """What to type to resume ``routine`` at the step ``index``."""
    return f"stridetimer run {shlex.quote(routine)} --from {index}"
