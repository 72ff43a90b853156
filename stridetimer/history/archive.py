"""A plan as text, exactly: a session goes on by the plan it began with, whatever its file says."""

import json

from stridetimer.core.plain import NOT_PLAIN, plain, routine_from
from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import First, Side


class UnknownPlanError(ValueError):
    """The text holds no plan that this version knows."""


def plan_text(plan: Plan) -> str:
    """``plan`` as text: its routine, and the sides that led last time."""
    led = {
        step.exercise.known_as: step.leads.other.value
        for step in plan.steps
        if step.exercise.first is First.OTHER
    }
    return json.dumps({"routine": plain(plan.routine), "led": led}, ensure_ascii=False)


def plan_from(text: str) -> Plan:
    """The plan in ``text``.

    Raises:
        UnknownPlanError: there is none in it.
    """
    try:
        value = json.loads(text)
        led = {name: Side(side) for name, side in value["led"].items()}
        return make_plan(routine_from(value["routine"]), led)
    except NOT_PLAIN as error:
        raise UnknownPlanError(str(error)) from error
