"""Matrices that are put together: from ones and zeros, from blocks, and from their entries."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.limits import OutsideError, allowed
from mlp_theory.symbolic.operations import operation
from mlp_theory.symbolic.values import Value, align, same_kind
from mlp_theory.symbolic.world import Frame


@operation("ones")
def _ones(frame: Frame, _values: list[Value], data: tuple) -> Value:
    allowed((frame.size(data[0]), frame.size(data[1])))
    array = np.ones((frame.size(data[0]), frame.size(data[1])))
    return Value((), array, array)


@operation("zeros")
def _zeros(frame: Frame, _values: list[Value], data: tuple) -> Value:
    allowed((frame.size(data[0]), frame.size(data[1])))
    array = np.zeros((frame.size(data[0]), frame.size(data[1])))
    return Value((), array, array)


@operation("identity")
def _identity(frame: Frame, _values: list[Value], data: tuple) -> Value:
    allowed((frame.size(data[0]), frame.size(data[0])))
    array = np.eye(frame.size(data[0]))
    return Value((), array, array)


@operation("unit")
def _unit(frame: Frame, values: list[Value], data: tuple) -> Value:
    """The unit column e_i."""
    (i,) = values
    column = (np.arange(1, frame.size(data[0]) + 1)[:, None] == i.v.real) + 0.0
    return Value(i.axes, column, column)


@operation("blocks")
def _blocks(_frame: Frame, values: list[Value], data: tuple) -> Value:
    """A matrix literal; `data` holds the number of blocks in each row."""
    axes, v, m = align(values)
    lead = np.broadcast_shapes(*(part.shape[:-2] for part in v))
    rows_v, rows_m, k = [], [], 0
    for count in data:
        v_row = [np.broadcast_to(p, lead + p.shape[-2:]) for p in v[k : k + count]]
        m_row = [np.broadcast_to(p, lead + p.shape[-2:]) for p in m[k : k + count]]
        rows_v.append(np.concatenate(v_row, axis=-1))
        rows_m.append(np.concatenate(m_row, axis=-1))
        k += count
    out = np.concatenate(rows_v, axis=-2)
    return Value(axes, out, same_kind(out, np.concatenate(rows_m, axis=-2)))


@operation("part")
def _part(frame: Frame, values: list[Value], data: tuple) -> Value:
    """Some neighbouring rows and columns; `data` is how many stand before them, and how many they are."""
    (x,) = values
    top, left, rows, columns = (frame.size(dim) for dim in data)
    if min(top, left) < 0 or min(rows, columns) < 1 or top + rows > x.v.shape[-2] or left + columns > x.v.shape[-1]:
        raise OutsideError("a range reaches beyond its matrix")
    pick = (..., slice(top, top + rows), slice(left, left + columns))
    return Value(x.axes, x.v[pick], np.broadcast_to(x.m, x.v.shape)[pick])


@operation("spread")
def _spread(frame: Frame, values: list[Value], data: tuple) -> Value:
    """A matrix from its entries: the axes of two indices become rows and columns (None: one only)."""
    (x,) = values
    row, column, rows, columns = data
    v, m, axes = x.v, x.m, x.axes
    for name, place, size in ((row, -2, rows), (column, -1, columns)):
        if name is None:
            continue
        if name in axes:
            k = axes.index(name)
            axes = axes[:k] + axes[k + 1 :]
            v, m = np.moveaxis(v, k, -3), np.moveaxis(m, k, -3)
            # The axis stands before (rows, columns), of which the one at `place` is of size 1, or is joined in order.
            if place == -2:
                v, m = (np.concatenate(np.moveaxis(p, -3, 0), axis=-2) for p in (v, m))
            else:
                v, m = (np.concatenate(np.moveaxis(p, -3, 0), axis=-1) for p in (v, m))
        else:
            # The same entry for every index.
            v, m = (np.repeat(p, frame.size(size), axis=place) for p in (v, m))
    return Value(axes, v, m)
