"""Sessions that are said in one line."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import understood

from stridetimer.cli.main import run
from stridetimer.cli.quick import said
from stridetimer.cli.records import begin
from stridetimer.core.plan import make_plan
from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    First,
    Open,
    Reps,
    Rest,
    Sides,
    Timed,
    Work,
)
from stridetimer.routines.quick import intervals, quick
from stridetimer.routines.reader import read
from stridetimer.routines.spoken import QuickError
from stridetimer.routines.writer import written

RUN = ["--plain", "--speed", "100000", "--mute"]


def reps(count: int, upper: int | None = None, *beats: tuple[str, float]) -> Reps:
    return Reps(count, upper or count, tuple(Beat(*beat) for beat in beats), 3.0)


def only(text: str) -> Exercise:
    (item,) = quick(text).items
    assert isinstance(item, Exercise)
    return item


def test_sets_repetitions_rests_lengths_and_sides_are_said_in_a_line() -> None:
    squats, plank = quick("3x15 squats / 60s rest, 2x40s plank each side").items
    assert squats == Exercise("Squats", reps(15), id="Squats", sets=3, rest=60.0)
    assert plank == Exercise("Plank", Timed(40.0, hold=True), id="Plank", sets=2, sides=Sides.EACH)


@pytest.mark.parametrize(
    ("text", "sets", "work", "name"),
    [
        ("15 squats", 1, reps(15), "Squats"),
        ("3 x 15 squats", 3, reps(15), "Squats"),
        ("3\u00d715-20 squats", 3, reps(15, 20), "Squats"),
        ("3 sets of 15 squats", 3, reps(15), "Squats"),
        ("3 sets x 15 reps of squats", 3, reps(15), "Squats"),
        ("40s squats", 1, Timed(40.0, hold=False), "Squats"),
        ("1:30 jog", 1, Timed(90.0, hold=False), "Jog"),
        ("1m 30s wall sit", 1, Timed(90.0, hold=True), "Wall sit"),
        ("2x1.5m of plank", 2, Timed(90.0, hold=True), "Plank"),
        ("10 min run", 1, Timed(600.0, hold=False), "Run"),
        ("3x max push-ups", 3, Open(), "Push-ups"),
        ("AMRAP burpees", 1, Open(), "Burpees"),
        ("3x12 heel raises @ 3s", 3, reps(12, None, ("", 3.0)), "Heel raises"),
        ("12 heel raises @ up 1s down slowly 3s", 1,
         reps(12, None, ("up", 1.0), ("down slowly", 3.0)), "Heel raises"),
        ("2x40s side plank left", 2, Timed(40.0, hold=True), "Side plank left"),
        ("20 mountain climbers", 1, reps(20), "Mountain climbers"),
    ],
)  # fmt: skip
def test_what_is_to_be_done(text: str, sets: int, work: Work, name: str) -> None:
    found = only(text)
    assert (found.sets, found.work, found.name) == (sets, work, name)


@pytest.mark.parametrize(
    ("end", "sides", "first"),
    [
        ("", Sides.BOTH, First.LEFT),
        ("each side", Sides.EACH, First.LEFT),
        ("per leg", Sides.EACH, First.LEFT),
        ("Each Arm right first", Sides.EACH, First.RIGHT),
        ("right first", Sides.EACH, First.RIGHT),
        ("alternating", Sides.ALTERNATING, First.LEFT),
        ("alternating legs", Sides.ALTERNATING, First.LEFT),
        ("per leg @ 2s", Sides.EACH, First.LEFT),
        ("@ 2s per leg", Sides.EACH, First.LEFT),
    ],
)
def test_the_sides(end: str, sides: Sides, first: First) -> None:
    found = only(f"3x10 lunges {end}")
    assert (found.name, found.sides, found.first) == ("Lunges", sides, first)


@pytest.mark.parametrize(
    ("end", "rest", "switch", "between"),
    [
        ("/ 45s", 45.0, 5.0, None),
        ("/45", 45.0, 5.0, None),
        ("/ rest 1m30s", 90.0, 5.0, None),
        ("/ no rest", 0.0, 5.0, None),
        ("/ 45s rest / 10s switch / 2m between", 45.0, 10.0, 120.0),
    ],
)
def test_the_pauses(end: str, rest: float, switch: float, between: float | None) -> None:
    found = only(f"3x10 lunges each side {end}")
    assert (found.rest, found.switch, found.between) == (rest, switch, between)


def test_a_rest_of_its_own_and_lines_of_their_own() -> None:
    items = quick("10 squats; 2 min rest\r\n\n30s plank,").items
    assert [type(item) for item in items] == [Exercise, Rest, Exercise]
    assert items[1] == Rest(120.0)


def test_intervals_are_a_circuit_and_take_names() -> None:
    (plain,) = intervals(20, 10, 8).items
    assert plain == Circuit(
        "Intervals", 8, 10, None, (Exercise("Work", Timed(20, hold=False), id="Work"),)
    )
    plan = make_plan(intervals(20, 10, 3, "squats, push-ups"))
    assert [step.seconds for step in plan.steps] == [10] + [20, 10] * 5 + [20]
    assert plan.routine.name == "Squats and push-ups"


@pytest.mark.parametrize(
    ("said", "rests"),
    [
        ("2 rounds of 1 squat, 1 lunge", [60]),
        ("2 rounds: 1 squat / 15s, 1 lunge / 90", [15, 90, 15]),
        ("2 Rounds, 1 squat; 1 lunge; 2 min rest", [120]),
        ("2 circuits of 1 squat / 9s between\n30s rest\n1 lunge", [30, 60, 30]),
    ],
)
def test_rounds_go_through_all_and_the_last_rest_lies_between_them(
    said: str, rests: list[float]
) -> None:
    plan = make_plan(quick(said))
    names = [step.exercise.name for step in plan.steps if step.is_work]
    assert names == ["Squat", "Lunge"] * 2
    assert [step.seconds for step in plan.steps if not step.is_work][1:] == rests


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("400m run", "m is minutes, and a distance has no place here; write 400 min"),
        ("50m swim", "m is minutes"),
        ("5 km run", "say a distance or a weight behind the name"),
        ("10 kg squats", "say a distance or a weight behind the name"),
        ("10 burpees x 3", "the number of sets comes first: 3x10 burpees"),
        ("40s plank each side x3", "the number of sets comes first: 3x40s plank each side"),
        ("2x10 burpees x 3", "the number of sets comes first, like"),
        ("10 burpees x 3 x 2", "the number of sets comes first, like"),
        ("15 squats, 3 sets", "the number of sets comes right before how much, like 3x15"),
        ("10 squats then 40s plank", "put a comma before the next"),
        ("3x15 squats 3x10 lunges", "put a comma before the next"),
        ("40s on 20s off", "intervals are said like --work 40s --rest 20s"),
        ("40s work, 20s rest x 8", "a rest is said like 60s rest"),
        ("40s work 20s rest x 8", "intervals are said like --work 40s --rest 20s"),
        ("10 squats emom", "say a length, like 10x1m squats / no rest"),
        ("every minute 10 squats", "say a length, like 10x1m squats / no rest"),
        ("two sets of 10 squats", "a number is written in digits"),
        ("a minute of plank", "a number is written in digits"),
        ("5k run", "say a distance or a weight behind the name"),
        ("10kg squats", "say a distance or a weight behind the name"),
        ("10 squats, 3 rounds of 5 lunges", "rounds come first and go through all"),
        ("10 squats, 5 lunges for 3 rounds", "rounds come first and go through all"),
        ("60 rest, 1 squat", "a rest is said like 60s rest"),
        ("60s rest between sets, 1 squat", "a rest is said like 60s rest"),
        ("3x10 squats 60s", "a rest has a / before it"),
        ("10 squats 10 lunges", "put a comma before the next"),
        ("10 squats and 10 lunges", "put a comma before the next"),
        ("40s side plank both sides", "said at the end, like 10 lunges each side"),
    ],
)
def test_what_would_be_read_as_something_else_is_refused(text: str, words: str) -> None:
    with pytest.raises(QuickError, match=re.escape(words)):
        quick(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("10 squats twice", "2x10 squats"),
        ("10 squats three times", "3x10 squats"),
        ("10 squats (3 sets)", "3x10 squats"),
        ("10 squats for 3 sets", "3x10 squats"),
        ("40 s plank 2x", "2x40 s plank"),
        ("10 push-ups per side twice", "2x10 push-ups per side"),
        ("squats 3\u00d715", "3x15 squats"),
        ("squats: 3x12-15", "3x12-15 squats"),
        ("squats 10 reps 3 sets", "3x10 squats"),
        ("squats 3 sets of 15", "3x15 squats"),
        ("squats x 15", "15 squats"),
        ("3 sets squats 15 reps", "3x15 squats"),
        ("plank 40 s x2", "2x40 s plank"),
        ("plank for 1 minute", "1 minute plank"),
        ("2x plank 40s", "2x40s plank"),
        ("pull-ups max", "max pull-ups"),
        ("3x15 squats with 60s rest between sets", "3x15 squats / 60s"),
        ("3x15 squats rest 2 min", "3x15 squats / 2 min"),
    ],
)
def test_what_is_said_in_another_order_is_refused_with_the_words_that_work(
    text: str, words: str
) -> None:
    with pytest.raises(QuickError) as caught:
        quick(text)
    assert caught.value.problem.message.endswith(f": {words}")
    assert quick(words)


def test_times_are_sets_of_one_exercise_and_rounds_of_several() -> None:
    assert quick("3 times 10 squats") == quick("3x10 squats")
    assert quick("3 times: 10 squats, 10 lunges") == quick("3 rounds of 10 squats, 10 lunges")
    assert only("10 times squats").work == reps(10)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("30m yoga", "Yoga"),
        ("400 min ride", "Ride"),
        ("5m walk", "Walk"),
        ("10 min run 5 km", "Run 5 km"),
        ("15 squats 10 kg", "Squats 10 kg"),
        ("15 squats 20 lbs", "Squats 20 lbs"),
        ("20 min zone 2 ride", "Zone 2 ride"),
        ("3x5 pause squats", "Pause squats"),
        ("3x8 rest-pause rows", "Rest-pause rows"),
        ("10 box jumps", "Box jumps"),
    ],
)
def test_numbers_and_words_that_only_look_so_stay_in_the_name(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "there is no exercise in it"),
        ("2m rest", "1:1", "there is no exercise in it"),
        ("squats", "1:1", "how much was expected here"),
        ("3x15 squats, abc", "1:14", "how much was expected here"),
        ("3x15 squats\n 3x squats", "2:5", "how much was expected here"),
        ("3x15", "1:5", "the name of the exercise was expected here, like 3x15 squats"),
        ("plank 40s", "1:1", "how much comes before the name: 40s plank"),
        ("wall sit x 2x1:30", "1:1", "how much comes before the name: 2x1:30 wall sit"),
        ("squats 5 or 3", "1:1", "how much comes before the name, like 3x15 squats"),
        ("3x15 squats / 60s / 30s", "1:21", "there is a rest already"),
        ("5 20s plank", "1:3", "the name of the exercise was expected here"),
        ("0x15 squats", "1:1", "'0' is too few"),
        ("3x0 squats", "1:3", "'0' is too few"),
        ("3x20-15 squats", "1:3", "write 15-20"),
        ("0s plank", "1:1", "is no time at all"),
        ("25h plank", "1:1", "is too long"),
        ("3x15 squats / fast", "1:15", "a rest was expected here, like 60s rest"),
        ("3x15 squats / 10s switch", "1:15", "goes with 'each side' only"),
        ("3x15 squats / rest 5s switch", "1:15", "a rest was expected here"),
        ("1m rest / 5s", "1:11", "a rest has no pause of its own"),
        ("40s plank @ 2s", "1:13", "a tempo goes with repetitions only"),
        ("3x15 squats @", "1:14", "a tempo was expected here"),
        ("3x15 squats @ up 1s slowly", "1:21", "a tempo was expected here"),
        ("3x15 squats @ 1 2", "1:15", "has a name of its own"),
        ("3x15 squats @ up 1s @ 2s", "1:23", "there is a tempo already"),
        ("9999 squats @ up 10m", "1:15", "one set takes longer than 24 h"),
        ("3x15 a\x1b[31m", "1:7", "U+001B is a control character"),
        ("3x15 a\tb", "1:6", "holds a tab"),
        ("1" * 3000, "1:1", "is longer than 2,000 characters"),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(QuickError) as caught:
        quick(text)
    problem = caught.value.problem
    assert f"{problem.line}:{problem.column}" == place
    assert words in problem.message


SETS = st.sampled_from(["", "3x", "2 sets of ", "12 x "])
DOSES = st.sampled_from(["15", "8-12", "40s", "1:30", "2 min", "max", "10 reps of", "0.5m"])
NAMES = st.sampled_from(["squats", "plank", "no", "null", "say: go", "é # 1", "'quoted'", "- dash"])
ENDS = st.sampled_from(["", " each side", " per leg", " alternating", " each arm right first"])
PAUSES = st.sampled_from(["", " / 45s", " / no rest", "/1:30 rest/2m between"])
TEMPOS = st.sampled_from(["", " @ 2s", " @ up 1s down 2.5s"])


@st.composite
def sessions(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        dose = draw(DOSES)
        paced = dose[-1].isdigit() and ":" not in dose
        tempo = draw(TEMPOS) if paced else ""
        parts.append(f"{draw(SETS)}{dose} {draw(NAMES)}{tempo}{draw(ENDS)}{draw(PAUSES)}")
        parts += draw(st.sampled_from([[], ["90s rest"]]))
    return draw(st.sampled_from(["", "5 rounds of ", "1 round: "])) + ", ".join(parts)


@given(sessions())
def test_what_was_said_and_the_file_it_is_kept_as_are_the_same_session(text: str) -> None:
    found = quick(text)
    assert understood(written(found)) == found
    assert make_plan(understood(written(found))).steps == make_plan(found).steps


@given(st.text("3x15 /@,;\n:-.squatreleachside\x1b\u202e", max_size=40))
def test_whatever_is_typed_is_a_session_or_a_mistake_with_a_place(text: str) -> None:
    try:
        found = quick(text)
    except QuickError as error:
        found, shown = None, error.problem.render("quick")
    assert understood(written(found)) == found if found else shown.count("\n") == 2


# -- as a command ----------------------------------------------------------------------------------


def test_it_runs_at_once_and_the_history_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quick", "2x3s", "squats", "/", "2s", "rest", *RUN]) == 0
    assert "2 of 2 sets done" in capsys.readouterr().out
    assert run(["history", "--json"]) == 0
    (session,) = json.loads(capsys.readouterr().out)
    assert (session["routine"], session["name"]) == ("quick", "Squats")
    assert (session["outcome"], len(session["steps"])) == ("completed", 2)


def test_it_is_resumed_without_a_word_of_a_changed_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plan = make_plan(said("5 squats @ 2s, 3s plank", work=None, rest=None, rounds=None))
    performed = begin(plan, "quick", "")
    events = performed.session.start(0.0) + performed.session.advance(14.0)
    performed.recorder.take(events, performed.session.standing)
    performed.recorder.leave()
    performed.recorder.close()
    assert run(["resume", *RUN]) == 0
    captured = capsys.readouterr()
    assert "changed" not in captured.err
    assert "2 of 2 sets done" in captured.out


def test_it_is_kept_as_a_file_and_never_over_another(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quick", "3x2s squats / 1s", "--save", "my-legs", *RUN]) == 0
    path = home / "routines" / "my-legs.yaml"
    captured = capsys.readouterr()
    assert captured.err == f"stridetimer: kept as {path}\n"
    text = path.read_text()
    assert text.startswith("# yaml-language-server: $schema=./routine.schema.json\n")
    assert "# Said to stridetimer quick: 3x2s squats / 1s\n" in text
    reading = read(text, "my-legs.yaml", warn=True)
    assert reading.routine
    assert reading.routine.name == "My legs"
    assert not reading.warnings
    assert run(["quick", "3x2s other", "--save", "my-legs", *RUN]) == 2
    assert "already" in capsys.readouterr().err
    assert path.read_text() == text
    assert run(["history", "--json"]) == 0
    assert [one["routine"] for one in json.loads(capsys.readouterr().out)] == ["my-legs"]


def test_it_can_be_looked_at_as_a_file_only(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quick", "--work", "20", "--rest", "0:10", "--rounds", "4", "--print"]) == 0
    routine = understood(capsys.readouterr().out)
    assert [step.seconds for step in make_plan(routine).steps] == [10, 20, 10, 20, 10, 20, 10, 20]
    assert not home.exists()


def test_what_is_looked_at_and_to_be_kept_is_kept(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quick", "3x15 squats", "--save", "my-legs", "--print"]) == 0
    shown = capsys.readouterr().out
    assert (home / "routines" / "my-legs.yaml").read_text(encoding="utf-8").endswith(shown)
    assert run(["history", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_intervals_are_those_of_tabata_where_no_more_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["quick", "--work", "20", "--events", *RUN[1:]]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["routine"], first["steps"], first["total_seconds"]) == ("quick", 16, 240.0)


def test_a_mistake_is_shown_with_a_caret(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quick", "3x15 squats / fast", *RUN]) == 2
    assert capsys.readouterr().err == (
        "quick:1:15: a rest was expected here, like 60s rest\n3x15 squats / fast\n              ^\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "say what to do"),
        (["--rest", "10"], "go with --work"),
        (["--work", "soon"], "a length is written like 90s"),
        (["--work", "0"], "longer than nothing"),
        (["99999x9 squats", "--plain"], "expands to 199,998 steps"),
        (["3x9 squats", "--plain", "--from", "99"], "there is no step 99"),
        (["3x9 squats", "--save", "a/b"], "can't be called"),
        (["3x9 squats", "--plain", "--events"], "give one"),
    ],
)
def test_what_cannot_be_carried_out_is_one_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quick", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert words in captured.err


def examples_of_the_page() -> list[str]:
    """What the page about them says can be said, in its commands and its table."""
    page = (Path(__file__).parent.parent / "docs" / "quick.md").read_text(encoding="utf-8")
    table = [row.split("|")[1] for row in page.splitlines() if row.startswith("| `")]
    told = [text for cell in table for text in re.findall(r"`([^`]+)`", cell)]
    begin = {"…": "3x15 lunges", "per": "3x15 lunges per", "each": "3x15 lunges each"}
    return [
        " ".join([begin.get(text.split()[0], text.split()[0]), *text.split()[1:]]) for text in told
    ]


@pytest.mark.parametrize("text", examples_of_the_page())
def test_what_the_page_says_can_be_said(text: str) -> None:
    if "switch" in text:
        text = text.replace("lunges", "lunges each leg")
    items = quick(f"{text}, 1 squat").items
    assert all(not isinstance(item, Exercise) or item.name[0].isalpha() for item in items)
    assert len(items) == 2


@pytest.mark.parametrize("words", [["-3x5 squats"], ["-3x5", "squats"], ["--", "-3x5 squats"]])
def test_what_is_less_than_none_is_told_of_the_text_and_not_as_an_option(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quick", *words]) == 2
    error = capsys.readouterr().err
    assert error.startswith("quick:1:1: how much was expected here, like 15, 3x15")
    assert error.splitlines()[1:] == ["-3x5 squats", "^"]


def test_a_mistyped_option_is_none_of_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quick", "--wrok", "20"]) == 2
    said = capsys.readouterr().err
    assert all(part in said for part in ("No such option", "--wrok", "--work"))
