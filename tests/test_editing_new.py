"""New routine files: what they may be called, what is in them, and that nothing is overwritten."""

import os
from pathlib import Path

import pytest

from stridetimer import files
from stridetimer.cli.main import run
from stridetimer.core.plan import make_plan
from stridetimer.editing.making import make_routine
from stridetimer.editing.names import BadNameError, file_stem, title_of
from stridetimer.editing.template import TEMPLATES, template
from stridetimer.routines.locate import find
from stridetimer.routines.published import SCHEMA, SCHEMA_LINE
from stridetimer.routines.reader import read, read_file
from stridetimer.routines.renaming import renamed


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_template_is_a_session_without_problems(kind: str) -> None:
    text = template(kind)
    reading = read(text, kind)
    assert reading.routine, reading.report()
    minutes = make_plan(reading.routine).total_seconds / 60
    assert 5 < minutes < 40
    assert text.startswith(SCHEMA_LINE)
    assert text.count("#") > 5, "it teaches by its comments"
    assert max(map(len, text.splitlines())) <= 72, "no line of it is broken in 80 columns"


def test_every_kind_of_work_and_use_of_sides_is_in_some_template() -> None:
    text = "".join(map(template, TEMPLATES))
    for said in ("reps: 15-20", "tempo: {", "hold:", "work:", "open: true", "aim:", "circuit:"):
        assert said in text
    for side in ("sides: each", "sides: alternating", "first: other", "order: by-side"):
        assert side in text


@pytest.mark.parametrize("name", ["tuesday-legs", "Über 1", "脚", "a.b", "x.yaml", " padded "])
def test_a_new_routine_is_found_by_its_name(home: Path, name: str) -> None:
    path = make_routine(name, template("tabata"))
    assert path.parent == home / "routines"
    found = find(path.stem)
    assert found.path == path
    routine = read_file(path).routine
    assert routine
    assert routine.name == title_of(path.stem)
    assert (path.parent / SCHEMA).is_file()


BAD_NAMES = (
    *("", " ", "..", "../up", "a/b", "a\\b", ".hidden", "-x", "a:b", "a*", "what?", "end."),
    *("CON", "nul.yaml", "com1.x", "LPT¹", "a\x1bb", "a\nb", "x" * 201, "\ud800"),
)


@pytest.mark.parametrize("name", BAD_NAMES, ids=repr)
def test_a_name_that_would_not_work_everywhere_is_refused(name: str, home: Path) -> None:
    with pytest.raises(BadNameError) as refused:
        make_routine(name, template("tabata"))
    assert "\n" not in str(refused.value)
    assert "\x1b" not in str(refused.value)
    assert not home.exists()


def test_one_name_is_one_file_however_its_letters_are_composed() -> None:
    assert (
        file_stem("U\N{COMBINING DIAERESIS}ben") == "\N{LATIN CAPITAL LETTER U WITH DIAERESIS}ben"
    )


def test_nothing_is_ever_overwritten(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "mine"]) == 0
    path = home / "routines" / "mine.yaml"
    path.write_text("my own work")
    assert run(["new", "mine", "--template", "holds"]) == 2
    assert capsys.readouterr().err == f"stridetimer: there is a routine of yours already: {path}\n"
    assert path.read_text() == "my own work"
    assert {file.name for file in path.parent.iterdir()} == {"mine.yaml", SCHEMA}


def test_a_file_with_the_other_ending_would_be_hidden_so_it_counts_too(home: Path) -> None:
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "mine.yml").write_text("my own work")
    assert run(["new", "mine"]) == 2
    assert not (home / "routines" / "mine.yaml").exists()


def test_it_says_where_the_file_is_and_what_comes_next(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "leg day"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        str(home / "routines" / "leg day.yaml"),
        "Edit it:  stridetimer edit 'leg day'",
        "Run it:   stridetimer run 'leg day'",
    ]


def test_one_that_takes_the_place_of_a_shipped_one_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = "From now on tabata is this one, and not the one that came with the program.\n"
    assert run(["new", "tabata", "--from", "tabata"]) == 0
    assert said in capsys.readouterr().out
    find("tabata").path.unlink()
    arguments = ["--plain", "--speed", "100000", "--mute"]
    assert run(["quick", "1s hop", "--save", "tabata", *arguments]) == 0
    assert said in capsys.readouterr().err


def test_one_that_another_folder_hides_is_named_by_its_path(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.yaml").write_text(template("tabata"))
    monkeypatch.setenv("STRIDETIMER_ROUTINES", str(tmp_path))
    assert run(["new", "mine"]) == 0
    assert f"stridetimer edit {home / 'routines' / 'mine.yaml'}" in capsys.readouterr().out


def test_a_copy_keeps_every_comment_and_has_its_own_name(home: Path) -> None:
    assert run(["new", "my-tabata", "--from", "tabata"]) == 0
    copy = (home / "routines" / "my-tabata.yaml").read_text(encoding="utf-8")
    original = find("tabata").path.read_text(encoding="utf-8")
    assert copy == f"{SCHEMA_LINE}\n" + original.replace("name: Tabata\n", "name: My tabata\n", 1)


def test_a_routine_with_problems_is_not_copied(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("name: x\n")
    assert run(["new", "mine", "--from", str(broken)]) == 2
    assert f"{broken}:1:1: the routine has no 'exercises'" in capsys.readouterr().err
    assert not home.exists()


def test_two_beginnings_are_one_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "x", "--from", "tabata", "--template", "holds"]) == 2
    assert "give one" in capsys.readouterr().err


EXERCISES = "exercises: [{name: Squat, work: 40s}]"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (f"name: Old # why\n{EXERCISES}\n", f"name: New # why\n{EXERCISES}\n"),
        (f"{EXERCISES}\r\nname: 'Old'\r\n", f"{EXERCISES}\r\nname: New\r\n"),
        (f"{{name: Old, {EXERCISES}}}", f"{{name: New, {EXERCISES}}}"),
        (f"name: >-\n  Old\n  one\n{EXERCISES}\n", f"name: New\n{EXERCISES}\n"),
        (f"name: &n Old\nsummary: *n\n{EXERCISES}", f"name: &n New\nsummary: *n\n{EXERCISES}"),
        (f"summary: &n Old\nname: *n\n{EXERCISES}", f"summary: &n Old\nname: New\n{EXERCISES}"),
        (f"# ü 🏃 name: x\nname: Old\n{EXERCISES}", f"# ü 🏃 name: x\nname: New\n{EXERCISES}"),
    ],
)
def test_of_a_renamed_routine_the_name_alone_is_changed(text: str, after: str) -> None:
    assert renamed(text, "New") == after


@pytest.mark.parametrize(
    "name",
    ["Legs: the long one", "[Left]", '"x"', "# 1", "a, b", "*", "- x", "yes", "1:30", "é\\n"],
)
def test_any_name_reads_back_as_it_was_given(name: str) -> None:
    routine = read(renamed(f"name: Old\n{EXERCISES}", name), "x").routine
    assert routine
    assert routine.name == name


@pytest.mark.parametrize("name", ["Null", "On", "2024-01-01", "1e3"])
def test_a_name_that_other_programs_take_for_something_else_is_quoted(name: str) -> None:
    assert renamed(f"name: Old\n{EXERCISES}", name) == f'name: "{name}"\n{EXERCISES}'


def test_a_file_system_without_hard_links_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    files.write_new(tmp_path / "x", b"one")
    with pytest.raises(FileExistsError):
        files.write_new(tmp_path / "x", b"two")
    assert (tmp_path / "x").read_bytes() == b"one"
    assert [file.name for file in tmp_path.iterdir()] == ["x"]
