"""A user's operation in the evaluator: its value on stacks of arrays, its magnitude as it is measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from mlp_theory.symbolic.entrywise import ABSORBED
from mlp_theory.symbolic.limits import EvaluationError, allowed, in_time
from mlp_theory.symbolic.measured import measured_size
from mlp_theory.symbolic.operations import Operation
from mlp_theory.symbolic.values import Array, Value, align
from mlp_theory.symbolic.world import Frame


def evaluated(name: str, value: Callable[..., Any]) -> Operation:
    """The rule of the evaluator for an operation whose value is plain NumPy on whole matrices."""

    def rule(frame: Frame, values: list[Value], _data: tuple) -> Value:
        axes, v, m = align(values)
        deadline = frame.world.deadline

        def at(arrays: Sequence[Array]) -> Array:
            return on_stacks(name, value, arrays, deadline)

        out = at(v)
        entries = sum(array.shape[-2] * array.shape[-1] for array in v)
        size = measured_size(at, v, m, out, entries)
        if not frame.absorbed:
            frame.absorbed = bool(np.any(size.real - np.abs(out.real) < ABSORBED * np.abs(out.real)))
        return Value(axes, out, size)

    return rule


def on_stacks(name: str, value: Callable[..., Any], arrays: Sequence[Array], deadline: float = np.inf) -> Array:
    """The value at every place of the leading axes, one after the other: a user's NumPy is of whole matrices."""
    lead = np.broadcast_shapes(*(array.shape[:-2] for array in arrays))
    stacks = [np.broadcast_to(array, (*lead, *array.shape[-2:])) for array in arrays]
    found: list[Array] = []
    for place in np.ndindex(lead):
        in_time(deadline)
        found.append(computed(name, value, [stack[place].copy() for stack in stacks]))
        if len(found) == 1:
            allowed((*lead, *found[0].shape))
    return np.stack(found).reshape(*lead, *found[0].shape[-2:])


def computed(name: str, value: Callable[..., Any], arrays: Sequence[Array]) -> Array:
    """The value of a user's function; what it raises is an evaluation without a value."""
    try:
        with np.errstate(all="ignore"):
            return np.asarray(value(*arrays))
    except Exception as error:  # a user's code may raise anything
        raise EvaluationError(f"{name} raises {type(error).__name__}: {error}") from error
