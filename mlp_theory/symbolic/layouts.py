"""How the entries of a derivative are laid out as rows and columns."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.values import Value


def arrange(value: Value, body: tuple[int, int], layout: str) -> Value:
    """Rows and columns of a derivative, from the axes ~p, ~q of the body and the shape of the variable."""
    where = [value.axes.index("~p"), value.axes.index("~q")]
    rest = [k for k in range(len(value.axes)) if k not in where]
    axes = tuple(value.axes[k] for k in rest)
    n = len(value.axes)
    (p, q), (r, c) = body, value.shape

    def shaped(order: list[int], rows: int, columns: int) -> Value:
        v, m = (array.transpose([*rest, *order]) for array in (value.v, np.broadcast_to(value.m, value.v.shape)))
        return Value(
            axes, v.reshape(*v.shape[: len(rest)], rows, columns), m.reshape(*m.shape[: len(rest)], rows, columns)
        )

    P, Q, R, C = where[0], where[1], n, n + 1
    if layout == "tensor":
        return shaped([Q, P, C, R], q * p, c * r)
    if layout == "gradient":
        return shaped([P, Q, R, C], r, c)
    if layout == "row":
        return shaped([P, Q, C, R], c, r)
    if layout == "by a number":
        return shaped([P, R, Q, C], p, q)
    if layout == "transposed":
        return shaped([R, C, P, Q], r * c, p * q)
    return shaped([P, Q, R, C], p * q, r * c)
