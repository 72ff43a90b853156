"""What the documentation says is so."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from stridetimer.cli.commands import program
from stridetimer.core.law import TRANSITIONS, Command, State
from stridetimer.core.plan import make_plan
from stridetimer.routines.reader import read

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs").glob("*.md"),
]


def examples() -> list[tuple[str, str]]:
    """Every whole routine in the documentation, with where it stands."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in re.finditer(r"(<!-- fragment -->\n)?```yaml\n(.*?)```", text, re.DOTALL):
            if not match[1]:
                line = text[: match.start()].count("\n") + 1
                found.append((f"{page.name}:{line}", match[2]))
    return found


@pytest.mark.parametrize(("where", "text"), examples(), ids=lambda value: value[:30])
def test_every_routine_in_the_documentation_can_be_run(where: str, text: str) -> None:
    reading = read(text, where)
    assert reading.routine, reading.report()
    assert make_plan(reading.routine).steps


def test_there_are_examples_to_check() -> None:
    assert len(examples()) > 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def script(name: str) -> Any:
    """One of the scripts that make pages of the documentation."""
    spec = spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_page_of_keys_is_the_one_made_from_the_commands() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == script("make_keys").page()


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in program.commands:
        assert f"`stridetimer {name}" in readme, name


def test_the_table_of_states_in_the_documentation_is_the_one_that_runs() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ") and line.split("|")[1].strip().split(",")[0] in set(State)
    ]
    columns = [
        [Command.START],
        [Command.PAUSE],
        [Command.RESUME],
        [
            Command.NEXT,
            Command.BACK,
            Command.SKIP_SET,
            Command.SKIP_EXERCISE,
            Command.JUMP,
            Command.DONE,
            Command.ADD,
        ],
        [Command.STOP],
        [Command.END],
    ]
    written = set()
    for first, *cells in rows:
        for name in first.split(", "):
            written.add(name)
            for told, column in zip(cells, columns, strict=True):
                leads_to = {TRANSITIONS[State(name)].get(command) for command in column}
                assert leads_to == {None if told == "no" else State(told)}, (name, column)
    assert written == set(State)


def test_the_tables_of_fields_are_those_made_from_the_model() -> None:
    page = (ROOT / "docs" / "routine-format.md").read_text(encoding="utf-8")
    assert page == script("make_fields").page(), "run docs/make_fields.py"
