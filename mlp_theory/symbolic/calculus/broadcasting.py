"""Broadcasting, written out: a column added to a matrix is b 1ᵀ, a row 1 r, a number s 1 1ᵀ."""

from __future__ import annotations

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.table import Shape, show_shape
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Node


def broadcast(sign: str, a: Node, b: Node) -> tuple[Node, Node]:
    """Both terms of a sum in one shape, ones-vectors where one is repeated.

    Raises
    ------
    ShapeError
        When they do not fit.
    """
    if al.shape_of(a) == al.shape_of(b):
        return a, b
    if _is_column_and_row(al.shape_of(a), al.shape_of(b)):
        raise ShapeError(
            f"{sign} of a column and a row can mean two things",
            expected="two of one shape, or a matrix and what is repeated in it",
            got=f"{show_shape(al.shape_of(a))} and {show_shape(al.shape_of(b))}",
            mend="transpose one: .T; or say that each is repeated: y @ ones(1, n) - ones(m) @ z",
        )
    rows, columns = (_joined(sign, a, b, k) for k in (0, 1))
    return _repeated(a, rows, columns), _repeated(b, rows, columns)


def _is_column_and_row(a: Shape, b: Shape) -> bool:
    """Whether one is a column and the other a row, so that both would be repeated."""
    return (1 in a and 1 in b and (1, 1) not in (a, b)) and (a[0] == 1) != (b[0] == 1)


def _joined(sign: str, a: Node, b: Node, k: int) -> Dim:
    first, second = al.shape_of(a)[k], al.shape_of(b)[k]
    if first == second or second == 1:
        return first
    if first == 1:
        return second
    left, right = al.shape_of(a), al.shape_of(b)
    raise ShapeError(
        f"{sign} does not fit its operands",
        expected=f"something that fits {show_shape(left)}",
        got=show_shape(right),
        mend="transpose the right one: .T" if left == right[::-1] else None,
    )


def _repeated(a: Node, rows: Dim, columns: Dim) -> Node:
    shape = al.shape_of(a)
    if shape == (rows, columns):
        return a
    if shape == (1, 1):
        return al.ones(rows, columns) if a is al.ONE else al.times(a, al.ones(rows, columns))
    if shape[1] == 1 and columns != 1:
        a = al.product(a, al.ones(1, columns))
    return al.product(al.ones(rows, 1), a) if shape[0] == 1 and rows != 1 else a


def spread(sign: str, a: Node, b: Node) -> tuple[Node, Node]:
    """Both factors of an entrywise product in one shape; numbers stay numbers."""
    if al.is_scalar(a) or al.is_scalar(b):
        return a, b
    return broadcast(sign, a, b)
