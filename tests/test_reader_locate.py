"""Where routines are looked for, and what is said when there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stridetimer import places
from stridetimer.routines.locate import NoSuchRoutineError, Origin, available, find

TEXT = "name: A\nexercises: [{name: B, hold: 3}]\n"
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")


@pytest.fixture
def mine(home: Path) -> Path:
    """The person's own folder of routines."""
    folder = home / "routines"
    folder.mkdir(parents=True)
    return folder


def put(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(TEXT, encoding="utf-8")


def own() -> list[tuple[str, str]]:
    """Names and origins of what is found besides the shipped routines."""
    return [(found.name, found.origin) for found in available() if found.origin != Origin.SHIPPED]


def test_the_shipped_routines_are_found_without_anything_being_set_up() -> None:
    assert {"basic-strength", "stage-one", "stage-two"} <= {found.name for found in available()}
    assert find("stage-one").origin is Origin.SHIPPED
    assert find("stage-one").path.parent == places.shipped("routines")


def test_the_environment_comes_before_the_own_folder_and_that_before_the_shipped(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    put(first, "x.yaml")
    put(second, "x.yaml", "y.yaml")
    put(mine, "x.yaml", "y.yaml", "z.yaml", "tabata.yaml")
    folders = ["", str(first), str(tmp_path / "none"), str(second)]
    monkeypatch.setenv("STRIDETIMER_ROUTINES", os.pathsep.join(folders))
    assert find("x").path == first / "x.yaml"
    assert find("y").path == second / "y.yaml"
    assert find("z").path == mine / "z.yaml"
    assert own() == [
        ("tabata", Origin.USER),
        ("x", Origin.ENVIRONMENT),
        ("y", Origin.ENVIRONMENT),
        ("z", Origin.USER),
    ]


def test_both_endings_are_known_and_the_longer_one_is_preferred(mine: Path) -> None:
    put(mine, "a.yml", "b.yml", "b.yaml", "c.txt", ".hidden.yaml", "noending")
    assert own() == [("a", Origin.USER), ("b", Origin.USER)]
    assert find("b").path.name == "b.yaml"


@pytest.mark.parametrize("path", ["./x.yaml", "x.yaml", "sub/x", "x.yml"])
def test_a_path_is_taken_as_it_is_given(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put((tmp_path / path).parent, Path(path).name)
    found = find(path)
    assert (found.origin, found.path, found.name) == (Origin.PATH, Path(path), "x")


def test_a_name_is_never_a_file_of_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "legs.yaml")
    with pytest.raises(NoSuchRoutineError, match=r"did you mean '\.[/\\]legs\.yaml'\?"):
        find("legs")


def test_a_name_that_is_not_there_is_answered_with_those_that_are_like_it() -> None:
    with pytest.raises(NoSuchRoutineError) as caught:
        find("basic-strenght")
    assert str(caught.value) == (
        "there is no routine called 'basic-strenght'; did you mean 'basic-strength'?"
    )
    assert caught.value.near == ("basic-strength",)


@pytest.mark.parametrize("asked", ["TABATA", "tabata.yaml", "./tabata.yml"])
def test_a_name_in_capitals_or_with_an_ending_is_answered_with_the_name(asked: str) -> None:
    with pytest.raises(NoSuchRoutineError, match=r"; did you mean 'tabata'\?$"):
        find(asked)


def test_a_path_that_is_not_there_is_answered_with_files_beside_it(tmp_path: Path) -> None:
    put(tmp_path, "mine.yaml")
    with pytest.raises(NoSuchRoutineError, match=r"there is no file '.*mine\.yml'; did you mean"):
        find(str(tmp_path / "mine.yml"))


@pytest.mark.parametrize("name", ["", "zzz", "x" * 10_000, "\x1b[2J", "a\0b", "\0/x.yaml"])
def test_whatever_is_asked_for_the_answer_is_one_plain_sentence(name: str) -> None:
    with pytest.raises(NoSuchRoutineError) as caught:
        find(name)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


@unix
def test_odd_files_do_not_keep_the_others_from_being_found(mine: Path) -> None:
    put(mine, "good.yaml")
    (mine / "loop.yaml").symlink_to("loop.yaml")
    (mine / "dangling.yaml").symlink_to("nowhere.yaml")
    (mine / "circle").symlink_to(".", target_is_directory=True)
    (mine / "folder.yaml").mkdir()
    os.mkfifo(mine / "pipe.yaml")
    raw = os.fsencode(mine) + b"/caf\xe9.yaml"
    with open(raw, "w", encoding="utf-8") as file:
        file.write(TEXT)
    assert [name for name, _ in own()] == ["caf\udce9", "good"]
    assert find("caf\udce9").path.read_text(encoding="utf-8") == TEXT


def test_a_file_where_a_folder_should_be_is_passed_over(home: Path) -> None:
    home.mkdir()
    (home / "routines").write_text("", encoding="utf-8")
    assert own() == []


def test_without_a_home_the_platform_says_where_things_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("STRIDETIMER_HOME")
    assert places.config_dir().name == "stridetimer"
    assert places.data_dir().name == "stridetimer"
    assert places.user_routines() == places.config_dir() / "routines"


def test_a_home_of_ones_own_holds_everything(home: Path) -> None:
    assert places.config_dir() == places.data_dir() == home


@pytest.mark.parametrize("module", ["locate", "problems"])
def test_finding_routines_and_showing_problems_loads_neither_yaml_nor_pydantic(module: str) -> None:
    code = f"import stridetimer.routines.{module}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"yaml", "pydantic", "platformdirs", "difflib"} & set(done.stdout.split())
