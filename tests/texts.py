"""Routine files as text, and what the reader makes of them."""

from textwrap import dedent

from stridetimer.core.routine import Exercise, Item, Routine
from stridetimer.routines.reader import read

WHOLE_EXAMPLE = """\
# yaml-language-server: $schema=./routine.schema.json
name: Basic strength for runners
summary: Four one-leg and core exercises in about half an hour.
source: "Article: Basic strength exercises for running"
equipment: [a chair, a step]
cautions:
  - Injured or limited? Ask a doctor or physiotherapist first.
tags: [strength, stage-one]
recovery: 36h            # advice when started again sooner; never a lock
prepare: 10s             # get ready, before the first exercise
defaults:                # every exercise may override each of these
  sets: 3
  rest: 2m               # between the sets of one exercise
  between: 2m            # before the next exercise
  switch: 5s             # between the two sides of one set
exercises:
  - name: One-leg sit to stand
    sides: each          # each | alternating | both (the default)
    reps: 15
    tempo: {stand up: 2s, sit down slowly: 3s}
    form:
      - Pelvis level, knee in line with the middle of the foot.
    easier: [A higher seat, A cushion on the chair]
    harder: [A lower seat, Hold a dumbbell]
  - name: Toe taps
    sides: alternating   # one set serves both legs, rep by rep
    reps: 20
    tempo: 2s
  - name: Wall press
    sides: each
    sets: 1
    hold: 5m
  - name: Step hop
    sides: each
    work: 1m
    rest: 60s
  - name: One-leg balance
    sides: each
    open: true           # as long as you can; counts up until you end it
  - circuit: Finisher    # items repeated in order, `rounds` times; circuits may hold circuits
    rounds: 2
    rest: 60s            # between rounds
    exercises:
      - {name: Squat, work: 40s}
      - {rest: 20s}      # a rest of its own, where one is wanted
      - {name: Plank, hold: 40s}
"""


def problems(text: str | bytes) -> list[str]:
    """What is wrong in a file, each as ``LINE:COLUMN message``."""
    reading = read(text if isinstance(text, bytes) else dedent(text), "routine.yaml")
    assert (reading.routine is None) == bool(reading.problems), "either a routine or problems"
    return [f"{found.line}:{found.column} {found.message}" for found in reading.problems]


def understood(text: str | bytes) -> Routine:
    """The routine in a file in which nothing is wrong."""
    reading = read(text if isinstance(text, bytes) else dedent(text), "routine.yaml")
    assert reading.routine is not None, reading.report()
    return reading.routine


def item(fields: str, *, head: str = "") -> Item:
    """The only item of a routine, from its fields as ``{name: …}``."""
    (only,) = understood(f"name: A routine\n{head}\nexercises: [{fields}]\n").items
    return only


def exercise(fields: str, *, head: str = "") -> Exercise:
    """The only exercise of a routine, from all its fields but the name."""
    only = item(f"{{name: Squat, {fields}}}", head=head)
    assert isinstance(only, Exercise)
    return only


def exercise_problems(fields: str) -> list[str]:
    """What is wrong with an exercise, without the places."""
    found = problems(f"name: A routine\nexercises: [{{name: Squat, {fields}}}]\n")
    return [problem.split(" ", 1)[1] for problem in found]
