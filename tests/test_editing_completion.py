"""What is offered to whoever writes a routine, by where the cursor stands."""

import pytest

from stridetimer.editing.completion import Completion, complete, field_at
from stridetimer.editing.template import TEMPLATES, template

CURSOR = "▌"


def at(text: str) -> tuple[list[str], int, int]:
    before = text.split(CURSOR)[0]
    row = before.count("\n")
    return text.replace(CURSOR, "").split("\n"), row, len(before) - (before.rfind("\n") + 1)


def offered(text: str) -> list[str]:
    completion = complete(*at(text), routines=["stage-one", "tabata"])
    return [one.label for one in completion.suggestions] if completion else []


def chosen(text: str, label: str) -> str:
    """The text once the suggestion ``label`` was taken."""
    lines, row, column = at(text)
    completion = complete(lines, row, column)
    assert completion
    insert = next(one.insert for one in completion.suggestions if one.label == label)
    line = lines[row]
    lines[row] = line[: completion.start] + insert + CURSOR + line[completion.end :]
    return "\n".join(lines)


def completion_at(text: str) -> Completion:
    completion = complete(*at(text))
    assert completion
    return completion


BEGIN = "name: Mine\nexercises:\n"


def test_at_the_top_are_the_fields_of_a_routine_that_are_not_there_yet() -> None:
    names = offered(f"name: Mine\n{CURSOR}\nexercises:\n  - name: x\n")
    assert {"summary", "defaults", "prepare", "after"} <= set(names)
    assert not {"name", "exercises", "reps", "rest"} & set(names)


def test_what_is_typed_narrows_it_and_beginnings_come_first() -> None:
    assert offered(f"su{CURSOR}") == ["summary"]
    assert offered(f"{BEGIN}  - name: x\n    re{CURSOR}") == ["reps", "rest"]
    assert offered(f"e{CURSOR}")[:2] == ["exercises", "equipment"]


def test_a_new_item_is_an_exercise_a_circuit_or_a_rest() -> None:
    for text in (f"{BEGIN}  - {CURSOR}", f"{BEGIN}  - {{{CURSOR}", f"{BEGIN}- {CURSOR}"):
        assert offered(text)[:3] == ["name", "circuit", "rest"]
    assert offered(f"{BEGIN}  {CURSOR}") == ["- name", "- circuit", "- rest"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGIN}  - name: Squat\n    {CURSOR}",
        f"{BEGIN}- name: Squat\n  {CURSOR}",
        f"{BEGIN}  - {{name: Squat, {CURSOR}}}",
        f"{BEGIN}  - {{name: Squat,\n     {CURSOR}",
        f"exercises: [{{name: Squat, {CURSOR}",
        f"{BEGIN}  -\n    name: Squat\n    {CURSOR}",
        f"{BEGIN}  - circuit: C\n    exercises:\n      - name: Squat\n        {CURSOR}",
        f"{BEGIN}  - circuit: C\n    exercises:\n    - {{name: Squat, {CURSOR}",
        f"{BEGIN}  - name: A\n    form:\n      - tall\n  - name: Squat\n    {CURSOR}",
        f"{BEGIN}  - name: A\n    tempo:\n      up: 1s\n  - name: B\n\n    # note\n    {CURSOR}",
        f"{BEGIN}  - {CURSOR}\n    name: Squat\n",
        f"{BEGIN}  - {{ {CURSOR}, name: Squat}}",
    ],
)
def test_in_an_exercise_are_the_fields_of_an_exercise(text: str) -> None:
    names = set(offered(text))
    assert {"reps", "hold", "work", "open", "sets", "form"} <= names
    assert not {"name", "circuit", "rounds", "defaults", "tempo", "aim"} & names


@pytest.mark.parametrize(
    ("beside", "not_offered", "offered_now"),
    [
        ("reps: 15", {"hold", "work", "open", "aim"}, {"tempo"}),
        ("open: true", {"hold", "work", "reps", "tempo"}, {"aim"}),
        ("hold: 5s", {"work", "reps", "open", "tempo", "aim"}, {"sets"}),
        ("tempo: 2s", {"hold", "work", "open"}, {"reps"}),
    ],
)
def test_only_what_is_legal_beside_the_rest_is_offered(
    beside: str, not_offered: set[str], offered_now: set[str]
) -> None:
    for text in (
        f"{BEGIN}  - name: x\n    {beside}\n    {CURSOR}",
        f"{BEGIN}  - name: x\n    {CURSOR}\n    {beside}",
        f"{BEGIN}  - {{name: x, {beside}, {CURSOR}}}",
    ):
        names = set(offered(text))
        assert not names & not_offered
        assert offered_now <= names


def test_circuits_rests_and_defaults_have_their_own_fields() -> None:
    circuit = set(offered(f"{BEGIN}  - circuit: C\n    {CURSOR}"))
    assert {"rounds", "exercises", "rest"} <= circuit
    assert not {"reps", "form", "name"} & circuit
    assert offered(f"{BEGIN}  - rest: 5s\n    {CURSOR}") == ["enabled"]
    defaults = set(offered(f"defaults:\n  sets: 3\n  {CURSOR}"))
    assert {"rest", "switch", "sides"} <= defaults
    assert not {"sets", "reps", "name", "enabled"} & defaults
    assert set(offered(f"defaults: {{rest: 5s, {CURSOR}")) == defaults - {"rest"} | {"sets"}
    assert "halfway" in offered(f"sounds:\n  {CURSOR}")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f"{BEGIN}  - name: x\n    sides: {CURSOR}", ["both", "each", "alternating"]),
        (f"{BEGIN}  - {{name: x, sides: ea{CURSOR}}}", ["each"]),
        (f"defaults:\n  order: {CURSOR}", ["by-set", "by-side"]),
        (f"{BEGIN}  - name: x\n    open: {CURSOR}", ["true"]),
        (f"{BEGIN}  - name: x\n    wait: {CURSOR}", ["true", "false"]),
        (f"{BEGIN}  - name: x\n    reps: {CURSOR}", ["15", "15-20"]),
        (f"recovery: {CURSOR}", ["36h", "48h"]),
        (f"after: {CURSOR}", ["stage-one", "tabata"]),
        (f"{BEGIN}  - &a\n    name: x\n  - <<: {CURSOR}", ["*a"]),
    ],
)
def test_values_are_offered_behind_the_colon(text: str, values: list[str]) -> None:
    assert offered(text) == values


@pytest.mark.parametrize(
    "text",
    [
        f"# na{CURSOR}",
        f"name: Mine  # su{CURSOR}",
        f"name: My su{CURSOR}",
        f"name: 'Mine{CURSOR}",
        f"summary: >-\n  su{CURSOR}",
        f"summary: It is\n  su{CURSOR}",
        f"{BEGIN}  - name: x\n    how: |\n      re{CURSOR}",
        f"{BEGIN}  - name: x\n    form:\n      - re{CURSOR}",
        f"{BEGIN}  - name: x\n    form: [re{CURSOR}",
        f"{BEGIN}  - name: x\n    tempo:\n      re{CURSOR}",
        f"{BEGIN}  - name: x\n    tempo: {{re{CURSOR}",
        f"- na{CURSOR}",
        f"nonsense:\n  na{CURSOR}",
        f"name:{CURSOR}",
    ],
)
def test_in_running_text_comments_and_quotes_nothing_is(text: str) -> None:
    assert offered(text) == []


def test_taking_one_leaves_the_cursor_where_its_value_goes() -> None:
    assert chosen(f"{BEGIN}  - name: x\n    re{CURSOR}", "reps").endswith(f"    reps: {CURSOR}")
    assert chosen(f"ex{CURSOR}", "exercises") == f"exercises:\n  - name: {CURSOR}"
    assert chosen(f"de{CURSOR}", "defaults") == f"defaults:\n  {CURSOR}"
    assert chosen(f"{BEGIN}  - name: x\n    fo{CURSOR}", "form").endswith(
        f"    form:\n      - {CURSOR}"
    )
    assert chosen(f"{BEGIN}  - {{name: x, fo{CURSOR}}}", "form").endswith(f"form: [{CURSOR}}}")
    assert chosen(f"{BEGIN}  {CURSOR}", "- name") == f"{BEGIN}  - name: {CURSOR}"
    assert chosen(f"{BEGIN}  - name: x\n    sides: e{CURSOR}", "each").endswith(
        f"sides: each{CURSOR}"
    )


def test_the_word_around_the_cursor_is_replaced_as_a_whole() -> None:
    assert chosen(f"su{CURSOR}mary: x", "summary") == f"summary{CURSOR}: x"
    text = chosen(f"{BEGIN}  - name: x\n    sid{CURSOR}e: each", "sides")
    assert text.endswith(f"    sides{CURSOR}: each")


def test_names_come_unasked_once_a_letter_is_typed_and_choices_at_once() -> None:
    assert completion_at(f"su{CURSOR}").eager
    assert not completion_at(f"name: x\n{CURSOR}").eager
    assert completion_at(f"{BEGIN}  - name: x\n    sides: {CURSOR}").eager
    assert not completion_at(f"{BEGIN}  - name: x\n    hold: {CURSOR}").eager


def test_what_is_complete_is_not_offered_again() -> None:
    assert offered(f"summary{CURSOR}") == []
    assert offered(f"{BEGIN}  - name: x\n    sides: each{CURSOR}") == []


def test_each_comes_with_what_it_means() -> None:
    (summary,) = completion_at(f"su{CURSOR}").suggestions
    assert summary.about == "What it is, in a sentence or two."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"su{CURSOR}mmary: x", "summary"),
        (f"summary: {CURSOR}", "summary"),
        (f"{BEGIN}  - name: x\n    hold: 4{CURSOR}0s", "hold"),
        (f"{BEGIN}  - name: x\n    ho{CURSOR}ld: 40s", "hold"),
        (f"{BEGIN}  - name: S{CURSOR}quat", "name"),
        (f"{BEGIN}  - {{name: x, ho{CURSOR}ld: 40s}}", "hold"),
    ],
)
def test_the_field_at_the_cursor_is_known(text: str, name: str) -> None:
    word = field_at(*at(text))
    assert word
    assert word.name == name


@pytest.mark.parametrize(
    "kind",
    [
        "strength",
        "circuit",
        *(
            pytest.param(kind, marks=pytest.mark.long)
            for kind in TEMPLATES
            if kind not in ("strength", "circuit")
        ),
    ],
)
def test_no_place_in_a_file_is_too_strange(kind: str) -> None:
    lines = template(kind).split("\n")
    for row, text in enumerate(lines):
        for column in range(len(text) + 1):
            complete(lines, row, column)
            complete([*lines[:row], text[:column]], row, column)
