"""What the keys do in a session without a screen: the same as on one, as far as there is a line."""

from collections.abc import Callable

from stridetimer.cli.orders import Order
from stridetimer.cli.plain import how, where
from stridetimer.conductor import ASKED, VOLUME_STEP, Clock, Conductor
from stridetimer.core.law import Command
from stridetimer.keys.digits import Digits
from stridetimer.keys.guard import KeyGuard
from stridetimer.keys.keymap import Keymap
from stridetimer.keys.session import LOCK, LOCKED, TEXT
from stridetimer.keys.unlocking import Unlocking


def keys_in_words(keymap: Keymap) -> str:
    """Every key, in one line."""
    return f"Keys: {', '.join(f'{keymap.first(one)} {one.name}' for one in TEXT)}."


class Presses:
    """Takes the keys of ``keymap`` for the session of ``conductor``.

    ``carry_out`` gives the session an order, ``leave`` leaves it, and ``say`` tells the person
    something.
    """

    def __init__(
        self,
        conductor: Conductor,
        keymap: Keymap,
        clock: Clock,
        *,
        carry_out: Callable[[Order], None],
        leave: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        self._conductor = conductor
        self._keymap = keymap
        self._clock = clock
        self._carry_out = carry_out
        self._leave = leave
        self._say = say
        self._guard = KeyGuard(TEXT, clock)
        self._leaving = self._locked = False
        self._unlocking = Unlocking(clock)
        self._digits = Digits()

    def press(self, key: str) -> None:
        """``key`` was pressed, by the name that :mod:`~stridetimer.keys.names` has for it."""
        if self._locked:
            # Nothing but the two keys does anything.
            self._locked = not self._unlocking.press(self._keymap.command(LOCKED, key))
            if not self._locked:
                self._say("Unlocked.")
            return
        if self._digits.take(key):
            return
        command = self._keymap.command(TEXT, key)
        if command and not self._guard.lets(command.action):
            return
        leaving, self._leaving = self._leaving, False
        number = self._digits.spend()
        if command is None:
            return
        if command.action in ASKED:
            self._carry_out(Order(*ASKED[command.action]))
        elif command.id == "session.leave" and leaving:
            self._leave()
        else:
            self._do(command.action, number, self._keymap.first(command))

    def _do(self, action: str, number: int | None, key: str) -> None:
        conductor = self._conductor
        match action:
            case "pause":
                stands = conductor.session.state.stands
                self._carry_out(Order(Command.RESUME if stands else Command.PAUSE))
            case "done":
                self._carry_out(Order(Command.DONE, number))
            case "jump" if number is not None:
                self._carry_out(Order(Command.JUMP, number))
            case "jump":
                self._say(f"Type the number of a step, as the plan counts them, and then {key}.")
            case "leave":
                self._leaving = True
                self._say(f"Leave the session? Press {key} again to leave; any other key stays.")
            case "how":
                self._say(how(conductor.view().step.exercise))
            case "where":
                self._say(where(conductor.view()))
            case "help":
                self._say(keys_in_words(self._keymap))
            case "mute":
                conductor.muted = not conductor.muted
            case "louder" | "quieter":
                conductor.volume += VOLUME_STEP if action == "louder" else -VOLUME_STEP
            case LOCK.action:
                self._locked = True
                first, second = map(self._keymap.first, LOCKED)
                self._say(f"Locked: {first}, then {second}, unlocks.")
