"""A routine as text, exactly: a session goes on by the plan it began with, whatever its file says.

Every frozen value of :mod:`stridetimer.core.routine` is an object that names its type.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from stridetimer.core.plan import Plan, make_plan
from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    First,
    Open,
    Order,
    Reps,
    Rest,
    Routine,
    Side,
    Sides,
    Timed,
)

_TYPES = {one.__name__: one for one in (Beat, Circuit, Exercise, Open, Reps, Rest, Routine, Timed)}
_ENUMS = {"sides": Sides, "order": Order, "first": First}
"""The fields that hold a word out of a few."""
_TYPE = "type"
_NO_PLAN = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What comes of reading any other text as a plan."""


class UnknownPlanError(ValueError):
    """The text holds no plan that this version knows."""


def plan_text(plan: Plan) -> str:
    """``plan`` as text: its routine, and the sides that led last time."""
    led = {
        step.exercise.known_as: step.leads.other.value
        for step in plan.steps
        if step.exercise.first is First.OTHER
    }
    return json.dumps({"routine": _plain(plan.routine), "led": led}, ensure_ascii=False)


def plan_from(text: str) -> Plan:
    """The plan in ``text``.

    Raises:
        UnknownPlanError: there is none in it.
    """
    try:
        value = json.loads(text)
        led = {name: Side(side) for name, side in value["led"].items()}
        return make_plan(_routine(value["routine"]), led)
    except _NO_PLAN as error:
        raise UnknownPlanError(str(error)) from error


def _routine(value: Any) -> Routine:
    routine = _value(value)
    if not isinstance(routine, Routine):
        raise UnknownPlanError("it is no routine")
    return routine


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {_TYPE: type(value).__name__, **named}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_value(one) for one in plain)
    return _object(plain) if isinstance(plain, Mapping) else plain


def _object(plain: Mapping[str, Any]) -> Any:
    given = {name: _value(value) for name, value in plain.items() if name != _TYPE}
    if plain[_TYPE] == Exercise.__name__:
        given |= {name: kind(given[name]) for name, kind in _ENUMS.items()}
    return _TYPES[plain[_TYPE]](**given)
