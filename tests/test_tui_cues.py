"""Form cues, written and in large letters."""

import pytest
from builders import hold, plan_of
from tui_support import performing

from stridetimer.core.routine import Exercise
from stridetimer.tui.letters import drawn
from stridetimer.tui.widgets.cues import arrange_large

HIPS, KNEE, SLOW = "Hips level", "Knee over the foot, never inwards", "Slowly down"
CUES = (HIPS, KNEE, SLOW)


@pytest.mark.parametrize(
    ("width", "height", "lines"),
    [
        (198, 11, [HIPS, KNEE, SLOW]),
        (198, 7, [HIPS, KNEE]),
        (198, 3, [f"{HIPS} · {SLOW}"]),
        (100, 15, [HIPS, "Knee over the foot,", "never inwards", SLOW]),
        (100, 3, [HIPS]),
        (198, 2, []),
        (40, 11, ["Hips", "level"]),
        (20, 11, []),
    ],
)
def test_large_cues_share_the_lines_there_are_and_the_last_give_way(
    width: int, height: int, lines: list[str]
) -> None:
    assert arrange_large(CUES, width, height) == lines


def test_a_large_cue_is_whole_or_not_there() -> None:
    words = [cue.split() for cue in CUES]
    for width in range(20, 200):
        for height in range(20):
            lines = arrange_large(CUES, width, height)
            assert all(len(drawn(line, 1)[0]) <= width for line in lines)
            shown = " ".join(lines).replace("·", "").split()
            assert shown == [] or shown[:2] == words[0]
            for cue in words:
                assert sum(word in shown for word in cue) in (0, len(cue))


def test_cues_in_other_letters_are_written() -> None:
    assert arrange_large(("Hüfte gerade",), 198, 11) == []


async def test_what_is_about_another_exercise_is_never_as_large_as_an_order() -> None:
    plan = plan_of(Exercise("Plank", hold(90)), Exercise("Squat", hold(90), form=("Low",)))
    async with performing(plan, size=(120, 40)) as stage:
        await stage.pass_time(70.0)
        assert "next, Squat: Low" in stage.text()
