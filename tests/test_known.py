"""What routine files came to is kept, and holds for exactly those bytes and this program."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import hold, paced, routine
from hypothesis import given
from strategies import routines

from stridetimer import places
from stridetimer.core.plain import plain, routine_from
from stridetimer.core.routine import Circuit, Exercise, Rest, Routine
from stridetimer.core.tally import MOST_STEPS, count_steps
from stridetimer.routines import digests, reader
from stridetimer.routines.known import read_file
from stridetimer.routines.reading import Reading
from stridetimer.routines.sane import is_sane

SQUATS = (
    "name: Squats\nexercises:\n  - {name: Squat, sides: each, reps: 5, tempo: {down: 2s, up: 1s}}\n"
)
PLANKS = SQUATS.replace("Squat", "Plank")


@pytest.fixture
def squats(tmp_path: Path) -> Path:
    path = tmp_path / "squats.yaml"
    path.write_text(SQUATS)
    return path


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were understood anew."""
    names: list[str] = []
    whole = reader.read

    def read(content: str | bytes, name: str, **options: Any) -> Reading:
        if not options:  # The reader's own way to a file has some.
            names.append(Path(name).name)
        return whole(content, name, **options)

    monkeypatch.setattr(reader, "read", read)
    return names


def kept() -> Path:
    """The one file in which something is kept."""
    (path,) = (places.cache_dir() / "read").iterdir()
    return path


def test_a_file_that_has_not_changed_is_understood_once(
    squats: Path, understood: list[str]
) -> None:
    first, second = read_file(squats), read_file(squats)
    assert understood == ["squats.yaml"]
    assert first == second == reader.read_file(squats)


def test_every_shipped_routine_comes_to_the_same_again(understood: list[str]) -> None:
    paths = sorted(places.shipped("routines").rglob("*.yaml"))
    anew = [read_file(path) for path in paths]
    assert len(understood) == len(paths) >= 5
    assert [read_file(path) for path in paths] == anew
    assert len(understood) == len(paths)


def test_other_bytes_are_understood_anew_in_the_place_of_the_old(
    squats: Path, understood: list[str]
) -> None:
    read_file(squats)
    squats.write_text(PLANKS)
    assert read_file(squats) == reader.read_file(squats)
    assert len(understood) == 2
    assert b"Plank" in kept().read_bytes()


def test_another_version_understands_it_anew(
    squats: Path, understood: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_file(squats)
    monkeypatch.setattr(digests, "__version__", "99.0")
    read_file(squats)
    assert len(understood) == 2


def test_a_file_with_a_problem_is_told_of_every_time(squats: Path, understood: list[str]) -> None:
    squats.write_text("name: Squats\nexercises: []\n")
    assert read_file(squats).problems == read_file(squats).problems != ()
    assert len(understood) == 2


def test_a_folder_that_cannot_be_written_to_is_no_error(squats: Path) -> None:
    places.cache_dir().parent.mkdir(parents=True, exist_ok=True)
    places.cache_dir().write_text("a file stands where the folder would be")
    assert read_file(squats) == read_file(squats) == reader.read_file(squats)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"state": 1}']
)
def test_what_was_spoilt_is_as_if_it_were_not_there(squats: Path, content: bytes) -> None:
    read_file(squats)
    kept().write_bytes(content)
    assert read_file(squats) == reader.read_file(squats)
    assert b"Squat" in kept().read_bytes()


def _in_routine(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.update(fields)


def _in_exercise(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["items"][0].update(fields)


def _in_work(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["items"][0]["work"].update(fields)


@pytest.mark.parametrize(
    "change",
    [
        _in_routine(name=7),
        _in_routine(name="\x1b[2J"),
        _in_routine(type="Exercise"),
        _in_routine(items=[]),
        _in_routine(items="Squat"),
        _in_routine(prepare="10"),
        _in_routine(prepare=float("nan")),
        _in_routine(recovery=float("inf")),
        _in_routine(more=1),
        _in_routine(sounds=[["go"]]),
        _in_routine(tags=[["strength"]]),
        _in_exercise(sets=0),
        _in_exercise(sets=10**9),
        _in_exercise(sets=True),
        _in_exercise(rest=-1),
        _in_exercise(sides="three"),
        _in_exercise(wait="no"),
        _in_exercise(work={"type": "Rest", "seconds": 5}),
        _in_work(count=6),
        _in_work(upper=10**6),
        _in_work(tempo=[{"type": "Timed", "seconds": 2, "hold": True}]),
        _in_work(tempo=[{"type": "Beat", "name": "", "seconds": 0.1}] * 30_000),
    ],
)
def test_what_no_file_can_come_to_is_not_believed(
    squats: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    read_file(squats)
    content = json.loads(kept().read_text())
    change(content["routine"])
    kept().write_text(json.dumps(content))
    assert read_file(squats) == reader.read_file(squats)


def test_a_routine_of_too_many_steps_is_not_sane() -> None:
    squat = Exercise("Squat", paced(3, ("", 2.0)))
    many = routine(Circuit("All", MOST_STEPS, 1.0, None, (squat, Rest(2.0))))
    assert count_steps(many) > MOST_STEPS
    assert not is_sane(many)
    assert is_sane(routine(squat, Exercise("Plank", hold(30.0))))


@given(routines())
def test_every_routine_is_sane_and_the_same_after_it_was_written_down(one: Routine) -> None:
    assert routine_from(json.loads(json.dumps(plain(one)))) == one
    assert is_sane(one) == (0 < count_steps(one) <= MOST_STEPS)
