"""The session screen: one screen for all phases of a session."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key

from stridetimer.conductor import ASKED, VOLUME_STEP, Clock, Conductor
from stridetimer.core.events import Event, Paused, Resumed, SessionFinished, StepStarted
from stridetimer.core.law import Command, State
from stridetimer.keys.burst import IGNORED
from stridetimer.keys.digits import Digits
from stridetimer.keys.guard import KeyGuard
from stridetimer.keys.session import DONE, SESSION
from stridetimer.phrases import RESUME, go_on_command
from stridetimer.tui.above import Above
from stridetimer.tui.alarm import Alarm
from stridetimer.tui.bindings import bindings
from stridetimer.tui.editing import EditWanted
from stridetimer.tui.keyed import keymap_of
from stridetimer.tui.notice import SECONDS
from stridetimer.tui.outward import Outward
from stridetimer.tui.presenter import Presenter
from stridetimer.tui.screens.help import HelpScreen
from stridetimer.tui.sized import SizedScreen
from stridetimer.tui.sparing import SparingCompositor
from stridetimer.tui.widgets.board import Board
from stridetimer.tui.widgets.footer import Footer
from stridetimer.tui.widgets.strip import SessionStrip

VOLUME_SECONDS = 1.5
"""How long the volume stays to be read, in real seconds."""


class SessionScreen(SizedScreen[SessionFinished]):
    """Leads a person through the session of ``conductor``, and gives back how it finished.

    It wakes at the instants the conductor names and when the shown second changes, and at no
    others. ``routine`` is what a person types to run the routine; ``clock`` is the conductor's;
    ``wall`` tells the time of day. With ``flash`` the screen lights up as a step begins.
    """

    CSS_PATH = "session.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SESSION)]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own declaration
        (0, "-line"),
        (2, "-tiny"),
        (5, "-small"),
        (8, "-short"),
        (13, "-low"),
        (20, "-normal"),
        (34, "-tall"),
        (40, "-high"),
        (54, "-huge"),
    ]

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own declaration
        (0, "-thin"),
        (34, "-slim"),
        (120, "-wide"),
    ]

    def __init__(
        self,
        conductor: Conductor,
        routine: str,
        *,
        clock: Clock,
        wall: Callable[[], datetime] = datetime.now,
        flash: bool = False,
        outward: Outward | None = None,
    ) -> None:
        super().__init__()
        self._compositor = SparingCompositor()
        self.conductor = conductor
        self._routine = routine
        self._board = Board(conductor.session.plan)
        self._presenter = Presenter(
            conductor,
            self._board,
            clock=clock,
            wall=wall,
            keymap=lambda: keymap_of(self),
            outward=outward or Outward(),
            flash=flash,
        )
        self._guard = KeyGuard(SESSION, clock)
        self._digits = Digits()
        """How many repetitions are to be recorded, as long as that is to be read."""
        self.alarm = Alarm(clock, lambda: self.call_next(self.wake))
        """All that has it look again by itself."""
        self._above = Above(self, conductor, clock, lambda: self.go_on_command)
        self.over: Callable[[SessionFinished], object] = self.dismiss
        """Is told how it finished: a screen that lies over another gives that back, and goes."""

    def compose(self) -> ComposeResult:
        """What is seen, and the keys."""
        self._presenter.dress()
        yield self._board
        yield Footer()

    def on_mount(self) -> None:
        """Begin, and stand still whenever the program is put aside."""
        # Later would be too late: the program is stopped as soon as this has been said.
        self.app.app_suspend_signal.subscribe(self, lambda _: self.put_aside(), immediate=True)
        self.app.app_resume_signal.subscribe(self, lambda _: self.wake())
        self._take(self.conductor.start())

    def on_unmount(self) -> None:
        """Ring no more."""
        self.alarm.stop()

    # -- what happens ----------------------------------------------------------------------

    def wake(self) -> None:
        """Let happen what is due, and show it."""
        # An alarm that rings while the screen is being taken down finds nothing to show it on; and
        # under a summary, which it may lie under to the end, nothing more is due.
        if self._board in self.children and not self.conductor.session.state.over:
            self._take(self.conductor.tick())

    @property
    def entered_at(self) -> float:
        """When enter was pressed, if no other key was since."""
        return self._guard.pressed_at("done")

    @property
    def go_on_command(self) -> str:
        """What to type to resume here another time."""
        if self.conductor.recorded or not self._routine:
            return RESUME
        return go_on_command(self._routine, self.conductor.view().step.index)

    def put_aside(self) -> None:
        """Pause, because the program is about to be stopped."""
        if self.conductor.session.state is State.RUNNING:
            self._take(self.conductor.do(Command.PAUSE))
        self._presenter.outward.lend()

    def _take(self, events: list[Event]) -> None:
        """Tell the person what happened, and look again when something changes."""
        self._presenter.take(events)
        for event in events:
            self._follow(event)
        if not self._presenter.says:
            self._digits.forget()
        if events and isinstance(events[-1], SessionFinished):
            self.alarm.stop()
            self._above.clear()
            self.over(events[-1])
            return
        self._presenter.show()
        self.alarm.set(self.conductor.wake_at(), *self._presenter.due)

    def _follow(self, event: Event) -> None:
        """Let what is typed, the footer and the screens that lie above go with the session."""
        match event:
            case StepStarted():
                self._digits.forget()
                self._above.went_on(event.step.index)
            case Paused() | Resumed():
                self._digits.forget()
                self.refresh_bindings()

    # -- what the keys do ------------------------------------------------------------------

    def _ask(self, action: str) -> None:
        """Ask of the session what the key always does."""
        self._do(action, *ASKED[action])

    def _do(self, action: str, command: Command, value: float | None = None) -> None:
        if self._guard.lets(action):
            self._take(self.conductor.do(command, value))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One key pauses and resumes: the footer says which of the two it does now."""
        stands = self.conductor.session.state.stands
        return {"pause": not stands, "resume": stands}.get(action, True)

    def possible(self, action: str) -> bool:
        """Whether ``action`` would do anything now, for the palette to offer it."""
        asked = {**ASKED, "done": (Command.DONE, None)}
        return action not in asked or self.conductor.session.why_not(*asked[action]) is None

    def action_pause(self) -> None:
        """Pause."""
        self._do("pause", Command.PAUSE)

    def action_resume(self) -> None:
        """Resume."""
        self._do("pause", Command.RESUME)

    def on_paste(self) -> None:
        """Say that nothing was done."""
        self._presenter.say(IGNORED)
        self.wake()

    def on_key(self, event: Key) -> None:
        """Digits before enter say how many repetitions were done."""
        if self.conductor.view().step.is_work and self._digits.take(event.character or ""):
            done = keymap_of(self).first(DONE)
            self._presenter.say(f"{self._digits.typed} reps: {done} ends the set")
            self.wake()

    def action_done(self) -> None:
        """End the set as done, with the repetitions that were typed."""
        self._do("done", Command.DONE, self._digits.spend())

    def action_next(self) -> None:
        """End the step."""
        self._ask("next")

    def action_back(self) -> None:
        """Start the step again, or the one before."""
        self._ask("back")

    def action_skip_set(self) -> None:
        """Leave out the rest of the set."""
        self._ask("skip_set")

    def action_skip_exercise(self) -> None:
        """Leave out the rest of the exercise."""
        self._ask("skip_exercise")

    def action_longer(self) -> None:
        """Ten seconds more."""
        self._ask("longer")

    def action_shorter(self) -> None:
        """Ten seconds less."""
        self._ask("shorter")

    def action_mute(self) -> None:
        """Turn the sound off or on."""
        if self._guard.lets("mute"):
            self.conductor.muted = not self.conductor.muted
            self._presenter.show()

    def action_how(self) -> None:
        """Show how the exercise that is done, or comes next, is done."""
        self._above.show_how()

    def action_edit(self) -> None:
        """Edit the routine; the session stands meanwhile, and then goes on as it was."""
        self._edit(here=False)

    def action_edit_here(self) -> None:
        """Edit the routine in the editor of our own."""
        self._edit(here=True)

    def _edit(self, *, here: bool) -> None:
        if not self._routine:
            self._presenter.say("There is no file to edit: this was said in one line.", SECONDS)
            self._take([])
            return
        if self.conductor.session.state is not State.PAUSED:
            self._take(self.conductor.do(Command.PAUSE))
        self.post_message(EditWanted(self._routine, self._edited, here=here))

    def _edited(self, words: str, changed: bool) -> None:
        counts = "; what you changed counts from the next" if changed else ""
        self._presenter.say(words or f"This session goes on as it was{counts}.", 2 * SECONDS)
        self._take([])

    def action_louder(self) -> None:
        """Cues a step louder."""
        self._set_volume(self.conductor.volume + VOLUME_STEP)

    def action_quieter(self) -> None:
        """Cues a step quieter."""
        self._set_volume(self.conductor.volume - VOLUME_STEP)

    def _set_volume(self, percent: int) -> None:
        self.conductor.volume = percent
        self._presenter.say(f"volume {self.conductor.volume} %", VOLUME_SECONDS)
        self._take([])

    def action_jump(self) -> None:
        """Show the list of all steps."""
        self._above.choose_step(self._go_to)

    def on_session_strip_picked(self, event: SessionStrip.Picked) -> None:
        """A click on the picture goes nowhere yet: it shows the step in the list."""
        self._above.choose_step(self._go_to, event.step)

    def _go_to(self, step: int) -> None:
        self._take(self.conductor.do(Command.JUMP, step))

    def action_lock(self) -> None:
        """Let no key do anything but unlock."""
        self._above.lock()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen("The session", SESSION))

    def action_leave(self) -> None:
        """Ask; until the answer is yes the session goes on."""
        if self._guard.lets("leave"):
            self._above.ask_to_leave(self.leave)

    def leave(self) -> None:
        """Leave the session where it is, to go on another time."""
        self._take(self.conductor.leave())
