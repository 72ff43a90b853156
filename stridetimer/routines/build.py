"""From the fields of a file to the routine they mean: defaults settled, the disabled left out."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from stridetimer.core.routine import (
    Beat,
    Circuit,
    Exercise,
    First,
    Item,
    Open,
    Order,
    Reps,
    Rest,
    Routine,
    Sides,
    Timed,
    Work,
)
from stridetimer.routines import model

PREPARE = 10.0
REST = 60.0


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What holds for an exercise that says nothing itself; at first, what is said nowhere."""

    sets: int = 1
    sides: Sides = Sides.BOTH
    switch: float = 5.0
    order: Order = Order.BY_SET
    first: First = First.LEFT
    pace: float = 3.0
    wait: bool = False

    def under(self, given: model.Shared) -> "_Inherited":
        """The same, with all that ``given`` says in its place."""
        said = {name: getattr(given, name) for name in _INHERITED & given.model_fields_set}
        return replace(self, **said) if said else self


_INHERITED = {field.name for field in fields(_Inherited)}


def build(file: model.RoutineFile) -> Routine:
    """The routine that ``file`` means; without items, where all of them are disabled."""
    defaults = file.defaults or model.Defaults()
    rest = _said(defaults.rest, REST)
    inherited = _Inherited().under(defaults)
    return Routine(
        name=file.name,
        items=tuple(_items(file.exercises, inherited, rest)),
        prepare=_said(file.prepare, PREPARE),
        between=defaults.between,
        summary=file.summary or "",
        source=file.source or "",
        equipment=tuple(file.equipment or ()),
        cautions=tuple(file.cautions or ()),
        tags=tuple(file.tags or ()),
        recovery=file.recovery,
        after=file.after or "",
        sounds=tuple((file.sounds or {}).items()),
    )


def _said(given: float | None, otherwise: float) -> float:
    return otherwise if given is None else given


def _items(items: list[model.Item], inherited: _Inherited, rest: float) -> Iterator[Item]:
    """The enabled ones of ``items``; a circuit of which no exercise is left is left out too."""
    for item in items:
        match item:
            case _ if not item.enabled:
                continue
            case model.Rest():
                yield Rest(item.rest)
            case model.Exercise():
                yield _exercise(item, inherited.under(item), rest)
            case model.Circuit():
                circuit = _circuit(item, inherited.under(item), rest)
                if any(not isinstance(inner, Rest) for inner in circuit.items):
                    yield circuit


def _circuit(circuit: model.Circuit, inherited: _Inherited, rest: float) -> Circuit:
    return Circuit(
        name=circuit.circuit,
        rounds=circuit.rounds,
        rest=_said(circuit.rest, rest),
        between=circuit.between,
        items=tuple(_items(circuit.exercises, inherited, rest)),
    )


def _exercise(exercise: model.Exercise, own: _Inherited, rest: float) -> Exercise:
    return Exercise(
        name=exercise.name,
        work=_work(exercise, own.pace),
        id=exercise.id or exercise.name,
        sides=own.sides,
        sets=own.sets,
        rest=_said(exercise.rest, rest),
        between=exercise.between,
        switch=own.switch,
        order=own.order,
        first=own.first,
        wait=own.wait,
        form=tuple(exercise.form or ()),
        how=exercise.how or "",
        easier=tuple(exercise.easier or ()),
        harder=tuple(exercise.harder or ()),
        link=exercise.link or "",
    )


def _work(exercise: model.Exercise, pace: float) -> Work:
    if exercise.reps is not None:
        beats = tuple(Beat(name, seconds) for name, seconds in (exercise.tempo or {}).items())
        return Reps(exercise.reps.count, exercise.reps.upper, beats, pace)
    if exercise.hold is not None:
        return Timed(exercise.hold, hold=True)
    if exercise.work is not None:
        return Timed(exercise.work, hold=False)
    if exercise.aim is not None:
        return Open(exercise.aim.seconds, exercise.aim.reps, pace)
    return Open(pace=pace)
