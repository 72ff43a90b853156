"""What only the whole says: whether a routine comes to anything, and not to too much."""

from collections.abc import Sequence

from stridetimer.core.lengths import DAY
from stridetimer.core.limits import MOST_BEATS
from stridetimer.core.routine import Routine
from stridetimer.core.tally import MOST_STEPS, count_steps
from stridetimer.routines import model
from stridetimer.routines.findings import Findings
from stridetimer.routines.items import all_items, items_of, text_of
from stridetimer.routines.nodes import Mapping, Mark, Node, place
from stridetimer.routines.values import sets


def check(root: Mapping, file: model.RoutineFile, routine: Routine, findings: Findings) -> None:
    """Note what is wrong with ``routine``, which ``file`` says and ``root`` holds, as a whole."""
    whole = root.fields["exercises"].key.mark
    _check_paced_sets(file.exercises, items_of(root), findings)
    if not any(routine.exercises()):
        findings.add(whole, "every exercise is disabled, so there is nothing to do")
    if (steps := count_steps(routine)) > MOST_STEPS:
        findings.add(
            _largest_multiplier(root) or whole,
            f"the routine expands to {_in_figures(steps)} steps; {MOST_STEPS:,} is the most",
        )


def _check_paced_sets(
    items: Sequence[model.Item], nodes: Sequence[Node], findings: Findings
) -> None:
    for item, node in zip(items, nodes, strict=True):
        if isinstance(item, model.Circuit):
            _check_paced_sets(item.exercises, items_of(node), findings)
        elif isinstance(item, model.Exercise) and isinstance(node, Mapping):
            _check_paced_set(item, node, findings)


def _check_paced_set(item: model.Exercise, node: Mapping, findings: Findings) -> None:
    if not item.reps or not item.tempo:
        return
    mark = place(node.fields["reps"])
    if item.reps.count * sum(item.tempo.values()) > DAY:
        findings.add(mark, "reps: at this tempo one set takes longer than 24 h")
    if item.reps.count * len(item.tempo) > MOST_BEATS:
        findings.add(mark, f"reps: with this tempo one set has more than {MOST_BEATS:,} beats")


def _largest_multiplier(root: Mapping) -> Mark | None:
    """Where the largest number of sets or rounds is written; None where there is none above 1."""
    defaults = root.fields.get("defaults")
    owners = [root, *all_items(root), *([defaults.value] if defaults else ())]
    numbers = [
        (sets(text_of(owner, name)), place(owner.fields[name]))
        for owner in owners
        if isinstance(owner, Mapping)
        for name in ("sets", "rounds")
        if name in owner.fields
    ]
    number, mark = max(numbers, key=lambda found: found[0], default=(1, None))
    return mark if number > 1 else None


def _in_figures(number: int) -> str:
    return f"{number:,}" if number < 10**12 else "more than a million million"
