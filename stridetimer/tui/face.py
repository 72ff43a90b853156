"""What the session screen says at one instant: a :class:`SessionView` put into words.

A face holds only what is seen, so two instants that look the same have equal faces, and nothing
is drawn for the difference. Where a text has several wordings, the longest that fits is shown.
"""

from dataclasses import dataclass

from stridetimer import phrases
from stridetimer.core.routine import Reps, Side, Timed
from stridetimer.core.step import Kind
from stridetimer.core.view import SessionView
from stridetimer.keys.keymap import DEFAULT, Keymap
from stridetimer.tui import wordings
from stridetimer.tui.glyphs import TIMES
from stridetimer.tui.marks import Dots, Pips, dots_of, pips_of
from stridetimer.tui.phase import Phase, phase_of
from stridetimer.tui.sign import Sign
from stridetimer.tui.wordings import Wordings

_HOUR = 3600.0
_TEN_MINUTES = 600.0
_LONG_HOLD = 60.0
"""From its last third on, work of at least this length tells what comes next."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number that is as much to be read as the time."""

    number: str = ""
    label: str = ""
    brief: str = ""
    """Its label where there is little room, if that is another one."""


@dataclass(frozen=True, slots=True)
class Face:
    """What the session screen says."""

    sign: Sign
    coming: bool
    """Whether what is said is about the work that comes next."""
    name: str
    """The exercise that is done, or comes next."""
    detail: Wordings
    """Side, set, round and dose."""
    dots: Dots
    time: str
    """The countdown, always as wide as it gets in this step."""
    time_label: str
    """What the time is of, where it may be taken for something else."""
    count: Count
    """The repetition of this moment, or how many are to be done."""
    action: Wordings
    """What to do at this moment."""
    move: Wordings
    """The movement of this moment; which key ends the step, where the person does."""
    moves: tuple[str, ...]
    """All that takes turns there in this step."""
    yours: bool
    """Whether it is work that ends when the person says so."""
    pips: Pips
    form: tuple[str, ...]
    form_of_next: bool
    """Whether that is of another exercise, which comes after this work."""
    prompt: Wordings
    """Which key the session waits for, where it stands still."""
    follows: Wordings
    """What comes after this work; while there is none, how the next is done."""
    soon: bool
    """Whether it is time to think of what follows."""
    next_side: Side | None
    """The side of the work that comes next."""
    progress: tuple[str, ...]
    """Time left, end, and the place in the session."""
    place: tuple[int, float]
    """The step, and how much of it has gone by."""

    @property
    def phase(self) -> Phase:
        """The phase of this moment."""
        return self.sign.phase

    @property
    def line(self) -> str:
        """Everything that matters, in one line."""
        side = " ".join(side.name for side in self.sign.sides)
        start = f"{self.phase.shape} {self.phase.word} {self.time.strip()}"
        parts = (start, self.prompt[0], side, self.action[0], self.name)
        return " ".join(filter(None, parts))


def face_of(
    view: SessionView,
    *,
    ends: str = "",
    away: float = 0.0,
    sound: str = "",
    keymap: Keymap = DEFAULT,
) -> Face:
    """``view`` in words.

    ``ends`` is the clock time of the finish, ``away`` how long the last gap was, ``sound`` what
    there is to say about it.
    """
    soon = _is_soon(view)
    of_next = soon and _goes_on_with_another(view)
    return Face(
        sign=Sign(phase_of(view), view.side, coming=_is_coming(view)),
        coming=not view.step.is_work,
        name=_name(view),
        detail=wordings.detail(view),
        dots=dots_of(view),
        time=_time(view),
        time_label=_time_label(view),
        count=_count(view),
        action=wordings.action(view, keymap),
        move=("",) if _is_going_on(view) else wordings.move(view, keymap),
        moves=_moves(view, keymap),
        yours=view.step.estimated and view.step.is_work,
        pips=pips_of(view),
        form=_form(view, of_next=of_next),
        form_of_next=of_next,
        prompt=wordings.prompt(view, away, keymap),
        follows=wordings.follows(view),
        soon=soon,
        next_side=view.following.side if view.following else None,
        progress=_progress(view, ends, sound),
        place=(view.step.index, view.elapsed / view.length if view.length else 1.0),
    )


def _is_going_on(view: SessionView) -> bool:
    """Whether the countdown before it resumes is all that counts; work beside it would mislead."""
    return view.lead_in is not None


def _is_coming(view: SessionView) -> bool:
    """Whether the side is still to work; one whose work is paused stays the one that works."""
    return not view.step.is_work or _is_going_on(view)


def _name(view: SessionView) -> str:
    name = view.step.exercise.name
    return name if view.step.is_work else f"next: {name}"


def _time(view: SessionView) -> str:
    """The countdown, padded to the width it has at its longest."""
    longest = max(view.length, view.elapsed)
    width = 7 if longest >= _HOUR else 5 if longest >= _TEN_MINUTES else 4
    return phrases.time_shown(view).rjust(width + view.counts_up)


def _time_label(view: SessionView) -> str:
    """What the time is of; empty where it is what one takes it for, the time to go."""
    if _is_going_on(view):
        return "to get ready"
    if view.overtime:
        return "waiting for you"
    if view.counts_up:
        return "so far"
    return "to go" if _count(view).number else ""


def _count(view: SessionView) -> Count:
    """Paced: the repetition, padded to the width of the last; else how many, at one's own pace."""
    work = view.step.work
    if not view.step.is_work or not isinstance(work, Reps) or _is_going_on(view):
        return Count()
    if view.rep is not None:
        return Count(str(view.rep).rjust(len(str(view.reps))), f"of {view.reps} reps")
    if work.upper > work.count:
        return Count(str(work.count), f"to {work.upper} reps")
    # A bare number would be taken for what is done.
    return Count(f"{TIMES}{work.count}", "reps, own pace", "at own pace")


def _moves(view: SessionView, keymap: Keymap) -> tuple[str, ...]:
    work = view.step.work
    if _is_going_on(view):
        return ()
    if view.step.estimated:
        return wordings.move(view, keymap)[-1:]
    if not view.step.paced or not isinstance(work, Reps):
        return ()
    return tuple(beat.name for beat in work.tempo if beat.name)


def _is_soon(view: SessionView) -> bool:
    long = view.step.is_work and isinstance(view.step.work, Timed) and view.length >= _LONG_HOLD
    return long and view.remaining is not None and view.remaining <= view.length / 3


def _goes_on_with_another(view: SessionView) -> bool:
    """Whether another exercise comes next."""
    return view.following is not None and view.following.exercise is not view.step.exercise


def _form(view: SessionView, *, of_next: bool) -> tuple[str, ...]:
    """What to mind: of the routine while one gets ready, then of each exercise."""
    cautions, exercise = view.plan.routine.cautions, view.step.exercise
    if cautions and view.step.kind is Kind.PREPARE:
        return cautions
    if of_next and view.following:
        return _form_of_next(view.following.exercise.name, view.following.exercise.form)
    return exercise.form


def _form_of_next(name: str, form: tuple[str, ...]) -> tuple[str, ...]:
    return (f"next, {name}: {form[0]}", *form[1:]) if form else ()


def _progress(view: SessionView, ends: str, sound: str) -> tuple[str, ...]:
    total = view.plan.steps[-1].turn + 1
    return (
        phrases.time_left(view.session_remaining, estimated=view.estimated),
        f"ends {ends}" if ends else "",
        sound,
        f"exercise {view.step.turn + 1} of {total}",
    )
