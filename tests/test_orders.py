"""Commands as they are typed."""

import pytest

from stridetimer.cli.orders import Nonsense, Order, order_of
from stridetimer.core.law import Command


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("pause\n", Order(Command.PAUSE)),
        ("  skip-set ", Order(Command.SKIP_SET)),
        ("done", Order(Command.DONE)),
        ("done 12", Order(Command.DONE, 12)),
        ("jump 0", Order(Command.JUMP, 0)),
        ("jump 12", Order(Command.JUMP, 12)),
        ("add 10", Order(Command.ADD, 10)),
        ("add -10", Order(Command.ADD, -10)),
        ("add 2.5", Order(Command.ADD, 2.5)),
        ("", None),
        ("   \n", None),
    ],
)
def test_a_line_is_a_command(line: str, order: Order | None) -> None:
    assert order_of(line) == order


@pytest.mark.parametrize("line", ["dance", "pause now", "PAUSE", "next 3", "\x00"])
def test_anything_else_is_answered_with_the_commands_there_are(line: str) -> None:
    answer = order_of(line)
    assert isinstance(answer, Nonsense)
    assert "there are pause, resume, next" in answer.message
    assert answer.message.isprintable()


@pytest.mark.parametrize("line", ["done many", "done -3", "done 12345678", "done 1 2"])
def test_done_without_a_sound_number_is_told_what_it_takes(line: str) -> None:
    assert order_of(line) == Nonsense(
        line, "done takes a number of repetitions or nothing, like: done 12"
    )


@pytest.mark.parametrize("line", ["jump", "jump -1", "jump 1.5", "jump 1 2", "jump 12345678"])
def test_jump_without_the_number_of_a_step_is_told_what_it_takes(line: str) -> None:
    assert order_of(line) == Nonsense(
        line, "jump takes the number of a step of the plan, like: jump 12"
    )


@pytest.mark.parametrize("line", ["add", "add ten", "add 1 2"])
def test_add_without_a_sound_number_is_told_what_it_takes(line: str) -> None:
    assert order_of(line) == Nonsense(
        line, "add takes a number of seconds, like: add 10, or: add -10"
    )
