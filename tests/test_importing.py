"""Routines from the files of other programs, and files that are none."""

import copy
import json
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from builders import line
from hypothesis import given
from hypothesis import strategies as st
from strategies import COSTLY
from texts import understood

from stridetimer.cli.main import run
from stridetimer.core.plan import Plan, make_plan
from stridetimer.importing.importer import BadFileError
from stridetimer.importing.registry import IMPORTERS, imported
from stridetimer.routines.characters import UNREADABLE
from stridetimer.routines.reader import read
from stridetimer.routines.writer import written

# Made for these tests, in the forms that the programs write.
JAWT = {
    "title": "Evening legs",
    "sets": [
        {
            "repetitions": 2,
            "id": "0d9a2c9e-4a54-4d5e-9c1c-0a4ad1c7a001",
            "exercises": [
                {"name": "Lunges", "id": "0d9a2c9e-4a54-4d5e-9c1c-0a4ad1c7a002", "duration": 30},
                {"name": "Pause", "id": "0d9a2c9e-4a54-4d5e-9c1c-0a4ad1c7a003", "duration": 15},
            ],
        },
        {
            "repetitions": 1,
            "id": "0d9a2c9e-4a54-4d5e-9c1c-0a4ad1c7a004",
            "exercises": [
                {"name": "Stretch", "id": "0d9a2c9e-4a54-4d5e-9c1c-0a4ad1c7a005", "duration": 60}
            ],
        },
    ],
    "version": 2,
    "position": 0,
}

HIITIMER = """\
# My preset
exercises:
\tBurpees
\tPlank: on the elbows

exercise_time: 20

rest_time: 5

reps: 2"""

OPENHIIT: dict[str, Any] = {
    "id": "6f8a1c60-1111-11ee-9c1c-0a4ad1c7a001",
    "name": "Park",
    "timerIndex": 0,
    "totalTime": 170,
    "intervals": 11,
    "activeIntervals": 3,
    "activities": ["Squats", "Push-ups"],
    "showMinutes": 0,
    "color": 4280391411,
    "timeSettings": {
        "id": "a",
        "timerId": "b",
        "workTime": 20,
        "restTime": 10,
        "breakTime": 30,
        "warmupTime": 60,
        "cooldownTime": 40,
        "getReadyTime": 5,
        "restarts": 1,
    },
    "soundSettings": {"id": "c", "timerId": "b", "workSound": "short-whistle", "restSound": "none"},
}


def backup(*workouts: object) -> bytes:
    return json.dumps({"workouts": workouts}, separators=(",", ":")).encode()


def plan_of(content: bytes) -> Plan:
    """The plan of the only routine in a file, as the file that is written of it has it."""
    _, (only,), _ = imported(content, "A title")
    text = written(only.routine, [])
    assert understood(text) == only.routine
    return make_plan(only.routine)


def lost(content: bytes) -> tuple[str, ...]:
    _, (only,), _ = imported(content, "A title")
    return only.lost


def test_a_workout_of_just_another_workout_timer_keeps_every_second() -> None:
    plan = plan_of(backup(JAWT))
    assert [line(step) for step in plan.steps] == [
        "0:00 prepare Lunges 1/1 (Set 1 1/2) 10",
        "0:10 work    Lunges 1/1 (Set 1 1/2) 30",
        "0:40 rest    Lunges 1/1 (Set 1 2/2) 15",
        "0:55 work    Lunges 1/1 (Set 1 2/2) 30",
        "1:25 rest    Stretch 1/1 15",
        "1:40 work    Stretch 1/1 60",
    ]
    assert plan.routine.name == "Evening legs"


def test_a_shared_workout_stands_alone_and_says_the_same() -> None:
    assert plan_of(json.dumps(JAWT).encode()) == plan_of(backup(JAWT))


def test_a_backup_holds_several() -> None:
    importer, routines, left_out = imported(backup(JAWT, {**JAWT, "title": "Other"}), "A title")
    assert not left_out
    assert importer.program == "Just Another Workout Timer"
    assert [one.routine.name for one in routines] == ["Evening legs", "Other"]


def test_the_export_of_that_app_is_latin_and_is_read_so() -> None:
    content = json.dumps({"workouts": [{**JAWT, "title": "Übung"}]}, ensure_ascii=False)
    assert plan_of(content.encode("latin-1")).routine.name == "Übung"
    assert lost(content.encode("latin-1")) == (
        "letters beyond Latin-1, which the file itself has lost",
    )
    assert lost(content.encode()) == ()


def jawt(*exercises: dict[str, object], repetitions: object = 1, title: object = "A") -> bytes:
    return backup({"title": title, "sets": [{"repetitions": repetitions, "exercises": exercises}]})


SQUATS: dict[str, object] = {"name": "Squats", "duration": 30}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (jawt(SQUATS, {"name": "Nothing", "duration": 0}), "Nothing, which takes no time"),
        (jawt(SQUATS, {"name": "Rest", "duration": 9}),
         "the rest at the end, as nothing follows it"),
        (jawt({"name": "Squ\x1b[31mats", "duration": 9}),
         "characters in a name that cannot be shown"),
        (jawt({"name": "x" * 500, "duration": 9}), "what a name has beyond 200 characters"),
        (jawt({"name": 30, "duration": 9}), "a name that is no text"),
        (backup({"title": "A", "sets": [
            {"repetitions": 1, "exercises": []}, {"repetitions": 1, "exercises": [SQUATS]}
        ]}), "Set 1, in which there is nothing to do"),
    ],
)  # fmt: skip
def test_what_cannot_be_carried_over_is_said(content: bytes, said: str) -> None:
    assert lost(content) == (said,)
    assert plan_of(content).steps


@pytest.mark.parametrize("rest", ["Rest", "Pause", "Odpoczynek", "休息"])
def test_a_rest_is_known_in_every_language_of_that_app(rest: str) -> None:
    plan = plan_of(jawt(SQUATS, {"name": rest, "duration": 9}, SQUATS))
    assert [step.seconds for step in plan.steps] == [10, 30, 9, 30]


def test_a_set_of_rests_is_one_rest() -> None:
    rests = {"repetitions": 3, "exercises": [{"name": "Rest", "duration": 5}]}
    squats = {"repetitions": 1, "exercises": [SQUATS]}
    plan = plan_of(backup({"title": "A", "sets": [squats, rests, squats]}))
    assert [step.seconds for step in plan.steps] == [10, 30, 15, 30]


def test_a_preset_of_hiitimer_rests_between_all_and_after_none() -> None:
    plan = plan_of(HIITIMER.encode())
    assert [step.seconds for step in plan.steps] == [10, 20, 5, 20, 5, 20, 5, 20]
    assert plan.steps[3].exercise.name == "Plank: on the elbows"
    assert plan.routine.name == "A title"
    assert lost(HIITIMER.encode()) == ()


def test_a_line_that_hiitimer_does_not_know_is_said() -> None:
    assert lost(b"colour: red\n" + HIITIMER.encode()) == (
        "the line 'colour: red', which hiitimer does not know",
    )


def test_a_timer_of_openhiit_keeps_every_second() -> None:
    content = json.dumps([OPENHIIT]).encode()
    plan = plan_of(content)
    names = [(step.exercise.name, step.seconds) for step in plan.steps if step.is_work]
    work = [("Squats", 20), ("Push-ups", 20), ("Work 3", 20)]
    assert names == [("Warm-up", 60), *work, *work, ("Cool-down", 40)]
    rests = [step.seconds for step in plan.steps if not step.is_work]
    assert rests == [5, 10, 10, 10, 30, 10, 10]
    assert lost(content) == ("its choice of sounds",)


def test_intervals_of_openhiit_that_have_no_name_among_others_have_a_number() -> None:
    timer = {**OPENHIIT, "activities": ["", "Squats", " "], "activeIntervals": 4}
    plan = plan_of(json.dumps([timer]).encode())
    names = [step.exercise.name for step in plan.steps if step.is_work][1:5]
    assert names == ["Work 1", "Squats", "Work 3", "Work 4"]


@pytest.mark.parametrize("activities", [{}, {"activities": ["", ""]}])
def test_intervals_of_openhiit_without_names_are_rounds_of_work(
    activities: dict[str, list[str]],
) -> None:
    settings = {"workTime": 20, "restTime": 10, "restarts": 1}
    timer = {"name": "T", "activeIntervals": 2, "timeSettings": settings, **activities}
    plan = plan_of(json.dumps([timer]).encode())
    assert {step.exercise.name for step in plan.steps} == {"Work"}
    assert [step.seconds for step in plan.steps] == [20, 10, 20, 10, 20, 10, 20]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no file of a program that is known here"),
        (b"name: A\nexercises: [{name: B, hold: 3}]\n", "no file of a program"),
        (b"\x00\xff" * 50, "no file of a program"),
        (b"[[1]]", "no file of a program"),
        (b"{", "begins like JSON and breaks off on line 1"),
        (b"[" * 100_000, "is nested beyond reason"),
        (b'{"workouts": ' + b"9" * 5000 + b"}", "begins like JSON"),
        (b'{"workouts": {}}', "workouts is not a list"),
        (b'{"workouts": []}', "there is no workout in it"),
        (b'{"workouts": [3]}', "a workout is not an object"),
        (b'{"workouts": [{"title": "A"}]}', "sets of 'A' is not a list"),
        (backup(*[JAWT] * 201), "more than 200 workouts"),
        (jawt(), "there is no exercise in 'A'"),
        (jawt({"name": "Rest", "duration": 9}), "there is no exercise in 'A'"),
        (jawt({"name": "B", "duration": -1}), "duration of exercise 1 in set 1 of 'A' is not betw"),
        (jawt({"name": "B", "duration": "30"}), "is not a whole number"),
        (jawt({"name": "B", "duration": True}), "is not a whole number"),
        (jawt({"name": "B", "duration": 1e300}), "is not between 0 and 86,400"),
        (jawt(SQUATS, repetitions=10**9), "is not between 0 and 100,000"),
        (jawt(SQUATS, repetitions=float("nan")), "is not a whole number"),
        (b"exercises:\n a\nexercise_time: 3\nreps: 3", "'rest_time' is missing"),
        (b"exercises:\nexercise_time: 3\nreps: 3\nrest_time: 1", "there are no exercises in it"),
        (b"exercises:\n a\nexercise_time: x\nreps: 3", "'exercise_time' is not a whole number"),
        (b"exercises:\n a\nexercise_time: 0\nreps: 3\nrest_time: 1", "'exercise_time' is 0"),
        (b'[{"timeSettings": []}]', "timeSettings of 'A title' is not an object"),
        (b'[{"timeSettings": {"workTime": 20}}]', "there is no work in 'A title'"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(BadFileError) as caught:
        imported(content, "A title")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


# Told no characters, ``st.text`` tries to encode every one there is: seconds in a fresh copy.
NO_SURROGATES = st.characters(exclude_categories=["Cs"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 99) | st.text(NO_SURROGATES, max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["title", "sets", "repetitions", "exercises", "name", "duration", "workouts",
                 "timeSettings", "activeIntervals", "activities", "workTime", "restarts"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)  # fmt: skip


@COSTLY
@given(JSON)
def test_any_json_is_a_routine_or_refused(data: object) -> None:
    for content in (data, {"workouts": data}, {"workouts": [data]}, [{"timeSettings": data}]):
        try:
            _, routines, _ = imported(json.dumps(content).encode(), "A title")
        except BadFileError:
            continue
        for one in routines:
            assert understood(written(one.routine)) == one.routine


ODD: list[Any] = [
    None, True, 0, -1, 1.5, 1e999, float("nan"), 10**30, "", " ", "30", "Rest", "\x00", "\x1b[31m",
    "\ud800", "\u202e", "\u2028", "a" * 500, "x\ny", "null", "<<", "*a", "# c", "- x", '"', "{",
    "| ", ": ", "\u3000", "\u200b", "\x85", [], {}, [[]], [{}], [None], ["Squats"] * 50,
]  # fmt: skip
"""What no program writes, and somebody may."""


def places_in(value: Any) -> list[tuple[Any, Any]]:
    """Every list and object in ``value`` with each of its keys."""
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
    inner = [place for _, one in pairs if isinstance(one, dict | list) for place in places_in(one)]
    return [(value, key) for key, _ in pairs] + inner


@COSTLY
@given(st.sampled_from([JAWT, {"workouts": [JAWT, JAWT]}, [OPENHIIT, OPENHIIT]]), st.data())
def test_a_real_file_with_something_odd_in_it_is_a_routine_or_refused_in_a_sentence(
    sample: Any, data: st.DataObject
) -> None:
    changed = json.loads(json.dumps(sample))
    for _ in range(data.draw(st.integers(1, 3))):
        if places := places_in(changed):
            owner, key = data.draw(st.sampled_from(places))
            owner[key] = copy.deepcopy(data.draw(st.sampled_from(ODD)))
    look_at(json.dumps(changed).encode())


@COSTLY
@given(st.integers(0, len(HIITIMER)), st.integers(0, 9), st.sampled_from(ODD).map(str))
def test_a_preset_with_something_odd_in_it_is_a_routine_or_refused_in_a_sentence(
    start: int, length: int, odd: str
) -> None:
    changed = HIITIMER[:start] + odd + HIITIMER[start + length :]
    look_at(changed.encode("utf-8", "surrogatepass"))


def look_at(content: bytes) -> None:
    """See that it can be imported, or that it is said why not."""
    try:
        _, routines, left_out = imported(content, "A title")
    except BadFileError as error:
        routines, left_out = [], [error]
    for reason in left_out:
        assert "\n" not in str(reason)
        assert not UNREADABLE.search(str(reason))
    for one in routines:
        assert not UNREADABLE.search("".join(one.lost))
        assert understood(written(one.routine)) == one.routine


def test_each_importer_knows_its_own_files_only() -> None:
    files = [backup(JAWT), json.dumps([OPENHIIT]).encode(), HIITIMER.encode()]
    assert [imported(content, "A")[0] for content in files] == list(IMPORTERS)


# -- as a command ----------------------------------------------------------------------------------


def test_a_routine_is_written_that_tells_where_it_came_from(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Evening legs.json"
    file.write_bytes(jawt(SQUATS, {"name": "Rest", "duration": 9}, title="Evening: legs"))
    assert run(["import", str(file)]) == 0
    path = home / "routines" / "evening-legs.yaml"
    captured = capsys.readouterr()
    assert captured.out.splitlines()[0] == str(path)
    assert captured.err == (
        "Evening: legs: not carried over: the rest at the end, as nothing follows it\n"
    )
    text = path.read_text(encoding="utf-8")
    assert "# Imported from Just Another Workout Timer: Evening legs.json\n" in text
    assert "# Not carried over: the rest at the end" in text
    reading = read(text, "a.yaml", warn=True)
    assert reading.routine
    assert not reading.warnings
    assert (home / "routines" / "routine.schema.json").exists()
    assert run(["import", str(file)]) == 2
    assert f"already: {path}; --name NAME keeps this one beside it" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == text
    assert run(["import", str(file), "--name", "other"]) == 0
    assert (home / "routines" / "other.yaml").exists()


def test_a_workout_that_makes_no_sense_keeps_no_other_from_being_imported(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Backup.json"
    empty = {"title": "Workout", "sets": [{"repetitions": 1, "exercises": []}]}
    file.write_bytes(backup(empty, JAWT))
    assert run(["import", str(file)]) == 0
    assert capsys.readouterr().err == f"{file}: left out: there is no exercise in 'Workout'\n"
    assert [path.stem for path in (home / "routines").glob("*.yaml")] == ["evening-legs"]


def test_several_routines_are_several_files_of_different_names(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Backup.json"
    titles = ("Evening legs", "Evening legs", "日本", "../!", "Con", "\U0001d54f" * 90, "e\u0301 a")
    file.write_bytes(backup(*({**JAWT, "title": title} for title in titles)))
    assert run(["import", str(file)]) == 0
    written_files = sorted(path.name for path in (home / "routines").glob("*.yaml"))
    assert written_files == [
        "con-imported.yaml",
        "evening-legs-2.yaml",
        "evening-legs.yaml",
        "imported.yaml",
        "\u00e9-a.yaml",
        "日本.yaml",
        "\U0001d54f" * 50 + ".yaml",
    ]
    capsys.readouterr()
    assert run(["import", str(file), "--name", "one"]) == 2
    assert "--name is for one" in capsys.readouterr().err


def test_one_that_is_there_already_keeps_nobody_from_hearing_what_the_others_lost(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "taken.yaml").touch()
    file = tmp_path / "Backup.json"
    ends_in_rest = {"sets": [{"exercises": [SQUATS, {"name": "Rest", "duration": 9}]}]}
    titles = ("Taken", "New")
    file.write_bytes(backup(*({**ends_in_rest, "title": title} for title in titles)))
    assert run(["import", str(file)]) == 2
    lost, refused = capsys.readouterr().err.splitlines()
    assert lost == "New: not carried over: the rest at the end, as nothing follows it"
    assert "already" in refused


def test_a_file_comes_from_standard_input_too(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(HIITIMER.encode())))
    assert run(["import", "-"]) == 0
    path = home / "routines" / "imported.yaml"
    assert capsys.readouterr().out.splitlines()[0] == str(path)
    assert "# Imported from hiitimer: standard input\n" in path.read_text()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"[]")))
    assert run(["import", "-"]) == 2
    assert "can't import standard input: it is no file" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", None)
    assert run(["import", "-"]) == 2
    assert capsys.readouterr().err == "stridetimer: can't read standard input: it is closed\n"


def test_it_can_be_looked_at_only(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "preset.hiit"
    file.write_text(HIITIMER)
    assert run(["import", str(file), "--print"]) == 0
    assert understood(capsys.readouterr().out).name == "Preset"
    assert not home.exists()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("https://example.org/a.json", "nothing is ever fetched"),
        ("nowhere.json", "can't read nowhere.json: no such file"),
        (".", "it is a folder"),
        ("huge.json", "can't import huge.json: it is larger than 1 MiB"),
        ("odd\x1b.json", "can't read odd\\x1b.json"),
        ("long.json", "can't import long.json: the routine expands to"),
    ],
)
def test_what_cannot_be_imported_is_one_line(
    file: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "huge.json").write_bytes(b" " * (2 * 1024 * 1024))
    (tmp_path / "long.json").write_bytes(jawt(SQUATS, SQUATS, repetitions=100_000))
    assert run(["import", file]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert words in captured.err
