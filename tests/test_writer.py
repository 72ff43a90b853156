"""Routines written down: what is read from it again is the same routine."""

from dataclasses import replace

import pytest
from builders import each, hold, paced, routine
from hypothesis import given
from hypothesis import strategies as st
from strategies import routines
from test_schema import accepted
from texts import understood

from stridetimer.core.routine import Beat, Circuit, Exercise, Item, Reps, Rest, Routine
from stridetimer.routines.writer import length, scalar, written


def named_beats(item: Item) -> Item:
    """Beats of one exercise have different names in a file, and exercises are their own id."""
    if isinstance(item, Circuit):
        return replace(item, items=tuple(map(named_beats, item.items)))
    if isinstance(item, Exercise) and isinstance(item.work, Reps):
        beats = tuple(Beat(f"b{n}", beat.seconds) for n, beat in enumerate(item.work.tempo))
        item = replace(item, work=replace(item.work, tempo=beats))
    return replace(item, id=item.name) if isinstance(item, Exercise) else item


def with_an_exercise(item: Item) -> bool:
    """A circuit of rests only is none."""
    if isinstance(item, Circuit):
        return all(map(with_an_exercise, item.items)) and any(
            not isinstance(inner, Rest) for inner in item.items
        )
    return True


@given(routines().filter(lambda routine: all(map(with_an_exercise, routine.items))))
def test_a_routine_written_down_is_read_as_the_same(drawn: Routine) -> None:
    drawn = replace(drawn, items=tuple(map(named_beats, drawn.items)))
    text = written(drawn, ["A comment: with anything in it"])
    assert understood(text) == drawn
    assert accepted(text)


texts = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]), min_size=1, max_size=20
).map(lambda text: f"{text}x" if text != text.strip() or "\ufeff" in text else text)


@given(texts, st.text("ab \n#:-'\"", max_size=20), st.lists(texts, max_size=2))
def test_whatever_text_it_holds_is_read_as_the_same(name: str, how: str, form: list[str]) -> None:
    name, how = name.strip() or "x", how.strip()
    one = Exercise(name, hold(30), id=name, how=how, form=tuple(one.strip() for one in form))
    drawn = replace(routine(one), name=name, summary=how, tags=tuple(t.strip() for t in form))
    assert understood(written(drawn)) == drawn


def test_it_reads_as_a_person_would_have_written_it() -> None:
    drawn = replace(
        routine(
            each("Calf raise", paced(12), sets=3),
            Rest(180.0),
            Circuit("Finish: hard", 2, 30.0, None, (Exercise("Plank", hold(40)),)),
        ),
        name="Legs",
        summary="One.\n\nTwo.",
        equipment=("a chair", "on"),
        between=90.0,
    )
    assert written(drawn, ["Made for a test."]) == EXAMPLE


EXAMPLE = """\
# Made for a test.
name: Legs
summary: |-
  One.

  Two.
equipment:
  - a chair
  - "on"
defaults: {between: 90s}

exercises:
  - name: Calf raise
    sides: each
    sets: 3
    reps: 12
    tempo: 2s
    rest: 1m
  - rest: 3m
  - circuit: "Finish: hard"
    rounds: 2
    rest: 30s
    exercises:
      - name: Plank
        hold: 40s
"""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0"), (1, "1s"), (0.25, "0.25s"), (60, "1m"), (90, "90s"), (119.5, "119.5s"),
        (120, "2m"), (150, "2m30s"), (3600, "1h"), (5400, "1h30m"), (86400, "24h"),
    ],
)  # fmt: skip
def test_lengths_are_written_as_people_do(seconds: float, text: str) -> None:
    assert length(seconds) == text


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("One-leg sit to stand", "One-leg sit to stand"),
        ("Plank (left)", "Plank (left)"),
        ("on", '"on"'),
        ("null", '"null"'),
        ("90", '"90"'),
        ("1:30", '"1:30"'),
        ("a: b", '"a: b"'),
        ("a, b", '"a, b"'),
        ("- a", '"- a"'),
        ("a #1", '"a #1"'),
        ('say "go"', '"say \\"go\\""'),
        ("Größe", "Größe"),
    ],
)
def test_text_is_in_quotes_where_it_needs_them(text: str, yaml: str) -> None:
    assert scalar(text) == yaml
