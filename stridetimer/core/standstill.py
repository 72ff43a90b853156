"""Time standing still, and the countdown that ends it."""

from copy import copy

from stridetimer.core.cues import Cue, CueKind
from stridetimer.core.events import CueDue, Event, LeadInStarted, Paused, Reason, Resumed
from stridetimer.core.leadin import LeadIn
from stridetimer.core.stopwatch import Stopwatch


class Standstill:
    """The pauses in the time of ``watch``."""

    def __init__(self, watch: Stopwatch) -> None:
        self.reason = Reason.USER
        """Why time stands still, or did last."""
        self._watch = watch
        self._lead_in: LeadIn | None = None

    def ahead(self, watch: Stopwatch) -> "Standstill":
        """Another like this in the time of ``watch``, to look ahead with."""
        future = copy(self)
        future._watch = watch
        return future

    @property
    def counting(self) -> bool:
        """Whether it is being counted down to its end."""
        return self._lead_in is not None

    @property
    def next_due(self) -> float | None:
        """The instant of the next count, or of the end."""
        return self._lead_in.next_due if self._lead_in else None

    def left(self, now: float) -> float | None:
        """How soon it ends; None while nothing is counted down."""
        return max(0.0, self._lead_in.ends - now) if self._lead_in else None

    def begin(self, at: float, reason: Reason) -> list[Event]:
        """Stand at session time ``at``."""
        self.reason = reason
        self._watch.stand(at)
        return [Paused(at, self._watch.now, reason)]

    def end_in(self, at: float, seconds: float) -> list[Event]:
        """Count down ``seconds`` to its end."""
        self._lead_in = LeadIn.of(self._watch.now, seconds)
        return [LeadInStarted(at, self._watch.now, seconds)]

    def count_no_more(self) -> None:
        """Nothing is counted down any more."""
        self._lead_in = None

    def count_in(self, step: int, began: float) -> list[Event]:
        """The next count, heard in the ``step`` that ``began`` then, or the end."""
        assert self._lead_in is not None, "only what is counted down has counts"
        at, due, counts = self._watch.at, self._lead_in.next_due, self._lead_in.counts
        if not counts:
            self._lead_in = None
            return self.end(at, due)
        self._lead_in = self._lead_in.counted()
        return [CueDue(at, due, Cue(CueKind.COUNT, at - began, n=counts[0]), step)]

    def end(self, at: float, due: float | None = None) -> list[Event]:
        """Go on from ``due``, or from now."""
        due = self._watch.now if due is None else due
        self._watch.run(at, due)
        return [Resumed(at, due, self.reason)]
