"""What an editor makes of routines: a real YAML language server, and our schema."""

import random
import re
from collections.abc import Iterator
from itertools import count

import pytest
from rigs.languageserver import LanguageServer, needs_server
from test_documentation import examples
from test_schema import INVALID, LENGTHS, LISTS, NUMBERS, VALID, WORDS
from texts import WHOLE_EXAMPLE

from stridetimer import places
from stridetimer.editing.template import TEMPLATES, template
from stridetimer.routines.model import Circuit, Defaults, Exercise, RoutineFile
from stridetimer.routines.published import SCHEMA_LINE, schema_beside
from stridetimer.routines.quick import quick
from stridetimer.routines.reader import read
from stridetimer.routines.writer import written

Editor = LanguageServer
FILES = count()
"""An editor opens no file twice."""


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    needs_server()
    folder = tmp_path_factory.mktemp("routines")
    assert schema_beside(folder)
    with LanguageServer(folder) as server:
        yield server


def named(text: str) -> str:
    """``text`` with the line by which an editor knows the schema."""
    return text if text.startswith(SCHEMA_LINE) else f"{SCHEMA_LINE}\n{text}"


def minded(editor: Editor, texts: list[str]) -> list[list[str]]:
    """What the server minds in each of ``texts``."""
    names = {f"{next(FILES)}.yaml": named(text) for text in texts}
    found = editor.open(names)
    return [[one["message"] for one in found[name]] for name in names]


def understood(text: str) -> bool:
    return read(named(text), "any.yaml").routine is not None


CURSORS = named(
    """\
name: A
recovery: 36h
defaults:
  between: 3
  ▮
exercises:
  - name: Plank
    hold: 40s
    sides: each
    ▮
    order: ▮
  - circuit: B
    rounds: 3
    ▮
    exercises:
      - rest: 3
      - name: C
        hold: 40s
▮
"""
)
TEXT = CURSORS.replace("▮", "")


def place(before: str) -> tuple[int, int]:
    """Where a text ends; line and character from 0."""
    return before.count("\n"), len(before.rsplit("\n", 1)[-1])


def cursor(number: int) -> tuple[int, int]:
    return place("".join(CURSORS.split("▮")[: number + 1]))


@pytest.mark.parametrize(
    ("number", "model", "written"),
    [
        (0, Defaults, {"between"}),
        (1, Exercise, {"name", "hold", "sides", "order"}),
        (3, Circuit, {"circuit", "rounds", "exercises"}),
        (4, RoutineFile, {"name", "recovery", "defaults", "exercises"}),
    ],
    ids=["defaults", "exercise", "circuit", "routine"],
)
def test_every_field_that_is_not_there_yet_is_offered(
    editor: Editor, number: int, model: type[Exercise], written: set[str]
) -> None:
    editor.open({"places.yaml": TEXT})
    offered = editor.complete("places.yaml", *cursor(number))
    fields = model.model_fields
    assert fields.keys() - written <= offered.keys()
    assert not offered.keys() & written
    for name in fields.keys() - written:
        assert str(fields[name].description)[:30] in offered[name].replace("\\", "")


def test_values_are_offered(editor: Editor) -> None:
    editor.open({"places.yaml": TEXT})
    assert set(editor.complete("places.yaml", *cursor(2))) == {"by-set", "by-side"}


def test_the_mouse_over_a_field_shows_what_it_means(editor: Editor) -> None:
    editor.open({"places.yaml": TEXT})
    for field, model in {"recovery": RoutineFile, "hold": Exercise, "rounds": Circuit}.items():
        shown = editor.hover("places.yaml", *place(TEXT.split(f"{field}:")[0]))
        assert str(model.model_fields[field].description) in shown.replace("\\", "")


def test_a_typo_is_marked_at_its_place(editor: Editor) -> None:
    text = named("name: A\nexercises:\n  - name: B\n    hold: 40s\n    rset: 10s\n")
    (found,) = editor.open({"typo.yaml": text})["typo.yaml"]
    assert "rset" in found["message"]
    assert found["range"] == {
        "start": {"line": 5, "character": 4},
        "end": {"line": 5, "character": 8},
    }
    (problem,) = read(text, "typo.yaml").problems
    assert (problem.line, problem.column) == (6, 5)


def test_nothing_is_minded_in_what_comes_with_the_program(editor: Editor) -> None:
    shipped = sorted(places.shipped("routines").glob("*.yaml"))
    texts = [path.read_text(encoding="utf-8") for path in shipped]
    texts += [text for _, text in examples()]
    texts += [template(kind) for kind in TEMPLATES]
    texts += [WHOLE_EXAMPLE, written(quick("3x15 squats @ up 1s down 3s / 60s, 2x max on"))]
    for text, messages in zip(texts, minded(editor, texts), strict=True):
        assert not messages, text


def test_what_the_program_reads_the_editor_takes_and_the_other_way_round(editor: Editor) -> None:
    texts = [*VALID, *INVALID]
    for text, messages in zip(texts, minded(editor, texts), strict=True):
        assert understood(text) == (not messages), f"{text}\n{messages}"


VALUES = [*NUMBERS, *LENGTHS, *WORDS, *LISTS, "0x10", "15.0", "1e1", "+5", "0o17"]
NAMES = sorted(Exercise.model_fields.keys() - {"name"})
BEYOND_A_SCHEMA = re.compile(r"upside down|too long|every exercise is disabled|takes longer")
"""What no schema can say, and the program minds."""


def test_whatever_is_written_they_agree(editor: Editor) -> None:
    draw = random.Random(2026)
    texts = []
    for _ in range(400):
        names = [*draw.sample(NAMES, draw.randint(0, 2)), draw.choice(["reps", "hold", "open"])]
        fields = ", ".join(f"{name}: {draw.choice(VALUES)}" for name in names)
        texts.append(f"name: A\nexercises: [{{name: B, {fields}}}]\n")
    taken = 0
    for text, messages in zip(texts, minded(editor, texts), strict=True):
        problems = read(named(text), "any.yaml").problems
        taken += not problems
        if not problems:
            assert not messages, f"{text} is read, and the editor says {messages}"
        elif not all(BEYOND_A_SCHEMA.search(problem.message) for problem in problems):
            assert messages, f"{text} is refused: {problems[0].message}"
    assert 40 < taken < 360
