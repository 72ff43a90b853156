"""``stridetimer quick``: what it is given."""

import re
from typing import TYPE_CHECKING, Any

import click

from stridetimer.cli.options import Whole, first_step, session_options

if TYPE_CHECKING:
    from stridetimer.cli.way import Way

_LESS_THAN_NONE = re.compile(r"-[0-9.]")


class Length(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions
    """A length of time, as in a routine file."""

    name = "length"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Seconds."""
        from stridetimer.core.lengths import parse_length

        try:
            return value if isinstance(value, float) else parse_length(value)
        except ValueError as error:
            self.fail(f"{value!r}: {error}", param, ctx)


class _Said(click.Command):
    """Takes ``-3x5`` for text, of which the mistake is told, and not for options of one letter."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A blank in front is nothing to the text, and to click no option begins with one."""
        said = [f" {word}" if _LESS_THAN_NONE.match(word) else word for word in args]
        return super().parse_args(ctx, said)


@click.command(cls=_Said)
@click.argument("text", nargs=-1)
@click.option("--work", type=Length(), help="Intervals of this length; TEXT then names them.")
@click.option("--rest", type=Length(), help="The rest between intervals; 10s if not said.")
@click.option("--rounds", type=Whole(1, 10_000), help="How many; 8 if not said.")
@click.option("--save", metavar="NAME", help="Keep it as a routine of this name, too.")
@click.option(
    "--print", "only_print", is_flag=True, help="Show it as a routine file, and run nothing."
)
@session_options
@first_step
def quick(
    text: tuple[str, ...],
    *,
    work: float | None,
    rest: float | None,
    rounds: int | None,
    save: str | None,
    only_print: bool,
    first: int,
    way: "Way",
) -> int:
    """Go through a session that is said here, without a file.

    \b
    stridetimer quick "3x15 squats / 60s rest, 2x40s plank each side"
    stridetimer quick --work 20s --rest 10s --rounds 8
    """
    from stridetimer.cli.quick import quick_session, said

    words = " ".join(text).strip()
    if work is None and (rest is not None or rounds is not None):
        raise click.UsageError("--rest and --rounds go with --work")
    if work is None and not words:
        raise click.UsageError('say what to do, like "3x15 squats / 60s rest", or give --work')
    routine = said(words, work=work, rest=rest, rounds=rounds)
    return quick_session(routine, words, way, save=save, only_print=only_print, first=first)
