"""Reading from the disk: ordinary files only, never more than is allowed, never waiting."""

import os
import sys
from pathlib import Path

import pytest

from stridetimer.routines.reader import read_file

TEXT = "name: A\nexercises: [{name: B, hold: 3}]\n"
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT, encoding="utf-8")
    reading = read_file(path)
    assert reading.routine is not None
    assert (reading.name, reading.routine.name, reading.problems) == (str(path), "A", ())


def test_a_file_by_way_of_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert read_file(tmp_path / "b.yaml").routine is not None


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    (problem,) = read_file(path).problems
    assert problem.message == "the file is larger than 1 MiB, the most a routine may be"


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none.yaml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="a folder"):
        read_file(tmp_path)


@unix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(OSError, match="not an ordinary file"):
        read_file(tmp_path / "pipe.yaml")


@unix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_not_read(device: str) -> None:
    with pytest.raises(OSError, match="not an ordinary file"):
        read_file(device)


@unix
def test_a_link_that_leads_to_itself_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    with pytest.raises(OSError, match="symbolic links"):
        read_file(tmp_path / "a.yaml")
