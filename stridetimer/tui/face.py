"""What the session screen says at one instant: a :class:`SessionView` put into words.

A face holds only what is seen, so two instants that look the same have equal faces, and nothing
is drawn for the difference.
"""

from dataclasses import dataclass

from stridetimer import phrases
from stridetimer.core.events import Reason
from stridetimer.core.law import State
from stridetimer.core.lengths import clock, countdown, in_words
from stridetimer.core.routine import Side, Timed
from stridetimer.core.step import Kind
from stridetimer.core.view import SessionView
from stridetimer.keys.commands import DONE, PAUSE
from stridetimer.keys.keymap import DEFAULT, Keymap
from stridetimer.tui.phase import Phase, phase_of
from stridetimer.tui.sign import Sign

_RESTS = (Kind.REST, Kind.BETWEEN)
_HOUR = 3600.0
_TEN_MINUTES = 600.0


@dataclass(frozen=True, slots=True)
class Face:
    """What the session screen says."""

    sign: Sign
    coming: bool
    """Whether what is said is about the work that comes next."""
    name: str
    """The exercise that is done, or comes next."""
    detail: str
    """Side, set, round and dose."""
    time: str
    """The countdown, always as wide as it gets in this step."""
    action: str
    """What to do at this moment."""
    form: tuple[str, ...]
    prompt: str
    """Which key goes on, where the session stands still without it."""
    follows: str
    """What comes after this work; while there is none, how the next is done."""
    progress: tuple[str, ...]
    """Time left, end, and the place in the session."""
    fraction: float

    @property
    def phase(self) -> Phase:
        """The phase of this moment."""
        return self.sign.phase

    @property
    def line(self) -> str:
        """Everything that matters, in one line."""
        side = self.sign.side.name if self.sign.side else ""
        start = f"{self.phase.shape} {self.phase.word} {self.time.strip()}"
        return " ".join(filter(None, (start, self.prompt, side, self.action, self.name)))


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
    return Face(
        sign=Sign(phase_of(view), _side_shown(view), coming=view.step.kind in _RESTS),
        coming=not view.step.is_work,
        name=_name(view),
        detail=_detail(view),
        time=_time(view),
        action=_action(view, keymap),
        form=_form(view),
        prompt=_prompt(view, away, keymap),
        follows=_follows(view),
        progress=_progress(view, ends, sound),
        fraction=view.fraction,
    )


def _side_shown(view: SessionView) -> Side | None:
    return view.side if view.side in (Side.LEFT, Side.RIGHT) else None


def _name(view: SessionView) -> str:
    name = view.step.exercise.name
    return name if view.step.is_work else f"next: {name}"


def _detail(view: SessionView) -> str:
    """Side, set, round and dose; in work the band says which side it is, unless both are."""
    with_side = not view.step.is_work or view.step.side is Side.ALTERNATING
    return phrases.particulars(view.step, with_side=with_side)


def _time(view: SessionView) -> str:
    """The countdown, padded to the width it has at its longest."""
    longest = max(view.length, view.elapsed)
    if view.lead_in is not None:
        shown = clock(countdown(view.lead_in))
    elif view.overtime:
        shown = f"+{clock(view.overtime)}"
    elif view.remaining is None:
        shown = f"+{clock(view.elapsed + 1e-6)}"
    else:
        shown = clock(countdown(view.remaining))
    width = 7 if longest >= _HOUR else 5 if longest >= _TEN_MINUTES else 4
    return shown.rjust(width + view.counts_up)


def _form(view: SessionView) -> tuple[str, ...]:
    """What to mind: of the routine while one gets ready, then of each exercise."""
    cautions = view.plan.routine.cautions
    return cautions if cautions and view.step.kind is Kind.PREPARE else view.step.exercise.form


def _action(view: SessionView, keymap: Keymap) -> str:
    if not view.step.is_work:
        return phrases.tempo(view.step.work)
    if view.step.estimated:
        return f"{phrases.dose(view.step.work)}, then {keymap.first(DONE)}"
    if view.step.timed:
        return "hold" if isinstance(view.step.work, Timed) and view.step.work.hold else ""
    parts = (phrases.repetition(view), phrases.beat_name(view))
    return " · ".join(part for part in parts if part)


def _prompt(view: SessionView, away: float, keymap: Keymap) -> str:
    pause, done = keymap.first(PAUSE), keymap.first(DONE)
    if view.lead_in is not None:
        return f"You go on where you were: {pause} goes on at once"
    if view.state is State.PAUSED:
        if view.pause_reason is Reason.SUSPEND:
            return f"Away for {in_words(round(away))}, nothing was counted: {pause} goes on"
        return f"{pause} goes on"
    return f"The rest is over: {done} begins the work" if view.overtime else ""


def _follows(view: SessionView) -> str:
    if not view.step.is_work:
        return phrases.particulars(view.step, with_side=True)
    return f"then {phrases.what_follows(view)}"


def _progress(view: SessionView, ends: str, sound: str) -> tuple[str, ...]:
    total = view.plan.steps[-1].turn + 1
    return (
        phrases.time_left(view.session_remaining, estimated=view.estimated),
        f"ends {ends}" if ends else "",
        sound,
        f"exercise {view.step.turn + 1} of {total}",
    )
