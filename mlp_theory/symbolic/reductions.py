"""Sums, means, largest entries and norms of a matrix; softmax, whose columns are divided by their sums."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.entrywise import divide, elementwise, times
from mlp_theory.symbolic.matrix_operations import transpose
from mlp_theory.symbolic.operations import operation
from mlp_theory.symbolic.values import Value
from mlp_theory.symbolic.world import Frame


@operation("column sums")
def _column_sums(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    (x,) = values
    return Value(x.axes, x.v.sum(-2, keepdims=True), x.m.sum(-2, keepdims=True))


@operation("total")
def _total(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    (x,) = values
    return Value(x.axes, x.v.sum((-2, -1), keepdims=True), x.m.sum((-2, -1), keepdims=True))


@operation("mean of entries")
def _mean_of_entries(frame: Frame, values: list[Value], _data: tuple) -> Value:
    total = _total(frame, values, ())
    count = values[0].v.shape[-1] * values[0].v.shape[-2]
    return Value(total.axes, total.v / count, total.m / count)


@operation("largest entry")
def _largest_entry(_frame: Frame, values: list[Value], data: tuple) -> Value:
    """The largest entry of a matrix, or of each column (data ("column",))."""
    (x,) = values
    v, m = x.v, x.m
    if data != ("column",):
        v, m = (array.reshape(*v.shape[:-2], -1, 1) for array in (v, np.broadcast_to(m, v.shape)))
    where = np.argmax(v.real, axis=-2)[..., None, :]
    return Value(x.axes, np.take_along_axis(v, where, -2), np.take_along_axis(np.broadcast_to(m, v.shape), where, -2))


@operation("where largest")
def _where_largest(frame: Frame, values: list[Value], _data: tuple) -> Value:
    """1 where an entry is the largest of its column, else 0; two of nearly one size lie near a kink."""
    (x,) = values
    real = x.v.real
    if real.shape[-2] > 1:
        first, second = np.sort(real, axis=-2)[..., -1, :], np.sort(real, axis=-2)[..., -2, :]
        frame.decide(first - second, x.m.real.max(axis=-2))
    where = (np.arange(real.shape[-2])[:, None] == np.argmax(real, axis=-2)[..., None, :]) + 0.0
    return Value(x.axes, where, where)


@operation("softmax")
def _softmax(frame: Frame, values: list[Value], data: tuple) -> Value:
    """Of each column, shifted by its largest entry; with data ("row",) of each row."""
    (x,) = values
    if data == ("row",):
        x = transpose(frame, [x], ())
        return transpose(frame, [_softmax(frame, [x], ())], ())
    shift = np.max(x.v.real, axis=-2, keepdims=True)
    powers = elementwise(frame, "exp", Value(x.axes, x.v - shift, x.m))
    return divide(frame, [powers, _column_sums(frame, [powers], ())], ())


@operation("logsumexp")
def _logsumexp(frame: Frame, values: list[Value], data: tuple) -> Value:
    """Of each column; with data ("row",) of each row."""
    (x,) = values
    if data == ("row",):
        return transpose(frame, [_logsumexp(frame, [transpose(frame, [x], ())], ())], ())
    shift = np.max(x.v.real, axis=-2, keepdims=True)
    powers = elementwise(frame, "exp", Value(x.axes, x.v - shift, x.m))
    total = elementwise(frame, "log", _column_sums(frame, [powers], ()))
    return Value(x.axes, total.v + shift, total.m + np.abs(shift))


@operation("norm")
def _norm(frame: Frame, values: list[Value], data: tuple) -> Value:
    """Euclid's or Frobenius' norm (2), the sum of absolute values (1), the largest ("inf") or spectral one."""
    (x,) = values
    kind = data[0]
    if kind == 1:
        return _total(frame, [elementwise(frame, "abs", x)], ())
    if kind == "inf":
        return _largest_entry(frame, [elementwise(frame, "abs", x)], ())
    if kind == "spectral":
        v = np.linalg.norm(x.v, 2, axis=(-2, -1))[..., None, None]
        if np.iscomplexobj(x.v):
            left, _, right = np.linalg.svd(x.v.real)
            tangent = left[..., :, :1].swapaxes(-1, -2) @ x.v.imag @ right[..., :1, :].swapaxes(-1, -2)
            v = np.linalg.norm(x.v.real, 2, axis=(-2, -1))[..., None, None] + 1j * tangent
        total = _total(frame, [Value(x.axes, x.m, x.m)], ())
        return Value(x.axes, v, total.m)
    squares = _total(frame, [times(frame, [x, x], ())], ())
    return elementwise(frame, "sqrt", squares)


@operation("squared norm")
def _squared_norm(frame: Frame, values: list[Value], data: tuple) -> Value:
    """‖x‖²: without the root, so that it has a derivative at zero too."""
    if data and data[0] != 2:
        norm = _norm(frame, values, data)
        return times(frame, [norm, norm], ())
    (x,) = values
    return _total(frame, [times(frame, [x, x], ())], ())
