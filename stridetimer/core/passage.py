"""One passage through a step: its length as it is now, and the cues that are still to be heard.

``elapsed`` and offsets are seconds from the start of the step.
"""

from copy import copy

from stridetimer.core.cues import Cue, CueKind, cues_of
from stridetimer.core.lengths import DAY
from stridetimer.core.limits import MOST_REPS
from stridetimer.core.routine import Reps
from stridetimer.core.standing import Standing
from stridetimer.core.step import Kind, Step

_NAMES = {
    Kind.PREPARE: "the time to get ready",
    Kind.SWITCH: "a switch of sides",
    Kind.REST: "a rest",
    Kind.BETWEEN: "a rest",
}


class Passage:
    """A step that is being gone through; begun anew, it is another passage."""

    def __init__(self, step: Step, began: float) -> None:
        self.step = step
        self.began = began
        """Session time at which it began."""
        self.length = step.seconds
        """How long it lasts, known or reckoned, with what was added to it."""
        self._cues = cues_of(step)
        self._heard = 0
        self._opened = False
        self._halved = False

    @classmethod
    def taken_up(cls, step: Step, standing: Standing) -> "Passage":
        """One that was left at ``standing``; what it had called by then is not called again."""
        passage = cls(step, standing.at - standing.elapsed)
        passage.length = standing.length
        passage._opened = standing.elapsed > 0
        passage._halved = standing.halved
        passage._call_what_is_new(standing.elapsed)
        return passage

    @property
    def halved(self) -> bool:
        """Whether it has said that it is halfway."""
        return self._halved

    def copy(self) -> "Passage":
        """Another one like this, to look ahead with."""
        return copy(self)

    # -- what comes by itself --------------------------------------------------------------

    @property
    def next_cue(self) -> Cue | None:
        """The next cue to be heard."""
        return self._cues[self._heard] if self._heard < len(self._cues) else None

    def hear(self) -> None:
        """The next cue has been heard."""
        self._halved |= self._cues[self._heard].kind is CueKind.HALFWAY
        self._opened = True
        self._heard += 1

    def ends_after(self, *, attended: bool) -> float | None:
        """How long it goes on; None where it ends when the person says so."""
        if attended and (self.step.estimated or self.step.waits):
            return None
        return self.length

    # -- what a person may change ----------------------------------------------------------

    def why_not_done(self, reps: int | None) -> str | None:
        """Why it cannot be ended as done with ``reps``; None where it can."""
        if reps is not None and not 0 <= reps <= MOST_REPS:
            return f"a set has 0 to {MOST_REPS:,} repetitions"
        if not self.step.is_work and not self.step.waits:
            return f"done ends work, and this is {_NAMES[self.step.kind]}: next begins the work"
        return None

    def why_not_add(self, seconds: float, elapsed: float) -> str | None:
        """Why ``seconds`` cannot be added; None where they can."""
        if seconds == 0 or not abs(seconds) <= DAY:
            return "add takes seconds, more or less than 0 and at most a day"
        if self.step.estimated:
            return "only timed steps can change; this one ends when you say done"
        if self.step.paced:
            return self._why_not_one_more(seconds, elapsed)
        if seconds < 0 and elapsed >= self.length:
            return "the rest is over already: next begins the work"
        if max(self.length, elapsed) + seconds > DAY:
            return "a step lasts at most a day"
        return None

    def add(self, seconds: float, elapsed: float) -> float:
        """Make it longer, or shorter down to what has passed.

        Paced repetitions get one more or one fewer. What it calls from now on follows its new
        length; nothing is called again that tells the same.

        Returns:
            The seconds it got longer; negative where it got shorter.
        """
        before = max(self.length, elapsed)
        if self.step.paced:
            seconds = self._one_more(seconds)
        self.length = max(elapsed, round(before + seconds, 6))
        self._call_what_is_new(elapsed)
        return self.length - before

    def leave_alone(self, elapsed: float) -> None:
        """Nobody will end it any more: it ends as reckoned, or now where that has passed."""
        if self.ends_after(attended=True) is None:
            self.length = max(self.length, elapsed)

    def _call_what_is_new(self, elapsed: float) -> None:
        cues = cues_of(self.step, self.length)
        self._cues = tuple(cue for cue in cues if self._new(cue, elapsed))
        self._heard = 0

    def _new(self, cue: Cue, elapsed: float) -> bool:
        """Whether ``cue`` is still to come and tells something new."""
        to_come = cue.offset > elapsed or not self._opened
        return to_come and not (self._halved and cue.kind is CueKind.HALFWAY)

    # -- repetitions -----------------------------------------------------------------------

    def reps_after(self, elapsed: float) -> int | None:
        """Whole paced repetitions done after ``elapsed``; None where they are not paced.

        Float noise does not cost one.
        """
        if not self.step.paced:
            return None
        return int((elapsed + 1e-6) / self._reps.rep_seconds)

    @property
    def planned_reps(self) -> int | None:
        """The repetitions of this work as it is now; None where it is not counted in them."""
        if not self.step.is_work:
            return None
        return self.reps_after(self.length) if self.step.paced else self.step.reps

    @property
    def _reps(self) -> Reps:
        assert isinstance(self.step.work, Reps)
        return self.step.work

    def _one_more(self, seconds: float) -> float:
        """The seconds of one repetition, with the sign of ``seconds``."""
        return self._reps.rep_seconds if seconds > 0 else -self._reps.rep_seconds

    def _why_not_one_more(self, seconds: float, elapsed: float) -> str | None:
        work, wanted = self._reps, self.length + self._one_more(seconds)
        if work.count == work.upper:
            return "only timed steps can change; this one ends with its last repetition"
        reps = round(wanted / work.rep_seconds)
        if not work.count <= reps <= work.upper or wanted < elapsed:
            return f"this set has {work.count} to {work.upper} repetitions"
        return None
