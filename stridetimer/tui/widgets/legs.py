"""A plot of one exercise over time, the left leg against the right."""

from collections.abc import Sequence
from datetime import datetime

from textual.color import Color
from textual_plotext import PlotextPlot

from stridetimer.core.lengths import clock
from stridetimer.history.records import Progress
from stridetimer.tui.theme import phase_colours

LEFT, RIGHT, ALIKE, BOTH = "L", "R", "=", "o"
"""What stands for each leg, for two that did the same, and for both at once; no colour needed."""
_DAY = 86400.0
_TICK = 14
"""How many cells a date needs."""
_MARKS = 4
"""How many steps there are beside the plot."""


class Legs(PlotextPlot):
    """Plots what was done of an exercise, each leg with its own letter."""

    _progress = Progress("", counted=True, efforts=())

    def show(self, progress: Progress) -> None:
        """Plot this."""
        self._progress = progress
        self.plt.clear_data()
        points = series(progress)
        for marker, places in points.items():
            if places:
                days, values = zip(*places, strict=True)
                self.plt.scatter(days, values, marker=marker, color=self._colour(marker))
        self._measure([value for places in points.values() for _, value in places])
        self._date()
        self.refresh()

    def on_resize(self) -> None:
        """Have as many dates as there is room for."""
        self._date()

    def _colour(self, marker: str) -> tuple[int, int, int]:
        theme = self.app.current_theme
        name = {LEFT: "phase-rest", RIGHT: "phase-ready"}.get(marker, "phase-paused")
        return Color.parse(phase_colours(dark=theme.dark)[name]).rgb

    def _measure(self, values: Sequence[float]) -> None:
        """What stands beside the plot; where all is high, it does not begin at nothing."""
        most = max(values, default=0.0) or 1.0
        least = 0.0 if min(values, default=0.0) < most / 2 else most / 2
        marks = sorted(
            {float(round(least + n * (most - least) / _MARKS)) for n in range(_MARKS + 1)}
        )
        counted = self._progress.counted
        self.plt.ylim(least, most * 1.05)
        self.plt.yticks(marks, [f"{mark:g}" if counted else clock(mark) for mark in marks])

    def _date(self) -> None:
        """What stands below the plot."""
        efforts = self._progress.efforts
        if not efforts:
            return
        first, last = efforts[0].began, efforts[-1].began
        steps = max(1, self.size.width // _TICK - 1) if last > first else 0
        shown = [first + (last - first) * n / max(1, steps) for n in range(steps + 1)]
        self.plt.xticks([_day(began) for began in shown], [f"{began:%d %b %y}" for began in shown])


Points = list[tuple[float, float]]


def series(progress: Progress) -> dict[str, Points]:
    """The points of each letter: the day from 1970, and what was done."""
    left, right, alike, both = Points(), Points(), Points(), Points()
    for effort in progress.efforts:
        day = _day(effort.began)
        if effort.both is not None:
            both.append((day, effort.both))
        if effort.left is not None and effort.left == effort.right:
            alike.append((day, effort.left))
            continue
        left += [] if effort.left is None else [(day, effort.left)]
        right += [] if effort.right is None else [(day, effort.right)]
    return {LEFT: left, RIGHT: right, ALIKE: alike, BOTH: both}


def _day(began: datetime) -> float:
    return began.timestamp() / _DAY
