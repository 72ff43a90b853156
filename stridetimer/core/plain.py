"""A routine as plain data, exactly: what JSON can hold, to be written down and had again.

Every frozen value of :mod:`stridetimer.core.routine` is an object that names its type.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

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
    Sides,
    Timed,
)

NOT_PLAIN = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What comes of reading any other data as a routine."""

_TYPES = {one.__name__: one for one in (Beat, Circuit, Exercise, Open, Reps, Rest, Routine, Timed)}
_ENUMS = {"sides": Sides, "order": Order, "first": First}
"""The fields that hold a word out of a few."""
_TYPE = "type"


def plain(value: Any) -> Any:
    """``value``, a routine or what is in one, as plain data."""
    if is_dataclass(value):
        named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {_TYPE: type(value).__name__, **named}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def routine_from(data: Any) -> Routine:
    """The routine that ``data`` is; of its fields only the names are looked at.

    Raises:
        one of NOT_PLAIN: it is none.
    """
    routine = _value(data)
    if not isinstance(routine, Routine):
        raise TypeError("it is no routine")
    return routine


def _value(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_value(one) for one in data)
    return _object(data) if isinstance(data, Mapping) else data


def _object(data: Mapping[str, Any]) -> Any:
    given = {name: _value(value) for name, value in data.items() if name != _TYPE}
    if data[_TYPE] == Exercise.__name__:
        given |= {name: kind(given[name]) for name, kind in _ENUMS.items()}
    return _TYPES[data[_TYPE]](**given)
