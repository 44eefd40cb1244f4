"""The operations on values: what each computes, and the magnitude of the terms it adds up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from mlp_theory.symbolic.functions import ELEMENTWISE
from mlp_theory.symbolic.limits import allowed
from mlp_theory.symbolic.values import Array, Value, align, product_size, same_kind

if TYPE_CHECKING:
    from mlp_theory.symbolic.world import Frame

Operation = Callable[["Frame", list[Value], tuple], Value]
OPERATIONS: dict[str, Operation] = {}

ABSORBED = 1e-9
"""A summand this much smaller than the terms beside it cannot be judged to six digits once they cancel."""


def operation(name: str) -> Callable[[Operation], Operation]:
    """Enter an operation under its name."""

    def enter(function: Operation) -> Operation:
        OPERATIONS[name] = function
        return function

    return enter


def elementwise(frame: Frame, name: str, x: Value) -> Value:
    """f(x) entry by entry; |f'| and |f''| say how the magnitude grows."""
    f = ELEMENTWISE[name]
    if f.kink is not None:
        frame.decide(x.v.real - f.kink, x.m.real)
    v = f.value(x.v)
    real = x.v.real
    first, second = np.abs(f.first(real)), np.abs(f.second(real))
    m = np.abs(v.real) + first * x.m.real
    if f.kink is None and not frame.absorbed:
        # tanh(50 + x²), cos(10⁻⁹ x), e^(−800): the argument has left no trace in the value.
        lost = (first * np.abs(real) < ABSORBED * np.abs(v.real)) & (real != 0)
        if np.any(lost) or np.any((v.real == 0) & (first == 0) & np.isfinite(real) & (real != 0)):
            frame.absorbed = True
    if np.iscomplexobj(v) or np.iscomplexobj(x.m):
        tangent = x.m.imag if np.iscomplexobj(x.m) else 0.0
        slope = np.abs(x.v.imag) if np.iscomplexobj(x.v) else 0.0
        m = m + 1j * np.maximum(first * tangent + second * x.m.real * slope, np.abs(v.imag))
    return Value(x.axes, v, m)


@operation("add")
def _add(frame: Frame, values: list[Value], data: tuple) -> Value:
    """A sum with signs; `data` holds them."""
    axes, v, m = align(values)
    total = sum(sign * part for sign, part in zip(data, v, strict=True))
    magnitude = sum(m)
    if not frame.absorbed:
        largest = np.abs(magnitude.real)
        for part, made_of in zip(v, m, strict=True):
            size = np.abs(part.real)
            # What is itself nothing but rounding has not been lost.
            if np.any((size > 1e-13 * made_of.real) & (size < ABSORBED * largest)):
                frame.absorbed = True
                break
    return Value(axes, total, magnitude)


@operation("times")
def _times(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Entry by entry; a number, a column or a row is repeated."""
    axes, v, m = align(values)
    allowed(np.broadcast_shapes(v[0].shape, v[1].shape))
    return Value(axes, v[0] * v[1], product_size(v[0], m[0], v[1], m[1]))


@operation("divide")
def _divide(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    axes, (a, b), (ma, mb) = align(values)
    b: Array = np.where(b.real == 0, np.nan, b)
    v = a / b
    size = np.abs(b.real)
    real = ma.real / size + np.abs(a.real) * mb.real / size**2
    if np.iscomplexobj(v):
        ta = ma.imag if np.iscomplexobj(ma) else 0.0
        tb = mb.imag if np.iscomplexobj(mb) else 0.0
        # |d(a/b)| and its own rounding: each factor once more over b.
        da = np.abs(a.imag) if np.iscomplexobj(a) else 0.0
        db = np.abs(b.imag) if np.iscomplexobj(b) else 0.0
        imaginary = (
            ta / size
            + (da * mb.real + ma.real * db + np.abs(a.real) * tb) / size**2
            + 2 * np.abs(a.real) * db * mb.real / size**3
        )
        return Value(axes, v, real + 1j * imaginary)
    return Value(axes, v, real)


@operation("matmul")
def _matmul(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    axes, v, m = align(values)
    lead = np.broadcast_shapes(v[0].shape[:-2], v[1].shape[:-2])
    allowed((*lead, v[0].shape[-2], v[1].shape[-1]))
    return Value(axes, v[0] @ v[1], product_size(v[0], m[0], v[1], m[1], np.matmul))


@operation("transpose")
def _transpose(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    (x,) = values
    return Value(x.axes, np.swapaxes(x.v, -1, -2), np.swapaxes(x.m, -1, -2))


@operation("power")
def _power(frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Entry by entry; a whole exponent takes any base, another one only a positive base."""
    base, exponent = values
    axes, (b, e), (mb, _me) = align(values)
    if not np.iscomplexobj(e) and np.all(e == np.round(e)) and np.all(np.abs(e) <= 64):
        whole = e.real.astype(int)
        safe = np.where((b.real == 0) & (whole < 0), np.nan, b)
        v = _whole_power(safe, whole)
        n = np.abs(whole)
        size = np.abs(b.real)
        first = n * np.where(size > 0, size, 1.0) ** np.where(size > 0, whole - 1, 0)
        second = n * np.abs(whole - 1) * np.where(size > 0, size, 1.0) ** np.where(size > 0, whole - 2, 0)
        m = np.abs(v.real) + first * mb.real
        if np.iscomplexobj(v):
            tangent = mb.imag if np.iscomplexobj(mb) else 0.0
            m = m + 1j * (first * tangent + second * mb.real * np.abs(b.imag))
        return Value(axes, v, m)
    logarithm = elementwise(frame, "log", base)
    return elementwise(frame, "exp", OPERATIONS["times"](frame, [exponent, logarithm], ()))


def _whole_power(base: Array, exponent: Array) -> Array:
    if exponent.size == 1 or np.all(exponent == exponent.flat[0]):
        n = int(exponent.flat[0])
        out = np.ones(np.broadcast_shapes(base.shape, exponent.shape), dtype=base.dtype)
        for _ in range(abs(n)):
            out = out * base
        return 1 / out if n < 0 else out
    return np.power(base, exponent)


@operation("matrix power")
def _matrix_power(_frame: Frame, values: list[Value], data: tuple) -> Value:
    (x,) = values
    v, m = x.v, x.m
    for _ in range(data[0] - 1):
        v, m = v @ x.v, product_size(v, m, x.v, x.m, np.matmul)
    return Value(x.axes, v, m)


@operation("elementwise")
def _elementwise(frame: Frame, values: list[Value], data: tuple) -> Value:
    return elementwise(frame, data[0], values[0])


@operation("larger")
def _larger(frame: Frame, values: list[Value], data: tuple) -> Value:
    """The largest (or, with data ("min",), the smallest) of several, entry by entry."""
    axes, v, m = align(values)
    out, size = v[0], m[0]
    for other, other_size in zip(v[1:], m[1:], strict=True):
        gap = other.real - out.real
        frame.decide(gap, size.real + other_size.real)
        take = gap < 0 if data == ("min",) else gap > 0
        out, size = np.where(take, other, out), np.where(take, other_size, size)
    return Value(axes, out, size)


@operation("largest entry")
def _largest_entry(_frame: Frame, values: list[Value], data: tuple) -> Value:
    """The largest entry of a matrix, or of each column (data ("column",))."""
    (x,) = values
    v, m = x.v, x.m
    if data != ("column",):
        v = v.reshape(*v.shape[:-2], -1, 1)
        m = np.broadcast_to(m, x.v.shape).reshape(v.shape)
    where = np.argmax(v.real, axis=-2)[..., None, :]
    if np.any(where.shape) and m.shape != v.shape:
        m = np.broadcast_to(m, v.shape)
    return Value(x.axes, np.take_along_axis(v, where, -2), np.take_along_axis(m, where, -2))


@operation("column sums")
def _column_sums(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    (x,) = values
    return Value(x.axes, x.v.sum(-2, keepdims=True), x.m.sum(-2, keepdims=True))


@operation("total")
def _total(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    (x,) = values
    return Value(x.axes, x.v.sum((-2, -1), keepdims=True), x.m.sum((-2, -1), keepdims=True))


@operation("softmax")
def _softmax(frame: Frame, values: list[Value], data: tuple) -> Value:
    """Of each column, shifted by its largest entry; with data ("row",) of each row."""
    (x,) = values
    if data == ("row",):
        x = _transpose(frame, [x], ())
        return _transpose(frame, [_softmax(frame, [x], ())], ())
    shift = np.max(x.v.real, axis=-2, keepdims=True)
    powers = elementwise(frame, "exp", Value(x.axes, x.v - shift, x.m))
    return _divide(frame, [powers, _column_sums(frame, [powers], ())], ())


@operation("logsumexp")
def _logsumexp(frame: Frame, values: list[Value], data: tuple) -> Value:
    """Of each column; with data ("row",) of each row."""
    (x,) = values
    if data == ("row",):
        return _transpose(frame, [_logsumexp(frame, [_transpose(frame, [x], ())], ())], ())
    shift = np.max(x.v.real, axis=-2, keepdims=True)
    powers = elementwise(frame, "exp", Value(x.axes, x.v - shift, x.m))
    total = elementwise(frame, "log", _column_sums(frame, [powers], ()))
    return Value(x.axes, total.v + shift, total.m + np.abs(shift))


@operation("trace")
def _trace(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    (x,) = values
    return Value(
        x.axes,
        np.trace(x.v, axis1=-2, axis2=-1)[..., None, None],
        np.trace(x.m, axis1=-2, axis2=-1)[..., None, None],
    )


@operation("diagonal matrix")
def _diagonal_matrix(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """A column (or row) as a diagonal matrix."""
    (x,) = values
    size = max(x.shape)
    allowed((*x.v.shape[:-2], size, size))
    eye = np.eye(size)
    column = (*x.v.shape[:-2], size, 1)
    return Value(x.axes, x.v.reshape(column) * eye, x.m.reshape(column) * eye)


@operation("diagonal")
def _diagonal(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """The diagonal of a matrix as a column."""
    (x,) = values
    pick = [np.diagonal(array, axis1=-2, axis2=-1)[..., None] for array in (x.v, x.m)]
    return Value(x.axes, pick[0], pick[1])


@operation("vec")
def _vec(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Columns under each other."""
    (x,) = values
    parts = [np.swapaxes(array, -1, -2).reshape(*array.shape[:-2], -1, 1) for array in (x.v, x.m)]
    return Value(x.axes, parts[0], parts[1])


@operation("kron")
def _kron(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    axes, (a, b), (ma, mb) = align(values)
    lead = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    allowed((*lead, a.shape[-2] * b.shape[-2], a.shape[-1] * b.shape[-1]))
    return Value(axes, _kronecker(a, b), product_size(a, ma, b, mb, _kronecker))


def _kronecker(a: Array, b: Array) -> Array:
    product = a[..., :, None, :, None] * b[..., None, :, None, :]
    r, s, c, d = product.shape[-4:]
    return product.reshape(*product.shape[:-4], r * s, c * d)


@operation("inverse")
def _inverse(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """X⁻¹; its rounding errors grow with |X⁻¹| |X| |X⁻¹|."""
    (x,) = values
    if not np.all(np.isfinite(x.v)):
        return Value(x.axes, np.full_like(x.v, np.nan), np.full_like(x.m, np.nan))
    try:
        np.linalg.inv(x.v.real)  # a tangent must not make a singular matrix regular
        v = np.linalg.inv(x.v)
    except np.linalg.LinAlgError:
        return Value(x.axes, np.full_like(x.v, np.nan), np.full_like(x.m, np.nan))
    size = np.abs(v.real)
    m = size @ x.m.real @ size + size
    if np.iscomplexobj(v):
        tangent = x.m.imag if np.iscomplexobj(x.m) else np.zeros_like(x.m)
        first = size @ tangent @ size
        m = m + 1j * (first + 2 * (size @ x.m.real @ first))
    return Value(x.axes, v, m)


@operation("determinant")
def _determinant(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    (x,) = values
    v = np.linalg.det(x.v)[..., None, None]
    try:
        inverse = np.abs(np.linalg.inv(x.v.real))
    except np.linalg.LinAlgError:
        # Hadamard's bound on the rows says how large the terms of the expansion are.
        bound = np.prod(np.sqrt((x.m.real**2).sum(-1)), axis=-1)[..., None, None]
        return Value(x.axes, v, same_kind(v, bound * x.v.shape[-1]))
    # d det X = det X tr(X⁻¹ dX): the error grows with |X⁻¹| |X|.
    growth = 1 + (inverse * np.swapaxes(x.m.real, -1, -2)).sum((-2, -1))[..., None, None]
    m = np.abs(v.real) * growth
    if np.iscomplexobj(v):
        tangents = x.m.imag if np.iscomplexobj(x.m) else np.zeros_like(x.m)
        tangent = (inverse * np.swapaxes(tangents, -1, -2)).sum((-2, -1))[..., None, None]
        m = m + 1j * (2 * m * tangent * growth)
    return Value(x.axes, v, m)


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
    squares = _total(frame, [_times(frame, [x, x], ())], ())
    return elementwise(frame, "sqrt", squares)


@operation("squared norm")
def _squared_norm(frame: Frame, values: list[Value], data: tuple) -> Value:
    """‖x‖²: without the root, so that it has a derivative at zero too."""
    if data and data[0] != 2:
        norm = _norm(frame, values, data)
        return _times(frame, [norm, norm], ())
    (x,) = values
    return _total(frame, [_times(frame, [x, x], ())], ())


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


@operation("mean of entries")
def _mean_of_entries(frame: Frame, values: list[Value], _data: tuple) -> Value:
    total = _total(frame, values, ())
    count = values[0].v.shape[-1] * values[0].v.shape[-2]
    return Value(total.axes, total.v / count, total.m / count)
