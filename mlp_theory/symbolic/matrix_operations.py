"""Operations on whole matrices: products, transpose, trace, inverse, determinant, vec and diag."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.limits import allowed
from mlp_theory.symbolic.operations import operation
from mlp_theory.symbolic.values import Array, Value, align, product_size, same_kind
from mlp_theory.symbolic.world import Frame


@operation("matmul")
def _matmul(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    product = values[0]
    for factor in values[1:]:
        axes, v, m = align([product, factor])
        lead = np.broadcast_shapes(v[0].shape[:-2], v[1].shape[:-2])
        allowed((*lead, v[0].shape[-2], v[1].shape[-1]))
        product = Value(axes, v[0] @ v[1], product_size(v[0], m[0], v[1], m[1], np.matmul))
    return product


@operation("matrix power")
def _matrix_power(_frame: Frame, values: list[Value], data: tuple) -> Value:
    (x,) = values
    v, m = x.v, x.m
    for _ in range(data[0] - 1):
        v, m = v @ x.v, product_size(v, m, x.v, x.m, np.matmul)
    return Value(x.axes, v, m)


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


@operation("transpose")
def transpose(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Rows become columns."""
    (x,) = values
    return Value(x.axes, np.swapaxes(x.v, -1, -2), np.swapaxes(x.m, -1, -2))


@operation("vec")
def _vec(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Columns under each other."""
    (x,) = values
    parts = [np.swapaxes(array, -1, -2).reshape(*array.shape[:-2], -1, 1) for array in (x.v, x.m)]
    return Value(x.axes, parts[0], parts[1])


@operation("commutation")
def _commutation(frame: Frame, _values: list[Value], data: tuple) -> Value:
    """K with K vec(A) = vec(Aᵀ), for A of the shape in `data`."""
    rows, columns = frame.size(data[0]), frame.size(data[1])
    allowed((rows * columns, rows * columns))
    array = np.eye(rows * columns)[np.arange(rows * columns).reshape(columns, rows).T.ravel()]
    return Value((), array, array)


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


@operation("log-determinant")
def _log_determinant(frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Log |det X|, also where det X itself is no number that a float can be."""
    (x,) = values
    sign, size = np.linalg.slogdet(x.v.real)
    v = np.where(sign == 0, np.nan, size)[..., None, None]
    inverse = _inverse(frame, [Value(x.axes, x.v.real, x.m.real)], ())
    across = np.swapaxes(np.abs(inverse.v), -1, -2)
    m = np.abs(v) + (across * x.m.real).sum((-2, -1))[..., None, None]
    if np.iscomplexobj(x.v):
        tangent = (np.swapaxes(inverse.v, -1, -2) * x.v.imag).sum((-2, -1))[..., None, None]
        tangents = x.m.imag if np.iscomplexobj(x.m) else np.zeros_like(x.m)
        growth = np.swapaxes(inverse.m, -1, -2)
        return Value(x.axes, v + 1j * tangent, m + 1j * (growth * tangents).sum((-2, -1))[..., None, None])
    return Value(x.axes, v, m)


@operation("unvec")
def _unvec(frame: Frame, values: list[Value], data: tuple) -> Value:
    """The matrix whose columns stand below each other in x."""
    (x,) = values
    rows, columns = (frame.size(dim) for dim in data)
    parts = [array.reshape(*array.shape[:-2], columns, rows).swapaxes(-1, -2) for array in (x.v, x.m)]
    return Value(x.axes, parts[0], parts[1])


def _of_blocks(subscripts: str, values: list[Value]) -> Value:
    """A sum over blocks of the first, weighted by the second."""
    axes, (g, b), (mg, mb) = align(values)
    p, q = b.shape[-2:]

    def combine(left: Array, right: Array) -> Array:
        rows, columns = left.shape[-2:]
        if subscripts.startswith("inner"):
            blocks = left.reshape(*left.shape[:-2], rows // p, p, columns // q, q)
            return np.einsum("...rpcq,...pq->...rc", blocks, right)
        blocks = left.reshape(*left.shape[:-2], p, rows // p, q, columns // q)
        return np.einsum("...prqc,...pq->...rc", blocks, right)

    return Value(axes, combine(g, b), product_size(g, mg, b, mb, combine))


@operation("inner of blocks")
def _inner_of_blocks(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    return _of_blocks("inner", values)


@operation("sum of blocks")
def _sum_of_blocks(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    return _of_blocks("sum", values)
