"""In which order the library shows its routines."""

from dataclasses import replace

from builders import hold, routine

from stridetimer.core.plan import make_plan
from stridetimer.core.routine import Exercise
from stridetimer.tui.arrangement import Arrangement, Grouping, arranged
from stridetimer.tui.entry import Entry


def entry(title: str) -> Entry:
    plan = make_plan(replace(routine(Exercise("Plank", hold(40))), name=title))
    return Entry(title, "Yours", plan)


def test_accents_and_capitals_move_nothing_and_numbers_count() -> None:
    titles = ["Week 10", "week 9", "Étirement", "Evening", "Ärzte", "Zebra", "Week 9 again", "片脚"]
    rows = arranged(map(entry, titles), Arrangement(Grouping.NONE), {})
    assert [row.entry.title for row in rows if row.entry] == [
        "Ärzte",
        "Étirement",
        "Evening",
        "week 9",
        "Week 9 again",
        "Week 10",
        "Zebra",
        "片脚",
    ]
