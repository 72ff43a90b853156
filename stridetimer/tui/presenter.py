"""Puts on the board of the session screen what happens in a session."""

from collections.abc import Callable
from datetime import datetime

from stridetimer.conductor import Clock, Conductor
from stridetimer.core.events import Event, Paused, Refused, Resumed, StepStarted
from stridetimer.core.law import State
from stridetimer.core.view import SessionView
from stridetimer.keys.keymap import Keymap
from stridetimer.tui.face import Face, face_of
from stridetimer.tui.finish_time import FinishTime
from stridetimer.tui.flash import Flash
from stridetimer.tui.marks import left_out_of
from stridetimer.tui.notice import SECONDS, News, Notice
from stridetimer.tui.outward import Outward
from stridetimer.tui.widgets.board import Board

BELL_SECONDS = 0.15
"""How long the band is reversed when the bell rings, in real seconds."""
FLASH_SECONDS = 0.25
"""How long the whole screen lights up as a step begins, in real seconds."""


class Presenter:
    """Shows the session of ``conductor`` on ``board`` and, by ``outward``, beside it.

    ``clock`` is the conductor's; ``wall`` tells the time of day, ``keymap`` the keys that are
    written on the board. With ``flash`` the board lights up as a step begins.
    """

    def __init__(
        self,
        conductor: Conductor,
        board: Board,
        *,
        clock: Clock,
        wall: Callable[[], datetime],
        keymap: Callable[[], Keymap],
        outward: Outward,
        flash: bool,
    ) -> None:
        self.outward = outward
        self._conductor = conductor
        self._board = board
        self._clock = clock
        self._keymap = keymap
        self._flash = flash
        self._finish = FinishTime(wall)
        self._bell_flash = Flash("-flashing", BELL_SECONDS)
        self._step_flash = Flash("-changing", FLASH_SECONDS)
        self._notice = Notice()
        self._news = News(conductor, outward)

    @property
    def due(self) -> tuple[float | None, ...]:
        """The instants of the clock at which what is seen changes by itself."""
        return (
            self._conductor.next_second_at(),
            self._notice.until,
            self._bell_flash.until,
            self._step_flash.until,
            self.outward.due,
        )

    @property
    def says(self) -> str:
        """What is said at the moment."""
        return self._notice.text

    def say(self, text: str, seconds: float = SECONDS) -> None:
        """Say something for so many real seconds."""
        self._notice.say(text, self._clock() + seconds)

    def take(self, events: list[Event]) -> None:
        """Light up and say what there is to say about ``events``."""
        now = self._clock()
        if any(map(self._conductor.wants_bell, events)):
            # Many terminals leave the bell silent that stands in for a cue, so it is seen, too.
            self._board.app.bell()
            self._bell_flash.light(self._board.band, now)
        for event in events:
            self._hear(event, now)
        if any(isinstance(event, StepStarted) for event in events):
            view = self._conductor.view()
            self._board.left_out = left_out_of(
                self._conductor.session.results, view.step.index, view.dropped
            )
        if self._conductor.session.state is not State.LEADING_IN:
            # News would stand where a countdown says what it is for; they can wait for its end.
            self._news.tell(self._notice, now)
        self._notice.fade(now)
        for flash in (self._bell_flash, self._step_flash):
            flash.put_out(now)

    def _hear(self, event: Event, now: float) -> None:
        match event:
            case Refused(message=message):
                self._notice.say(message, now + SECONDS)
            case StepStarted():
                self._notice.forget()
                if self._flash:
                    self._step_flash.light(self._board, now)
            case Paused() | Resumed():
                self._notice.forget()

    def dress(self) -> None:
        """Have the board look for this moment before its parts are there, and drawn."""
        self._board.dress(self._face(self._conductor.view()))

    def show(self) -> None:
        """Draw this moment."""
        view = self._conductor.view()
        self.outward.show(view)
        self._board.notice = self._notice.text
        self._board.face = self._face(view)

    def _face(self, view: SessionView) -> Face:
        running = view.state is State.RUNNING
        left = self._conductor.real(view.session_remaining)
        return face_of(
            view,
            ends=self._finish.after(left) if running else "",
            away=self._conductor.away,
            sound=self._sound(),
            keymap=self._keymap(),
        )

    def _sound(self) -> str:
        if self._conductor.muted:
            return "muted"
        return "bell" if self._conductor.sound.rings_bell else ""
