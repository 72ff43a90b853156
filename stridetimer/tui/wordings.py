"""Each text of the session screen in several wordings, the fullest first.

A screen shows the fullest that it has room for, so that a narrow one says less, and not the
beginning of more.
"""

from stridetimer import phrases
from stridetimer.core.events import Reason
from stridetimer.core.law import State
from stridetimer.core.lengths import in_words
from stridetimer.core.routine import Open, Reps, Side, Timed
from stridetimer.core.step import Step
from stridetimer.core.view import SessionView
from stridetimer.keys.keymap import Keymap
from stridetimer.keys.session import DONE, PAUSE

Wordings = tuple[str, ...]
"""What says the same, the fullest first; never none at all."""


def detail(view: SessionView) -> Wordings:
    """Side, set, round and dose; in work the band says which side it is, unless both are."""
    step = view.step
    with_side = not step.is_work or step.side is Side.ALTERNATING
    return _particulars(step, with_side=with_side)


def _particulars(step: Step, *, with_side: bool) -> Wordings:
    side = phrases.side_words(step.side) if with_side and step.side else ""
    place = phrases.place(step)
    return _distinct(
        phrases.particulars(step, with_side=with_side),
        " · ".join(filter(None, (side, place))) or phrases.dose(step.work),
        place or side or phrases.dose(step.work),
    )


def action(view: SessionView, keymap: Keymap) -> Wordings:
    """What to do at this moment; before work, the movements that are coming."""
    step = view.step
    if not step.is_work:
        beats = step.work.tempo if isinstance(step.work, Reps) else ()
        return _distinct(phrases.tempo(step.work), ", ".join(filter(None, (b.name for b in beats))))
    if step.estimated:
        stands = view.state.stands  # the prompt says which key resumes, and one is enough
        return (phrases.dose(step.work),) if stands else _until_done(step, keymap.first(DONE))
    if step.timed:
        return ("hold" if isinstance(step.work, Timed) and step.work.hold else "",)
    beat = phrases.beat_name(view)
    then = "" if view.lead_in is None else "then "
    counts = (f"{then}{phrases.repetition(view)}", f"{then}{view.rep}/{view.reps}")
    return _distinct(*(" · ".join(filter(None, (count, beat))) for count in counts), beat)


def move(view: SessionView, keymap: Keymap) -> Wordings:
    """The movement of this moment; which key ends the step, where the person does."""
    if view.step.estimated:
        done = f"{keymap.first(DONE)} when done"
        return (f"press {done}", done)
    return (phrases.beat_name(view),)


def _until_done(step: Step, done: str) -> Wordings:
    aim = step.work.aim_reps if isinstance(step.work, Open) else None
    shorter = f"aim {aim}, then {done}" if aim else f"then {done}"
    dose = phrases.dose(step.work)
    return (f"{dose}, then {done}", f"{dose}, {done}", shorter)


def prompt(view: SessionView, away: float, keymap: Keymap) -> Wordings:
    """Which key the session waits for, where it stands still."""
    resumes = f"{keymap.first(PAUSE)} resumes"
    if view.lead_in is not None:
        return (f"You resume where you were: {resumes} now", f"{resumes} now")
    if view.state is State.PAUSED:
        if view.pause_reason is Reason.SUSPEND:
            time = in_words(round(away))
            away_for, key = f"Away for {time}", keymap.first(PAUSE)
            return (
                f"{away_for}, nothing was counted: {resumes}",
                f"{away_for}: {resumes}",
                f"{time} away: {key}",
            )
        return (resumes,)
    if view.overtime:
        begin = f"{keymap.first(DONE)} begins the work"
        return (f"The rest is over: {begin}", begin, f"{keymap.first(DONE)} begins")
    return ("",)


def follows(view: SessionView) -> Wordings:
    """What comes after this work; before work, how that is done."""
    if not view.step.is_work:
        return _particulars(view.step, with_side=True)
    full, step = f"then {phrases.what_follows(view)}", view.following
    if step is None:
        return (full,)
    lead = "" if step.is_work else phrases.kind_words(step.kind)
    same = step.exercise is view.step.exercise
    name = "" if same else step.exercise.name
    side = phrases.side_words(step.side) if step.side else ""
    place = phrases.place(step)
    shorter = [" · ".join(filter(None, parts)) for parts in ((name, side, place), (name, side))]
    return _distinct(
        full,
        *(f"then {', then '.join(filter(None, (lead, one)))}" for one in shorter),
        f"then {name or side or lead or 'the next set'}",
    )


def _distinct(*wordings: str) -> Wordings:
    return tuple(dict.fromkeys(wordings))
