"""The routine file: every field that may be written, what it takes, and what it means.

Declared once. It validates, it is the JSON Schema that editors read (a field's description is
what they show), and its field tables are what messages about unknown names draw on. Rules that
span fields stand in tables beside the fields; pydantic leaves them out as soon as one field is
wrong, so :mod:`~stridetimer.routines.rules` checks them, and the schema states them too.
"""

import os
from collections.abc import Container
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag
from pydantic.config import JsonDict

from stridetimer.routines.fields import (
    Aim,
    First,
    Flag,
    Format,
    Length,
    LengthOrZero,
    Line,
    Lines,
    Link,
    Order,
    Paragraphs,
    Recovery,
    RepRange,
    Sets,
    Sides,
    Sounds,
    Tempo,
    Yes,
)

# With the first model pydantic looks for plugins among all that is installed, which takes as long
# as building the models. There is nothing for a plugin to do here.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

WORK = ("reps", "hold", "work", "open")
"""The kinds of work; an exercise has exactly one."""

NEEDS = {"tempo": "reps", "aim": "open"}
"""Fields that say nothing without another."""

EXERCISE, CIRCUIT, REST = "exercise", "circuit", "rest"


def kind_of(names: Container[str]) -> str:
    """Which kind of item has fields of these names, as far as anybody can tell."""
    works = any(kind in names for kind in WORK)
    if "circuit" in names or "exercises" in names or ("rounds" in names and not works):
        return CIRCUIT
    if "rest" in names and "name" not in names and not works:
        return REST
    return EXERCISE


def _kind_of_item(item: object) -> str:
    return kind_of(item) if isinstance(item, dict) else EXERCISE


def _work_rules(schema: JsonDict) -> None:
    schema["oneOf"] = [{"required": [kind]} for kind in WORK]
    schema["dependentRequired"] = {name: [other] for name, other in NEEDS.items()}


_ENABLED = "false: stays in the file and is left out of the session."


class _Fields(BaseModel):
    # Built once, with the routine that holds them all, and not each by itself before.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Shared(_Fields):
    """What an exercise can say for itself, and a circuit or `defaults` for several."""

    sets: Sets | None = Field(
        None, description="How many sets; 1 where nothing is said. Left and right make one set."
    )
    sides: Sides | None = Field(
        None,
        description=(
            "How the two sides are used. `each`: a set is done on one side, then on the other, "
            "each for the full length. `alternating`: one set serves both, repetition by "
            "repetition. `both` (the default): there are no sides to speak of."
        ),
    )
    between: LengthOrZero | None = Field(
        None,
        description=(
            "The rest after this exercise, before the next one. Where nothing is said it is as "
            "long as the exercise's `rest`. 0: straight on."
        ),
    )
    switch: LengthOrZero | None = Field(
        None, description="The time to change sides within a set; 5s where nothing is said."
    )
    order: Order | None = Field(
        None,
        description=(
            "The order of sets with `sides: each`. `by-set` (the default): left, right, rest, "
            "left, right … `by-side`: every set of one side, then every set of the other."
        ),
    )
    first: First | None = Field(
        None,
        description=(
            "The side that begins: `left` (the default), `right`, or `other`: the one that did "
            "not begin last time."
        ),
    )
    pace: Length | None = Field(
        None,
        description=(
            "How long a repetition at one's own pace is reckoned to take, for estimates; 3s "
            "where nothing is said."
        ),
    )
    wait: Flag | None = Field(
        None,
        description=(
            "true: after each rest, wait until the person says go. The end of the rest is "
            "still heard, and the time over it is counted up."
        ),
    )


class Defaults(Shared):
    """What holds for every exercise of the routine that says nothing else itself."""

    rest: LengthOrZero | None = Field(
        None,
        description=(
            "The rest between the sets of one exercise, and between the rounds of a circuit; "
            "60s where nothing is said."
        ),
    )
    between: LengthOrZero | None = Field(
        None,
        description=(
            "The rest between two exercises. Where nothing is said it is as long as the `rest` "
            "of the one that ended. Within a circuit it does not hold: there they follow at once."
        ),
    )


class Exercise(Shared):
    """A movement with its dose: a name and exactly one of `reps`, `hold`, `work` and `open`."""

    model_config = ConfigDict(json_schema_extra=_work_rules)

    name: Line = Field(description="What the exercise is called.")
    id: Line | None = Field(
        None,
        description=(
            "What the history knows the exercise by. Set one to be free to change the name "
            "later; where there is none, the name serves. No two exercises can share one."
        ),
    )
    reps: RepRange | None = Field(
        None,
        description=(
            "Repetitions, `15` or a range `15-20`: the set is reckoned to the lower number, and "
            "the person may go on to the upper. Without `tempo` at one's own pace."
        ),
    )
    tempo: Tempo | None = Field(
        None,
        description=(
            "Every repetition is cued at this pace: one length (`2s`), or named beats in order "
            "(`{stand up: 2s, sit down: 3s}`). Goes with `reps`."
        ),
    )
    hold: Length | None = Field(None, description="A position to hold for this long.")
    work: Length | None = Field(None, description="Movement to be kept up for this long.")
    open: Yes | None = Field(
        None,
        description="true: as long, or as many, as one can; counts up until the person ends it.",
    )
    aim: Aim | None = Field(
        None,
        description=(
            "What `open` work aims at: a length (`5m`) or repetitions (`15`). Reaching it is "
            "announced and ends nothing."
        ),
    )
    rest: LengthOrZero | None = Field(
        None, description="The rest between the sets; 60s where nothing is said."
    )
    form: Lines | None = Field(
        None, description="Short reminders of good form, shown while working."
    )
    how: Paragraphs | None = Field(
        None, description="How the exercise is done, in as many lines as it takes."
    )
    easier: Lines | None = Field(None, description="Ways to make it easier.")
    harder: Lines | None = Field(None, description="Ways to make it harder.")
    link: Link | None = Field(None, description="A web page about the exercise.")
    enabled: Flag = Field(True, description=_ENABLED)


class Rest(_Fields):
    """A rest as an item of its own, in place of the `between` there."""

    rest: LengthOrZero = Field(description="How long. 0: straight on.")
    enabled: Flag = Field(True, description=_ENABLED)


class Circuit(Shared):
    """Items done in order, `rounds` times; circuits may hold circuits.

    What it says of sets, sides and the like holds for its exercises where they say nothing.
    """

    circuit: Line = Field(description="What the circuit is called.")
    exercises: "Items" = Field(description="What is done in each round, in order.")
    rounds: Sets = Field(1, description="How many times; once where nothing is said.")
    rest: LengthOrZero | None = Field(
        None,
        description="The rest between the rounds; that of `defaults`, or 60s, if nothing is said.",
    )
    between: LengthOrZero | None = Field(
        None,
        description="The rest between its exercises. Where nothing is said they follow at once.",
    )
    enabled: Flag = Field(True, description=_ENABLED)


Item = Annotated[
    Annotated[Exercise, Tag(EXERCISE)]
    | Annotated[Circuit, Tag(CIRCUIT)]
    | Annotated[Rest, Tag(REST)],
    Discriminator(_kind_of_item),
]
Items = Annotated[list[Item], Field(min_length=1)]


class RoutineFile(_Fields):
    """A routine: exercises in order, with what a timer has to know about them."""

    name: Line = Field(description="What the routine is called.")
    exercises: Items = Field(
        description="What is done, in order: exercises, circuits, and rests of their own."
    )
    summary: Paragraphs | None = Field(None, description="What it is, in a sentence or two.")
    source: Line | None = Field(None, description="Where it comes from.")
    equipment: Lines | None = Field(None, description="What one needs for it.")
    cautions: Lines | None = Field(None, description="What to know before starting.")
    tags: Lines | None = Field(None, description="Words to find it by.")
    recovery: Recovery | None = Field(
        None,
        description=(
            "How long to wait before doing it again. Advice given when it is started sooner, "
            "never a lock."
        ),
    )
    prepare: LengthOrZero | None = Field(
        None, description="The time to get ready before the first exercise; 10s if not said."
    )
    after: Line | None = Field(
        None, description="The routine to master first: the name of its file without `.yaml`."
    )
    defaults: Defaults | None = Field(
        None, description="What holds for every exercise that says nothing else itself."
    )
    sounds: Sounds | None = Field(
        None,
        description=(
            "Your own sounds for this routine, by the name of the sound: WAV, FLAC, OGG or MP3 "
            "files. A path that is not absolute begins at the folder of the routine."
        ),
    )
    format: Format | None = Field(None, description="The version of this format: 1.")


RoutineFile.model_rebuild()
