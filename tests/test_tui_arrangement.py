"""In which order the library shows its routines."""

from dataclasses import replace

from builders import hold, routine

from stridetimer.core.plan import make_plan
from stridetimer.core.routine import Exercise
from stridetimer.tui.arrangement import Arrangement, Grouping, arranged, place_among
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


def test_when_what_is_looked_at_goes_away_its_neighbour_is_looked_at() -> None:
    mine, *shipped = entry("Mine"), entry("Basics"), entry("Hops"), entry("Tabata")
    other = [replace(one, origin="Shipped") for one in shipped]

    def looked_at(before: list[Entry], at: int, now: list[Entry]) -> str:
        rows = arranged(now, Arrangement(), {})
        row = rows[place_among(rows, arranged(before, Arrangement(), {}), at)]
        assert row.entry
        return row.entry.title

    # The heading above it goes away as well, and so does the other, which then has none beside it.
    assert looked_at([mine, *other], 1, other) == "Basics"
    assert looked_at([mine, *other], 4, [mine, other[0], other[2]]) == "Tabata"
    assert looked_at([mine, *other], 5, [mine, *other[:2]]) == "Hops"
    assert looked_at([mine, *other], 4, [replace(other[1], origin="Mine"), other[2]]) == "Hops"
    assert looked_at([mine, *other], 5, [entry("Another")]) == "Another"
    assert place_among([], arranged(other, Arrangement(), {}), 1) == -1
