"""A session without a screen: events out as lines, commands in as lines or keys."""

import time
from collections.abc import Callable
from queue import Empty

from stridetimer.cli.failure import Exit
from stridetimer.cli.inputs import Ended, Input, Inputs, Key, Pasted, Signal
from stridetimer.cli.orders import Nonsense, Order
from stridetimer.cli.pressing import Presses
from stridetimer.conductor import Clock, Conductor
from stridetimer.core.events import Ending, Event, Paused, Reason, Refused, SessionFinished
from stridetimer.core.law import Command, State
from stridetimer.glance import status
from stridetimer.keys.burst import IGNORED
from stridetimer.keys.keymap import DEFAULT, Keymap
from stridetimer.phrases import RESUME, to_go_on
from stridetimer.statusfile import StatusFile

Tell = Callable[[Event], None]


class SampledClock:
    """A clock that stands still between two looks at it.

    So everything that is known in one wake-up happens at one instant: what was piped in before
    the start happens at the start, however fast the session runs.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._now = clock()

    def __call__(self) -> float:
        """The instant of the last look."""
        return self._now

    def look(self) -> None:
        """Let it be now."""
        self._now = self._clock()

    def until(self, instant: float) -> float:
        """The real seconds until ``instant``, which may be over already."""
        return max(0.0, instant - self._clock())


class Live:
    """Leads a person, or a script, through the session of ``conductor``.

    ``clock`` is the conductor's; ``tell`` gets every event as it happens, ``say`` what else there
    is to say to a person. ``file`` is kept saying where the session stands.
    """

    def __init__(
        self,
        conductor: Conductor,
        inputs: Inputs,
        tell: Tell,
        say: Callable[[str], None],
        clock: SampledClock,
        file: StatusFile | None = None,
        keymap: Keymap = DEFAULT,
    ) -> None:
        self._file = file
        self._conductor = conductor
        self._inputs = inputs
        self._tell = tell
        self._say = say
        self._clock = clock
        self._presses = Presses(
            conductor, keymap, clock, carry_out=self._carry_out, leave=self._leave, say=say
        )
        self._alone = False
        self._exit: int = Exit.DONE

    def follow(self) -> int:
        """Go through the session to its end.

        Returns:
            The exit code.
        """
        self._report(self._conductor.start())
        while not self._conductor.session.state.over:
            if (given := self._wait()) is not None:
                self._take(given)
            self._report(self._conductor.tick())
        return self._exit

    def _wait(self) -> Input | None:
        """What comes next from outside; None when something in the session is due first."""
        try:
            return self._inputs.get_nowait()
        except Empty:
            due = self._due()
        try:
            return self._inputs.get(timeout=None if due is None else self._clock.until(due))
        except Empty:
            return None
        finally:
            self._clock.look()

    def _due(self) -> float | None:
        """When something happens by itself, or there is something to be shown in the file."""
        due = self._conductor.wake_at()
        if self._file is None:
            return due
        self._file.show(status(self._conductor.view()))
        instants = (due, self._conductor.next_second_at())
        return min((instant for instant in instants if instant is not None), default=None)

    def _take(self, given: Input) -> None:
        match given:
            case Order():
                self._carry_out(given)
            case Key(name=name):
                self._presses.press(name)
            case Pasted():
                self._say(IGNORED)
            case Nonsense(message=message):
                view = self._conductor.view()
                self._tell(Refused(view.session_elapsed, 0.0, given.line.strip(), message))
            case Signal(number=number):
                self._report(self._conductor.leave())
                self._exit = 128 + number
            case Ended():
                self._alone = True
                self._carry_out(Order(Command.LEAVE_ALONE))
                if self._conductor.session.state is State.PAUSED:
                    self._carry_out(Order(Command.RESUME))

    def _leave(self) -> None:
        self._report(self._conductor.leave())
        if self._conductor.recorded:
            self._say(to_go_on(RESUME))

    def _carry_out(self, order: Order) -> None:
        self._report(self._conductor.do(order.command, order.value))

    def _report(self, events: list[Event]) -> None:
        for event in events:
            self._tell(event)
            if isinstance(event, SessionFinished) and event.outcome is Ending.STOPPED:
                self._exit = Exit.CUT_SHORT
            if self._alone and isinstance(event, Paused) and event.reason is Reason.SUSPEND:
                # Nobody is there to say that it may go on.
                self._carry_out(Order(Command.RESUME))
