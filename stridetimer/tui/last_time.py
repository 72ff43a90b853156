"""This time beside the last: the same routine, the session before."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from stridetimer.core.events import Outcome, StepFinished
from stridetimer.core.lengths import clock
from stridetimer.core.plan import Plan
from stridetimer.core.routine import Exercise, Side
from stridetimer.history.records import PastSession
from stridetimer.phrases import count
from stridetimer.score import count_sets, score
from stridetimer.tui.when import ago


class Before:
    """How each side of each exercise went in ``past``; without one, nothing is known of it."""

    def __init__(self, past: PastSession | None = None) -> None:
        self._went: Mapping[tuple[str, Side | None], str] = {}
        if past and past.plan:
            self._went = {
                (row.exercise.known_as, part.side): part.went
                for row in score(past.plan, past.finished)
                for part in row.parts
            }

    def other_than(self, went: str, exercise: Exercise, side: Side | None) -> str:
        """``was 2 x 12``, with a real sign, where it was not as it ``went`` this time; else empty.

        What was not in that session was not otherwise.
        """
        was = self._went.get((exercise.known_as, side), went)
        return "" if was == went else f"was {was}"


def compared(
    past: PastSession, plan: Plan, results: Sequence[StepFinished], seconds: float, now: datetime
) -> str:
    """Both sessions in a line: ``last time (yesterday) 33:10, this time 34:40 · 2 sets more``.

    ``seconds`` is how long this one ran.
    """
    times = f"last time ({ago(past.brief.began, now)}) {clock(past.brief.seconds)}"
    times += f", this time {clock(seconds)}"
    if past.plan is None:
        return times
    done = count_sets(plan, results)[Outcome.DONE]
    more = done - count_sets(past.plan, past.finished)[Outcome.DONE]
    if not more:
        return times
    return f"{times} · {count(abs(more), 'set')} {'more' if more > 0 else 'fewer'}"
