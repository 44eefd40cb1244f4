"""Values of a page as the arrays that code has: a family of columns as a matrix, free indices as rows and columns."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import EvaluationError, Frame, World, evaluate
from mlp_theory.symbolic.values import Array, Value, constant
from mlp_theory.texts.judging.findings import Task


def right_side(task: Task, world: World) -> tuple[Array, Array, Array]:
    """The right side as a matrix, the size of the terms that made it, and where it is claimed, all at one draw."""
    frame = Frame(world)
    counts: list[int] = []
    for axis, (_, dim) in task.axes.items():
        count = world.size(dim)  # type: ignore[arg-type]
        counts.append(count)
        frame = frame.at(axis, constant(np.arange(1.0, count + 1), (axis,)))
    with np.errstate(all="ignore"):
        right = evaluate(task.right, frame)
        masks = [evaluate(test, frame) for test in task.tests]
    axes = list(task.axes)
    shape = right.shape
    for mask in masks:
        shape = np.broadcast_shapes(shape, mask.shape)

    def matrix(value: Value, part: Array) -> Array:
        whole = _with_axes(value, part, axes, counts, shape)
        return _as_matrix(whole, len(axes))

    keep = np.ones_like(matrix(right, right.v.real), dtype=bool)
    for mask in masks:
        keep &= matrix(mask, mask.v.real) != 0
    return matrix(right, right.v.real), matrix(right, np.abs(right.m.real)), keep


def _with_axes(value: Value, part: Array, axes: list[str], counts: list[int], shape: tuple[int, ...]) -> Array:
    """All free indices as leading axes, in their order; a family keeps its own in front."""
    extra = [axis for axis in value.axes if axis not in axes]
    order = [*extra, *(axis for axis in axes if axis in value.axes)]
    part = part.transpose([value.axes.index(axis) for axis in order] + [len(order), len(order) + 1])
    lead = [part.shape[k] for k in range(len(extra))]
    inner = [part.shape[order.index(axis)] if axis in order else 1 for axis in axes]
    return np.broadcast_to(part.reshape(*lead, *inner, *part.shape[-2:]), (*lead, *counts, *shape))


def _as_matrix(array: Array, indices: int) -> Array:
    """Entries p_ij as a matrix, entries v_i as a column, columns x_i beside each other."""
    *lead, rows, columns = array.shape
    if not lead:
        return array
    if indices == 2 and (rows, columns) == (1, 1):
        return array[..., 0, 0]
    if len(lead) == 1 and columns == 1:
        return array[..., 0] if rows == 1 else array[..., 0].T
    if len(lead) == 1 and rows == 1:
        return array[:, 0, :]
    raise EvaluationError("it has more than two axes, and no array of the code is like that")


def columns_of(value: Value) -> Array:
    """A letter as code has it; a family of columns is a matrix, one sample a column."""
    v = value.v.real
    if not value.axes:
        return np.array(v)
    if v.ndim == 3 and v.shape[2] == 1:
        return np.array(v[:, :, 0].T)
    return np.array(v[:, 0, :]) if v.ndim == 3 and v.shape[1] == 1 else np.array(v)
