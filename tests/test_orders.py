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
        ("add 10", Order(Command.ADD, 10)),
        ("add -10", Order(Command.ADD, -10)),
        ("add 2.5", Order(Command.ADD, 2.5)),
        ("", None),
        ("   \n", None),
    ],
)
def test_a_line_is_a_command(line: str, order: Order | None) -> None:
    assert order_of(line) == order


@pytest.mark.parametrize(
    "line",
    [
        "dance",
        "pause now",
        "done many",
        "done -3",
        "done 12345678",
        "add",
        "add ten",
        "PAUSE",
        "\x00",
    ],
)
def test_anything_else_is_answered_with_the_commands_there_are(line: str) -> None:
    answer = order_of(line)
    assert isinstance(answer, Nonsense)
    assert "there are pause, resume, next" in answer.message
    assert answer.message.isprintable()
