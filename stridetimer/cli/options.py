"""What several commands are given, and what each of it may be."""

from collections.abc import Callable
from functools import wraps
from math import isfinite
from typing import Any

import click
from click.shell_completion import CompletionItem

from stridetimer.cli.status import status_option
from stridetimer.sound.names import CHOICES

Command = Callable[..., int]


class RoutineName(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions
    """A routine by name or path; completes the names there are."""

    name = "routine"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Names of routines, and paths."""
        from stridetimer.routines.locate import available

        names = (entry.name for entry in available())
        items = [CompletionItem(name) for name in names if name.startswith(incomplete)]
        return items or [CompletionItem(incomplete, type="file")]


class Speed(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions
    """How many times faster than the clock."""

    name = "number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """A number from 0.1 to 100,000."""
        try:
            speed = float(value)
        except ValueError:
            speed = float("nan")
        if not isfinite(speed) or not 0.1 <= speed <= 100_000:
            self.fail(f"{value!r} is not a number from 0.1 to 100000", param, ctx)
        return speed


class Whole(click.IntRange):
    """A whole number within bounds, which a refusal says in words."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:  # as click has it
        """The number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            bounds = (
                f"of {self.min} or more" if self.max is None else f"from {self.min} to {self.max}"
            )
            self.fail(f"{str(value)!r} is not a whole number {bounds}", param, ctx)


def session_options(command: Command) -> Command:
    """The options of a command that goes through a session; it gets what they say as ``way``."""

    @wraps(command)
    def on_its_way(**given: Any) -> int:
        # Here, because most commands go through none.
        from dataclasses import fields

        from stridetimer.cli.way import Way

        way = Way(**{field.name: given.pop(field.name) for field in fields(Way)})
        if way.plain and way.events:
            raise click.UsageError("--plain and --events are two ways of saying it: give one")
        return command(**given, way=way)

    for option in reversed(_SESSION):
        on_its_way = option(on_its_way)
    return on_its_way


_SESSION = (
    click.option("--plain", is_flag=True, help="No screen: one line of text per event."),
    click.option("--events", is_flag=True, help="No screen: one JSON object per event."),
    click.option("--speed", type=Speed(), default=1.0, help="So many times faster, for rehearsal."),
    click.option("--mute", is_flag=True, help="No sound."),
    click.option("--audio", type=click.Choice(CHOICES), help="What plays the cues; see sounds."),
    status_option,
)

first_step = click.option(
    "--from",
    "first",
    type=Whole(min=0),
    default=0,
    metavar="N",
    help="Start at step N of the plan.",
)
"""The option of a command that begins a session."""
