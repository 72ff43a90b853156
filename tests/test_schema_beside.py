"""The published schema, and the copy of it beside a person's routines."""

import json
import os
from pathlib import Path

import pytest

from stridetimer import files
from stridetimer.routines.published import PUBLISHED, SCHEMA, SCHEMA_LINE, schema_beside
from stridetimer.routines.schema import json_schema


def test_the_published_schema_is_the_one_made_from_the_model() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema(), (
        "run docs/make_schema.py"
    )


def test_the_schema_is_written_beside_the_routines(tmp_path: Path) -> None:
    assert schema_beside(tmp_path)
    assert (tmp_path / SCHEMA).read_bytes() == PUBLISHED.read_bytes()
    assert os.listdir(tmp_path) == [SCHEMA]
    assert SCHEMA_LINE.endswith(f"=./{SCHEMA}")


def test_the_schema_of_an_older_version_is_replaced_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / SCHEMA).write_text("{}")
    older = (tmp_path / SCHEMA).open()
    assert schema_beside(tmp_path)
    assert older.read() == "{}", "whoever is reading it reads it to its end"
    older.close()
    assert (tmp_path / SCHEMA).read_bytes() == PUBLISHED.read_bytes()


def test_a_schema_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    schema_beside(tmp_path)
    os.utime(tmp_path / SCHEMA, (0, 0))
    assert schema_beside(tmp_path)
    assert (tmp_path / SCHEMA).stat().st_mtime == 0


def test_a_folder_that_is_not_there_stays_so(tmp_path: Path) -> None:
    assert not schema_beside(tmp_path / "routines")
    assert not (tmp_path / "routines").exists()


def test_a_folder_that_cannot_be_written_to_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "replace", read_only)
    assert not schema_beside(tmp_path)


def test_what_cannot_be_replaced_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / SCHEMA).mkdir()
    assert not schema_beside(tmp_path)
    assert os.listdir(tmp_path) == [SCHEMA]
